package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EX-1 to EX-9 of the fact sheet, day by day at their edges. */
class ExceptionsTest {

    private static final String BECAUSE = "The school could not be reached, so its advice came after the limit.";
    private static final LocalDate MONDAY_14_SEPTEMBER = LocalDate.of(2026, 9, 14);

    private final Timescales timescales = Timescales.fromClasspath();
    private final Exceptions exceptions = new Exceptions(timescales);

    @Nested
    class AClosedSchool {

        private static final LocalDate REQUESTED = LocalDate.of(2026, 6, 1);

        @Test
        void x09_adviceAskedInsideTheWindowOfTheSummerClosure_mayBeReliedOn() {
            ExceptionFinding finding =
                    find(closed("2026-07-22", "2026-09-02", "2026-07-16"), "PLAN-06", REQUESTED, PersonConcerned.CHILD);

            assertThat(finding)
                    .isEqualTo(new ExceptionFinding(
                            "EX-1",
                            true,
                            "The advice was asked for on Thursday 16 July 2026, inside the window from Wednesday 15 July 2026"
                                    + " to Wednesday 26 August 2026, and the closure lasts 42 days, so EX-1 may be relied"
                                    + " on.",
                            null,
                            null));
            assertThat(mayRely(closed("2026-07-22", "2026-09-02", "2026-07-16"), "PLAN-01", REQUESTED))
                    .isTrue();
        }

        @Test
        void x10_adviceAskedBeforeTheWindow_mayNot() {
            ExceptionFinding finding = find(
                    closed("2026-07-22", "2026-09-02", "2026-06-16"),
                    "PLAN-06",
                    LocalDate.of(2026, 5, 11),
                    PersonConcerned.CHILD);

            assertThat(finding.mayBeReliedOn()).isFalse();
            assertThat(finding.reason())
                    .isEqualTo(
                            "The advice was asked for on Tuesday 16 June 2026, outside the window from Wednesday 15 July"
                                    + " 2026 to Wednesday 26 August 2026, so EX-1 may not be relied on.");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-07-14, false",
            "2026-07-15, true",
            "2026-08-26, true",
            "2026-08-27, false",
        })
        void theWindowReachesFromSevenDaysBeforeTheClosureToSevenDaysBeforeReopening_bothIncluded(
                LocalDate asked, boolean mayRely) {
            assertThat(mayRely(closed("2026-07-22", "2026-09-02", asked.toString()), "PLAN-06", REQUESTED))
                    .isEqualTo(mayRely);
        }

        @Test
        void x03_twoWeeksOfChristmas_never() {
            ExceptionFinding finding = find(
                    closed("2026-12-19", "2027-01-04", "2026-12-15"),
                    "REQ-04",
                    LocalDate.of(2026, 11, 23),
                    PersonConcerned.CHILD);

            assertThat(finding.mayBeReliedOn()).isFalse();
            assertThat(finding.reason())
                    .isEqualTo(
                            "The closure from Saturday 19 December 2026 to Sunday 3 January 2027 lasts 16 days and EX-1"
                                    + " needs at least 28, so it may not be relied on.");
        }

        @ParameterizedTest
        @CsvSource({"2026-08-18, false", "2026-08-19, true"})
        void twentySevenDaysAreTooShort_twentyEightAreFourWeeks(String reopens, boolean mayRely) {
            assertThat(mayRely(closed("2026-07-22", reopens, "2026-07-22"), "PLAN-06", REQUESTED))
                    .isEqualTo(mayRely);
        }

        @Test
        void theClosureOfAnEarlyYearsProviderIsEx2() {
            ExceptionClaim claim = new ExceptionClaim.SettingClosed(
                    true, new Closure(day("2026-07-22"), day("2026-09-02"), day("2026-07-16")), BECAUSE);

            ExceptionFinding finding = find(claim, "PLAN-06", REQUESTED, PersonConcerned.CHILD);

            assertThat(finding.exception()).isEqualTo("EX-2");
            assertThat(finding.mayBeReliedOn()).isTrue();
        }

