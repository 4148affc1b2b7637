package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What further dates, closures and parts do to an answer, and what the answer says of it. */
class FurtherFactsTest {

    private final Timescales timescales = Timescales.fromClasspath();

    @Test
    void aPlanTakenOver_isReviewedByTheLaterOfTheOldYearAndThreeMonths() {
        assertThat(due("MOV-05", "2026-11-02", "plan-made", "2026-06-17").due()).isEqualTo("2027-06-16");
        assertThat(due("MOV-05", "2026-11-02", "plan-made", "2025-12-01").due()).isEqualTo("2027-02-01");
        assertThat(due("MOV-05", "2026-06-17", "transfer", "2026-11-02").due()).isEqualTo("2027-06-16");
        assertThat(due("MOV-05", "2025-12-01", "transfer", "2026-11-02").due()).isEqualTo("2027-02-01");
        assertThat(due("MOV-05", "2026-11-02", "transfer", "2026-11-02").due()).isEqualTo("2027-02-01");
        assertThat(due("MOV-05", "2026-11-02").due()).isEqualTo("2027-02-01");
        assertThat(due("MOV-05", "2026-11-02", "plan-made", "2026-06-17").countingInWords())
                .contains(
                        "That ends on Monday 1 February 2027; REV-02 ends on Wednesday 16 June 2027;"
                                + " the later counts: Wednesday 16 June 2027.",
                        "without it only the 3 months are known");
        assertThat(due("MOV-05", "2025-12-01", "transfer", "2026-11-02").countingInWords())
                .contains("Counted from Monday 2 November 2026.");
    }

    @ParameterizedTest(name = "known 2 November 2026, move {0}: by {1}")
    @CsvSource({"2026-11-23, 2026-11-23", "2026-11-20, 2026-11-20", "2026-11-10, 2026-11-20", "2027-03-01, 2027-03-01"})
    void aMoveKnownFifteenWorkingDaysAhead_isDueOnTheDayItself(String move, String due) {
        DueDate answer = due("MOV-02", "2026-11-02", "event", move);

        assertThat(answer.due()).isEqualTo(due);
        assertThat(answer.alternative()).isNull();
        assertThat(answer.countingInWords().contains("Known at least 15 working days ahead, so the day itself counts"))
                .isEqualTo(!move.equals("2026-11-20") && !move.equals("2026-11-10"));
    }

    @Test
    void noticeOfAMeeting_isCountedBackFromTheMeeting_howeverItIsGiven() {
        assertThat(due("REV-06", "2026-11-10").due()).isEqualTo("2026-10-27");
        assertThat(due("REV-06", "2026-10-01", "meeting", "2026-11-10").due()).isEqualTo("2026-10-27");
        assertThat(due("REV-06", "2026-10-01", "event", "2026-11-10").due()).isEqualTo("2026-10-27");
        assertThat(due("REV-05", "2026-09-14", "transfer", "2027-09-01").due()).isEqualTo("2027-04-01");
        assertThat(due("REV-03", "2026-09-14", "transfer", "2027-09-01").due()).isEqualTo("2027-03-30");
        assertThat(due("MED-09", "2026-12-08", "meeting", "2027-01-11").due()).isEqualTo("2027-01-04");
    }

    @Test
    void aDateTheTribunalSets_wins_andNothingMovesIt() {
        DueDate fixed = due("APP-05", "2026-12-02", "directions", "2027-01-09");

        assertThat(due("APP-05", "2026-12-02").due()).isEqualTo("2027-01-21");
        assertThat(fixed.due()).isEqualTo("2027-01-09");
        assertThat(fixed.alternative()).isNull();
        assertThat(fixed.countingInWords()).contains("The day that was given counts instead: Saturday 9 January 2027.");
        assertThat(fixed.countingInWords()).doesNotContain("work towards", "calendar moves");
        assertThat(due("APP-08", "2027-03-01").due()).isEqualTo("2027-02-15");
        assertThat(due("APP-08", "2027-01-04", "event", "2027-03-01").due()).isEqualTo("2027-02-15");
        assertThat(due("ORD-e", "2027-02-12", "directions", "2027-04-30").due()).isEqualTo("2027-04-30");
    }

