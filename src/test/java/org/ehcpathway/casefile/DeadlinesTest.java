package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.UnknownRule;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeadlinesTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    @CasefileRoom.Test
    abstract static class Story {

        private static final LocalDate RECEIVED = Requests.MONDAY_14_SEPTEMBER;
        private static final LocalDate SIX_WEEKS = LocalDate.of(2026, 10, 26);

        @Autowired
        CaseFiles files;

        @Autowired
        Deadlines deadlines;

        @Autowired
        TestClock clock;

        private String reference;

        @BeforeEach
        void aRequestCameInOnMonday14September() {
            clock.setTo(RECEIVED);
            reference = files.open(Requests.rowans(), "caseworker").reference();
        }

        @Test
        void theClocksOfARequest_runToExactDays() {
            deadlines.start(reference, "REQ-04", RECEIVED);
            deadlines.start(reference, "PLAN-01", RECEIVED);
            deadlines.start(reference, "PLAN-06", RECEIVED);

            assertThat(deadlines.of(reference))
                    .extracting(Deadline::rule, Deadline::clockStart, Deadline::due)
                    .containsExactly(
                            tuple("REQ-04", RECEIVED, SIX_WEEKS),
                            tuple("PLAN-01", RECEIVED, LocalDate.of(2027, 1, 4)),
                            tuple("PLAN-06", RECEIVED, LocalDate.of(2027, 2, 1)));
            assertThat(current("REQ-04").ruleVersion()).isEqualTo("REQ-04@2014-09-01");
            assertThat(current("REQ-04").alternativeDue()).isEqualTo("2026-10-25");
            assertThat(current("REQ-04").alternativeReason()).contains("A-01");
        }

        @Test
        void aDeadlineRuns_warns_isStillInTimeOnItsLastDay_andIsOverdueTheDayAfter() {
            Deadline deadline = deadlines.start(reference, "REQ-04", RECEIVED);

            assertThat(deadline.state(deadline.warnOn().minusDays(1))).isEqualTo(DeadlineState.RUNNING);
            assertThat(deadline.state(deadline.warnOn())).isEqualTo(DeadlineState.DUE_SOON);
            assertThat(deadline.state(SIX_WEEKS)).isEqualTo(DeadlineState.DUE_SOON);
            assertThat(deadline.state(SIX_WEEKS.plusDays(1))).isEqualTo(DeadlineState.OVERDUE);
        }

        @Test
        void metOnTheLastDay_isMet_andMeetingItAgainChangesNothing() {
            deadlines.start(reference, "REQ-04", RECEIVED);
            clock.setTo(SIX_WEEKS);
            deadlines.meet(reference, "REQ-04", SIX_WEEKS, "caseworker", "L-04 sent");
            clock.setTo(SIX_WEEKS.plusDays(3));
            deadlines.meet(reference, "REQ-04", SIX_WEEKS.plusDays(3), "support", "L-04 sent again");

            Deadline met = current("REQ-04");
            assertThat(met.metOn()).isEqualTo(SIX_WEEKS);
            assertThat(met.metBy()).isEqualTo("caseworker");
            assertThat(met.metHow()).isEqualTo("L-04 sent");
            assertThat(met.state(SIX_WEEKS.plusDays(3))).isEqualTo(DeadlineState.MET);
            assertThat(met.isOpen()).isFalse();
        }

        @Test
        void metADayLate_isMetLate_andTheDueDateStays() {
            deadlines.start(reference, "REQ-04", RECEIVED);
            clock.setTo(SIX_WEEKS.plusDays(1));
            deadlines.meet(reference, "REQ-04", SIX_WEEKS.plusDays(1), "caseworker", "L-03 sent");

            assertThat(current("REQ-04").due()).isEqualTo(SIX_WEEKS);
            assertThat(current("REQ-04").state(SIX_WEEKS.plusDays(1))).isEqualTo(DeadlineState.MET_LATE);
        }

        @Test
        void startedTwiceFromTheSameDay_isOneDeadline() {
            Deadline first = deadlines.start(reference, "REQ-04", RECEIVED);
            clock.setTo(RECEIVED.plusDays(1));
            Deadline second = deadlines.start(reference, "REQ-04", RECEIVED);

            assertThat(second).isEqualTo(first);
            assertThat(deadlines.of(reference)).hasSize(1);
        }

        @Test
        void startedFromAnotherDay_theOldDeadlineIsSupersededAndKept() {
            LocalDate monday12October = LocalDate.of(2026, 10, 12);
            LocalDate wednesday14October = LocalDate.of(2026, 10, 14);
            clock.setTo(wednesday14October);
            deadlines.start(reference, "PLAN-04", monday12October);
            deadlines.start(reference, "PLAN-04", wednesday14October);
            deadlines.start(
                    reference, "PLAN-04", monday12October, Map.of(), "The draft was handed over on Monday after all.");

            assertThat(deadlines.of(reference))
                    .extracting(Deadline::clockStart, d -> d.supersededAt() == null, Deadline::supersededWhy)
                    .containsExactly(
                            tuple(
                                    monday12October,
                                    false,
                                    "The clock starts on 14 October 2026, not on 12 October 2026."),
                            tuple(wednesday14October, false, "The draft was handed over on Monday after all."),
                            tuple(monday12October, true, null));
            assertThat(current("PLAN-04").due()).isEqualTo("2026-10-26");
            assertThat(deadlines.of(reference).get(1).due()).isEqualTo("2026-10-28");
        }

        @Test
        void aRuleWithoutADate_orNoRuleAtAll_hasNoDeadline() {
            assertThatThrownBy(() -> deadlines.start(reference, "REQ-01", RECEIVED))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Rule REQ-01 sets no date, so it has no deadline.");
            assertThatThrownBy(() -> deadlines.start(reference, "REQ-99", RECEIVED))
                    .isInstanceOf(UnknownRule.class);
            assertThat(deadlines.of(reference)).isEmpty();
        }

        @Test
        void aClockStartsNeitherInTheFutureNorBeforeTheBirth() {
            assertThatThrownBy(() -> deadlines.start(reference, "REQ-04", RECEIVED.plusDays(1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Check the day the clock starts; it is in the future.");
            assertThatThrownBy(() -> deadlines.start(reference, "REQ-04", LocalDate.of(2017, 5, 2)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Check the day the clock starts; it is before the child or young person was born.");
            assertThat(deadlines.of(reference)).isEmpty();

            assertThat(deadlines
                            .start(reference, "REQ-04", LocalDate.of(2017, 5, 3))
                            .due())
                    .isEqualTo("2017-06-14");
        }

        @Test
        void aRuleThatLooksAhead_countsBackFromADayToCome() {
            LocalDate meeting = RECEIVED.plusDays(42);

            assertThat(deadlines.start(reference, "REV-06", meeting).due()).isEqualTo(meeting.minusDays(14));
        }

        @Test
        void aLetterByPostIsServedInSomeDays_soItsClockMayStartAhead_butNotOnALetterThatWasNotSent() {
            LocalDate wednesday = RECEIVED.plusDays(2);

            assertThat(deadlines.startOnService(reference, "PLAN-04", RECEIVED, wednesday))
                    .extracting(Deadline::clockStart, Deadline::due)
                    .containsExactly(wednesday, LocalDate.of(2026, 9, 30));
            assertThatThrownBy(() -> deadlines.startOnService(reference, "PLAN-04", wednesday, wednesday))
                    .hasMessage("Check the day the letter was sent; it is in the future.");
            assertThatThrownBy(() -> deadlines.startOnService(reference, "PLAN-04", RECEIVED, RECEIVED.minusDays(1)))
                    .hasMessage("Check the day the letter was served; it is before it was sent.");
        }

        @Test
        void aDeadlineIsNotMetBeforeItBegan_norInTheFuture_norWhenItNeverRan() {
            deadlines.start(reference, "REQ-04", RECEIVED);

            assertThatThrownBy(
                            () -> deadlines.meet(reference, "REQ-04", RECEIVED.minusDays(1), "caseworker", "L-04 sent"))
                    .hasMessage("Check the day it was done; it is before the time for it began.");
            assertThatThrownBy(
                            () -> deadlines.meet(reference, "REQ-04", RECEIVED.plusDays(1), "caseworker", "L-04 sent"))
                    .hasMessage("Check the day it was done; it is in the future.");
            assertThatThrownBy(() -> deadlines.meet(reference, "PLAN-06", RECEIVED, "caseworker", "L-10 sent"))
                    .hasMessage("No deadline of rule PLAN-06 runs in case " + reference + ".");
            assertThat(current("REQ-04").isOpen()).isTrue();
        }

        @Test
        void aCaseThatEndsWithoutAssessment_leavesTheCouncilNoDuty_butWhatWasMetStays() {
            deadlines.start(reference, "REQ-04", RECEIVED);
            deadlines.start(reference, "PLAN-01", RECEIVED);
            deadlines.start(reference, "PLAN-06", RECEIVED);
            clock.setTo(SIX_WEEKS);
            deadlines.meet(reference, "REQ-04", SIX_WEEKS, "caseworker", "L-03 sent");
            files.close(reference, Stage.NOT_ASSESSED, SIX_WEEKS);

            assertThat(deadlines.current(reference, "REQ-04")).get().satisfies(met -> assertThat(met.metOn())
                    .isEqualTo(SIX_WEEKS));
            assertThat(deadlines.current(reference, "PLAN-01")).isEmpty();
            assertThat(deadlines.current(reference, "PLAN-06")).isEmpty();
            assertThat(deadlines.of(reference))
                    .extracting(Deadline::rule, Deadline::supersededWhy)
                    .containsExactly(
                            tuple("REQ-04", null),
                            tuple("PLAN-01", "The case was closed."),
                            tuple("PLAN-06", "The case was closed."));
        }

        private Deadline current(String rule) {
            return deadlines.current(reference, rule).orElseThrow();
        }
    }
}
