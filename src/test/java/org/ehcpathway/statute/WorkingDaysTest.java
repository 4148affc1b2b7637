package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest(name = "bank holidays of {0}")
    @CsvSource({
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        "2028, 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    })
    void theBankHolidaysAsPublished(int year, String days) {
        List<LocalDate> published = Arrays.stream(days.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();

        assertThat(workingDays.bankHolidays(year)).containsExactlyElementsOf(published);
    }

    /** Fails when the calendar's edition ends within the life of a plan that begins today. */
    @Test
    void theCalendarReachesThirtyYearsAhead() {
        int thisYear = LocalDate.now().getYear();

        for (int year = thisYear; year <= thisYear + 30; year++) {
            assertThat(workingDays.bankHolidays(year))
                    .as("bank holidays of " + year)
                    .hasSizeGreaterThanOrEqualTo(8);
            assertThat(workingDays.isWorkingDay(LocalDate.of(year, 12, 25))).isFalse();
            assertThat(workingDays.isWorkingDay(LocalDate.of(year, 1, 1))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-04-03", "2026-12-25", "2026-12-28", "2026-12-26", "2026-09-13", "2027-12-25", "2028-01-03"
            })
    void noWorkIsDoneOn(LocalDate day) {
        assertThat(workingDays.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-24", "2026-12-29", "2026-09-14", "2027-01-04", "2026-11-30", "2026-01-02"})
    void workIsDoneOn_alsoWhereOnlyScotlandRests(LocalDate day) {
        assertThat(workingDays.isWorkingDay(day)).isTrue();
    }

    @Test
    void countingPassesOverEaster_forwardsAndBack() {
        LocalDate maundyThursday = LocalDate.of(2026, 4, 2);
        LocalDate tuesdayAfter = LocalDate.of(2026, 4, 7);

        assertThat(workingDays.plus(maundyThursday, 1)).isEqualTo(tuesdayAfter);
        assertThat(workingDays.plus(tuesdayAfter, -1)).isEqualTo(maundyThursday);
        assertThat(workingDays.plus(LocalDate.of(2026, 4, 4), 0)).isEqualTo("2026-04-04");
        assertThat(workingDays.onOrAfter(LocalDate.of(2026, 4, 3))).isEqualTo(tuesdayAfter);
        assertThat(workingDays.onOrBefore(LocalDate.of(2026, 4, 6))).isEqualTo(maundyThursday);
        assertThat(workingDays.onOrAfter(maundyThursday)).isEqualTo(maundyThursday);
    }

    /** Easter by Gauss' rule in the form of Butcher, so that the calendar is held against something it was not made from. */
    @Test
    void theCalendarReachesThirtyYearsAhead_eightHolidaysAYear_easterWhereItFalls() {
        for (int year = 2026; year <= 2056; year++) {
            LocalDate easter = easterSunday(year);

            assertThat(workingDays.bankHolidays(year))
                    .as("bank holidays of %s", year)
                    .hasSize(8)
                    .contains(easter.minusDays(2), easter.plusDays(1))
                    .noneMatch(
                            day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
    }

    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