    @Test
    void anAgreementInWriting_takesThePlaceOfThePeriod_alsoWhereThereIsNone() {
        assertThat(due("MED-13", "2026-12-04").due()).isNull();
        assertThat(due("MED-13", "2026-12-04", "agreed", "2027-01-15").due()).isEqualTo("2027-01-15");
        assertThat(due("MED-14", "2026-12-04", "agreed", "2027-01-15").due()).isEqualTo("2027-01-15");
    }

    @Test
    void ceasingAfterAReviewMeeting_keepsTheFourWeeks_otherwiseThereIsNoNumber() {
        assertThat(due("CEA-02", "2026-11-20").due()).isNull();

        DueDate afterReview = due("CEA-02", "2026-11-20", "meeting", "2026-11-10");

        assertThat(afterReview.due()).isEqualTo("2026-12-08");
        assertThat(afterReview.countingInWords()).startsWith("REV-09 ends on Tuesday 8 December 2026.");
        assertThat(afterReview.alternative()).isNull();
    }

    @Test
    void turning25_theYearEndsOn31July_aCourseWhenItEnds_atTheLatestBefore26() {
        assertThat(due("CEA-08", "2026-11-20").due()).isEqualTo("2027-07-31");
        assertThat(due("CEA-08", "2027-07-31").due()).isEqualTo("2027-07-31");
        assertThat(due("CEA-08", "2027-08-01").due()).isEqualTo("2028-07-31");
        assertThat(due("CEA-08", "2026-11-20", "event", "2027-06-30").due()).isEqualTo("2027-06-30");
        assertThat(due("CEA-08", "2026-11-20", "event", "2027-12-31").due()).isEqualTo("2027-11-19");
        assertThat(course(null).due()).isEqualTo("2027-11-19");
        assertThat(course("2027-06-30").due()).isEqualTo("2027-06-30");
        assertThat(course("2027-06-30").countingInWords()).contains("No later than Wednesday 30 June 2027.");
        assertThat(course("2028-06-30").due()).isEqualTo("2027-11-19");
        assertThat(course("2028-06-30").countingInWords()).doesNotContain("No later than");
    }

    private DueDate course(String scheduledEnd) {
        return timescales.due(new Question(
                "CEA-08",
                "apprenticeship or other course",
                day("2026-11-20"),
                scheduledEnd == null ? Map.of() : Map.of("event", day(scheduledEnd)),
                SettingCalendar.UNKNOWN));
    }

    @Test
    void aLateNoticeOfReassessment_showsWeekFourteenFromItsOwnLastDayToo() {
        DueDate late = due("RAS-06", "2026-11-20", "request", "2026-10-20");
        DueDate inTime = due("RAS-06", "2026-11-04", "request", "2026-10-20");

        assertThat(late.due()).isEqualTo("2027-02-26");
        assertThat(late.alternative().due()).isEqualTo("2027-02-10");
        assertThat(late.alternative().reason())
                .startsWith("The step before was late: counted from Wednesday 4 November 2026, the last day of RAS-01");
        assertThat(inTime.due()).isEqualTo("2027-02-10");
        assertThat(inTime.alternative().due()).isEqualTo("2027-02-09");
        assertThat(inTime.alternative().reason()).contains("A-01");
    }

    @Test
    void targetsOfTheSheet_areShownAsOtherDays() {
        assertThat(due("RAS-07", "2026-11-04").alternative().due()).isEqualTo("2026-12-30");
        assertThat(due("RAS-07", "2026-11-04").alternative().reason()).startsWith("Internal target: Within 8 weeks of");
        assertThat(due("REV-15", "2026-11-04").alternative().due()).isEqualTo("2027-02-04");
        assertThat(due("SCH-02", "2027-01-05").alternative().due()).isEqualTo("2027-01-19");
    }

    @Test
    void aTemporaryPlace_isKeptForTenDaysOnWhichTheSettingIsOpen() {
        Question question = new Question(
                "ADV-06", "", day("2026-10-20"), Map.of(), SettingCalendar.parse("2026-10-26..2026-10-30, 2026-11-02"));

        assertThat(due("ADV-06", "2026-10-20").due()).isEqualTo("2026-11-03");
        assertThat(due("ADV-06", "2026-10-20").countingInWords()).contains("every working day counts as open");
        assertThat(timescales.due(question).due()).isEqualTo("2026-11-11");
        assertThat(timescales.due(question).countingInWords()).doesNotContain("every working day counts as open");
    }

