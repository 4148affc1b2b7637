package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table as a file: what an analyst may change in the Modeler, and what is refused when it goes wrong. */
class TimescaleTableTest {

    private static final String SINCE_2014 = "&gt;= date(\"2014-09-01\")";

    @Test
    void aChangeOfLawIsANewRow_andTheClocksStartPicksIt() {
        Timescales timescales = Timescales.read(table(
                row("REQ-04", "[date(\"2014-09-01\")..date(\"2029-08-31\")]", "W(6)"),
                row("REQ-04", "&gt;= date(\"2029-09-01\")", "W(5)")));

        DueDate lastOfTheOld = timescales.due("REQ-04", LocalDate.of(2029, 8, 31));
        DueDate firstOfTheNew = timescales.due("REQ-04", LocalDate.of(2029, 9, 1));

        assertThat(lastOfTheOld.due()).isEqualTo("2029-10-12");
        assertThat(lastOfTheOld.ruleVersion()).isEqualTo("REQ-04@2014-09-01");
        assertThat(firstOfTheNew.due()).isEqualTo("2029-10-06");
        assertThat(firstOfTheNew.ruleVersion()).isEqualTo("REQ-04@2029-09-01");
        assertThat(timescales.inForce("REQ-04", LocalDate.of(2029, 8, 31)).validTo())
                .isEqualTo("2029-08-31");
        assertThat(timescales.all()).hasSize(2);
    }

