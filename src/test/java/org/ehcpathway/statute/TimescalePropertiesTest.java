package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

/** What holds for every rule on every day from 2014 to 2100, whatever the numbers in the table are. */
class TimescalePropertiesTest {

    private static final Timescales TIMESCALES = Timescales.fromClasspath();
    private static final WorkingDays WORKING_DAYS = new WorkingDays();

    @Property(tries = 5000)
    void aLaterStartNeverGivesAnEarlierLastDay(
            @ForAll("rulesWithADate") Timescale rule,
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(max = 400) int later) {
        LocalDate laterStart = start.plusDays(later).isAfter(LocalDate.of(2100, 12, 31))
                ? LocalDate.of(2100, 12, 31)
                : start.plusDays(later);

        assertThat(due(rule, laterStart)).isAfterOrEqualTo(due(rule, start));
    }

    @Property(tries = 5000)
    void noLastDayLiesBeforeItsStart_butForNoticeAheadAndBeforeADate(
            @ForAll("rulesWithADate") Timescale rule, @ForAll("days") LocalDate start) {
        boolean looksAhead =
                rule.counting().startsWith("AHEAD") || rule.counting().startsWith("BEF");

        if (looksAhead) {
            assertThat(due(rule, start)).isBeforeOrEqualTo(LocalDate.of(start.getYear(), 12, 31));
        } else {
            assertThat(due(rule, start)).isAfterOrEqualTo(start);
        }
    }

    @Property(tries = 2000)
    void theSameWeekday_isKeptByWeeks(@ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 60) int weeks) {
        assertThat(lastDay("W(" + weeks + ")", start).getDayOfWeek()).isEqualTo(start.getDayOfWeek());
        assertThat(lastDay("WI(" + weeks + ")", start))
                .isEqualTo(lastDay("W(" + weeks + ")", start).minusDays(1));
        assertThat(lastDay("D(" + 7 * weeks + ")", start)).isEqualTo(lastDay("W(" + weeks + ")", start));
    }

    @Property(tries = 2000)
    void aMonthsLastDay_hasTheSameNumber_orIsTheMonthsEnd(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 24) int months) {
        LocalDate end = lastDay("M(" + months + ")", start);

        assertThat(end.getYear() * 12 + end.getMonthValue())
                .isEqualTo(start.getYear() * 12 + start.getMonthValue() + months);
        if (end.getDayOfMonth() != start.getDayOfMonth()) {
            assertThat(end.getDayOfMonth()).isEqualTo(end.lengthOfMonth()).isLessThan(start.getDayOfMonth());
        }
        LocalDate beginningWith = lastDay("MI(" + months + ")", start);
        assertThat(beginningWith).isBetween(end.minusDays(1), end);
    }

    @Property(tries = 2000)
    void workingDaysEndOnAWorkingDay_withExactlySoManyBetween(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 40) int n) {
        LocalDate end = lastDay("WD(" + n + ")", start);

        assertThat(WORKING_DAYS.isWorkingDay(end)).isTrue();
        assertThat(start.plusDays(1).datesUntil(end.plusDays(1)).filter(WORKING_DAYS::isWorkingDay))
                .hasSize(n);
        assertThat(lastDay("WDI(" + n + ")", start)).isEqualTo(lastDay("WD(" + n + ")", start.minusDays(1)));
    }

    @Property(tries = 2000)
    void anAppealIsNeverDueBeforeItsPeriodEnds_norOnADayTheTribunalDoesNotCount(
            @ForAll("days") LocalDate sent, @ForAll @IntRange(max = 120) int days) {
        LocalDate certificate = sent.plusDays(days);
        DueDate alone = TIMESCALES.due("APP-01", sent);
        DueDate withCertificate = TIMESCALES.due("APP-01", sent, Map.of("certificate", certificate));

        assertThat(withCertificate.due()).isAfterOrEqualTo(alone.due());
        assertThat(withCertificate.due())
                .isEqualTo(TIMESCALES
                        .due("APP-02", certificate, Map.of("sent", sent))
                        .due());
        assertThat(alone.due()).isAfterOrEqualTo(sent.plusMonths(2));
        assertThat(WORKING_DAYS.isWorkingDay(alone.due())).isTrue();
        // A period that ends on the weekend before such days is moved into them by r.12(2): the words say no more.
        LocalDate end = sent.plusMonths(2);
        if (end.getMonthValue() == 8) {
            assertThat(alone.due()).isAfter(LocalDate.of(end.getYear(), 8, 31));
        }
        if (end.getMonthValue() == 12 && end.getDayOfMonth() >= 25) {
            assertThat(alone.due()).isAfter(LocalDate.of(end.getYear() + 1, 1, 1));
        }
        assertThat(alone.due().getDayOfYear()).isNotEqualTo(1);
    }

    @Property(tries = 1000)
    void theFinalPlanAfterAReview_isOutByWeekEightAfterTheNotice_andNeverAfterWeekTwelve(
            @ForAll("days") LocalDate meeting, @ForAll @IntRange(max = 200) int until) {
        LocalDate sent = meeting.plusDays(until);
        LocalDate due =
                TIMESCALES.due("REV-12", sent, Map.of("meeting", meeting)).due();

        assertThat(due).isBeforeOrEqualTo(sent.plusWeeks(8)).isBeforeOrEqualTo(meeting.plusWeeks(12));
        assertThat(due.equals(sent.plusWeeks(8)) || due.equals(meeting.plusWeeks(12)))
                .isTrue();
    }

    @Property(tries = 1000)
    void closures_onlyEverMoveASchoolDayOn(
            @ForAll("days") LocalDate served, @ForAll @IntRange(max = 40) int closedFor) {
        SettingCalendar closed = new SettingCalendar(
                List.of(new SettingCalendar.Closure(served.plusDays(1), served.plusDays(1 + closedFor))));
        LocalDate open = TIMESCALES.due("ADV-06", served).due();
        LocalDate later = TIMESCALES
                .due(new Question("ADV-06", "", served, Map.of(), closed))
                .due();

        assertThat(later).isAfterOrEqualTo(open).isAfter(served.plusDays(1 + closedFor));
        assertThat(closed.isOpen(later, WORKING_DAYS)).isTrue();
    }

    @Provide
    Arbitrary<Timescale> rulesWithADate() {
        return Arbitraries.of(TIMESCALES.all().stream()
                .filter(rule ->
                        !rule.counting().equals("NONE") && !rule.counting().equals("ASAP"))
                .toList());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2014, 1, 1), LocalDate.of(2100, 5, 31));
    }

    private static LocalDate due(Timescale rule, LocalDate start) {
        return TIMESCALES
                .due(new Question(rule.rule(), rule.part(), start, Map.of(), SettingCalendar.UNKNOWN))
                .due();
    }

    private static LocalDate lastDay(String counting, LocalDate start) {
        return Counting.parse(counting)
                .lastDay(start, WORKING_DAYS, SettingCalendar.UNKNOWN)
                .orElseThrow();
    }
}
