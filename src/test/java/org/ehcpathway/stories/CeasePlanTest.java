package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A plan ends on the grounds of the law only, after the family was asked, and not before the time to appeal is over. */
class CeasePlanTest {

    abstract static class Told extends LifeStory {

        @BeforeEach
        void nellHasAPlan() {
            aPlanIsInForce();
        }

        @Test
        void aPlanNoLongerNecessaryIsMaintainedUntilTheTimeToAppealIsOver() {
            on(2027, 6, 1);
            consider("NOT_NECESSARY", null);
            signed("caseworker", LetterKind.L_19A);
            assertThat(recipients(nell, LetterKind.L_19A))
                    .extracting(LetterRecipient::name)
                    .contains("Ruth Ashby");
            on(2027, 6, 17);
            decideCeasing("CEASE");
            on(2027, 6, 18);
            signedByTwo(LetterKind.L_19B);

            Episode ceasing = ceasing();
            assertThat(deadline(ceasing, "APP-01").due())
                    .as("18 August 2027 lies in August: the first working day of September (A-22, 0.3)")
                    .isEqualTo("2027-09-01");
            assertThat(deadline(ceasing, "CEA-03").due()).isEqualTo("2027-09-01");
            assertThat(register.of(nell).orElseThrow().isInForce()).isTrue();
            on(2027, 9, 1);
            assertThat(openTasks(nell)).as("the last day is the family's").isEmpty();
            on(2027, 9, 2);
            assertThat(openTasks(nell)).containsExactly("userTask_confirmPlanEnd");
            assertThat(register.reviewYear(nell))
                    .as("the review year runs until the plan has ended")
                    .isPresent();
            confirm("END");
            signed("caseworker", LetterKind.O_05);

            assertThat(file(nell).c().stage()).isEqualTo(Stage.PLAN_ENDED);
            assertThat(file(nell).c().closedOn()).isEqualTo("2027-09-02");
            assertThat(register.of(nell).orElseThrow().endedOn()).isEqualTo("2027-09-02");
            assertThat(register.nextReview(nell)).isEmpty();
            assertThat(review("1").outcome()).isEqualTo("NOT_NEEDED");
            assertThat(ceasing().outcome()).isEqualTo("CEASED");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void anAppealKeepsThePlanAlive() {
            on(2027, 2, 1);
            consider("NOT_NECESSARY", null);
            signed("caseworker", LetterKind.L_19A);
            on(2027, 2, 17);
            decideCeasing("CEASE");
            signedByTwo(LetterKind.L_19B);
            on(2027, 4, 20);
            assertThat(openTasks(nell)).containsExactly("userTask_confirmPlanEnd");
            Map<String, Object> pending = new HashMap<>(
                    Map.of("verdict", "GOES_ON", "checked", "An appeal was registered on 12 April 2027."));
            assertThatThrownBy(() -> people.complete("manager", nell, "userTask_confirmPlanEnd", pending))
                    .hasMessageContaining("Give a day to come on which to look again.");
            pending.put("lookAgainOn", "2027-09-15");
            people.complete("manager", nell, "userTask_confirmPlanEnd", pending);
            on(2027, 9, 14);
            assertThat(openTasks(nell)).isEmpty();
            assertThat(register.of(nell).orElseThrow().isInForce()).isTrue();
            on(2027, 9, 15);
            assertThat(openTasks(nell)).containsExactly("userTask_confirmPlanEnd");
        }

        @Test
        void theFamilyConvincesTheCouncil_andThePlanGoesOn() {
            on(2027, 2, 1);
            consider("NOT_NECESSARY", null);
            signed("caseworker", LetterKind.L_19A);
            on(2027, 2, 17);
            decideCeasing("MAINTAIN");
            assertThat(ceasing().outcome()).isEqualTo("MAINTAINED");
            assertThat(file(nell).latest(DecisionKind.CEASE_PLAN)).isEmpty();
            assertThat(isRunning(nell)).isFalse();
            consider("NOT_NECESSARY", null);
            assertThat(ceasing().episodeKey()).isEqualTo("2");
        }

        @Test
        void aChildWhoLeavesEducationKeepsThePlan() {
            on(2027, 2, 1);
            assertThatThrownBy(() -> consider("PAID_WORK", "2027-01-20"))
                    .hasMessageContaining("leaving education is not enough (regulation 29, CEA-06)");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void afterADeathNobodyIsWrittenTo() {
            on(2027, 2, 1);
            assertThatThrownBy(() -> consider("DIED", "2027-01-04"))
                    .hasMessageContaining("it is before the council held the plan, since 5 January 2027");
            consider("DIED", "2027-01-30");
            assertThat(openTasks(nell)).containsExactly("userTask_confirmPlanEnd");
            confirm("END");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.DIED);
            assertThat(lettersOf(nell, LetterKind.L_19A)).isEmpty();
            assertThat(lettersOf(nell, LetterKind.O_05)).isEmpty();
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void afterTheMeetingOfAReviewItIsTheReviewsDecision() {
            on(2027, 9, 28);
            sweep.sweep();
            on(2027, 10, 4);
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            signed("caseworker", LetterKind.L_11);
            papersGoRound();
            on(2027, 11, 10);
            theMeetingIsHeld();
            on(2027, 11, 12);
            consider("NOT_NECESSARY", null);
            signed("caseworker", LetterKind.L_19A);
            on(2027, 11, 29);
            decideCeasing("CEASE");
            on(2027, 11, 30);
            signedByTwo(LetterKind.L_14);

            assertThat(deadline(review("1"), "REV-09").metOn()).isEqualTo("2027-11-30");
            assertThat(review("1").outcome()).isEqualTo("CEASE");
            assertThat(review("2").state())
                    .as("the next year runs until the plan has ended")
                    .isEqualTo(EpisodeState.PLANNED);
            assertThat(openTasks(nell)).doesNotContain("userTask_decideReview");
            assertThat(deadline(ceasing(), "CEA-03").due()).isEqualTo("2028-01-31");
        }

        private void consider(String ground, String happenedOn) {
            Map<String, Object> form = new HashMap<>();
            form.put("reference", nell);
            form.put("ground", ground);
            form.put("reasons", "The outcomes of the plan have been reached, and the school can meet what is left.");
            if (happenedOn != null) {
                form.put("happenedOn", happenedOn);
            }
            if (!ground.equals("DIED")) {
                form.put("viewsBy", LocalDate.now(clock).plusDays(15).toString());
            }
            people.start("caseworker", "cease-plan", form);
            people.runJobs();
        }

        private void decideCeasing(String verdict) {
            Map<String, Object> form = new HashMap<>();
            form.put("verdict", verdict);
            form.put("reasons", "The school can meet the needs that are left with its own means.");
            if (verdict.equals("CEASE")) {
                form.put("views", "The family agrees; the head agrees.");
            }
            people.complete("manager", nell, "userTask_decideCeasing", form);
            people.runJobs();
        }

        private void confirm(String verdict) {
            people.complete(
                    "manager",
                    nell,
                    "userTask_confirmPlanEnd",
                    Map.of("verdict", verdict, "checked", "No appeal was registered, and no certificate came."));
            people.runJobs();
        }

        private Episode ceasing() {
            return episodes.of(nell).stream()
                    .filter(one -> one.kind() == EpisodeKind.CEASING)
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
