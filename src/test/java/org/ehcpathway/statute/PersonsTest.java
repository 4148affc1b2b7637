package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @ParameterizedTest(name = "Year 8 by age, {0} years out of cohort: Year {1}")
    @CsvSource({"-1, 7, false", "0, 8, false", "1, 9, true"})
    void outOfCohort_theYearOfTheTeachingCounts_alsoForPreparationForAdulthood(
            int years, int taught, boolean yearNine) {
        LocalDate birth = LocalDate.of(2013, 10, 3);
        LocalDate on = LocalDate.of(2026, 9, 1);

        assertThat(Persons.nationalCurriculumYear(birth, on, years)).isEqualTo(taught);
        assertThat(Persons.inOrBeyondYearNine(birth, on, years)).isEqualTo(yearNine);
    }

    @ParameterizedTest(name = "born {0}, {1} years out of cohort: from {2}")
    @CsvSource({
        "2012-08-31, 0, 2025-09-01",
        "2012-09-01, 0, 2026-09-01",
        "2012-10-03, 0, 2026-09-01",
        "2012-10-03, -1, 2027-09-01",
        "2012-10-03, 1, 2025-09-01",
    })
    void preparationForAdulthoodBeginsWithYearNine(LocalDate birth, int years, LocalDate from) {
        assertThat(Persons.preparesForAdulthoodFrom(birth, years)).isEqualTo(from);
        assertThat(Persons.inOrBeyondYearNine(birth, from, years)).isTrue();
        assertThat(Persons.inOrBeyondYearNine(birth, from.minusDays(1), years)).isFalse();
    }

    @Test
    void someoneKeptDownAYear_leavesCompulsorySchoolAgeWithThoseOfTheSameAge() {
        LocalDate birth = LocalDate.of(2010, 9, 23);
        LocalDate lastFriday = LocalDate.of(2027, 6, 25);

        assertThat(Persons.nationalCurriculumYear(birth, lastFriday, -1)).isEqualTo(10);
        assertThat(Persons.isYoungPerson(birth, lastFriday.plusDays(1))).isTrue();
    }

    @Test
    void daysThatCannotBe_areRefused() {
        LocalDate birth = LocalDate.of(2012, 10, 3);
        LocalDate dayBefore = birth.minusDays(1);

        assertThat(Persons.isYoungPerson(birth, birth)).isFalse();
        assertThatThrownBy(() -> Persons.isYoungPerson(birth, dayBefore))
                .isInstanceOf(Refusal.class)
                .hasMessage("The date of birth, Wednesday 3 October 2012, lies after Tuesday 2 October 2012;"
                        + " check both dates.");
        assertThatThrownBy(() -> Persons.speaksForThemself(birth, dayBefore)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Persons.inOrBeyondYearNine(birth, dayBefore)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Persons.nationalCurriculumYear(null, dayBefore))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("date of birth is missing");
        assertThatThrownBy(() -> Persons.nationalCurriculumYear(birth, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("day is missing");
        assertThatThrownBy(() -> Persons.nationalCurriculumYear(birth, birth, 5))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than 4 years away");
        assertThat(Persons.nationalCurriculumYear(birth, LocalDate.of(2026, 9, 1), -4))
                .isEqualTo(5);
    }
}