    @Test
    void aRuleThatLapsed_isRefusedForClocksAfterIt() {
        Timescales timescales =
                Timescales.read(table(row("REQ-04", "[date(\"2014-09-01\")..date(\"2029-08-31\")]", "W(6)")));

        assertThatThrownBy(() -> timescales.due("REQ-04", LocalDate.of(2029, 9, 1)))
                .isInstanceOf(Refusal.class)
                .isNotInstanceOf(UnknownRule.class)
                .hasMessageContaining("was not in force");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQ-04", "ORD-b(ii)", "UNO-3A(a)", "UNO-6A", "PB-01", "REC-1"})
    void everyIdOfTheLawsRulesHasAPlaceInTheTable(String rule) {
        assertThat(Timescales.read(table(row(rule, SINCE_2014, "W(2)")))
                        .due(rule, LocalDate.of(2027, 2, 12))
                        .due())
                .isEqualTo("2027-02-26");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        REQ-04  | >= date("2014-09-01")                        | W(six) | counting "W(six)" is none of
        REQ-04  | >= date("2014-09-01")                        | W(0)   | counts nothing
        request | >= date("2014-09-01")                        | W(6)   | rule id "request" is not written like REQ-04
        REQ-04  | 2014-09-01                                   | W(6)   | time in force, 2014-09-01, is not written like
        REQ-04  | >= date("2014-13-01")                        | W(6)   | "2014-13-01", which is no date
        REQ-04  | [date("2029-08-31")..date("2014-09-01")]     | W(6)   | ends before it begins
        REQ-04  | >= date("2014-09-01")                        | ASAP   | must say why it has none
        """)
    void aMalformedRow_isRefusedWithItsNumberAndItsFault(String rule, String inForce, String counting, String fault) {
        InputStream table =
                table(row("PLAN-06", SINCE_2014, "W(20)"), row(rule, inForce.replace(">", "&gt;"), counting));

        assertThatThrownBy(() -> Timescales.read(table))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The timescale table cannot be used: in row 2 (\"" + rule + "\", \"\", ")
                .hasMessageContaining(fault);
    }

    @Test
    void twoVersionsAtOneTime_areRefused() {
        InputStream table =
                table(row("REQ-04", SINCE_2014, "W(6)"), row("REQ-04", "&gt;= date(\"2029-09-01\")", "W(5)"));

        assertThatThrownBy(() -> Timescales.read(table))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("row 2", "overlaps");
    }

    @Test
    void cellsThatFitNothing_areRefused() {
        String good = row("APP-01", SINCE_2014, "M(2)");

        assertRefused(good.replace("\"person\"", ""), "column \"who\" is empty");
        assertRefused(good.replace("\"person\"", "person"), "column \"who\" is not a text in quotation marks");
        assertRefused(
                good.replace("<outputEntry><text>14</text></outputEntry>", ""),
                "number of cells is not the number of columns");
        assertRefused(good.replace(">14<", ">soon<"), "warning period \"soon\"");
        assertRefused(good.replace(">calendar<", ">\"at sea\"<"), "calendar \"at sea\" is none of");
        assertRefused(good.replace(">calendar<", ">\"other act\"<"), "cannot be used with the counting M(2)");
        assertRefused(good.replace(">facts<", ">\"the date\"<"), "further fact \"the date\" is not written like");
        assertRefused(good.replace(">facts<", ">\"wedding\"<"), "further date \"wedding\" is not explained");
        assertRefused(
                good.replace(">effects<", ">\"APP-02\"<"), "effect of a further date \"APP-02\" is not written like");
        assertRefused(
                good.replace(">effects<", ">\"later of APP-02 from certificate\"<"),
                "which is not among the further dates");
        assertRefused(
                good.replace(">facts<", ">\"certificate\"<")
                        .replace(">effects<", ">\"later of APP-02 from certificate\"<"),
                "compared with APP-02, which the table does not hold with a number");
        assertRefused(good.replace("\"something\"", "\"Some Thing\""), "event \"Some Thing\" is not written like");
        assertRefused(
                good.replace(">leadsTo<", ">\"elsewhere\"<"), "leads to \"elsewhere\", with which no clock starts");
        assertRefused(good.replace(">workBack<", ">\"REV-99\"<"), "worked back over REV-99");
        assertRefused(good.replace("<text>\"\"</text>", "<text>\"stage 2\"</text>"), "has parts but no row of its own");
    }

    @Test
    void aFileThatIsNoSuchTable_isRefused() {
        assertThatThrownBy(() -> Timescales.read(stream("no table")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not a valid DMN file");
        assertThatThrownBy(() -> Timescales.read(
                        stream(text(table(row("REQ-04", SINCE_2014, "W(6)"))).replace("_timescales", "_other"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds no decision table");
        assertThatThrownBy(() -> Timescales.read(table()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has no rows");
        assertThatThrownBy(() -> Timescales.read(stream(
                        text(table(row("REQ-04", SINCE_2014, "W(6)"))).replace("name=\"source\"", "name=\"origin\""))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the column \"source\" is missing");
    }

    @Test
    void thePackagedFile_isOneDecisionThatTheModelerOpens() throws IOException {
        try (InputStream file = packaged()) {
            DmnModelInstance model = Dmn.readModelFromStream(file);
            Decision decision = model.getModelElementById("timescales");
            DecisionTable table = model.getModelElementById("decisionTable_timescales");

            assertThat(model.getDefinitions().getDomElement().getNamespaceURI())
                    .isEqualTo("https://www.omg.org/spec/DMN/20191111/MODEL/");
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
            assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
        }
    }

    /** The expressions of the cells are true ones: an engine that knows nothing of our reader finds the same row. */
    @Test
    @Tag("engine")
    void aDecisionEngine_findsTheSameRow() throws IOException {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream file = packaged()) {
            var decision = engine.parseDecision("timescales", file);

            for (Timescale timescale : Timescales.fromClasspath().all()) {
                DmnDecisionTableResult rows = engine.evaluateDecisionTable(
                        decision,
                        Variables.putValue("rule", timescale.rule())
                                .putValue("part", timescale.part())
                                .putValue("clockStart", "2026-09-14"));

                assertThat(rows).hasSize(1);
                DmnDecisionRuleResult row = rows.getFirstResult();
                assertThat(row.<String>getEntry("counting")).isEqualTo(timescale.counting());
                assertThat(row.<String>getEntry("source")).isEqualTo(timescale.source());
                assertThat(row.<Integer>getEntry("warnDays")).isEqualTo(timescale.warnDays());
            }

            DmnDecisionResult beforeTheLaw = engine.evaluateDecision(
                    decision,
                    Variables.putValue("rule", "REQ-04").putValue("part", "").putValue("clockStart", "2014-08-31"));
            assertThat(beforeTheLaw).isEmpty();
        }
    }

    private static InputStream packaged() {
        return TimescaleTableTest.class.getResourceAsStream("/processes/timescales.dmn");
    }

    private static void assertRefused(String row, String fault) {
        assertThatThrownBy(() -> Timescales.read(table(row)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(fault);
    }

    /** A row for a person's duty; the words calendar, effects, facts, leadsTo and workBack stand in place of the empty cells of that name. */
    private static String row(String rule, String inForce, String counting) {
        String[] outputs = {
            "\"" + counting + "\"",
            "calendar",
            "effects",
            "\"something\"",
            "\"the day of the event\"",
            "facts",
            "\"person\"",
            "\"act\"",
            "",
            "",
            "leadsTo",
            "workBack",
            "\"an Act\"",
            "\"breach\"",
            "14"
        };
        StringBuilder row = new StringBuilder("<rule>");
        row.append("<inputEntry><text>\"").append(rule).append("\"</text></inputEntry>");
        row.append("<inputEntry><text>\"\"</text></inputEntry>");
        row.append("<inputEntry><text>").append(inForce).append("</text></inputEntry>");
        for (String output : outputs) {
            row.append("<outputEntry><text>").append(output).append("</text></outputEntry>");
        }
        return row.append("</rule>").toString();
    }

    private static InputStream table(String... rows) {
        StringBuilder table = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                <decision id="timescales" name="t"><decisionTable id="decisionTable_timescales" hitPolicy="UNIQUE">
                <input><inputExpression><text>rule</text></inputExpression></input>
                <input><inputExpression><text>part</text></inputExpression></input>
                <input><inputExpression><text>date(clockStart)</text></inputExpression></input>
                """);
        for (String column :
                "counting calendar effects event clockStartsOn furtherFacts who duty letter exceptions leadsTo workBack source missed warnDays"
                        .split(" ")) {
            table.append("<output name=\"").append(column).append("\" />");
        }
        for (String row : rows) {
            table.append(row.replace(">calendar<", "><")
                    .replace(">workBack<", "><")
                    .replace(">effects<", "><")
                    .replace(">facts<", "><")
                    .replace(">leadsTo<", "><"));
        }
        return stream(table.append("""
                </decisionTable></decision>
                <decision id="further-facts" name="f"><decisionTable id="decisionTable_furtherFacts" hitPolicy="UNIQUE">
                <input><inputExpression><text>name</text></inputExpression></input><output name="meaning" />
                <rule><inputEntry><text>"certificate"</text></inputEntry>
                <outputEntry><text>"the day the certificate was issued"</text></outputEntry></rule>
                </decisionTable></decision></definitions>
                """).toString());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
