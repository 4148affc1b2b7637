package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.PlanSweep.Swept;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A plan is changed between its reviews, or reviewed before its time; the review year stays what the law makes it. */
class ChangedWithoutReviewTest {

    abstract static class Told extends LifeStory {

        @BeforeEach
        void nellHasAPlan() {
            aPlanIsInForce();
            on(2027, 3, 1);
        }

        @Test
        void thePlanIsAmendedByTheProcedureOfAReview_andItsYearGoesOnAsItWas() {
            propose("CHANGE");
            assertThatThrownBy(() -> propose("CHANGE")).hasMessageContaining("is under way already");
            on(2027, 3, 2);
            decideChange("AMEND");
            assertThatThrownBy(this::theAmendmentsAreWritten).hasMessageContaining("Nothing is changed yet.");
            swimmingIsAdded();
            theAmendmentsAreWritten();
            on(2027, 3, 3);
            signed("caseworker", LetterKind.L_15);
            assertThat(words(nell, LetterKind.L_15, "Ruth Ashby"))
                    .contains("plan again")
                    .doesNotContain("We met on");
            assertThat(deadline(change(), "REV-12").due()).isEqualTo("2027-04-28");
            on(deadline(change(), "REV-11").due().plusDays(1));
            people.complete("caseworker", nell, "userTask_prepareAmendedPlan", amended());
            people.complete("manager", nell, "userTask_signAmendedPlan", agreed());
            people.runJobs();
            on(2027, 4, 6);
            signed("manager", LetterKind.L_16);

            assertThat(deadline(change(), "REV-12").metOn()).isEqualTo("2027-04-06");
            assertThat(deadline(change(), "APP-01").due()).isEqualTo("2027-06-07");
            assertThat(change().outcome()).isEqualTo("AMENDED");
            assertThat(plans.inForce(nell).orElseThrow().kind()).isEqualTo(PlanKind.FINAL_AMENDED);
            assertThat(deadline(review(), "REV-01").due())
                    .as("an amendment does not restart the review year (REV-21)")
                    .isEqualTo("2028-01-04");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void aSlipIsToldApart_andTheManagerMayLeaveThePlan() {
            propose("SLIP");
            assertThat(change().episodeKey()).isEqualTo("SLIP-1");
            assertThat(happened(nell, "Correction of a slip proposed"))
                    .containsExactly("2027-03-01T09:00 The name of the school is spelt wrongly in section D.");
            decideChange("LEAVE");
            assertThat(change().outcome()).isEqualTo("NOT_CHANGED");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void onlySectionIIsToChange() {
            propose("CHANGE");
            decideChange("AMEND");
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_writeAmendments",
                    Map.of("changes", "Section I is to name another school.", "onlySectionI", true));
            people.runJobs();
            signed("caseworker", LetterKind.L_15);
            assertThat(deadline(change(), "REV-12").due()).isEqualTo("2027-04-26");
        }

        @Test
        void aReviewBegunBeforeItsTimeIsTheReviewOfTheYear() {
            begin("caseworker");
            assertThat(review().state()).isEqualTo(EpisodeState.OPEN);
            assertThat(happened(nell, "Review begun before its time"))
                    .containsExactly(
                            "2027-03-01T09:00 Because the needs or circumstances have changed. She moved in with"
                                    + " her father.");
            assertThatThrownBy(() -> begin("manager")).hasMessageContaining("under way already");
            on(2027, 3, 2);
            arrange(LocalDate.of(2027, 3, 24), LocalDate.of(2027, 3, 9));
            signed("caseworker", LetterKind.L_11);
            papersGoRound();
            on(2027, 3, 24);
            theMeetingIsHeld();
            theReportIsGiven("KEEP", null);
            signed("caseworker", LetterKind.L_12);
            decide("KEEP");
            signed("manager", LetterKind.L_13);
            assertThat(deadline(review(), "REV-02").due())
                    .as("the next year runs from this review")
                    .isEqualTo("2028-03-23");
            on(2027, 9, 28);
            assertThat(sweep.sweep()).isEqualTo(new Swept(0, 0));
        }

        @Test
        void anotherTeamBeginsNothing() {
            assertThatThrownBy(() -> begin("caseworkersouth")).hasMessageContaining("held by another team");
            assertThat(review().state()).isEqualTo(EpisodeState.PLANNED);
        }

        private void begin(String user) {
            people.start(
                    user,
                    "annual-review",
                    Map.of("reference", nell, "why", "NEEDS_CHANGED", "reasons", "She moved in with her father."));
        }

        private void propose(String what) {
            people.start(
                    "caseworker",
                    "change-plan",
                    Map.of(
                            "reference", nell,
                            "what", what,
                            "reasons", "The name of the school is spelt wrongly in section D."));
        }

        private void decideChange(String verdict) {
            people.complete(
                    "manager",
                    nell,
                    "userTask_decideChange",
                    Map.of("verdict", verdict, "reasons", "It cannot wait for the review of the year."));
        }

        private Episode change() {
            return episodes.of(nell).stream()
                    .filter(one -> one.kind() == EpisodeKind.AMENDMENT)
                    .findFirst()
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
