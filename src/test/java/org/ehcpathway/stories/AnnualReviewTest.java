package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.pathway.PlanSweep.Swept;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A plan in force is reviewed in each of its years: on time, told with its rights, and followed by the next year's clock. */
class AnnualReviewTest {

    abstract static class Told extends LifeStory {

        @BeforeEach
        void nellHasAPlan() {
            aPlanIsInForce();
        }

        @Test
        void theYearOfTheFirstReviewRunsFromTheDayThePlanWasMade() {
            assertThat(register.of(nell).orElseThrow().madeOn()).isEqualTo(MADE);
            assertThat(review().state()).isEqualTo(EpisodeState.PLANNED);
            assertThat(deadline(review(), "REV-01").due())
                    .as("inside the 12 months that begin on 5 January 2027 (X-16)")
                    .isEqualTo("2028-01-04");
        }

        @Test
        void theSweepBeginsAReviewOnce_howeverOftenItRuns() {
            on(2027, 9, 27);
            assertThat(sweep.sweep()).isEqualTo(new Swept(0, 0));
            on(2027, 9, 28);
            assertThat(sweep.sweep()).as("14 weeks before 4 January 2028").isEqualTo(new Swept(1, 0));
            assertThat(sweep.sweep()).isEqualTo(new Swept(0, 0));

            assertThat(review().state()).isEqualTo(EpisodeState.OPEN);
            assertThat(openTasks(nell)).containsExactly("userTask_arrangeReview");
        }

        @Test
        void afterAWeekOffTheSweepBeginsWhatFellDueMeanwhile() {
            on(2027, 10, 8);
            assertThat(sweep.sweep()).isEqualTo(new Swept(1, 0));
        }

        @Test
        void theReviewKeepsThePlan_andTheNextYearRunsFromIt() {
            theReviewBegins();
            on(2027, 10, 4);
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            Episode review = review();
            assertThat(deadline(review, "REV-06").due())
                    .as("X-14: two weeks before")
                    .isEqualTo("2027-10-27");
            assertThat(deadline(review, "REV-07").due()).isEqualTo("2027-10-27");
            signed("caseworker", LetterKind.L_11);
            assertThat(deadline(review, "REV-06").metOn()).isEqualTo("2027-10-04");
            assertThat(recipients(nell, LetterKind.L_11))
                    .extracting(LetterRecipient::name)
                    .as("family, head, health and social care (7.2)")
                    .hasSizeGreaterThanOrEqualTo(4);

            on(2027, 10, 25);
            papersGoRound();
            assertThat(deadline(review, "REV-07").metOn()).isEqualTo("2027-10-25");

            on(2027, 11, 10);
            theMeetingIsHeld();
            assertThat(deadline(review, "REV-08").due()).isEqualTo("2027-11-24");
            assertThat(deadline(review, "REV-09").due()).isEqualTo("2027-12-08");
            assertThat(openTasks(nell))
                    .as("the decision does not wait for the report")
                    .containsExactlyInAnyOrder("userTask_provideReport", "userTask_decideReview");

            on(2027, 11, 22);
            theReportIsGiven("KEEP", null);
            signed("caseworker", LetterKind.L_12);
            assertThat(deadline(review, "REV-08").metOn()).isEqualTo("2027-11-22");

            on(2027, 12, 1);
            decide("KEEP");
            assertThat(deadline(review, "REV-09").metOn())
                    .as("a decision counts from the day its letter is sent")
                    .isNull();
            on(2027, 12, 2);
            signed("manager", LetterKind.L_13);

            assertThat(deadline(review, "REV-09").metOn()).isEqualTo("2027-12-02");
            assertThat(deadline(review, "REV-01").state(LocalDate.of(2027, 12, 2)))
                    .isEqualTo(DeadlineState.MET);
            assertThat(deadline(review, "APP-01").due()).isEqualTo("2028-02-02");
            assertThat(review("1").state()).isEqualTo(EpisodeState.CLOSED);
            assertThat(review("1").outcome()).isEqualTo("KEPT");
            assertThat(file(nell).latest(DecisionKind.KEEP_PLAN).map(Decision::episodeId))
                    .contains(review.id());
            assertThat(words(nell, LetterKind.L_13, "Ruth Ashby")).contains("keep the plan as it is");
            assertThat(isRunning(nell)).isFalse();
            Episode next = review();
            assertThat(next.episodeKey()).isEqualTo("2");
            assertThat(deadline(next, "REV-02").due())
                    .as("12 months from the meeting, the earlier of meeting and notice (A-03)")
                    .isEqualTo("2028-11-09");
        }

