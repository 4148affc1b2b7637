package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.ehcpathway.statute.AgeLimits.LeavingEducation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeLimitsTest {

    private static final LocalDate BIRTH = LocalDate.of(2009, 3, 15);

    @Test
    void the18thBirthdayItselfIsTheFirstDayOfTheOtherRules() {
        LocalDate birthday = LocalDate.of(2027, 3, 15);
        LocalDate lastDayAt17 = LocalDate.of(2027, 3, 14);

        assertThat(AgeLimits.turns18On(BIRTH)).isEqualTo(birthday);
        assertThat(AgeLimits.sectionH1MayBeUsed(BIRTH, lastDayAt17)).isTrue();
        assertThat(AgeLimits.sectionH1MayBeUsed(BIRTH, birthday)).isFalse();
        assertThat(AgeLimits.leavingEducation(BIRTH, lastDayAt17)).isEqualTo(LeavingEducation.REGULATION_29);
        assertThat(AgeLimits.leavingEducation(BIRTH, birthday)).isEqualTo(LeavingEducation.REGULATION_30);
        assertThat(AgeLimits.furtherTestOfOver18(BIRTH, lastDayAt17)).isFalse();
        assertThat(AgeLimits.furtherTestOfOver18(BIRTH, birthday)).isTrue();
    }

    @Test
    void bornOn29February_theAgesComeOn1March() {
        LocalDate birth = LocalDate.of(2008, 2, 29);

        assertThat(AgeLimits.turns18On(birth)).isEqualTo("2026-03-01");
        assertThat(AgeLimits.turns25On(birth)).isEqualTo("2033-03-01");
        assertThat(AgeLimits.sectionH1MayBeUsed(birth, LocalDate.of(2026, 2, 28)))
                .isTrue();
        assertThat(AgeLimits.sectionH1MayBeUsed(birth, LocalDate.of(2026, 3, 1)))
                .isFalse();
        assertThat(AgeLimits.newPlanMayBeMade(birth, LocalDate.of(2033, 2, 28))).isTrue();
        assertThat(AgeLimits.newPlanMayBeMade(birth, LocalDate.of(2033, 3, 1))).isFalse();
    }

    @Test
    void noFirstPlanFromThe25thBirthday() {
        assertThat(AgeLimits.turns25On(BIRTH)).isEqualTo("2034-03-15");
        assertThat(AgeLimits.newPlanMayBeMade(BIRTH, LocalDate.of(2034, 3, 14))).isTrue();
        assertThat(AgeLimits.newPlanMayBeMade(BIRTH, LocalDate.of(2034, 3, 15))).isFalse();
    }

    @ParameterizedTest(name = "born {0}: to {1}")
    @CsvSource({
        "2001-07-31, 2026-07-31",
        "2001-08-01, 2027-07-31",
        "2001-12-24, 2027-07-31",
        "2002-03-15, 2027-07-31",
    })
    void atAFurtherEducationInstitution_to31JulyOfTheAcademicYearOfThe25thBirthday(LocalDate birth, LocalDate last) {
        AgeLimits.LastDay end = AgeLimits.planMayRunUntil(birth, Learning.atFurtherEducationInstitution());

        assertThat(end.day()).isEqualTo(last);
        assertThat(end.reason()).contains("31 July", "regulation 46");
    }

    @ParameterizedTest(name = "born on 10 May 2002, to end on {0}: to {1}")
    @CsvSource({
        "2027-05-09, 2027-05-09, after the 25th birthday",
        "2027-05-10, 2027-05-10, ends on that day",
        "2027-12-17, 2027-12-17, ends on that day",
        "2028-05-09, 2028-05-09, ends on that day",
        "2028-05-10, 2028-05-09, after the 26th birthday",
        "2029-07-20, 2028-05-09, after the 26th birthday",
        "2026-07-17, 2027-05-09, after the 25th birthday",
    })
    void anApprenticeshipOrCourse_toItsScheduledEnd_withinThe25thYearOfLife(
            LocalDate scheduledEnd, LocalDate last, String reason) {
        LocalDate birth = LocalDate.of(2002, 5, 10);

        AgeLimits.LastDay apprentice = AgeLimits.planMayRunUntil(birth, Learning.apprenticeshipUntil(scheduledEnd));
        AgeLimits.LastDay course = AgeLimits.planMayRunUntil(birth, Learning.courseUntil(scheduledEnd));

        assertThat(apprentice.day()).isEqualTo(last);
        assertThat(apprentice.reason()).contains(reason);
        assertThat(course.day()).isEqualTo(last);
    }

    @Test
    void withoutAnythingToLearn_toTheDayBeforeThe25thBirthday() {
        assertThat(AgeLimits.planMayRunUntil(LocalDate.of(2002, 5, 10), Learning.none())
                        .day())
                .isEqualTo("2027-05-09");
    }

    @Test
    void bornOn29February_aCourseIsCappedTheDayBeforeThe26thBirthday() {
        assertThat(AgeLimits.planMayRunUntil(LocalDate.of(2004, 2, 29), Learning.courseUntil(LocalDate.of(2030, 7, 19)))
                        .day())
                .isEqualTo("2030-02-28");
    }

    @Test
    void halfAnAnswerIsRefused() {
        assertThatThrownBy(() -> Learning.courseUntil(null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("scheduled to end");
        assertThatThrownBy(() -> new Learning(Learning.Kind.NONE, BIRTH))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("leave the date out");
        assertThatThrownBy(() -> new Learning(null, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AgeLimits.planMayRunUntil(BIRTH, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AgeLimits.turns18On(null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AgeLimits.sectionH1MayBeUsed(BIRTH, BIRTH.minusDays(1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AgeLimits.leavingEducation(BIRTH, BIRTH.minusDays(1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AgeLimits.furtherTestOfOver18(BIRTH, BIRTH.minusDays(1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AgeLimits.newPlanMayBeMade(BIRTH, BIRTH.minusDays(1)))
                .isInstanceOf(Refusal.class);
    }
}
