package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clock answers around the date itself, and what it refuses. */
class TimescalesTest {

    private static final LocalDate REQUEST = LocalDate.of(2026, 9, 14);

    private final Timescales timescales = Timescales.fromClasspath();

    @Test
    void anAnswerCarriesVersionWarningSourceAndTheInternalTarget() {
        DueDate plan = timescales.due("PLAN-06", REQUEST);

        assertThat(plan.rule()).isEqualTo("PLAN-06");
        assertThat(plan.ruleVersion()).isEqualTo("PLAN-06@2014-09-01");
        assertThat(plan.from()).isEqualTo("2026-09-14");
        assertThat(plan.due()).isEqualTo("2027-02-01");
        assertThat(plan.warnOn()).isEqualTo("2027-01-04");
        assertThat(plan.source()).contains("regs 13(2)-(3), 14");
        assertThat(plan.countingInWords()).startsWith("Within 20 weeks of the day the request was received");
        assertThat(plan.alternative().due()).isEqualTo("2027-01-31");
        assertThat(plan.alternative().reason()).contains("Internal target", "A-01");
    }

    @Test
    void theRowsKeepTheirExceptionsAndLetters() {
        Timescale decision = timescales.inForce("REQ-04", REQUEST);

        assertThat(decision.counting()).isEqualTo("W(6)");
        assertThat(decision.exceptions()).containsExactly("EX-1", "EX-2", "EX-3", "EX-4");
        assertThat(decision.letter()).isEqualTo("L-03, L-04");
        assertThat(decision.validTo()).isNull();
        assertThat(timescales.inForce("REQ-03", REQUEST).exceptions()).isEmpty();
        assertThat(timescales.inForce("ADV-02", REQUEST).exceptions()).containsExactly("EX-5");
        assertThat(timescales.inForce("APP-01", REQUEST).furtherFacts())
                .extracting(Timescale.Fact::name)
                .containsExactly("certificate");
        assertThat(timescales.inForce("APP-02", REQUEST).furtherFacts())
                .extracting(Timescale.Fact::name)
                .containsExactly("sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQ-01", "ADV-01", "PLAN-03"})
    void whereTheLawGivesNoNumber_thereIsNoDate_andTheAnswerSaysWhy(String rule) {
        DueDate answer = timescales.due(rule, REQUEST);

        assertThat(answer.due()).isNull();
        assertThat(answer.warnOn()).isNull();
        assertThat(answer.alternative()).isNull();
        assertThat(answer.countingInWords()).contains("The law gives no number of days");
        assertThat(answer.source()).isNotBlank();
    }

    @Test
    void weekSixteenForADecisionToIssue_isAMilestoneOfOurOwn_andTheAnswerSaysSo() {
        DueDate milestone = timescales.due("PLAN-02", REQUEST);

        assertThat(milestone.due()).isEqualTo("2027-01-04");
        assertThat(milestone.countingInWords())
                .contains("The law gives no number for this decision", "internal milestone", "A-07");
    }

    @Test
    void contactWithTheMediationAdviser_isOutsideTheTribunalsCalendar_augustCounts() {
        assertThat(timescales.due("MED-02", LocalDate.of(2026, 6, 20)).due()).isEqualTo("2026-08-20");
        assertThat(timescales.due("MED-02", LocalDate.of(2026, 12, 31)).due()).isEqualTo("2027-02-28");
        assertThat(timescales.due("MED-02", LocalDate.of(2027, 12, 29)).due()).isEqualTo("2028-02-29");
    }

    @Test
    void aRequestOnLeapDay_isCountedLikeAnyOther() {
        assertThat(timescales.due("REQ-04", LocalDate.of(2028, 2, 29)).due()).isEqualTo("2028-04-11");
        assertThat(timescales.due("APP-01", LocalDate.of(2028, 2, 29)).due()).isEqualTo("2028-05-02");
    }

