package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every counting kind on the dated cases of the fact sheet, whether or not the table holds the rule yet. */
class CountingTest {

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest(name = "{0}: {1} from {2} ends on {3}")
    @CsvSource({
        "X-12 school reply counted from,        D(15),                  2027-01-05, 2027-01-20",
        "X-12 school reply beginning with,      DI(15),                 2027-01-05, 2027-01-19",
        "X-12 not this: working days,           WD(15),                 2027-01-05, 2027-01-26",
        "X-13 phase transfer,                   BEF(15 February),       2027-09-01, 2027-02-14",
        "X-13 amendment notice,                 AHEAD(8 weeks),         2027-02-14, 2026-12-20",
        "X-13b to college,                      BEF(31 March),          2027-09-01, 2027-03-30",
        "X-14 papers before the review,         AHEAD(2 weeks),         2026-11-10, 2026-10-27",
        "X-14 report,                           W(2),                   2026-11-10, 2026-11-24",
        "X-14 decision,                         W(4),                   2026-11-10, 2026-12-08",
        "X-14 family's window,                  DI(15),                 2026-12-08, 2026-12-22",
        "X-14 final plan,                       W(8),                   2026-12-08, 2027-02-02",
        "X-14 final plan after early notice,    W(8),                   2026-11-24, 2027-01-19",
        "X-16 first review,                     MI(12),                 2026-06-17, 2027-06-16",
        "X-16 review ending on leap day,        MI(12),                 2027-03-01, 2028-02-29",
        "X-16 plan made on leap day,            MI(12),                 2028-02-29, 2029-02-28",
        "X-17 no 31 February,                   M(2),                   2026-12-31, 2027-02-28",
        "X-22 council tells the ICB,            WD(3),                  2026-11-03, 2026-11-06",
        "X-22 mediation,                        D(30),                  2026-11-03, 2026-12-03",
        "X-22 Christmas counts,                 D(30),                  2026-12-08, 2027-01-07",
        "X-22 deemed certificate,               WD(3),                  2027-01-04, 2027-01-07",
        "X-22 notice of the meeting,            AHEAD(5 working days),  2027-01-11, 2027-01-04",
        "X-23 certificate over Christmas,       WD(3),                  2026-12-22, 2026-12-29",
        "X-23 certificate over Christmas,       WD(3),                  2026-12-23, 2026-12-30",
        "X-24 order: two weeks,                 W(2),                   2027-02-12, 2027-02-26",
        "X-24 order: five weeks,                W(5),                   2027-02-12, 2027-03-19",
        "X-24 order: ten weeks,                 W(10),                  2027-02-12, 2027-04-23",
        "X-24 order: eleven weeks,              W(11),                  2027-02-12, 2027-04-30",
        "X-24 order: fourteen weeks,            W(14),                  2027-02-12, 2027-05-21",
        "X-24 recommendation,                   WI(5),                  2027-02-12, 2027-03-18",
        "X-24 copy to the Secretary of State,   WI(1),                  2027-03-15, 2027-03-21",
        "X-25 conceded: tell the family,        W(2),                   2026-11-12, 2026-11-26",
        "X-25 conceded: no-plan notice,         W(10),                  2026-11-12, 2027-01-21",
        "X-25 conceded: final plan,             W(14),                  2026-11-12, 2027-02-18",
        "X-29 agreement: section F,             W(5),                   2026-12-04, 2027-01-08",
        "X-29 agreement: promise,               W(2),                   2026-12-04, 2026-12-18",
        "X-29 agreement: tell the council,      W(1),                   2026-12-04, 2026-12-11",
        "X-30 acknowledge,                      WD(5),                  2026-12-07, 2026-12-14",
        "X-30 stage 1,                          WD(10),                 2026-12-14, 2026-12-30",
        "X-30 stage 2,                          WD(20),                 2027-01-15, 2027-02-12",
        "X-31 first payment review,             MI(3),                  2026-09-01, 2026-11-30",
        "X-31 disclosure,                       WD(15),                 2026-12-14, 2027-01-07",
    })
    void workedExamples(String story, String counting, LocalDate day, LocalDate last) {
        assertThat(Counting.parse(counting).lastDay(day, workingDays, SettingCalendar.UNKNOWN))
                .contains(last);
    }

