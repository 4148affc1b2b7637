package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.statute.PhaseTransfer;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan names the setting of the next phase before the day of regulation 18, after one review and not two. */
class PhaseTransferStoriesTest {

    abstract static class Told extends LifeStory {

        private static final LocalDate SEPTEMBER_2028 = LocalDate.of(2028, 9, 1);

        @Autowired
        PhaseTransfers transfers;

        @Test
        void toSecondarySchool_theReviewIsBroughtForwardAndItsAmendmentNamesTheSchoolInTime() {
            aPlanOf("2017-03-09", 4, 11);
            on(2027, 8, 13);
            sweep.sweep();
            assertThat(transfersOfNell())
                    .as("six months before 14 February 2028")
                    .isEmpty();
            on(2027, 8, 14);
            sweep.sweep();
            sweep.sweep();

            Episode transfer = transfer();
            assertThat(transfer.state()).isEqualTo(EpisodeState.OPEN);
            assertThat(transfer.episodeKey()).isEqualTo("2028");
            assertThat(transfers.of(transfer.id()).phase()).isEqualTo(PhaseTransfer.PRIMARY_TO_SECONDARY);
            assertThat(transfers.of(transfer.id()).transferOn()).isEqualTo(SEPTEMBER_2028);
            assertThat(deadline(transfer, "REV-04").due()).isEqualTo("2028-02-14");
            assertThat(openTasks(nell)).containsExactly("userTask_askWhichSetting");

            on(2027, 9, 13);
            wish(asksFor());
            assertThat(review().state()).as("its year ends on 4 January 2028").isEqualTo(EpisodeState.OPEN);
            assertThat(openTasks(nell)).containsExactly("userTask_arrangeReview", "userTask_checkAndSign");
            signed("caseworker", LetterKind.L_09);
            assertThat(words(nell, LetterKind.L_09, "Mr Daniel Reeve"))
                    .contains("moves to the next phase of education on Friday 1 September 2028", "section 39(2)");
            assertThat(reading.enclosures(letter(nell, LetterKind.L_09).id()))
                    .as("the plan in force, and not the first draft")
                    .anyMatch(paper -> paper.title().equals(PlanKind.FINAL.title()));
            assertThat(consultation().dueOn()).isEqualTo("2027-09-28");
            on(2027, 9, 27);
            replies("caseworker", reply("ACCEPTS"));
            on(2027, 9, 28);
            sweep.sweep();
            assertThat(reviewsOfNell()).as("the sweep begins no second review").hasSize(1);

            theReviewAmends();
            prepareFor("SETTING", "2028-09-01");
            assertThatThrownBy(() -> theManagerAgrees("APPROPRIATE"))
                    .as("asked for in September, before the amendment began")
                    .hasMessageContaining("The family asked for a setting.");
            theManagerAgrees("REQUESTED");
            on(2028, 1, 10);
            signed("manager", LetterKind.L_16);
            people.runJobs();

            Deadline named = deadline(transfer, "REV-04");
            assertThat(named.metOn()).isEqualTo("2028-01-10");
            assertThat(named.state(LocalDate.of(2028, 1, 10))).isEqualTo(DeadlineState.MET);
            assertThat(deadline(review("1"), "REV-12").metOn()).isEqualTo("2028-01-10");
            assertThat(transfer().outcome()).isEqualTo("NAMED");
            PlanVersion plan = plans.inForce(nell).orElseThrow();
            assertThat(plan.kind()).isEqualTo(PlanKind.FINAL_AMENDED);
            assertThat(plan.naming().settingId())
                    .isEqualTo(settings.get("100002").id());
            assertThat(plan.naming().startsOn()).isEqualTo(SEPTEMBER_2028);
            assertThat(plan.naming().untilThen()).isEqualTo("maintained special school");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void toCollege_aReviewThatKeptThePlanIsFollowedByAnAmendmentBefore31March() {
            aPlanOf("2012-03-09", 11, 16);
            on(2027, 9, 30);
            sweep.sweep();
            Episode transfer = transfer();
            assertThat(transfers.of(transfer.id()).phase()).isEqualTo(PhaseTransfer.SECONDARY_TO_POST_16);
            assertThat(deadline(transfer, "REV-03").due()).isEqualTo("2028-03-30");
            wish(answer("LEAVES_IT"));
            on(2027, 10, 4);
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            theMeetingReports("KEEP", null);
            decide("KEEP");
            on(2027, 12, 2);
            signed("manager", LetterKind.L_13);
            people.runJobs();

            assertThat(review("1").outcome()).isEqualTo("KEPT");
            assertThat(openTasks(nell)).containsExactly("userTask_writeAmendments");
            assertThat(people.tasks(nell, "userTask_writeAmendments").get(0).getDueDate())
                    .as("eight weeks before 30 March 2028 (REV-12)")
                    .isEqualTo("2028-02-03T23:59:59");
            on(2028, 1, 10);
            theAmendmentsAreWritten();
            signed("caseworker", LetterKind.L_15);
            assertThat(deadline(transfer, "REV-12").due()).isEqualTo("2028-03-06");
            on(deadline(transfer, "REV-11").due().plusDays(1));
            assertThatThrownBy(() -> people.complete(
                            "caseworker",
                            nell,
                            "userTask_prepareAmendedPlan",
                            Map.of("step", "NOT_AMEND", "reasons", "The college is not known yet.")))
                    .hasMessageContaining("from 1 Sept 2028 (regulation 18)");
            assertThatThrownBy(() -> prepareFor("TYPE", null)).hasMessageContaining("Fill in “Named from”");
            prepareFor("TYPE", "2028-09-01");
            theManagerAgrees("TYPE_NO_REQUEST");
            on(2028, 2, 28);
            signed("manager", LetterKind.L_16);
            people.runJobs();

            assertThat(deadline(transfer, "REV-03").metOn()).isEqualTo("2028-02-28");
            assertThat(deadline(transfer, "APP-01").due()).isEqualTo("2028-04-28");
            assertThat(transfer().outcome()).isEqualTo("AMENDED");
            assertThat(reviewsOfNell())
                    .as("reviewed, and the next year planned")
                    .hasSize(2);
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void anotherChangeOfThePlanIsWaitedFor_becauseAPlanIsAmendedOnceAtATime() {
            aPlanOf("2012-03-09", 11, 16);
            on(2027, 9, 30);
            sweep.sweep();
            wish(answer("LEAVES_IT"));
            people.start(
                    "caseworker",
                    "change-plan",
                    Map.of("reference", nell, "what", "CHANGE", "reasons", "Nell moved in with her father."));
            people.complete(
                    "manager",
                    nell,
                    "userTask_decideChange",
                    Map.of("verdict", "AMEND", "reasons", "It cannot wait for the review."));
            on(2027, 10, 4);
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            theMeetingReports("KEEP", null);
            decide("KEEP");
            signed("manager", LetterKind.L_13);
            people.runJobs();
            assertThat(openTasks(nell))
                    .as("the transfer waits for the change")
                    .containsExactly("userTask_writeAmendments");

            swimmingIsAdded();
            theAmendmentsAreWritten();
            signed("caseworker", LetterKind.L_15);
            on(2027, 12, 23);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_prepareAmendedPlan",
                    Map.of("step", "NOT_AMEND", "reasons", "Nell is back with her mother."));
            people.complete("manager", nell, "userTask_signAmendedPlan", agreed());
            signed("manager", LetterKind.L_17);
            people.runJobs();
            assertThat(openTasks(nell))
                    .as("now the transfer writes its own")
                    .containsExactly("userTask_writeAmendments");
            assertThat(people.tasks(nell, "userTask_writeAmendments").get(0).getDueDate())
                    .isEqualTo("2028-02-03T23:59:59");
            assertThat(transfer().isOpen()).isTrue();
        }

        @Test
        void aLateTransferIsSaidToBeMissed_staysInTheFileAsMissed_andGoesOn() {
            aPlanOf("2016-03-09", 4, 11);
            on(2027, 1, 6);
            sweep.sweep();
            Episode transfer = transfer();
            assertThat(deadline(transfer, "REV-04").due())
                    .as("the plan was made six weeks before")
                    .isEqualTo("2027-02-14");
            assertThat(people.tasks(nell, "userTask_askWhichSetting").get(0).getDueDate())
                    .as("the notice should have gone out by 20 December")
                    .isEqualTo("2027-01-06T23:59:59");
            on(2027, 1, 11);
            wish(answer("LEAVES_IT"));
            arrange(LocalDate.of(2027, 2, 10), LocalDate.of(2027, 1, 20));
            theMeetingReportsOn(2027, 2, 10);
            on(2027, 2, 15);
            assertThat(openTasks(nell)).contains("userTask_decideReview", "userTask_explainDelay");
            assertThat(happened(nell, "Limit passed"))
                    .anyMatch(words -> words.contains("REV-04 was due on 14 Feb 2027. The duty goes on."));
            assertThat(deadline(transfer, "REV-04").state(LocalDate.of(2027, 2, 15)))
                    .isEqualTo(DeadlineState.OVERDUE);
            on(2027, 2, 22);
            theReportIsGiven("KEEP", null);
            signed("caseworker", LetterKind.L_12);
            decide("KEEP");
            signed("manager", LetterKind.L_13);
            people.runJobs();
            theAmendmentsAreWritten();
            signed("caseworker", LetterKind.L_15);
            on(deadline(transfer, "REV-11").due().plusDays(1));
            prepareFor("TYPE", "2027-09-01");
            theManagerAgrees("TYPE_NO_REQUEST");
            on(2027, 3, 22);
            signed("manager", LetterKind.L_16);
            people.runJobs();

            Deadline missed = deadline(transfer, "REV-04");
            assertThat(missed.due()).isEqualTo("2027-02-14");
            assertThat(missed.metOn()).isEqualTo("2027-03-22");
            assertThat(missed.state(LocalDate.of(2027, 3, 22))).isEqualTo(DeadlineState.MET_LATE);
            assertThat(transfer().outcome()).isEqualTo("AMENDED");
        }

        @Test
        void nobodyTransfersFromAThroughSchool() {
            aPlanOf("2017-03-09", 4, 19);
            on(2027, 8, 14);
            sweep.sweep();
            on(2028, 2, 1);
            sweep.sweep();
            assertThat(transfersOfNell()).isEmpty();
        }

        @Test
        void aReviewThatHasJustBeenHeldIsEnough() {
            aPlanOf("2017-03-09", 4, 19);
            theReviewIsDecided("KEEP", "Section F: swimming once a week.");
            signed("manager", LetterKind.L_13);
            assertThat(review("1").outcome()).isEqualTo("KEPT");

            settings.teaches("100001", 4, 11);
            on(2027, 12, 6);
            sweep.sweep();
            wish(answer("NO_ANSWER"));

            assertThat(openTasks(nell))
                    .as("straight to the amendment; the review of 10 November counts")
                    .containsExactly("userTask_writeAmendments");
            assertThat(review().state()).isEqualTo(EpisodeState.PLANNED);
            assertThat(review().episodeKey()).isEqualTo("2");
        }

        @Test
        void whereThereIsNoTransferThisYear_theEpisodeEndsWithTheReason() {
            aPlanOf("2017-03-09", 4, 11);
            on(2027, 8, 14);
            sweep.sweep();
            Episode transfer = transfer();
            Map<String, Object> form = answer("NO_TRANSFER");
            assertThatThrownBy(() -> wish(form)).hasMessageContaining("why there is no transfer this year");
            form.put("words", "Nell is taught with the year below hers and stays for another year.");
            wish(form);

            assertThat(transfer().outcome()).isEqualTo("NO_TRANSFER");
            assertThat(deadlines.current(nell, transfer.id(), "REV-04")).isEmpty();
            sweep.sweep();
            assertThat(transfersOfNell()).hasSize(1);
            assertThat(isRunning(nell)).isFalse();
        }

        private void aPlanOf(String birthDate, int lowestAge, int highestAge) {
            born = birthDate;
            aPlanIsInForce();
            settings.teaches("100001", lowestAge, highestAge);
        }

        private List<Episode> transfersOfNell() {
            return episodes.of(nell).stream()
                    .filter(one -> one.kind() == EpisodeKind.PHASE_TRANSFER)
                    .toList();
        }

        private List<Episode> reviewsOfNell() {
            return episodes.of(nell).stream()
                    .filter(one -> one.kind() == EpisodeKind.ANNUAL_REVIEW)
                    .toList();
        }

        private Episode transfer() {
            assertThat(transfersOfNell()).hasSize(1);
            return transfersOfNell().get(0);
        }

        private Map<String, Object> answer(String answer) {
            Map<String, Object> form = new HashMap<>();
            form.put("answer", answer);
            form.put("saidBy", "Ruth Ashby");
            form.put("saidOn", LocalDate.now(clock).toString());
            return form;
        }

        private Map<String, Object> asksFor() {
            Map<String, Object> form = answer("ASKS");
            form.put("requestedUrn", "100002");
            form.put("requestedKind", "MAINTAINED_SCHOOL");
            return form;
        }

        private void wish(Map<String, Object> form) {
            people.complete("caseworker", nell, "userTask_askWhichSetting", form);
            people.runJobs();
        }

        private void theReviewAmends() {
            on(2027, 10, 4);
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            theMeetingReports("AMEND", "Section F: swimming once a week.");
            decide("AMEND");
            swimmingIsAdded();
            on(2027, 12, 6);
            theAmendmentsAreWritten();
            signed("caseworker", LetterKind.L_15);
            on(deadline(review("1"), "REV-11").due().plusDays(1));
        }

        private void theMeetingReports(String recommends, String changes) {
            theMeetingReportsOn(2027, 11, 10);
            on(2027, 11, 22);
            theReportIsGiven(recommends, changes);
            signed("caseworker", LetterKind.L_12);
            on(2027, 12, 1);
        }

        private void theMeetingReportsOn(int year, int month, int day) {
            signed("caseworker", LetterKind.L_11);
            papersGoRound();
            on(year, month, day);
            theMeetingIsHeld();
        }

        private void prepareFor(String naming, String from) {
            Map<String, Object> form = new HashMap<>();
            form.put("step", "AMEND");
            form.put("naming", naming);
            form.put("settingType", "maintained secondary school");
            form.put("changes", "Section I.");
            if (naming.equals("SETTING")) {
                form.put("settingUrn", "100002");
            }
            if (from != null) {
                form.put("namesFrom", from);
            }
            people.complete("caseworker", nell, "userTask_prepareAmendedPlan", form);
        }

        private void theManagerAgrees(String ground) {
            people.complete("manager", nell, "userTask_signAmendedPlan", agreed(ground));
            people.runJobs();
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
