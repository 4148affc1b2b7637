package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TribunalCalendarTest {

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest(name = "time to appeal that ends on {0} is met on {1}")
    @CsvSource({
        "2026-12-24, 2026-12-24",
        "2026-12-25, 2027-01-04",
        "2026-12-29, 2027-01-04",
        "2026-12-31, 2027-01-04",
        "2027-01-01, 2027-01-04",
        "2027-01-02, 2027-01-04",
        "2027-12-31, 2028-01-04",
        "2028-01-01, 2028-01-04",
        "2026-07-31, 2026-07-31",
        "2026-08-01, 2026-09-01",
        "2026-08-31, 2026-09-01",
        "2030-08-31, 2030-09-02",
        "2027-03-26, 2027-03-30",
        "2022-12-24, 2022-12-28",
        "2027-07-31, 2027-08-02",
    })
    void startingAnAppeal_onlyTheLastDayMoves(LocalDate end, LocalDate inTime) {
        assertThat(TribunalCalendar.STARTING_AN_APPEAL.move(end, workingDays)).isEqualTo(inTime);
    }

    @ParameterizedTest(name = "{0} from {1} ends on {2}")
    @CsvSource({
        "WD(30), 2026-12-02, 2027-01-21",
        "D(28),  2026-12-10, 2027-01-15",
        "D(14),  2026-07-25, 2026-09-08",
        "D(14),  2026-12-24, 2027-01-15",
        "W(2),   2026-12-24, 2027-01-15",
        "D(28),  2027-02-12, 2027-03-12",
    })
    void anyOtherAct_theDaysAtChristmasAndInAugustAreNotCounted(String counting, LocalDate day, LocalDate last) {
        LocalDate end = TribunalCalendar.OTHER_ACT.unmovedEnd(
                Counting.parse(counting), day, workingDays, SettingCalendar.UNKNOWN);

        assertThat(TribunalCalendar.OTHER_ACT.move(end, workingDays)).isEqualTo(last);
    }

    @Test
    void aDisabilityClaim_movesOverWeekendsAndHolidaysOnly() {
        assertThat(TribunalCalendar.NEXT_WORKING_DAY.move(LocalDate.of(2026, 8, 20), workingDays))
                .isEqualTo("2026-08-20");
        assertThat(TribunalCalendar.NEXT_WORKING_DAY.move(LocalDate.of(2026, 12, 25), workingDays))
                .isEqualTo("2026-12-29");
    }

    @Test
    void outsideTheTribunalsRules_nothingMoves() {
        assertThat(TribunalCalendar.NONE.move(LocalDate.of(2026, 12, 25), workingDays))
                .isEqualTo("2026-12-25");
    }
}
