package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

/** The table as a file: what an analyst may change in the Modeler, and what is refused when it goes wrong. */
class AppealRightsTableTest {

    private static final List<LocalDate> AROUND_THE_CHANGE_OF_LAW =
            List.of(LocalDate.of(2018, 4, 2), LocalDate.of(2018, 4, 3), LocalDate.of(2026, 11, 23));

    @Test
    void aChangeOfLawIsANewRow_andTheDayOfSendingPicksIt() {
        String table = with(
                "sent_cease",
                "<text>&gt;= date(\"2018-04-03\")</text>",
                "<text>[date(\"2018-04-03\")..date(\"2029-08-31\")]</text>");

        AppealRightsTable changed = AppealRightsTable.read(stream(table));

        assertThat(find(changed, CouncilDecision.CEASE, LocalDate.of(2029, 8, 31)))
                .isPresent();
        assertThat(find(changed, CouncilDecision.CEASE, LocalDate.of(2029, 9, 1)))
                .isEmpty();
    }

    /** The expressions of the cells are true ones: an engine that knows nothing of our reader finds the same row. */
    @Test
    @Tag("engine")
    void aDecisionEngine_givesTheSameAnswerToEveryQuestion() {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var decision = engine.parseDecision("appeal-rights", stream(packaged()));
        int withoutRow = 0;

        for (CouncilDecision what : CouncilDecision.values()) {
            for (DecisionOrigin origin : DecisionOrigin.values()) {
                for (SectionsInDispute sections : SectionsInDispute.values()) {
                    for (LocalDate sent : AROUND_THE_CHANGE_OF_LAW) {
                        DmnDecisionTableResult rows = engine.evaluateDecisionTable(
                                decision,
                                Variables.putValue("decision", what.name())
                                        .putValue("origin", origin.name())
                                        .putValue("sections", sections.name())
                                        .putValue("sent", sent.toString()));

                        Optional<AppealRightsTable.Answer> read =
                                AppealRightsTable.fromClasspath().find(what, origin, sections, sent);
                        if (read.isEmpty()) {
                            withoutRow++;
                            assertThat(rows).isEmpty();
                        } else {
                            assertThat(rows).hasSize(1);
                            assertSame(rows, read.get());
                        }
                    }
                }
            }
        }
        // Refusals to assess and to re-assess after an order or unopposed appeal, and ceasing after an unopposed one.
        assertThat(withoutRow).isEqualTo(5 * SectionsInDispute.values().length * AROUND_THE_CHANGE_OF_LAW.size());
    }

    private static void assertSame(DmnDecisionTableResult rows, AppealRightsTable.Answer read) {
        var row = rows.getFirstResult();
        assertThat(row.<String>getEntry("head")).isEqualTo(read.head() == null ? "none" : read.head());
        assertThat(row.<Boolean>getEntry("certificate")).isEqualTo(read.certificate());
        assertThat(row.<Boolean>getEntry("mediation")).isEqualTo(read.mediation());
        assertThat(row.<Boolean>getEntry("recommendations")).isEqualTo(read.recommendations());
        assertThat(row.<String>getEntry("reason")).isEqualTo(read.reason());
        assertThat(row.<String>getEntry("source")).isEqualTo(read.source());
    }

