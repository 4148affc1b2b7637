package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table is the whole law sheet and nothing besides. */
class RuleIdsTest {

    /** Every rule id of the law sheet: its sections 1.1 to 1.13 and 6.4 to 6.6. */
    private static final List<String> SHEET = List.of("""
            REQ-01 REQ-02 REQ-03 REQ-04 REQ-05 REQ-06 REQ-07
            ADV-01 ADV-02 ADV-03 ADV-04 ADV-05 ADV-06
            PLAN-01 PLAN-02 PLAN-03 PLAN-04 PLAN-05 PLAN-06 PLAN-07 PLAN-08 PLAN-09 PLAN-10 PLAN-11 PLAN-12 PLAN-13
            SCH-01 SCH-02 SCH-03 SCH-04 SCH-05 SCH-06 SCH-07 SCH-08 SCH-09
            PB-01 PB-02 PB-03 PB-04 PB-05 PB-06 PB-07 PB-08 PB-09 PB-10 PB-11
            REV-01 REV-02 REV-03 REV-04 REV-05 REV-06 REV-07 REV-08 REV-09 REV-10 REV-11 REV-12 REV-13 REV-14 REV-15 REV-16 REV-17 REV-18 REV-19 REV-20 REV-21
            RAS-01 RAS-02 RAS-03 RAS-04 RAS-05 RAS-06 RAS-07 RAS-08 RAS-09
            MOV-01 MOV-02 MOV-03 MOV-04 MOV-05 MOV-06 MOV-07 MOV-08 MOV-09 MOV-10 MOV-11
            CEA-01 CEA-02 CEA-03 CEA-04 CEA-05 CEA-06 CEA-07 CEA-08
            MED-01 MED-02 MED-03 MED-04 MED-05 MED-06 MED-07 MED-08 MED-09 MED-10 MED-11 MED-12 MED-13 MED-14 MED-15 MED-16 MED-17 MED-18 MED-19
            APP-01 APP-02 APP-03 APP-04 APP-05 APP-06 APP-07 APP-08 APP-09 APP-10 APP-11 APP-12 APP-13 APP-14
            OTH-01 OTH-02 OTH-03 OTH-04 OTH-05 OTH-06
            DET-01 DET-02 DET-03 DET-04 DET-05 DET-06 DET-07 DET-08 DET-09 DET-10 DET-11 DET-12 DET-13 DET-14 DET-15 DET-16 DET-17 DET-18 DET-19
            ORD-a ORD-b ORD-b(i) ORD-b(ii) ORD-c(i) ORD-c(ii) ORD-d ORD-e ORD-f ORD-g ORD-h
            UNO-3 UNO-3A(a) UNO-3A(b) UNO-6(a) UNO-6(b) UNO-4 UNO-5(a) UNO-5(b) UNO-6A
            REC-1 REC-2 REC-3 REC-4
            """.strip().split("\\s+"));

    private final Timescales timescales = Timescales.fromClasspath();

    @Test
    void everyRuleOfTheSheetIsInTheTable_andNoneBesides() {
        assertThat(SHEET).hasSize(177).doesNotHaveDuplicates();
        assertThat(new LinkedHashSet<>(
                        timescales.all().stream().map(Timescale::rule).toList()))
                .containsExactlyInAnyOrderElementsOf(SHEET);
    }

    @Test
    void everyRuleAnswersWithSourceAndWords_andADateExactlyWhereTheLawHasANumber() {
        for (String rule : SHEET) {
            DueDate answer = timescales.due(rule, LocalDate.of(2026, 9, 14));
            String counting = timescales.inForce(rule, answer.from()).counting();

            assertThat(answer.source()).as(rule).isNotBlank();
            assertThat(answer.countingInWords()).as(rule).isNotBlank();
            assertThat(answer.due() == null)
                    .as(rule + " " + counting)
                    .isEqualTo(counting.equals("ASAP") || counting.equals("NONE"));
        }
    }

    @Test
    void noException_isPrintedForReviewsReassessmentRequestsMovesCeasingAndMediation() {
        assertThat(timescales.all())
                .filteredOn(rule -> rule.rule().matches("REV-.*|RAS-0[13]|MOV-.*|CEA-.*|MED-(0[1-9]|1[0-2])|UNO-3A.*"))
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(rule.exceptions()).as(rule.rule()).isEmpty());
    }

    @Test
    void theSummerExceptions_stand_whereTheSheetPrintsThem() {
        assertThat(timescales.all().stream()
                        .filter(rule -> rule.exceptions().contains("EX-2"))
                        .map(Timescale::rule))
                .containsExactly(
                        "REQ-04",
                        "PLAN-01",
                        "PLAN-06",
                        "RAS-06",
                        "ORD-b",
                        "ORD-b(i)",
                        "ORD-b(ii)",
                        "ORD-c(i)",
                        "ORD-c(ii)",
                        "UNO-3",
                        "UNO-6(a)",
                        "UNO-6(b)");
    }
}