        @Test
        void theReviewAmendsThePlan_withinEightWeeksOfTheNoticeAndTwelveOfTheMeeting() {
            theReviewIsDecided("AMEND", "Section F: swimming once a week.");
            Episode review = review("1");
            swimmingIsAdded();
            on(2027, 12, 6);
            theAmendmentsAreWritten();
            signed("caseworker", LetterKind.L_15);

            assertThat(deadline(review, "REV-09").metOn()).isEqualTo("2027-12-06");
            assertThat(deadline(review, "REV-12").due())
                    .as("8 weeks from 6 December are 31 January; 12 from the meeting 2 February")
                    .isEqualTo("2028-01-31");
            LocalDate lastDay = deadline(review, "REV-11").due();
            assertThat(lastDay).isAfterOrEqualTo(LocalDate.of(2027, 12, 20));
            assertThat(review().episodeKey()).as("the next year runs already").isEqualTo("2");

            on(lastDay);
            assertThat(openTasks(nell)).as("the last day belongs to the family").isEmpty();
            on(lastDay.plusDays(1));
            people.complete("caseworker", nell, "userTask_prepareAmendedPlan", amended());
            people.complete("manager", nell, "userTask_signAmendedPlan", agreed());
            people.runJobs();
            on(2028, 1, 10);
            signed("manager", LetterKind.L_16);

            assertThat(deadline(review, "REV-12").metOn()).isEqualTo("2028-01-10");
            assertThat(deadline(review, "REV-13").metOn()).isEqualTo("2028-01-10");
            assertThat(deadline(review, "APP-01").due()).isEqualTo("2028-03-10");
            PlanVersion inForce = plans.inForce(nell).orElseThrow();
            assertThat(inForce.kind()).isEqualTo(PlanKind.FINAL_AMENDED);
            assertThat(review("1").outcome()).isEqualTo("AMENDED");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void thePlanIsNotAmendedAfterAll_andTheNextReviewCanAmendIt() {
            theReviewIsDecided("AMEND", "Section F: swimming once a week.");
            swimmingIsAdded();
            on(2027, 12, 6);
            theAmendmentsAreWritten();
            signed("caseworker", LetterKind.L_15);
            on(2028, 1, 4);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_prepareAmendedPlan",
                    Map.of("step", "NOT_AMEND", "reasons", "The school swims with all its children now."));
            people.complete("manager", nell, "userTask_signAmendedPlan", agreed());
            signed("manager", LetterKind.L_17);

            Episode review = review("1");
            assertThat(deadline(review, "REV-12").metOn()).isEqualTo("2028-01-04");
            assertThat(deadline(review, "APP-01").due()).isEqualTo("2028-03-06");
            assertThat(review.outcome()).isEqualTo("NOT_AMENDED");
            assertThat(plans.inForce(nell).orElseThrow().kind()).isEqualTo(PlanKind.FINAL);
            assertThat(plans.of(nell)).extracting(PlanVersion::state).endsWith(PlanState.GIVEN_UP);
            assertThat(plans.proposeAmendments(nell).state()).isEqualTo(PlanState.WORKING);
        }

        @Test
        void aMeetingWithoutTwoWeeksOfNoticeIsRefused_andOneThatWasNotHeldIsArrangedAnew() {
            theReviewBegins();
            on(2027, 10, 4);
            assertThatThrownBy(() -> arrange(LocalDate.of(2027, 10, 15), LocalDate.of(2027, 10, 5)))
                    .hasMessageContaining("it can be on 18 October 2027 at the earliest");
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            signed("caseworker", LetterKind.L_11);
            papersGoRound();
            on(2027, 11, 10);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_recordMeeting",
                    Map.of("outcome", "NOT_HELD", "words", "Nell was ill."));
            assertThat(openTasks(nell)).containsExactly("userTask_arrangeReview");
            arrange(LocalDate.of(2027, 12, 1), LocalDate.of(2027, 11, 15));
            assertThat(deadline(review(), "REV-06").due()).isEqualTo("2027-11-17");
            assertThat(deadline(review(), "REV-06").metOn()).isNull();
        }

        @Test
        void aMissedDecisionIsEscalated_andDecidesNothing() {
            theReviewBegins();
            on(2027, 10, 4);
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            signed("caseworker", LetterKind.L_11);
            papersGoRound();
            on(2027, 11, 10);
            theMeetingIsHeld();
            on(2027, 12, 9);
            assertThat(openTasks(nell)).contains("userTask_decideReview", "userTask_explainDelay");
            assertThat(happened(nell, "Limit passed")).anyMatch(words -> words.contains("REV-09"));
            assertThat(plans.inForce(nell)).isPresent();
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