    @Test
    void closures_areReadWithTheirFirstAndLastDay() {
        SettingCalendar calendar = SettingCalendar.parse(" 2026-12-21..2027-01-01 , 2026-11-02 ");
        WorkingDays workingDays = new WorkingDays();

        assertThat(calendar.closures()).hasSize(2);
        assertThat(calendar.isOpen(day("2026-12-18"), workingDays)).isTrue();
        assertThat(calendar.isOpen(day("2026-12-21"), workingDays)).isFalse();
        assertThat(calendar.isOpen(day("2026-12-31"), workingDays)).isFalse();
        assertThat(calendar.isOpen(day("2027-01-04"), workingDays)).isTrue();
        assertThat(calendar.isOpen(day("2026-11-02"), workingDays)).isFalse();
        assertThat(calendar.isOpen(day("2026-11-03"), workingDays)).isTrue();
        assertThat(calendar.isOpen(day("2026-11-07"), workingDays)).isFalse();
        refused(() -> SettingCalendar.parse("half-term"), "\"half-term\" is not written as first and last closed day");
        refused(() -> SettingCalendar.parse("2026-13-01"), "\"2026-13-01\" is not written");
        refused(
                () -> SettingCalendar.parse("2026-11-03..2026-11-02"),
                "ends on Monday 2 November 2026, before it begins");
        refused(() -> SettingCalendar.parse("2026-11-03..2028-11-02"), "is longer than a year");
        assertThat(SettingCalendar.parse("2026-11-03..2026-11-03").closures()).hasSize(1);
    }

    @Test
    void aCalendarWhereNoDaysOfASettingAreCounted_isRefused() {
        SettingCalendar calendar = new SettingCalendar(List.of());

        refused(
                () -> timescales.due(new Question("REQ-04", "", day("2026-09-14"), Map.of(), calendar)),
                "REQ-04 is not counted in school or institution days");
    }

    @Test
    void theLeastTheLawGives_isNotShortened_norTheTimeAPlanMustRun() {
        assertThat(due("PLAN-04", "2027-01-02").due()).isEqualTo("2027-01-16");
        assertThat(due("PLAN-04", "2027-01-02").countingInWords()).doesNotContain("work towards");
        DueDate held = due("CEA-03", "2026-06-20");
        assertThat(held.due()).isEqualTo("2026-09-01");
        assertThat(held.alternative()).isNull();
        assertThat(due("APP-01", "2026-06-20").alternative().due()).isEqualTo("2026-08-20");
    }

    @Test
    void aLimitOnABankHoliday_orAWeekend_staysAndNamesTheReading() {
        assertThat(due("PLAN-01", "2026-05-11").countingInWords())
                .contains("work towards Friday 28 August 2026 (A-29, A-39)");
        assertThat(due("REQ-04", "2026-09-13").countingInWords())
                .contains("work towards Friday 23 October 2026 (A-29)");
    }

    @Test
    void theYearOfReview_isCountedFromTheEarlierOfMeetingAndDecision() {
        assertThat(due("REV-02", "2026-12-08").due()).isEqualTo("2027-12-07");
        DueDate fromMeeting = due("REV-02", "2026-12-08", "meeting", "2026-11-10");
        assertThat(fromMeeting.due()).isEqualTo("2027-11-09");
        assertThat(fromMeeting.alternative()).isNull();
    }

    @Test
    void weekTwelve_withANoticeSentLateOrEarly() {
        assertThat(due("REV-13", "2026-11-10", "sent", "2026-12-22").due()).isEqualTo("2027-02-02");
        assertThat(due("REV-13", "2026-11-10", "sent", "2026-12-22")
                        .alternative()
                        .due())
                .isEqualTo("2027-02-16");
        assertThat(due("REV-13", "2026-11-10", "sent", "2026-11-24").due()).isEqualTo("2027-01-19");
        assertThat(due("REV-13", "2026-11-10", "sent", "2026-11-24")
                        .alternative()
                        .due())
                .isEqualTo("2027-01-18");
        assertThat(due("REV-12", "2026-11-24", "meeting", "2026-11-10")
                        .alternative()
                        .due())
                .isEqualTo("2027-01-18");
    }

