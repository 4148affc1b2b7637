package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.ehcpathway.statute.DecisionHolder.Role;

/** What holds for everybody, whenever they were born. */
class PersonsPropertiesTest {

    private static final int LIFE = 26 * 366;

    /** Few lives, each looked at on every day. */
    @Property(tries = 40)
    void theRightsPassOnce_fromTheParentToTheYoungPerson_onTheSaturdayAfterTheLastFridayInJune(
            @ForAll @DateRange(min = "1995-01-01", max = "2075-12-31") LocalDate birth) {
        LocalDate firstDay = Persons.endOfCompulsorySchoolAge(birth).plusDays(1);

        List<LocalDate> changes = IntStream.range(1, LIFE)
                .mapToObj(birth::plusDays)
                .filter(day -> DecisionHolder.on(birth, day).role()
                        != DecisionHolder.on(birth, day.minusDays(1)).role())
                .toList();

        assertThat(changes).containsExactly(firstDay);
        assertThat(DecisionHolder.on(birth, birth).role()).isEqualTo(Role.PARENT);
        assertThat(DecisionHolder.on(birth, firstDay).role()).isEqualTo(Role.YOUNG_PERSON);
    }

    @Property
    void compulsorySchoolAgeEndsOnALastFridayInJune_inTheSchoolYearOfTheSixteenthBirthday(
            @ForAll @DateRange(min = "1995-01-01", max = "2075-12-31") LocalDate birth) {
        LocalDate end = Persons.endOfCompulsorySchoolAge(birth);
        LocalDate turns16On = Persons.birthday(birth, 16);

        assertThat(end.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(end.getMonth()).isEqualTo(Month.JUNE);
        assertThat(end.plusWeeks(1).getMonth()).isEqualTo(Month.JULY);
        assertThat(turns16On)
                .isAfterOrEqualTo(LocalDate.of(end.getYear() - 1, Month.SEPTEMBER, 1))
                .isBeforeOrEqualTo(LocalDate.of(end.getYear(), Month.AUGUST, 31));
        assertThat(Persons.nationalCurriculumYear(birth, end)).isEqualTo(11);
    }

    @Property
    void theYearGroupNeverFalls_andRisesByOneOn1SeptemberOnly(
            @ForAll @DateRange(min = "1995-01-01", max = "2075-12-31") LocalDate birth,
            @ForAll @IntRange(max = LIFE) int age,
            @ForAll @IntRange(min = -4, max = 4) int yearsOutOfCohort) {
        LocalDate day = birth.plusDays(age);
        LocalDate next = day.plusDays(1);
        boolean newSchoolYear = next.getMonth() == Month.SEPTEMBER && next.getDayOfMonth() == 1;

        int year = Persons.nationalCurriculumYear(birth, day, yearsOutOfCohort);

        assertThat(Persons.nationalCurriculumYear(birth, next, yearsOutOfCohort))
                .isEqualTo(newSchoolYear ? year + 1 : year);
        assertThat(year).isEqualTo(Persons.nationalCurriculumYear(birth, day) + yearsOutOfCohort);
    }

    @Property
    void someoneBornADayLaterIsNeverInAHigherYear(
            @ForAll @DateRange(min = "1995-01-01", max = "2075-12-31") LocalDate birth,
            @ForAll @IntRange(min = 1, max = LIFE) int age) {
        LocalDate day = birth.plusDays(age);

        assertThat(Persons.nationalCurriculumYear(birth.plusDays(1), day))
                .isLessThanOrEqualTo(Persons.nationalCurriculumYear(birth, day));
    }

    @Property
    void preparationForAdulthoodBeginsInTheYearOfTheFourteenthBirthday_andNeverEnds(
            @ForAll @DateRange(min = "1995-01-01", max = "2075-12-31") LocalDate birth,
            @ForAll @IntRange(max = LIFE) int age) {
        LocalDate day = birth.plusDays(age);
        LocalDate from = Persons.preparesForAdulthoodFrom(birth, 0);

        assertThat(Persons.inOrBeyondYearNine(birth, day)).isEqualTo(!day.isBefore(from));
        assertThat(Persons.birthday(birth, 14))
                .isBetween(from, from.plusYears(1).minusDays(1));
    }

    @Property
    void noPlanRunsShorterThanToThe25thBirthday_norAYearBeyond(
            @ForAll @DateRange(min = "1995-01-01", max = "2075-12-31") LocalDate birth,
            @ForAll @DateRange(min = "2015-01-01", max = "2105-12-31") LocalDate scheduledEnd) {
        LocalDate first = Persons.birthday(birth, 25).minusDays(1);
        LocalDate last = Persons.birthday(birth, 26).minusDays(1);

        assertThat(List.of(
                        Learning.atFurtherEducationInstitution(),
                        Learning.apprenticeshipUntil(scheduledEnd),
                        Learning.courseUntil(scheduledEnd),
                        Learning.none()))
                .allSatisfy(learning -> assertThat(
                                AgeLimits.planMayRunUntil(birth, learning).day())
                        .isBetween(first, last));
    }

    /** The same law stands in the table of timescales, where deadlines are made from it. */
    @Property
    void theTableOfTimescalesGivesThePlanTheSameLastDay(
            @ForAll @DateRange(min = "1995-01-01", max = "2070-12-31") LocalDate birth,
            @ForAll @IntRange(max = 800) int daysFromThe25thBirthdayToTheEnd) {
        LocalDate birthday = AgeLimits.turns25On(birth);
        LocalDate end = birthday.plusDays(daysFromThe25thBirthdayToTheEnd);
        Timescales timescales = Timescales.fromClasspath();

        assertThat(AgeLimits.planMayRunUntil(birth, Learning.atFurtherEducationInstitution())
                        .day())
                .isEqualTo(timescales.due("CEA-08", birthday).due());
        assertThat(AgeLimits.planMayRunUntil(birth, Learning.courseUntil(end)).day())
                .isEqualTo(timescales
                        .due(new Question(
                                "CEA-08",
                                "apprenticeship or other course",
                                birthday,
                                Map.of("event", end),
                                SettingCalendar.UNKNOWN))
                        .due());
    }

    @Property
    void anAgeIsReachedOnTheBirthday_andNotADayBefore(
            @ForAll @DateRange(min = "1995-01-01", max = "2075-12-31") LocalDate birth,
            @ForAll @IntRange(min = 1, max = 30) int age) {
        LocalDate birthday = Persons.birthday(birth, age);

        assertThat(Period.between(birth, birthday).getYears()).isEqualTo(age);
        assertThat(Period.between(birth, birthday.minusDays(1)).getYears()).isEqualTo(age - 1);
    }
}