    @Test
    void thePackagedFile_isOneDecisionThatTheModelerOpens_andEveryRowNamesItsSource() {
        DmnModelInstance model = Dmn.readModelFromStream(stream(packaged()));
        Decision decision = model.getModelElementById("appeal-rights");
        DecisionTable table = model.getModelElementById("decisionTable_appeal-rights");

        assertThat(model.getDefinitions().getDomElement().getNamespaceURI())
                .isEqualTo("https://www.omg.org/spec/DMN/20191111/MODEL/");
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
        assertThat(table.getRules())
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).isNotBlank());
        assertThat(table.getInputs())
                .allSatisfy(input -> assertThat(input.getLabel()).isNotBlank());
        assertThat(table.getOutputs())
                .allSatisfy(output -> assertThat(output.getLabel()).isNotBlank());
    }

    @Test
    void aMalformedRow_isRefusedWithItsNumberAndItsFault() {
        assertRefused(
                "\"NOT_TO_ASSESS\"</text>", "NOT_TO_ASSESS</text>", "in row 1 the column \"decision\" is not written");
        assertRefused(
                "\"NOT_TO_ASSESS\"</text>",
                "\"NOT_TO_SEE\"</text>",
                "in row 1 the column \"decision\" names \"NOT_TO_SEE\"");
        assertRefused(
                "\"TRIBUNAL_ORDER\", \"UNOPPOSED_APPEAL\"</text>",
                "not(\"COUNCIL\")</text>",
                "the column \"origin\" is not written like");
        assertRefused("\"section 51(2)(a)\"", "\"s.51\"", "in row 1 the head \"s.51\" is neither");
        assertRefused("\"section 51(2)(a)\"", "\"section 51(2)(g)\"", "in row 1 the head \"section 51(2)(g)\"");
        assertRefused("\"section 51(2)(a)\"", "\"none\"", "has no head of appeal, but a certificate");
        assertRefused(
                "<text>true</text>", "<text>\"yes\"</text>", "in row 1 the column \"certificate\" is neither true nor");
        assertRefused(
                "\"A refusal to carry out", "A refusal to carry out", "in row 1 the column \"reason\" is not a text");
        assertRefused("date(\"2018-04-03\")", "date(\"2018-04-31\")", "\"2018-04-31\", which is no date");
        assertRefused("&lt; date(\"2018-04-03\")", "before 2018", "time of sending, before 2018, is not written like");
        assertRefused(
                "&lt; date(\"2018-04-03\")",
                "[date(\"2018-04-03\")..date(\"2018-04-02\")]",
                "time of sending ends before it begins");
    }

    @Test
    void twoAnswersToOneQuestion_areRefused() {
        assertRefused(
                "&lt; date(\"2018-04-03\")",
                "&lt; date(\"2018-04-04\")",
                "in row 3 the question is answered in row 2 too");
        assertRefused("\"TO_ASSESS\"", "\"TO_ISSUE_PLAN\"", "too");
    }

    @Test
    void anAnswerThatContradictsTheLaw_isRefused() {
        String withoutMediation = with("mediation_notToAssess", "<text>true</text>", "<text>false</text>");
        String recommending = with("recommendations_notToAssess", "<text>false</text>", "<text>true</text>");

        assertThatThrownBy(() -> AppealRightsTable.read(stream(withoutMediation)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("in row 1 the answer has a head of appeal, but no mediation");
        assertThatThrownBy(() -> AppealRightsTable.read(stream(recommending)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("in row 1 the answer has recommendations under head (a)");
    }

    @Test
    void aFileThatIsNoSuchTable_isRefused() {
        assertThatThrownBy(() -> AppealRightsTable.read(stream("no table")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The table of appeal rights cannot be used: the file is not a valid DMN file");
        assertRefused("decisionTable_appeal-rights", "decisionTable_other", "holds no decision table");
        assertRefused("hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"", "hit policy is not UNIQUE");
        assertRefused("name=\"source\"", "name=\"origin\"", "the column \"source\" is missing");
        assertRefused("<text>sections</text>", "<text>section</text>", "must be asked for decision, origin, sections");
        String rows = packaged();
        assertThatThrownBy(() -> AppealRightsTable.read(stream(
                        rows.substring(0, rows.indexOf("<rule ")) + rows.substring(rows.indexOf("</decisionTable>")))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has no rows");
        int cell = rows.indexOf("<outputEntry id=\"source_notToAssess\"");
        int next = rows.indexOf("</rule>", cell);
        assertThatThrownBy(() -> AppealRightsTable.read(stream(rows.substring(0, cell) + rows.substring(next))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("in row 1 the number of cells is not the number of columns");
    }

    private static Optional<AppealRightsTable.Answer> find(
            AppealRightsTable table, CouncilDecision decision, LocalDate sent) {
        return table.find(decision, DecisionOrigin.COUNCIL, SectionsInDispute.WHOLE_DECISION, sent);
    }

    /** Changes the first such cell of the rows; what no row holds is changed at the table's head. */
    private static void assertRefused(String cell, String faulty, String fault) {
        String table = packaged();
        int inRows = table.indexOf(cell, table.indexOf("<rule "));
        int at = inRows < 0 ? table.indexOf(cell) : inRows;

        assertThatThrownBy(() -> AppealRightsTable.read(
                        stream(table.substring(0, at) + faulty + table.substring(at + cell.length()))))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The table of appeal rights cannot be used: ")
                .hasMessageContaining(fault);
    }

    /** The packaged table with the first {@code old} after the cell's id changed. */
    private static String with(String cellId, String old, String changed) {
        String table = packaged();
        int at = table.indexOf(old, table.indexOf("id=\"" + cellId + "\""));
        return table.substring(0, at) + changed + table.substring(at + old.length());
    }

    private static String packaged() {
        try (InputStream file = AppealRightsTableTest.class.getResourceAsStream("/processes/appeal-rights.dmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
