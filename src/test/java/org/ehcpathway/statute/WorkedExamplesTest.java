package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The dated cases of the fact sheet, by their numbers, as far as they touch rules that the table holds. */
class WorkedExamplesTest {

    private final Timescales timescales = Timescales.fromClasspath();

    @Test
    void x01_ordinaryCase_requestedOnMonday14September2026() {
        assertThat(due("REQ-03", "2026-09-14")).isEqualTo("2026-10-26");
        assertThat(due("REQ-04", "2026-09-14")).isEqualTo("2026-10-26");
        assertThat(due("PLAN-01", "2026-09-14")).isEqualTo("2027-01-04");
        assertThat(due("PLAN-02", "2026-09-14")).isEqualTo("2027-01-04");
        assertThat(due("PLAN-06", "2026-09-14")).isEqualTo("2027-02-01");
    }

    @Test
    void x02_healthAdvice_isDueSixWeeksAfterTheBodyReceivedTheRequest() {
        assertThat(due("ADV-02", "2026-10-26")).isEqualTo("2026-12-07");
    }

    @Test
    void x03_christmasInTheSixWeeks_movesNothing() {
        assertThat(due("REQ-04", "2026-11-23")).isEqualTo("2027-01-04");
        assertThat(due("PLAN-01", "2026-11-23")).isEqualTo("2027-03-15");
        assertThat(due("PLAN-06", "2026-11-23")).isEqualTo("2027-04-12");
    }

    @Test
    void x05_theCaseOfWAgainstHertfordshire_requestOf30December2022() {
        assertThat(due("REQ-04", "2022-12-30")).isEqualTo("2023-02-10");
        assertThat(due("PLAN-06", "2022-12-30")).isEqualTo("2023-05-19");
    }

    @Test
    void x07_sixteenWeeksEndOnABankHoliday_theLimitStays_andTheFridayBeforeIsTheDayToWorkTowards() {
        assertThat(due("REQ-04", "2026-05-11")).isEqualTo("2026-06-22");
        assertThat(due("PLAN-06", "2026-05-11")).isEqualTo("2026-09-28");

        DueDate noPlan = timescales.due("PLAN-01", day("2026-05-11"));

        assertThat(noPlan.due()).isEqualTo("2026-08-31");
        assertThat(noPlan.countingInWords())
                .contains("Monday 31 August 2026 is not a working day", "work towards Friday 28 August 2026");
    }

    @Test
    void x09_x10_theLimitsBehindTheSummerException() {
        assertThat(due("PLAN-01", "2026-06-01")).isEqualTo("2026-09-21");
        assertThat(due("PLAN-06", "2026-06-01")).isEqualTo("2026-10-19");
        assertThat(due("PLAN-06", "2026-05-11")).isEqualTo("2026-09-28");
    }

    @Test
    void x12_draftServedOnTuesday5January2027_thatDayIsTheFirstOfFifteen() {
        assertThat(due("PLAN-04", "2027-01-05")).isEqualTo("2027-01-19");
    }

    @Test
    void x17_decisionSentAtTheMonthsEnd_februaryHasNo31st_andTheSundayMovesToMonday() {
        DueDate appeal = timescales.due("APP-01", day("2026-12-31"));

        assertThat(appeal.due()).isEqualTo("2027-03-01");
        assertThat(appeal.alternative().due()).isEqualTo("2027-02-26");
        assertThat(appeal.alternative().reason()).contains("Safe day");
        assertThat(due("APP-03", "2027-02-28")).isEqualTo("2027-03-01");
    }

    @Test
    void x19_laterCertificate_endingAtChristmas_movesToTheFirstWorkingDayOfTheYear() {
        assertThat(appealBy("2026-10-01", "2026-11-29")).isEqualTo("2027-01-04");
    }

    @Test
    void x19b_laterCertificate_endingOnTheSaturdayAfterNewYear_movesToMonday() {
        assertThat(appealBy("2026-10-26", "2026-12-02")).isEqualTo("2027-01-04");
    }

    @Test
    void x19c_earlyCertificate_doesNotShortenTheTwoMonths() {
        assertThat(appealBy("2027-01-30", "2027-01-31")).isEqualTo("2027-03-30");
    }

    @Test
    void x20_twoMonthsEndInAugust_theFirstWorkingDayOfSeptemberIsInTime_andNoAugustDayIsAddedBack() {
        assertThat(due("APP-01", "2026-06-20")).isEqualTo("2026-09-01");
    }

    @Test
    void x20c_theLaterMonthOfTheCertificateEndsInAugust() {
        assertThat(appealBy("2026-05-31", "2026-07-20")).isEqualTo("2026-09-01");
    }

    @Test
    void x28_ceaseDecisionSentOnFriday19March2027() {
        assertThat(due("APP-01", "2027-03-19")).isEqualTo("2027-05-19");
    }

    @Test
    void x32_birthdayOn23September2010_aDecisionOf24JuneIsTheParents_of28JuneTheYoungPersons() {
        LocalDate birth = day("2010-09-23");

        assertThat(Persons.endOfCompulsorySchoolAge(birth)).isEqualTo("2027-06-25");
        assertThat(Persons.nationalCurriculumYear(birth, day("2026-10-01"))).isEqualTo(11);
        assertThat(Persons.isYoungPerson(birth, day("2027-06-24"))).isFalse();
        assertThat(Persons.isYoungPerson(birth, day("2027-06-25"))).isFalse();
        assertThat(Persons.isYoungPerson(birth, day("2027-06-26"))).isTrue();
        assertThat(Persons.isYoungPerson(birth, day("2027-06-28"))).isTrue();
    }

    private LocalDate due(String rule, String from) {
        return timescales.due(rule, day(from)).due();
    }

    private LocalDate appealBy(String sent, String certificate) {
        LocalDate fromTheDecision = timescales
                .due("APP-01", day(sent), Map.of("certificate", day(certificate)))
                .due();
        LocalDate fromTheCertificate = timescales
                .due("APP-02", day(certificate), Map.of("sent", day(sent)))
                .due();
        assertThat(fromTheCertificate).isEqualTo(fromTheDecision);
        return fromTheDecision;
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