    @Test
    void aMoveKnownLongAhead_isDueOnItsDay_howeverItIsAsked() {
        assertThat(due("MOV-01", "2027-01-11").due()).isEqualTo("2027-01-11");
        assertThat(due("MOV-01", "2026-11-02", "event", "2027-01-11").due()).isEqualTo("2027-01-11");
    }

    @Test
    void noticeOfAMediationOnASaturday_hasFiveWholeWorkingDays() {
        assertThat(due("MED-09", "2027-01-16").due()).isEqualTo("2027-01-08");
        assertThat(due("MED-09", "2027-01-15").due()).isEqualTo("2027-01-08");
    }

    @Test
    void aPlanMadeAfterItsTransfer_isRefused() {
        refused(() -> due("MOV-05", "2026-11-02", "plan-made", "2027-05-01"), "cannot lie after");
        refused(() -> due("ORD-e", "2027-02-12", "directions", "2027-01-01"), "cannot lie before");
    }

    @Test
    void aRuleWithSeveralLimits_namesItsParts_andRefusesOthers() {
        assertThat(timescales.parts("OTH-03", day("2026-12-07")))
                .extracting(Timescale::title)
                .containsExactly(
                        "OTH-03 (stage 1 reply)", "OTH-03 (stage 2 acknowledgement)", "OTH-03 (stage 2 reply)");
        assertThat(timescales.parts("REQ-04", day("2026-12-07"))).isEmpty();
        assertThat(timescales
                        .inForce("OTH-03", "stage 1 reply", day("2026-12-07"))
                        .inShort())
                .isEqualTo("10 working days");
        assertThat(timescales
                        .inForce("OTH-03", "stage 1 reply", day("2026-12-07"))
                        .version())
                .isEqualTo("OTH-03 (stage 1 reply)@2026-04-01");
        refused(
                () -> timescales.inForce("OTH-03", "stage 3", day("2026-12-07")),
                "OTH-03 has no part \"stage 3\"; it has stage 1 reply, stage 2 acknowledgement, stage 2 reply.");
        refused(
                () -> timescales.inForce("REQ-04", "half", day("2026-12-07")),
                "REQ-04 has no part \"half\"; it has none.");
        refused(() -> timescales.parts("REQ-99", day("2026-12-07")), "REQ-99");
    }

    @ParameterizedTest
    @CsvSource({
        "later of APP-02 from certificate, certificate, APP-02",
        "later of REV-02 from plan-made or start, plan-made, REV-02",
        "earlier of REV-13 from meeting showing own, meeting, REV-13",
        "until event at most MI(12), event,",
        "no earlier day,,",
        "earlier of REV-13 from meeting, meeting, REV-13",
        "counted from transfer, transfer,",
        "on directions, directions,",
        "on event when known 15 working days ahead, event,",
        "no later than event, event,",
        "target M(3),,",
        "target W(14) after RAS-01 from request, request, RAS-01",
    })
    void effectsAreReadAsTheyAreWritten(String clause, String fact, String rule) {
        Effect effect = Effect.parse(clause);

        assertThat(effect.fact()).isEqualTo(fact);
        assertThat(effect.rule()).isEqualTo(rule);
        if (effect instanceof Effect.LaterOf later) {
            assertThat(later.orStart()).isEqualTo(clause.endsWith("or start"));
        }
        if (effect instanceof Effect.EarlierOf earlier) {
            assertThat(earlier.shown()).isEqualTo(clause.endsWith("showing own") ? "own" : "");
        }
        if (effect instanceof Effect.OnWhenKnown known) {
            assertThat(known.workingDays()).isEqualTo(15);
        }
    }

    private DueDate due(String rule, String from, String... facts) {
        Map<String, LocalDate> further = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            further.put(facts[i], day(facts[i + 1]));
        }
        return timescales.due(rule, day(from), further);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
