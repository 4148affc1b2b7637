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
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.letter.RecipientRole;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A request of Monday 14 September 2026 is refused on the last day of the six weeks, with reasons and rights. */
class RefusalToAssessTest {

    abstract static class Told extends Story {

        @Test
        void theFamilyIsToldOnTheLastDayOfTheSixWeeks() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 1);
            consider(nell);

            on(2026, 10, 26);
            decideToAssess(nell, true, false);
            assertThat(deadline(nell, "REQ-04").metOn())
                    .as("the family has not been told yet")
                    .isNull();
            assertThat(deadline(nell, "REQ-04").state(LocalDate.of(2026, 10, 26)))
                    .as("the last day is in time")
                    .isEqualTo(DeadlineState.DUE_SOON);
            onlyAManagerSigns(nell);

            at("2026-10-26T16:30");
            sign("manager", nell);
            theRefusalHasGoneOut(nell);
            theDutyIsDoneAndTheFamilysTimeRuns(nell);
            theFamilyIsOfferedAConversation(nell);
            theCaseIsOver(nell);
            theLetterGivesReasonsAndRights(nell);

            on(2027, 2, 2);
            assertThat(openTasks(nell))
                    .as("weeks 16 and 20 have passed over it")
                    .isEmpty();
            assertThat(file(nell).events())
                    .as("no limit is said to be near or past in a case that has ended")
                    .noneMatch(event -> event.what().startsWith("Limit passed"))
                    .noneMatch(event -> event.detail() != null && event.detail().startsWith("PLAN-0"));
        }

        private void onlyAManagerSigns(String nell) {
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
            assertThatThrownBy(() -> sign("caseworker", nell)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> sign("panel", nell)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> sign("managersouth", nell))
                    .as("a manager of another team has no right to the task")
                    .isInstanceOf(AuthorizationException.class);
            assertThat(letter(nell, LetterKind.L_03).state()).isEqualTo(LetterState.PREPARED);
            // Even a caseworker who was handed the task by name cannot sign it.
            String task = people.task(nell, "userTask_checkAndSign").getId();
            tasks.setAssignee(task, "caseworker");
            assertThatThrownBy(() -> sign("caseworker", nell))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("Letter L-03 is signed by a manager.");
            tasks.setAssignee(task, null);
            assertThat(letter(nell, LetterKind.L_03).state()).isEqualTo(LetterState.PREPARED);
        }

        private void theRefusalHasGoneOut(String nell) {
            assertThat(letter(nell, LetterKind.L_03).state()).isEqualTo(LetterState.SENT);
            assertThat(letter(nell, LetterKind.L_03).signedBy()).isEqualTo("manager");
            assertThat(letter(nell, LetterKind.L_03).signerName()).isEqualTo("Morgan Ellery");
            assertThat(recipients(nell, LetterKind.L_03))
                    .as("the parent, and everybody of regulation 4(2): health body, social care, head")
                    .extracting(LetterRecipient::name, LetterRecipient::role, LetterRecipient::sentOn)
                    .containsExactlyInAnyOrder(
                            tuple("Ruth Ashby", RecipientRole.ADDRESSEE, LocalDate.of(2026, 10, 26)),
                            tuple("Dr Samir Anand", RecipientRole.COPY, LocalDate.of(2026, 10, 26)),
                            tuple("Patience Okoro", RecipientRole.COPY, LocalDate.of(2026, 10, 26)),
                            tuple("Mrs Grace Holloway", RecipientRole.COPY, LocalDate.of(2026, 10, 26)));
        }

        private void theDutyIsDoneAndTheFamilysTimeRuns(String nell) {
            assertThat(deadline(nell, "REQ-04").metOn()).isEqualTo("2026-10-26");
            assertThat(deadline(nell, "REQ-04").metHow()).isEqualTo("Letter L-03 sent");
            assertThat(deadline(nell, "REQ-04").state(LocalDate.of(2026, 10, 26)))
                    .isEqualTo(DeadlineState.MET);
            assertThat(deadline(nell, "MED-02").due()).isEqualTo("2026-12-26");
            assertThat(deadline(nell, "APP-01").due())
                    .as("26 December lies in the tribunal's closed days: the first working day after 1 January")
                    .isEqualTo("2027-01-04");
            assertThat(file(nell).deadline("PLAN-01")).as("no longer runs").isEmpty();
            assertThat(file(nell).deadline("PLAN-06")).as("no longer runs").isEmpty();
        }

        private void theFamilyIsOfferedAConversation(String nell) {
            assertThat(file(nell).c().closedOn())
                    .as("the case does not wait for it")
                    .isEqualTo("2026-10-26");
            assertThat(openTasks(nell)).containsExactly("userTask_offerConversation");
            offerInVain(nell);
            assertThat(happened(nell, "Conversation offered: The family does not want one"))
                    .containsExactly("2026-10-26T16:30 On 26 October 2026.");
        }

        private void theCaseIsOver(String nell) {
            CaseFile file = file(nell);
            assertThat(file.c().stage()).isEqualTo(Stage.NOT_ASSESSED);
            assertThat(file.c().closedOn()).isEqualTo("2026-10-26");
            assertThat(file.c().outcome()).isNotBlank();
            assertThat(file.decisions())
                    .extracting(Decision::kind, Decision::decidedBy, Decision::decidedOn, Decision::ground)
                    .containsExactly(tuple(
                            DecisionKind.NOT_ASSESS,
                            "manager",
                            LocalDate.of(2026, 10, 26),
                            "Children and Families Act 2014 s.36(8)(b): not necessary for provision to be made in accordance"
                                    + " with a plan"));
            assertThat(isRunning(nell)).isFalse();
            assertThat(openTasks(nell)).isEmpty();
            assertThat(jobsOf(nell)).isEmpty();
            assertThatThrownBy(() -> files.decide(
                            nell,
                            DecisionKind.ASSESS,
                            "Children and Families Act 2014 s.36(8)",
                            "The council has changed its mind about the request.",
                            null,
                            "manager"))
                    .hasMessage("Case " + nell + " was closed on 26 October 2026.");
        }

        private void theLetterGivesReasonsAndRights(String nell) {
            for (String name : new String[] {"Ruth Ashby", "Dr Samir Anand", "Patience Okoro", "Mrs Grace Holloway"}) {
                assertThat(words(nell, LetterKind.L_03, name))
                        .contains("We have decided not to carry out an EHC needs assessment of Nell.")
                        .contains("Nell’s school can meet her needs from what it has, and she makes good progress.")
                        .contains("School report of 1 September 2026.")
                        .contains("section 51(2)(a)")
                        .contains("Saturday 26 December 2026")
                        .contains("by 5pm on Monday 4 January 2027")
                        .contains("You need a mediation certificate before you can appeal.")
                        .contains("Fairway Mediation Advice")
                        .contains("Rosalind Harper")
                        .contains("Common Ground Disagreement Resolution")
                        .contains("Exampleshire SENDIASS")
                        .contains("Morgan Ellery")
                        .as("the tribunal can recommend nothing in this appeal")
                        .doesNotContain("recommendation")
                        .doesNotContain("Health care and social care");
            }
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
