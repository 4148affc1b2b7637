package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonsTest {

    @ParameterizedTest(name = "born {0}: compulsory school age ends on {1}")
    @CsvSource({
        "2009-09-01, 2026-06-26",
        "2010-06-26, 2026-06-26",
        "2010-06-27, 2026-06-26",
        "2010-08-31, 2026-06-26",
        "2010-09-01, 2027-06-25",
        "2011-08-31, 2027-06-25",
        "2011-09-01, 2028-06-30",
        "2012-02-29, 2028-06-30",
        "2012-06-30, 2028-06-30",
    })
    void compulsorySchoolAgeEndsOnTheLastFridayInJune(LocalDate birth, LocalDate end) {
        assertThat(Persons.endOfCompulsorySchoolAge(birth)).isEqualTo(end);
    }

    @Test
    void theSixteenthBirthdayMakesNobodyAYoungPerson() {
        LocalDate birth = LocalDate.of(2010, 9, 23);

        assertThat(Persons.isYoungPerson(birth, LocalDate.of(2026, 9, 23))).isFalse();
    }

    @Test
    void aYoungPersonIsUnder25() {
        LocalDate birth = LocalDate.of(2002, 5, 10);

        assertThat(Persons.isYoungPerson(birth, LocalDate.of(2027, 5, 9))).isTrue();
        assertThat(Persons.isYoungPerson(birth, LocalDate.of(2027, 5, 10))).isFalse();
    }

    @Test
    void bornOnLeapDay_turns25On1March() {
        LocalDate birth = LocalDate.of(2004, 2, 29);

        assertThat(Persons.isYoungPerson(birth, LocalDate.of(2029, 2, 28))).isTrue();
        assertThat(Persons.isYoungPerson(birth, LocalDate.of(2029, 3, 1))).isFalse();
    }

    @ParameterizedTest(name = "born {0}, on {1}: Year {2}")
    @CsvSource({
        "2015-09-01, 2025-09-01, 5",
        "2015-08-31, 2025-09-01, 6",
        "2015-09-01, 2026-08-31, 5",
        "2015-09-01, 2026-09-01, 6",
        "2021-08-31, 2025-09-01, 0",
        "2021-09-01, 2025-09-01, -1",
        "2010-09-23, 2026-10-01, 11",
        "2001-08-31, 2025-09-01, 20",
    })
    void theNationalCurriculumYearByAge(LocalDate birth, LocalDate on, int year) {
        assertThat(Persons.nationalCurriculumYear(birth, on)).isEqualTo(year);
    }

    @Test
    void yearNineBeginsOn1September() {
        LocalDate birth = LocalDate.of(2012, 10, 3);

        assertThat(Persons.inOrBeyondYearNine(birth, LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(Persons.inOrBeyondYearNine(birth, LocalDate.of(2026, 9, 1))).isTrue();
    }
}