    @ParameterizedTest(name = "{0} from {1} ends on {2}")
    @CsvSource({
        "M(1),   2027-01-31, 2027-02-28",
        "M(1),   2028-01-31, 2028-02-29",
        "M(1),   2027-02-28, 2027-03-28",
        "M(2),   2026-06-30, 2026-08-30",
        "M(12),  2028-02-29, 2029-02-28",
        "MI(1),  2027-01-01, 2027-01-31",
        "MI(6),  2026-08-31, 2027-02-28",
        "MI(12), 2027-02-28, 2028-02-27",
        "W(1),   2028-02-22, 2028-02-29",
        "WI(1),  2028-02-23, 2028-02-29",
        "DI(1),  2026-12-25, 2026-12-25",
        "IMM,    2026-12-25, 2026-12-25",
        "AHEAD(5 months), 2027-07-31, 2027-02-28",
        "AHEAD(3 days), 2028-03-01, 2028-02-27",
        "BEF(1 March), 2028-09-01, 2028-02-29",
        "TO(31 July), 2027-07-31, 2027-07-31",
        "TO(31 July), 2027-08-01, 2028-07-31",
    })
    void monthEndsAndLeapDays(String counting, LocalDate day, LocalDate last) {
        assertThat(Counting.parse(counting).lastDay(day, workingDays, SettingCalendar.UNKNOWN))
                .contains(last);
    }

    @Test
    void workingDaysBeginningWith_countTheDayItselfIfItIsOne() {
        Counting threeDays = Counting.parse("WDI(3)");

        assertThat(threeDays.lastDay(LocalDate.of(2026, 12, 22), workingDays, SettingCalendar.UNKNOWN))
                .contains(LocalDate.of(2026, 12, 24));
        assertThat(threeDays.lastDay(LocalDate.of(2026, 12, 25), workingDays, SettingCalendar.UNKNOWN))
                .contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void asSoonAsPracticable_hasNoLastDay() {
        assertThat(Counting.parse("ASAP").lastDay(LocalDate.of(2026, 9, 14), workingDays, SettingCalendar.UNKNOWN))
                .isEmpty();
    }

    @Test
    void noticeAhead_isWorkedTowardsInClearDays() {
        DueDate.Alternative target = Counting.parse("AHEAD(5 working days)")
                .internalTarget(LocalDate.of(2027, 1, 4), workingDays)
                .orElseThrow();

        assertThat(target.due()).isEqualTo("2026-12-31");
        assertThat(target.reason()).contains("A-06");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W(six)",
                "W",
                "W(0)",
                "6 weeks",
                "w(6)",
                "W(-1)",
                "W(6) ",
                "AHEAD(2)",
                "BEF(31 Febuary)",
                "SD(ten)",
                "TO(32 July)",
                ""
            })
    void aCountingThatIsNone_isRefused(String cell) {
        assertThatThrownBy(() -> Counting.parse(cell))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("counting");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        W(6)            | Within 6 weeks of the meeting, which is not counted itself; calendar days.
        W(1)            | Within 1 week of the meeting, which is not counted itself; calendar days.
        DI(15)          | 15 calendar days beginning with the meeting, which is the first.
        WD(3)           | Within 3 working days of the meeting, which is not counted itself.
        BEF(15 February)| Before 15 February in the year of the meeting, so by the day before.
        AHEAD(2 weeks)  | At least 2 weeks before the meeting.
        IMM             | At once, on the meeting.
        SD(10)          | Within 10 days after the meeting, counting only days on which the setting is open to admit students.
        TO(31 July)     | To the next 31 July after the meeting, or that day itself.
        WI(5)           | 5 weeks beginning with the meeting, which is the first; calendar days.
        D(0)            | On the meeting.
        D(30)           | Within 30 calendar days of the meeting, which is not counted itself.
        WDI(15)         | 15 working days beginning with the meeting, which is the first if it is a working day.
        M(2)            | Within 2 months after the meeting: the same day of the month, or the last day of a month that has no such day.
        MI(12)          | 12 months beginning with the meeting: the day before the same day of the month, or the last day of a month that has no such day.
        ASAP            | As soon as practicable after the meeting; no date can be computed.
        """)
    void theCountingInWords(String counting, String words) {
        assertThat(Counting.parse(counting).inWords("the meeting")).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        W(1)                 | 1 week
        W(6)                 | 6 weeks
        WI(5)                | 5 weeks, the first day included
        D(0)                 | the same day
        D(30)                | 30 days
        DI(15)               | 15 days, the first included
        WD(3)                | 3 working days
        WDI(15)              | 15 working days, the first included
        M(2)                 | 2 months
        MI(12)               | 12 months, the first day included
        SD(10)               | 10 days on which the setting is open
        BEF(15 February)     | before 15 February
        TO(31 July)          | to the next 31 July
        AHEAD(5 working days)| at least 5 working days before
        IMM                  | at once
        ASAP                 | as soon as practicable
        NONE                 | no number in the law
        """)
    void theCountingInShort(String counting, String words) {
        assertThat(Counting.parse(counting).inShort()).isEqualTo(words);
    }
}
