package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who leaves which setting for which, by the year group and the ages the setting teaches (regulations 2(1) and 18). */
class PhaseTransferTest {

    @ParameterizedTest(name = "into Year {0} from a setting for {1} to {2}: {3}")
    @CsvSource({
        "0, 2, 4, EARLY_YEARS_TO_SCHOOL",
        "0, 3, 5, EARLY_YEARS_TO_SCHOOL",
        "3, 4, 7, INFANT_TO_JUNIOR",
        "5, 4, 9, PRIMARY_TO_MIDDLE",
        "6, 5, 10, PRIMARY_TO_MIDDLE",
        "7, 4, 11, PRIMARY_TO_SECONDARY",
        "7, 7, 11, PRIMARY_TO_SECONDARY",
        "8, 8, 12, MIDDLE_TO_SECONDARY",
        "9, 9, 13, MIDDLE_TO_SECONDARY",
        "12, 11, 16, SECONDARY_TO_POST_16",
        "12, 3, 16, SECONDARY_TO_POST_16",
        "14, 11, 18, SECONDARY_TO_POST_16",
        "15, 2, 19, SECONDARY_TO_POST_16",
    })
    void theLastYearOfASettingLeadsToTheNextPhase(int year, int lowest, int highest, PhaseTransfer phase) {
        assertThat(PhaseTransfer.of(year, lowest, highest)).contains(phase);
    }

    @ParameterizedTest(name = "into Year {0} in a setting for {1} to {2}")
    @CsvSource({
        // A through school, a sixth form and a junior school go on teaching.
        "7, 4, 19",
        "12, 11, 18",
        "6, 7, 11",
        "3, 4, 11",
        // A college is left by growing up, and somebody past the ages of the setting is for a person to look at.
        "15, 16, 19",
        "8, 4, 11",
        "1, 2, 4",
    })
    void nobodyTransfersWhomTheSettingGoesOnTeaching_orWhoIsPastItsYears(int year, int lowest, int highest) {
        assertThat(PhaseTransfer.of(year, lowest, highest)).isEmpty();
    }

    @Test
    void theLawGivesThreeDates() {
        assertThat(PhaseTransfer.PRIMARY_TO_SECONDARY.rule()).isEqualTo("REV-04");
        assertThat(PhaseTransfer.SECONDARY_TO_POST_16.rule()).isEqualTo("REV-03");
        assertThat(PhaseTransfer.WITHIN_POST_16.rule()).isEqualTo("REV-05");
    }

    @Test
    void onTheFirstOfSeptemberTheTransfersOfTheNextYearLieAhead() {
        assertThat(PhaseTransfer.nextYear(LocalDate.of(2027, 8, 31))).isEqualTo(2027);
        assertThat(PhaseTransfer.nextYear(LocalDate.of(2027, 9, 1))).isEqualTo(2028);
        assertThat(PhaseTransfer.day(2028)).isEqualTo("2028-09-01");
    }
}