    @Test
    void aWarningNeverComesBeforeTheClockStarts() {
        assertThat(timescales.due("APP-03", REQUEST).warnOn()).isEqualTo(REQUEST);
        assertThat(timescales.due("PLAN-04", REQUEST).warnOn()).isEqualTo("2026-09-25");
    }

    @Test
    void anAppealsAnswerNamesBothPeriodsAndWhatMovedTheDay() {
        String words = timescales
                .due("APP-01", LocalDate.of(2026, 10, 1), Map.of("certificate", LocalDate.of(2026, 11, 29)))
                .countingInWords();

        assertThat(words)
                .contains("ends on Tuesday 1 December 2026")
                .contains("APP-02 ends on Tuesday 29 December 2026")
                .contains("moves that day to Monday 4 January 2027");
    }

    @Test
    void anUnknownRule_isRefusedAsSuch() {
        assertThatThrownBy(() -> timescales.due("REQ-99", REQUEST))
                .isInstanceOf(UnknownRule.class)
                .hasMessageContaining("REQ-99");
        assertThatThrownBy(() -> timescales.due(null, REQUEST)).isInstanceOf(UnknownRule.class);
    }

    @Test
    void aDateOutside2014To2100_orNone_isRefused() {
        assertThatThrownBy(() -> timescales.due("REQ-04", LocalDate.of(2013, 12, 31)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2014 to 2100");
        assertThatThrownBy(() -> timescales.due("REQ-04", LocalDate.of(2101, 1, 1)))
                .hasMessageContaining("2014 to 2100");
        assertThatThrownBy(() -> timescales.due("REQ-04", null)).isInstanceOf(Refusal.class);
        assertThat(timescales.due("REQ-04", LocalDate.of(2100, 12, 31)).due()).isEqualTo("2101-02-11");
    }

    @Test
    void aClockBeforeTheLawCameIntoForce_isCountedByItsFirstVersion_andTheAnswerSaysSo() {
        DueDate early = timescales.due("REC-1", LocalDate.of(2018, 4, 2));

        assertThat(early.due()).isEqualTo("2018-05-06");
        assertThat(early.countingInWords()).contains("REC-1 is in force since Tuesday 3 April 2018");
        assertThat(timescales.due("REC-1", LocalDate.of(2018, 4, 3)).countingInWords())
                .doesNotContain("in force since");
        assertThat(timescales.due("REQ-04", LocalDate.of(2014, 1, 1)).due()).isEqualTo("2014-02-12");
    }

    @Test
    void aFactTheRuleDoesNotKnow_isRefused_ratherThanSilentlyLeftOut() {
        assertThatThrownBy(() -> timescales.due("REQ-04", REQUEST, Map.of("certificate", REQUEST)))
                .isInstanceOf(Refusal.class)
                .hasMessage("REQ-04 does not depend on a date \"certificate\"; it needs no further date.");
        assertThatThrownBy(() -> timescales.due("APP-01", REQUEST, Map.of("certficate", REQUEST)))
                .hasMessageContaining("it takes certificate");
    }

    @Test
    void aCertificateBeforeTheDecision_isRefused() {
        assertThatThrownBy(() -> timescales.due("APP-01", REQUEST, Map.of("certificate", REQUEST.minusDays(1))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot lie before");
        assertThatThrownBy(() -> timescales.due("APP-02", REQUEST, Map.of("sent", REQUEST.plusDays(1))))
                .hasMessageContaining("cannot lie after");
        assertThatThrownBy(() -> timescales.due("APP-01", REQUEST, Map.of("certificate", LocalDate.of(2205, 1, 1))))
                .hasMessageContaining("2014 to 2100");
    }

    @Test
    void theCertificateAlone_givesTheOneMonth_whichIsNeverLaterThanTheTrueDay() {
        assertThat(timescales.due("APP-02", LocalDate.of(2027, 1, 31)).due()).isEqualTo("2027-03-01");
        assertThat(timescales.due("APP-02", LocalDate.of(2026, 11, 10)).due()).isEqualTo("2026-12-10");
    }
}
