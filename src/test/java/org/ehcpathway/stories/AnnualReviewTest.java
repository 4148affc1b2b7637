package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.pathway.PlanSweep.Swept;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
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

        @Test
        void theCouncilDecidesWithoutTheReport_whichIsOwedAllTheSame() {
            theReviewBegins();
            on(2027, 10, 4);
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            signed("caseworker", LetterKind.L_11);
            on(2027, 11, 10);
            assertThat(happened(nell, "Papers of the review were not sent round"))
                    .isEmpty();
            theMeetingIsHeld();
            assertThat(happened(nell, "Papers of the review were not sent round"))
                    .containsExactly("2027-11-10T09:00 They were due by 27 October 2027, two weeks before the meeting"
                            + " (REV-07).");
            on(2027, 11, 22);
            assertThatThrownBy(() -> decide("KEEP")).hasMessageContaining("The report of the meeting is not here yet.");
            people.complete(
                    "manager",
                    nell,
                    "userTask_decideReview",
                    Map.of(
                            "verdict",
                            "KEEP",
                            "reasons",
                            "Nell has reached what the plan was to bring her this year.",
                            "withoutReport",
                            true));
            signed("manager", LetterKind.L_13);
            assertThat(review("1").outcome()).isEqualTo("KEPT");
            assertThat(openTasks(nell)).containsExactly("userTask_provideReport");
            assertThat(deadline(review("1"), "REV-08").isOpen()).isTrue();

            on(2027, 11, 30);
            theReportIsGiven("KEEP", null);
            signed("caseworker", LetterKind.L_12);
            assertThat(deadline(review("1"), "REV-08").metOn()).isEqualTo("2027-11-30");
            assertThat(deadline(review("1"), "REV-08").due()).isEqualTo("2027-11-24");
            assertThat(openTasks(nell)).containsExactly("userTask_explainDelay");
        }

        @Test
        void aMeetingThatLeavesTooLittleOfTheYearNeedsItsReason() {
            theReviewBegins();
            on(2027, 10, 4);
            assertThatThrownBy(() -> arrange(LocalDate.of(2027, 12, 8), LocalDate.of(2027, 11, 15)))
                    .hasMessageContaining("to be done, with its decision sent, by 4 January 2028 (REV-01)");
            arrange(LocalDate.of(2027, 12, 7), LocalDate.of(2027, 11, 15));
            assertThat(openTasks(nell)).as("four weeks stay").containsExactly("userTask_checkAndSign");
        }

        @Test
        void inAnAmendmentTheSchoolTheFamilyAsksForIsHeardAndNamed() {
            theReviewIsDecided("AMEND", "Section F: swimming once a week.");
            swimmingIsAdded();
            on(2027, 12, 6);
            assertThatThrownBy(this::theFamilyAsksForBirchwood)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("or a notice of amendments");
            theAmendmentsAreWritten();
            signed("caseworker", LetterKind.L_15);
            on(2027, 12, 13);
            theFamilyAsksForBirchwood();
            signed("caseworker", LetterKind.L_09);
            assertThat(words(nell, LetterKind.L_09, "Mr Daniel Reeve"))
                    .contains("We are changing it.", "section 39(2)", "The family has asked for it.");
            assertThat(reading.enclosures(letter(nell, LetterKind.L_09).id()))
                    .anyMatch(paper -> paper.title().equals("EHC plan with proposed amendments"))
                    .noneMatch(paper -> paper.title().equals("Draft EHC plan"));

            on(2027, 12, 30);
            Map<String, Object> stays = new HashMap<>(amended());
            people.complete("caseworker", nell, "userTask_prepareAmendedPlan", stays);
            assertThatThrownBy(() -> people.complete("manager", nell, "userTask_signAmendedPlan", agreed()))
                    .hasMessageContaining("Choose the ground on which section I names");
            assertThatThrownBy(() ->
                            people.complete("manager", nell, "userTask_signAmendedPlan", agreed("TYPE_NO_REQUEST")))
                    .hasMessageContaining("The family asked for a setting.");
            people.complete(
                    "manager",
                    nell,
                    "userTask_signAmendedPlan",
                    Map.of("verdict", "SEND_BACK", "reasons", "Please propose the school the family asks for."));

            Map<String, Object> birchwood = new HashMap<>(amended());
            birchwood.put("naming", "SETTING");
            birchwood.put("settingUrn", "100002");
            birchwood.put("settingType", "maintained special school");
            people.complete("caseworker", nell, "userTask_prepareAmendedPlan", birchwood);
            people.complete("manager", nell, "userTask_signAmendedPlan", agreed("REQUESTED"));
            signed("manager", LetterKind.L_16);

            assertThat(ground()).startsWith("Children and Families Act 2014 s.39(3)");
            assertThat(plans.namedSetting(nell)).map(setting -> setting.urn()).contains("100002");
            assertThat(words(nell, LetterKind.L_16, "Ruth Ashby"))
                    .contains("Why we decided this", "the report of the review shows why");
            assertThat(happened(nell, "Consultation ended without a reply"))
                    .containsExactly("2027-12-30T09:00 Birchwood School");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void theSweepOfTheDayRunsAsAProcess() {
            on(2027, 9, 28);
            runtime.startProcessInstanceByKey("plan-register-sweep", "SWEEP-2027-09-28");
            people.runJobs();
            assertThat(review().state()).isEqualTo(EpisodeState.OPEN);
            assertThat(openTasks(nell)).containsExactly("userTask_arrangeReview");
        }

        private void theFamilyAsksForBirchwood() {
            requestsForSettings.take(
                    nell,
                    new RequestsForSettings.Asked(
                            null,
                            new RequestsForSettings.Wanted("100002", SettingKind.MAINTAINED_SCHOOL, null),
                            "Ruth Ashby",
                            LocalDate.now(clock),
                            Means.TELEPHONE),
                    "caseworker");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