        @Test
        void aClosureThatLiesOutsideThePeriodCannotHaveBeenTheCause() {
            LocalDate nextMay = LocalDate.of(2026, 2, 2);
            ExceptionFinding after =
                    find(closed("2026-07-22", "2026-09-02", "2026-07-16"), "PLAN-06", nextMay, PersonConcerned.CHILD);
            assertThat(after.reason())
                    .isEqualTo(
                            "With the advice asked for on Thursday 16 July 2026, the closure from Wednesday 22 July 2026"
                                    + " to Tuesday 1 September 2026 cannot have held up an act due on Monday 22 June 2026.");
            assertThat(after.mayBeReliedOn()).isFalse();

            LocalDate dayOfReopening = LocalDate.of(2026, 9, 2);
            assertThat(mayRely(closed("2026-07-22", "2026-09-02", "2026-07-16"), "PLAN-06", dayOfReopening))
                    .isFalse();
            assertThat(mayRely(
                            closed("2026-07-22", "2026-09-02", "2026-07-16"), "PLAN-06", dayOfReopening.minusDays(2)))
                    .isTrue();
        }
    }

    @Nested
    class AFamilyAway {

        @Test
        void x11_ofThirtyTwoDaysAway_sixteenLieInsideTheSixteenWeeks() {
            ExceptionFinding finding =
                    find(away("2026-12-20", "2027-01-20"), "PLAN-01", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD);

            assertThat(finding)
                    .isEqualTo(new ExceptionFinding(
                            "EX-4",
                            false,
                            "Of the 32 days away from Sunday 20 December 2026 to Wednesday 20 January 2027, 16 lie inside"
                                    + " the period from Monday 14 September 2026 to Monday 4 January 2027 and EX-4 needs at"
                                    + " least 28 in a row, so it may not be relied on.",
                            null,
                            null));
        }

        @Test
        void x11_allLieInsideTheTwentyWeeks_andAPersonChecksTheSecondReading() {
            ExceptionFinding finding =
                    find(away("2026-12-20", "2027-01-20"), "PLAN-06", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD);

            assertThat(finding.mayBeReliedOn()).isTrue();
            assertThat(finding.reason())
                    .isEqualTo(
                            "Of the 32 days away from Sunday 20 December 2026 to Wednesday 20 January 2027, 32 lie inside"
                                    + " the period from Monday 14 September 2026 to Monday 1 February 2027, at least 28 as EX-4"
                                    + " needs, so it may be relied on.");
            assertThat(finding.humanCheck())
                    .isEqualTo(
                            "On a second reading only the 16 weeks to Monday 4 January 2027 count, and only 16 days of the"
                                    + " absence lie inside them (A-38).");
            assertThat(finding.newDate()).isNull();
        }

        @Test
        void x11_twentyTwoDaysAreTooFew() {
            assertThat(mayRely(away("2026-12-20", "2027-01-10"), "PLAN-06", MONDAY_14_SEPTEMBER))
                    .isFalse();
        }

        @Test
        void twentyEightDaysInsideTheSixteenWeeks_needNoCheckForTheTwenty() {
            ExceptionFinding finding =
                    find(away("2026-12-08", "2027-01-04"), "PLAN-06", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD);

            assertThat(finding.mayBeReliedOn()).isTrue();
            assertThat(finding.humanCheck()).isNull();
            assertThat(find(away("2026-12-09", "2027-01-10"), "PLAN-06", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD)
                            .humanCheck())
                    .contains("only 27 days");
        }

        @ParameterizedTest
        @CsvSource({
            // The day the request came in is not part of the six weeks, so one of these days is lost.
            "2026-09-14, 2026-10-11, false",
            "2026-09-14, 2026-10-12, true",
            "2026-09-15, 2026-10-12, true",
            "2026-09-15, 2026-10-11, false",
            "2026-09-29, 2026-10-26, true",
            "2026-09-29, 2026-11-30, true",
            "2026-09-30, 2026-11-30, false",
        })
        void twentyEightDaysMustLieInsideTheSixWeeks(String from, String to, boolean mayRely) {
            assertThat(mayRely(away(from, to), "REQ-04", MONDAY_14_SEPTEMBER)).isEqualTo(mayRely);
        }
    }

    @Nested
    class WhoCounts {

        @ParameterizedTest
        @CsvSource({
            "CHILD, CHILD, true",
            "CHILD, PARENT, true",
            "CHILD, ALTERNATIVE_PERSON, false",
            "YOUNG_PERSON, YOUNG_PERSON, true",
            "YOUNG_PERSON, PARENT, false",
            "YOUNG_PERSON, ALTERNATIVE_PERSON, false",
            "YOUNG_PERSON_LACKING_CAPACITY, YOUNG_PERSON, true",
            "YOUNG_PERSON_LACKING_CAPACITY, ALTERNATIVE_PERSON, true",
            "YOUNG_PERSON_LACKING_CAPACITY, PARENT, false",
        })
        void anAbsenceOrCircumstancesOfThosePeopleOnly(PersonConcerned person, AffectedPerson who, boolean counts) {
            ExceptionClaim away =
                    new ExceptionClaim.Away(new Absence(day("2026-09-20"), day("2026-10-20"), who), BECAUSE);
            ExceptionClaim ill = new ExceptionClaim.PersonalCircumstances(
                    new Circumstances("A long stay in hospital.", day("2026-09-20"), null, who), BECAUSE);

            assertThat(find(away, "REQ-04", MONDAY_14_SEPTEMBER, person).mayBeReliedOn())
                    .isEqualTo(counts);
            assertThat(find(ill, "REQ-04", MONDAY_14_SEPTEMBER, person).mayBeReliedOn())
                    .isEqualTo(counts);
        }

        @Test
        void theSentenceSaysWhoCounts() {
            ExceptionClaim parents = new ExceptionClaim.Away(
                    new Absence(day("2026-09-20"), day("2026-10-20"), AffectedPerson.PARENT), BECAUSE);

            assertThat(find(parents, "REQ-04", MONDAY_14_SEPTEMBER, PersonConcerned.YOUNG_PERSON)
                            .reason())
                    .isEqualTo(
                            "For a young person with capacity only the young person counts, so an absence of the child's"
                                    + " parent from Sunday 20 September 2026 to Tuesday 20 October 2026 is no ground (SI 2014/1530"
                                    + " Sch 3 Part 3).");
        }

        @ParameterizedTest
        @CsvSource({
            "2026-06-26, true, CHILD",
            "2026-06-27, false, YOUNG_PERSON",
            "2026-06-27, true, YOUNG_PERSON_LACKING_CAPACITY",
        })
        void theLastFridayInJuneIsStillThatOfAChild(LocalDate on, boolean lacksCapacity, PersonConcerned person) {
            assertThat(PersonConcerned.on(on, LocalDate.of(2010, 3, 9), lacksCapacity))
                    .isEqualTo(person);
        }

        @Test
        void ofADetainedChildOnlyTheParentsAbsenceCounts() {
            MeasuredPeriod sixWeeks =
                    new MeasuredPeriod("DET-02", MONDAY_14_SEPTEMBER, day("2026-10-26"), null, PersonConcerned.CHILD);
            MeasuredPeriod advice = new MeasuredPeriod(
                    "DET-03",
                    MONDAY_14_SEPTEMBER,
                    day("2026-10-26"),
                    null,
                    PersonConcerned.YOUNG_PERSON_LACKING_CAPACITY);

            assertThat(sixWeeks.countsAbsenceOf(AffectedPerson.PARENT)).isTrue();
            assertThat(sixWeeks.countsAbsenceOf(AffectedPerson.CHILD)).isFalse();
            assertThat(advice.countsAbsenceOf(AffectedPerson.ALTERNATIVE_PERSON))
                    .isTrue();
            assertThat(advice.countsAbsenceOf(AffectedPerson.YOUNG_PERSON)).isFalse();
            assertThat(new Absence(day("2026-09-20"), day("2026-10-20"), AffectedPerson.CHILD)
                            .test("EX-4", Absence.FOUR_WEEKS, sixWeeks)
                            .reason())
                    .startsWith("For a detained person only an absence of the child's parent counts, so");
        }
    }

    @Nested
    class Circumstanced {

        @ParameterizedTest
        @CsvSource({
            "2026-08-01, 2026-09-14, false",
            "2026-08-01, 2026-09-15, true",
            "2026-10-26, 2026-10-26, true",
            "2026-10-27, 2026-11-30, false",
        })
        void theyMustAffectThePersonInsideThePeriod(String from, String to, boolean mayRely) {
            assertThat(mayRely(circumstances(from, to), "REQ-04", MONDAY_14_SEPTEMBER))
                    .isEqualTo(mayRely);
        }

        @Test
        void inWeeks17To20Alone_aPersonChecks() {
            ExceptionFinding finding = find(
                    circumstances("2027-01-05", "2027-01-20"), "PLAN-06", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD);

            assertThat(finding.mayBeReliedOn()).isTrue();
            assertThat(finding.humanCheck())
                    .isEqualTo(
                            "The circumstances begin after Monday 4 January 2027, and on a second reading only the 16"
                                    + " weeks to that day count (A-38).");
            assertThat(find(circumstances("2027-01-04", null), "PLAN-06", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD)
                            .humanCheck())
                    .isNull();
        }
    }

    @Nested
    class TheAdviceOfABody {

        private static final LocalDate ASKED = LocalDate.of(2026, 10, 26);

        @ParameterizedTest
        @CsvSource({
            "2026-10-26, CHILD, true, false",
            "2026-10-27, CHILD, true, true",
            "2026-12-07, CHILD, true, true",
            "2026-12-08, CHILD, true, false",
            "2026-11-10, PARENT, true, false",
            "2026-11-10, CHILD, false, false",
        })
        void aMissedAppointmentOfThatBodyInsideTheSixWeeks(
                LocalDate on, AffectedPerson who, boolean madeByThatBody, boolean mayRely) {
            ExceptionClaim missed = new ExceptionClaim.AppointmentMissed(
                    "Hearing test", on, who, madeByThatBody, "The report rests on the test.");

            assertThat(mayRely(missed, "ADV-02", ASKED)).isEqualTo(mayRely);
        }

        @Test
        void circumstancesAndAbsenceAreEx5Too_andNoneOfThemExcusesTheCouncil() {
            Absence fourWeeks = new Absence(day("2026-11-10"), day("2026-12-07"), AffectedPerson.CHILD);
            ExceptionClaim bodyAway = new ExceptionClaim.BodyAway(fourWeeks, BECAUSE);

            assertThat(find(bodyAway, "ADV-02", ASKED, PersonConcerned.CHILD))
                    .extracting(ExceptionFinding::exception, ExceptionFinding::mayBeReliedOn)
                    .containsExactly("EX-5", true);
            assertThat(mayRely(
                            new ExceptionClaim.BodyAway(
                                    new Absence(day("2026-11-11"), day("2026-12-08"), AffectedPerson.CHILD), BECAUSE),
                            "ADV-02",
                            ASKED))
                    .isFalse();
            assertThat(mayRely(
                            new ExceptionClaim.BodyCircumstances(
                                    new Circumstances(
                                            "A long illness.", day("2026-11-01"), null, AffectedPerson.PARENT),
                                    BECAUSE),
                            "ADV-02",
                            ASKED))
                    .isTrue();
            assertThat(find(bodyAway, "PLAN-06", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD)
                            .reason())
                    .isEqualTo("The law does not give EX-5 for PLAN-06, only EX-1, EX-2, EX-3, EX-4.");
        }
    }

    @Nested
    class AdviceThatIsThereAlready {

        @Test
        void isEnoughWhenAllThreeAgree() {
            ExceptionFinding finding = exceptions.decide(
                    advice(true, true, true), "ADV-01", LocalDate.of(2026, 10, 26), null, PersonConcerned.CHILD);

            assertThat(finding.mayBeReliedOn()).isTrue();
            assertThat(finding.reason())
                    .isEqualTo("The advice given on Monday 9 March 2026 is sufficient to its giver, the council and the"
                            + " family alike, so EX-6 may be relied on.");
        }

        @ParameterizedTest
        @CsvSource({
            "false, true, true, the person who gave it",
            "true, false, true, the council",
            "true, true, false, the child's parent or the young person",
        })
        void isNotEnoughWhenOneDoesNot(boolean giver, boolean council, boolean family, String who) {
            ExceptionFinding finding = exceptions.decide(
                    advice(giver, council, family), "ADV-01", LocalDate.of(2026, 10, 26), null, PersonConcerned.CHILD);

            assertThat(finding.mayBeReliedOn()).isFalse();
            assertThat(finding.reason()).contains("has not been found sufficient by " + who + ", and EX-6");
        }

        private ExceptionClaim advice(boolean giver, boolean council, boolean family) {
            return new ExceptionClaim.ExistingAdvice(
                    "Report of the educational psychologist", day("2026-03-09"), giver, council, family);
        }
    }

    @Nested
    class AfterAnOrderOrAConcession {

        private static final LocalDate ORDERED = LocalDate.of(2026, 12, 14);
        private static final LocalDate ELEVEN_WEEKS = LocalDate.of(2027, 3, 1);

        @ParameterizedTest
        @CsvSource({
            "2026-12-20, 2027-01-01, false",
            "2026-12-20, 2027-01-02, true",
            "2026-12-14, 2026-12-27, false",
            "2027-02-16, 2027-03-20, true",
            "2027-02-17, 2027-03-20, false",
        })
        void twoWeeksAwayInsideThePeriodAreEnough(String from, String to, boolean mayRely) {
            assertThat(timescales.due("ORD-c(ii)", ORDERED).due()).isEqualTo(ELEVEN_WEEKS);
            ExceptionFinding finding = decide(new ExceptionClaim.AfterOrder(away(from, to)), "ORD-c(ii)");

            assertThat(finding.exception()).isEqualTo("EX-7");
            assertThat(finding.mayBeReliedOn()).isEqualTo(mayRely);
        }

        @Test
        void x11_theSameTwentyTwoDaysAreTooFewForARequest_andEnoughForAnOrder() {
            assertThat(mayRely(away("2026-12-20", "2027-01-10"), "PLAN-06", MONDAY_14_SEPTEMBER))
                    .isFalse();
            assertThat(decide(new ExceptionClaim.AfterOrder(away("2026-12-20", "2027-01-10")), "ORD-c(ii)")
                            .mayBeReliedOn())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"ORD-b", "ORD-b(i)", "ORD-b(ii)", "ORD-c(i)", "ORD-c(ii)", "UNO-3", "UNO-6(a)", "UNO-6(b)"})
        void anyCircumstanceOfEx1ToEx4CountsToo_underItsOwnIdAsWell(String rule) {
            ExceptionClaim ill = circumstances("2026-12-20", null);
            ExceptionClaim closed = closed("2026-12-19", "2027-01-18", "2026-12-15");

            assertThat(decide(new ExceptionClaim.AfterOrder(ill), rule))
                    .extracting(ExceptionFinding::exception, ExceptionFinding::mayBeReliedOn)
                    .containsExactly("EX-7", true);
            assertThat(decide(new ExceptionClaim.AfterOrder(closed), rule).mayBeReliedOn())
                    .isTrue();
            assertThat(decide(ill, rule))
                    .extracting(ExceptionFinding::exception, ExceptionFinding::mayBeReliedOn)
                    .containsExactly("EX-3", true);
            assertThat(decide(closed, rule).exception()).isEqualTo("EX-1");
            // Under its own id an absence needs its own four weeks.
            assertThat(decide(away("2026-12-20", "2027-01-10"), rule).mayBeReliedOn())
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"ORD-d", "ORD-e", "ORD-f", "ORD-h", "UNO-4", "UNO-5(a)", "UNO-5(b)", "UNO-6A"})
        void otherOrdersHaveNoSuchException(String rule) {
            assertThat(decide(new ExceptionClaim.AfterOrder(circumstances("2026-12-20", null)), rule)
                            .mayBeReliedOn())
                    .isFalse();
        }

        @Test
        void paragraph3AOfRegulation45IsContested_soAPersonIsTold() {
            ExceptionFinding finding =
                    decide(new ExceptionClaim.AfterOrder(circumstances("2026-12-20", null)), "UNO-3A(b)");

            assertThat(finding.mayBeReliedOn()).isFalse();
            assertThat(finding.reason())
                    .isEqualTo("The law gives no exception for UNO-3A(b), so EX-7 may not be relied on.");
            assertThat(finding.humanCheck()).contains("paragraphs (3) and (6) only", "A-11b");
        }

        @Test
        void nothingElseFitsIntoEx7() {
            assertThatThrownBy(() -> new ExceptionClaim.AfterOrder(new ExceptionClaim.Directed(ORDERED, ORDERED)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("EX-7 rests on");
        }

        @Test
        void aDirectionOfTheTribunal_putsANewDateBesideTheOldOne() {
            ExceptionClaim directed = new ExceptionClaim.Directed(day("2027-01-11"), day("2027-06-01"));

            assertThat(decide(directed, "ORD-e"))
                    .isEqualTo(new ExceptionFinding(
                            "EX-8",
                            true,
                            "The tribunal directed on Monday 11 January 2027 that the new date is Tuesday 1 June 2027.",
                            null,
                            day("2027-06-01")));
            assertThat(decide(directed, "UNO-4").mayBeReliedOn()).isFalse();
            assertThat(decide(directed, "UNO-4").newDate()).isNull();
        }

        @Test
        void anAgreementInWritingDoesSoToo_byWordOfMouthItIsNone_andALateOneIsChecked() {
            assertThat(timescales.due("MED-14", ORDERED).due()).isEqualTo("2026-12-28");
            ExceptionFinding agreed =
                    decide(new ExceptionClaim.Agreed(day("2026-12-21"), day("2027-06-01"), true), "MED-14");
            assertThat(agreed.mayBeReliedOn()).isTrue();
            assertThat(agreed.newDate()).isEqualTo("2027-06-01");
            assertThat(agreed.humanCheck()).isNull();

            ExceptionFinding spoken =
                    decide(new ExceptionClaim.Agreed(day("2026-12-21"), day("2027-06-01"), false), "MED-14");
            assertThat(spoken.mayBeReliedOn()).isFalse();
            assertThat(spoken.newDate()).isNull();
            assertThat(spoken.reason())
                    .isEqualTo(
                            "The agreement of Monday 21 December 2026 is not in writing, so EX-9 may not be relied on.");

            ExceptionFinding late =
                    decide(new ExceptionClaim.Agreed(day("2027-01-04"), day("2027-06-01"), true), "MED-14");
            assertThat(late.mayBeReliedOn()).isTrue();
            assertThat(late.humanCheck()).contains("after the original date, Monday 28 December 2026, had passed");
        }

        @Test
        void ofADetainedChild_theSchoolsClosureAndTheParentsAbsenceCount() {
            String part = "make a plan: final plan";
            LocalDate due = timescales
                    .due(new Question("DET-18", part, ORDERED, Map.of(), SettingCalendar.UNKNOWN))
                    .due();
            assertThat(due).isEqualTo(ELEVEN_WEEKS);
            ExceptionClaim parentAway = new ExceptionClaim.AfterOrder(new ExceptionClaim.Away(
                    new Absence(day("2026-12-20"), day("2027-01-02"), AffectedPerson.PARENT), BECAUSE));
            ExceptionClaim childAway = new ExceptionClaim.AfterOrder(away("2026-12-20", "2027-01-02"));
            ExceptionClaim nursery = new ExceptionClaim.AfterOrder(new ExceptionClaim.SettingClosed(
                    true, new Closure(day("2026-12-19"), day("2027-01-18"), day("2026-12-15")), BECAUSE));

            assertThat(exceptions
                            .decide(parentAway, "DET-18", part, ORDERED, due, PersonConcerned.CHILD)
                            .mayBeReliedOn())
                    .isTrue();
            assertThat(exceptions
                            .decide(childAway, "DET-18", part, ORDERED, due, PersonConcerned.CHILD)
                            .mayBeReliedOn())
                    .isFalse();
            assertThat(exceptions
                            .decide(nursery, "DET-18", part, ORDERED, due, PersonConcerned.CHILD)
                            .mayBeReliedOn())
                    .isFalse();
        }

        private ExceptionFinding decide(ExceptionClaim claim, String rule) {
            return find(claim, rule, ORDERED, PersonConcerned.CHILD);
        }
    }

    @Nested
    class Reassessment {

        @Test
        void hasTheListOfTheFirstAssessment_andTheAdviceOfBodiesToo() {
            assertThat(mayRely(circumstances("2026-09-20", null), "RAS-06", MONDAY_14_SEPTEMBER))
                    .isTrue();
            assertThat(find(away("2026-12-20", "2027-01-20"), "RAS-06", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD)
                            .reason())
                    .contains("2 lie inside the period from Monday 14 September 2026 to Monday 21 December 2026");
            assertThat(mayRely(
                            new ExceptionClaim.BodyAway(
                                    new Absence(day("2026-09-20"), day("2026-10-20"), AffectedPerson.CHILD), BECAUSE),
                            "RAS-05",
                            MONDAY_14_SEPTEMBER))
                    .isTrue();
        }
    }

    @Nested
    class RulesWithoutExceptions {

        @ParameterizedTest
        @ValueSource(strings = {"PLAN-02", "PLAN-04", "MED-02", "APP-01"})
        void nothingMayBeReliedOn(String rule) {
            ExceptionFinding finding =
                    find(circumstances("2026-09-20", null), rule, MONDAY_14_SEPTEMBER, PersonConcerned.CHILD);

            assertThat(finding)
                    .isEqualTo(new ExceptionFinding(
                            "EX-3",
                            false,
                            "The law gives no exception for " + rule + ", so EX-3 may not be relied on.",
                            null,
                            null));
        }

        @Test
        void norIsThereAnyForReviews_moves_ceasing_mediationOrAppeals() {
            List<String> rules = timescales.all().stream()
                    .filter(row -> row.rule().matches("(REV|MOV|CEA|APP|SCH|PB)-.*|RAS-01|MED-(?!13|14).*"))
                    .map(Timescale::rule)
                    .distinct()
                    .toList();

            assertThat(rules).contains("REV-08", "REV-14", "RAS-01", "MOV-01", "CEA-01", "MED-02");
            for (String rule : rules) {
                assertThat(exceptions
                                .decide(
                                        circumstances("2026-09-20", null),
                                        rule,
                                        MONDAY_14_SEPTEMBER,
                                        null,
                                        PersonConcerned.CHILD)
                                .reason())
                        .isEqualTo("The law gives no exception for " + rule + ", so EX-3 may not be relied on.");
                assertThat(ExceptionGround.of(timescales.inForce(rule, MONDAY_14_SEPTEMBER)))
                        .isEmpty();
            }
        }

        @Test
        void aRefusalUnderRegulation4_isSentToTheDutyOfRegulation5() {
            ExceptionFinding finding =
                    find(circumstances("2026-09-20", null), "REQ-03", MONDAY_14_SEPTEMBER, PersonConcerned.CHILD);

            assertThat(finding.mayBeReliedOn()).isFalse();
            assertThat(finding.humanCheck()).contains("REQ-04 covers the same decision", "A-08");
        }

        @Test
        void theGroundsOfARuleAreThoseTheTablePrints() {
            assertThat(ExceptionGround.of(timescales.inForce("PLAN-06", MONDAY_14_SEPTEMBER)))
                    .containsExactly(
                            ExceptionGround.SCHOOL_CLOSED,
                            ExceptionGround.PROVIDER_CLOSED,
                            ExceptionGround.PERSONAL_CIRCUMSTANCES,
                            ExceptionGround.AWAY);
            assertThat(ExceptionGround.of(timescales.inForce("PLAN-04", MONDAY_14_SEPTEMBER)))
                    .isEmpty();
        }
    }

    @Nested
    class MissingFacts {

        @Test
        void whyItWasImpracticalMustBeSaid() {
            Absence away = new Absence(day("2026-09-20"), day("2026-10-20"), AffectedPerson.CHILD);
            assertThatThrownBy(() -> new ExceptionClaim.Away(away, "  "))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Say why this made it impractical to act by the due date.");
        }

        @Test
        void datesMustBeThereAndInOrder() {
            LocalDate day = day("2026-09-20");
            assertThatThrownBy(() -> new Absence(day, null, AffectedPerson.CHILD))
                    .hasMessage("Give the last day away from the council's area.");
            assertThatThrownBy(() -> new Absence(day, day.minusDays(1), AffectedPerson.CHILD))
                    .hasMessage("Check the last day away; it is before the first.");
            assertThatThrownBy(() -> new Absence(day, day, null)).hasMessage("Choose who was away.");
            assertThatThrownBy(() -> new Closure(day, day, day))
                    .hasMessage("Check the day of re-opening; it is not after the first day of the closure.");
            assertThatThrownBy(() -> new Closure(day, LocalDate.of(20266, 1, 1), day))
                    .hasMessage("Check the year of the day of re-opening; it lies outside 2014 to 2100.");
            assertThatThrownBy(() -> new Circumstances(" ", day, null, AffectedPerson.CHILD))
                    .hasMessage("Say what the exceptional circumstances are.");
            assertThatThrownBy(() -> new Circumstances("Illness", day, day.minusDays(1), AffectedPerson.CHILD))
                    .hasMessage("Check the last day of the circumstances; it is before the first.");
            assertThatThrownBy(() -> new ExceptionClaim.Directed(day, day.minusDays(1)))
                    .hasMessage("Check the new date; it is before the direction.");
            assertThatThrownBy(() -> new ExceptionClaim.Agreed(day, null, true)).hasMessage("Give the new date.");
        }
    }

    private static ExceptionClaim closed(String first, String reopens, String asked) {
        return new ExceptionClaim.SettingClosed(false, new Closure(day(first), day(reopens), day(asked)), BECAUSE);
    }

    private static ExceptionClaim away(String from, String to) {
        return new ExceptionClaim.Away(new Absence(day(from), day(to), AffectedPerson.CHILD), BECAUSE);
    }

    private static ExceptionClaim circumstances(String from, String to) {
        return new ExceptionClaim.PersonalCircumstances(
                new Circumstances(
                        "A bereavement in the family.", day(from), to == null ? null : day(to), AffectedPerson.CHILD),
                BECAUSE);
    }

    private boolean mayRely(ExceptionClaim claim, String rule, LocalDate clockStart) {
        return find(claim, rule, clockStart, PersonConcerned.CHILD).mayBeReliedOn();
    }

    private ExceptionFinding find(ExceptionClaim claim, String rule, LocalDate clockStart, PersonConcerned person) {
        return exceptions.decide(
                claim, rule, clockStart, timescales.due(rule, clockStart).due(), person);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
