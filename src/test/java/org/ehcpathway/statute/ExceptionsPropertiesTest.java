package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of absences and closures on whatever days they fall. */
class ExceptionsPropertiesTest {

    private static final LocalDate REQUESTED = LocalDate.of(2026, 9, 14);
    private static final String BECAUSE = "Nobody could be reached.";

    private final Timescales timescales = Timescales.fromClasspath();
    private final Exceptions exceptions = new Exceptions(timescales);

    @Property
    void anAbsenceCountsExactlyFrom28DaysInsideThePeriodOn(
            @ForAll @IntRange(min = -60, max = 200) int start, @ForAll @IntRange(max = 120) int more) {
        LocalDate from = REQUESTED.plusDays(start);
        LocalDate to = from.plusDays(more);
        long inside = from.datesUntil(to.plusDays(1))
                .filter(day -> day.isAfter(REQUESTED) && !day.isAfter(LocalDate.of(2027, 2, 1)))
                .count();

        ExceptionFinding finding = away(from, to);

        assertThat(finding.mayBeReliedOn()).isEqualTo(inside >= 28);
        assertThat(finding.newDate()).isNull();
    }

    @Property
    void aDayLongerAwayNeverLosesTheException(
            @ForAll @IntRange(min = -60, max = 200) int start, @ForAll @IntRange(max = 120) int more) {
        LocalDate from = REQUESTED.plusDays(start);
        boolean now = away(from, from.plusDays(more)).mayBeReliedOn();
        boolean longer = away(from, from.plusDays(more + 1)).mayBeReliedOn();

        assertThat(!now || longer).isTrue();
    }

    @Property
    void aClosureCountsFrom28DaysOn_whenTheAdviceWasAskedInsideTheWindow(
            @ForAll @IntRange(min = 1, max = 60) int days, @ForAll @IntRange(min = -20, max = 80) int asked) {
        LocalDate firstClosed = REQUESTED.plusDays(20);
        LocalDate reopens = firstClosed.plusDays(days);
        ExceptionClaim claim = new ExceptionClaim.SettingClosed(
                false, new Closure(firstClosed, reopens, firstClosed.plusDays(asked)), BECAUSE);

        boolean inWindow = asked >= -7 && asked <= days - 7;
        assertThat(decide(claim).mayBeReliedOn()).isEqualTo(days >= 28 && inWindow);
    }

    private ExceptionFinding away(LocalDate from, LocalDate to) {
        return decide(new ExceptionClaim.Away(new Absence(from, to, AffectedPerson.PARENT), BECAUSE));
    }

    private ExceptionFinding decide(ExceptionClaim claim) {
        LocalDate due = timescales.due("PLAN-06", REQUESTED).due();
        return exceptions.decide(claim, "PLAN-06", REQUESTED, due, PersonConcerned.CHILD);
    }
}
