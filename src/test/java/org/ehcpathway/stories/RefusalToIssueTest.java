package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.camunda.bpm.engine.AuthorizationException;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Recommendation;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.RecipientRole;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The assessment of a request of Monday 14 September 2026 shows that no plan is necessary. */
class RefusalToIssueTest {

    abstract static class Told extends Story {

        @Test
        void theAssessmentIsDoneAndThereWillBeNoPlan() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 1);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            on(2026, 10, 7);
            askForAdvice(nell);
            on(2026, 11, 20);
            allAdviceArrives(nell);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.PANEL);
            on(2026, 11, 24);
            recommend(nell, true);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.DECISION);

            on(2026, 11, 30);
            decideOnPlan(nell, false);
            assertThat(deadline(nell, "PLAN-01").metOn()).isNull();
            assertThatThrownBy(() -> sign("caseworker", nell)).isInstanceOf(AuthorizationException.class);

            on(2026, 12, 1);
            sign("manager", nell);

            CaseFile file = file(nell);
            assertThat(file.c().stage()).isEqualTo(Stage.NO_PLAN);
            assertThat(file.c().closedOn()).isEqualTo("2026-12-01");
            assertThat(file.recommendations())
                    .as("the panel thought otherwise: it recommends, the manager decides")
                    .extracting(Recommendation::issuePlan, Recommendation::recordedBy)
                    .containsExactly(tuple(true, "support"));
            assertThat(file.decisions())
                    .extracting(Decision::kind, Decision::decidedBy, Decision::decidedOn)
                    .containsExactly(
                            tuple(DecisionKind.ASSESS, "manager", LocalDate.of(2026, 10, 1)),
                            tuple(DecisionKind.NO_PLAN, "manager", LocalDate.of(2026, 11, 30)));

            assertThat(recipients(nell, LetterKind.L_06))
                    .as("regulation 10: the parent, the health body and the head, and nobody else")
                    .extracting(LetterRecipient::name, LetterRecipient::role, LetterRecipient::sentOn)
                    .containsExactlyInAnyOrder(
                            tuple("Ruth Ashby", RecipientRole.ADDRESSEE, LocalDate.of(2026, 12, 1)),
                            tuple("Dr Samir Anand", RecipientRole.COPY, LocalDate.of(2026, 12, 1)),
                            tuple("Mrs Grace Holloway", RecipientRole.COPY, LocalDate.of(2026, 12, 1)));
            assertThat(recipients(nell, LetterKind.L_06))
                    .as("by post on the 2nd working day after, by e-mail on the same day")
                    .extracting(LetterRecipient::name, LetterRecipient::servedOn)
                    .contains(
                            tuple("Ruth Ashby", LocalDate.of(2026, 12, 3)),
                            tuple("Dr Samir Anand", LocalDate.of(2026, 12, 1)));

            assertThat(deadline(nell, "PLAN-01").due()).isEqualTo("2027-01-04");
            assertThat(deadline(nell, "PLAN-01").metOn()).isEqualTo("2026-12-01");
            assertThat(deadline(nell, "PLAN-01").metHow()).isEqualTo("Letter L-06 sent");
            assertThat(deadline(nell, "PLAN-01").state(LocalDate.of(2026, 12, 1)))
                    .isEqualTo(DeadlineState.MET);
            assertThat(file.deadline("PLAN-06"))
                    .as("there is no plan to finalise")
                    .isEmpty();
            assertThat(deadline(nell, "MED-02").due())
                    .as("two months from the day it was sent, not from the day it was served")
                    .isEqualTo("2027-02-01");
            assertThat(deadline(nell, "APP-01").due()).isEqualTo("2027-02-01");

            offerInVain(nell);
            assertThat(isRunning(nell)).isFalse();
            assertThat(openTasks(nell)).isEmpty();
            assertThat(jobsOf(nell)).isEmpty();
            assertThat(lettersOf(nell, LetterKind.L_07)).isEmpty();
            assertThat(plans.of(nell)).isEmpty();

            assertThat(words(nell, LetterKind.L_06, "Ruth Ashby"))
                    .contains("We have decided that an EHC plan is not necessary for Nell.")
                    .contains("The assessment shows what Nell needs and who can give it to her.")
                    .contains("All advice of the assessment.")
                    .contains("section 51(2)(b)")
                    .contains("Monday 1 February 2027")
                    .contains("by 5pm on Monday 1 February 2027")
                    .contains("You need a mediation certificate before you can appeal.")
                    .contains("The Tribunal can also make recommendations about health care and social care.")
                    .contains("Common Ground Disagreement Resolution")
                    .contains("Exampleshire SENDIASS");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
