package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The dated cases of the law sheet, by their numbers, asked of the rules themselves. */
class WorkedExamplesTest {

    private final Timescales timescales = Timescales.fromClasspath();

    @Test
    void x01_ordinaryCase_requestedOnMonday14September2026() {
        assertThat(due("REQ-03", "2026-09-14")).isEqualTo("2026-10-26");
        assertThat(due("REQ-04", "2026-09-14")).isEqualTo("2026-10-26");
        assertThat(part("PLAN-03", "practical latest", "2026-09-14")).isEqualTo("2026-12-21");
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
    void x12_draftServedOnTuesday5January2027_thatDayIsTheFirstOfFifteen_andTheSchoolsFifteenStartTheDayAfter() {
        assertThat(due("PLAN-04", "2027-01-05")).isEqualTo("2027-01-19");

        DueDate school = timescales.due("SCH-02", day("2027-01-05"));

        assertThat(school.due()).isEqualTo("2027-01-20");
        assertThat(school.alternative().due()).isEqualTo("2027-01-19");
    }

    @Test
    void x13_phaseTransferToYear7_isDoneBefore15February_andWorkedBackToThePapers() {
        Chain chain = chain("REV-04", "2027-09-01");

        assertThat(due("REV-04", "2027-09-01")).isEqualTo("2027-02-14");
        assertThat(timescales.due("REV-04", day("2027-09-01")).countingInWords())
                .contains("Friday 12 February 2027");
        assertThat(workedBack(chain, "REV-04", "REV-12")).isEqualTo("2026-12-20");
        assertThat(workedBack(chain, "REV-04", "REV-10")).isEqualTo("2026-11-22");
        assertThat(workedBack(chain, "REV-04", "REV-06")).isEqualTo("2026-11-08");
    }

    @Test
    void x13b_fromYear11ToCollege_isDoneBefore31March() {
        Chain chain = chain("REV-03", "2027-09-01");

        assertThat(due("REV-03", "2027-09-01")).isEqualTo("2027-03-30");
        assertThat(workedBack(chain, "REV-03", "REV-12")).isEqualTo("2027-02-02");
        assertThat(workedBack(chain, "REV-03", "REV-10")).isEqualTo("2027-01-05");
        assertThat(workedBack(chain, "REV-03", "REV-06")).isEqualTo("2026-12-22");
    }

    @Test
    void x14_reviewMeetingOnTuesday10November2026() {
        assertThat(due("REV-06", "2026-11-10")).isEqualTo("2026-10-27");
        assertThat(due("REV-07", "2026-11-10")).isEqualTo("2026-10-27");
        assertThat(due("REV-08", "2026-11-10")).isEqualTo("2026-11-24");
        assertThat(due("REV-09", "2026-11-10")).isEqualTo("2026-12-08");
        assertThat(due("REV-10", "2026-11-10")).isEqualTo("2026-12-08");
        assertThat(due("REV-11", "2026-12-08")).isEqualTo("2026-12-22");
        assertThat(due("REV-12", "2026-12-08", "meeting", "2026-11-10")).isEqualTo("2027-02-02");
        assertThat(due("REV-13", "2026-11-10")).isEqualTo("2027-02-02");
        assertThat(due("REV-12", "2026-11-24", "meeting", "2026-11-10")).isEqualTo("2027-01-19");
        assertThat(due("REV-13", "2026-11-10", "sent", "2026-11-24")).isEqualTo("2027-01-19");
    }

    @Test
    void x14_aNoticeSentLate_leavesWeekTwelveWhereItIs_andTheOtherReadingIsShown() {
        DueDate late = timescales.due("REV-12", day("2026-12-22"), Map.of("meeting", day("2026-11-10")));

        assertThat(late.due()).isEqualTo("2027-02-02");
        assertThat(late.alternative().due()).isEqualTo("2027-02-16");
        assertThat(late.alternative().reason()).contains("A-31", "Do not rely on it");
    }

    @Test
    void x16_theYearlyCycle() {
        assertThat(due("REV-01", "2026-06-17")).isEqualTo("2027-06-16");
        assertThat(due("REV-02", "2026-06-17")).isEqualTo("2027-06-16");
        assertThat(workedBack(chain("REV-01", "2026-06-17"), "REV-01", "REV-09"))
                .isEqualTo("2027-05-19");
        assertThat(workedBack(chain("REV-01", "2026-06-17"), "REV-01", "REV-06"))
                .isEqualTo("2027-05-05");
        assertThat(due("REV-01", "2027-03-01")).isEqualTo("2028-02-29");
        assertThat(due("REV-01", "2028-02-29")).isEqualTo("2029-02-28");
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
    void x22_mediationWithHealthInIssue() {
        assertThat(due("MED-05", "2026-11-03")).isEqualTo("2026-11-06");
        assertThat(due("MED-07", "2026-11-03")).isEqualTo("2026-12-03");
        assertThat(due("MED-05", "2026-12-08")).isEqualTo("2026-12-11");
        assertThat(due("MED-07", "2026-12-08")).isEqualTo("2027-01-07");
        assertThat(due("MED-12", "2027-01-04")).isEqualTo("2027-01-07");
        assertThat(due("MED-09", "2027-01-11")).isEqualTo("2027-01-04");
    }

    @Test
    void x23_noMediation_toldAtChristmas() {
        assertThat(due("MED-03", "2026-12-22")).isEqualTo("2026-12-29");
        assertThat(due("MED-03", "2026-12-23")).isEqualTo("2026-12-30");
    }

    @Test
    void x24_orderOfFriday12February2027() {
        assertThat(due("ORD-b", "2027-02-12")).isEqualTo("2027-02-26");
        assertThat(due("ORD-d", "2027-02-12")).isEqualTo("2027-02-26");
        assertThat(due("ORD-f", "2027-02-12")).isEqualTo("2027-02-26");
        assertThat(due("ORD-c(i)", "2027-02-12")).isEqualTo("2027-03-19");
        assertThat(due("ORD-e", "2027-02-12")).isEqualTo("2027-03-19");
        assertThat(due("ORD-h", "2027-02-12")).isEqualTo("2027-03-19");
        assertThat(due("ORD-b(i)", "2027-02-12")).isEqualTo("2027-04-23");
        assertThat(due("ORD-c(ii)", "2027-02-12")).isEqualTo("2027-04-30");
        assertThat(due("ORD-b(ii)", "2027-02-12")).isEqualTo("2027-05-21");
        assertThat(due("REC-1", "2027-02-12")).isEqualTo("2027-03-18");
        assertThat(due("REC-3", "2027-02-12")).isEqualTo("2027-03-18");
        assertThat(due("REC-2", "2027-03-15")).isEqualTo("2027-03-21");
    }

    @Test
    void x25_refusalToAssess_concededBeforeTheResponse() {
        assertThat(due("UNO-3", "2026-11-12")).isEqualTo("2026-11-26");
        assertThat(due("UNO-3A(a)", "2026-11-12")).isEqualTo("2027-01-21");
        assertThat(due("UNO-3A(b)", "2026-11-12")).isEqualTo("2027-02-18");
    }

    @Test
    void x28_ceaseDecisionSentOnFriday19March2027_thePlanRunsAtLeastUntilTheWindowCloses() {
        assertThat(due("APP-01", "2027-03-19")).isEqualTo("2027-05-19");
        assertThat(due("CEA-03", "2027-03-19")).isEqualTo("2027-05-19");
        assertThat(due("CEA-03", "2027-03-19", "certificate", "2027-05-10")).isEqualTo("2027-06-10");
    }

    @Test
    void x29_mediationAgreementOfFriday4December2026() {
        assertThat(part("MED-13", "amend the provision", "2026-12-04")).isEqualTo("2027-01-08");
        assertThat(due("MED-14", "2026-12-04")).isEqualTo("2026-12-18");
        assertThat(due("MED-15", "2026-12-04")).isEqualTo("2026-12-11");
        assertThat(due("MED-14", "2026-12-04", "agreed", "2027-01-29")).isEqualTo("2027-01-29");
    }

    @Test
    void x30_complaintOfMonday7December2026() {
        assertThat(due("OTH-03", "2026-12-07")).isEqualTo("2026-12-14");
        assertThat(part("OTH-03", "stage 1 reply", "2026-12-14")).isEqualTo("2026-12-30");
        assertThat(part("OTH-03", "stage 2 acknowledgement", "2027-01-08")).isEqualTo("2027-01-15");
        assertThat(part("OTH-03", "stage 2 reply", "2027-01-15")).isEqualTo("2027-02-12");
    }

    @Test
    void x31_directPaymentsAndADisclosureOverChristmas() {
        assertThat(due("PB-03", "2026-09-01")).isEqualTo("2026-11-30");
        assertThat(due("OTH-01", "2026-12-14")).isEqualTo("2027-01-07");
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

    private LocalDate due(String rule, String from, String... facts) {
        Map<String, LocalDate> further = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            further.put(facts[i], day(facts[i + 1]));
        }
        return timescales.due(rule, day(from), further).due();
    }

    private LocalDate part(String rule, String part, String from) {
        return timescales
                .due(new Question(rule, part, day(from), Map.of(), SettingCalendar.UNKNOWN))
                .due();
    }

    private Chain chain(String rule, String from) {
        return Chain.of(timescales, Question.of(rule, day(from), Map.of()));
    }

    private static LocalDate workedBack(Chain chain, String towards, String over) {
        return chain.stages().get(0).steps().stream()
                .filter(step -> step.isWorkedBack()
                        && step.towards().equals(towards)
                        && step.timescale().rule().equals(over))
                .findFirst()
                .orElseThrow()
                .by();
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
