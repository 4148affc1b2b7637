package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.ehcpathway.statute.CouncilDecision;
import org.ehcpathway.statute.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of what letters contain, as an analyst may change it in the Modeler, and what is refused when it goes wrong. */
class LetterContentTableTest {

    private static final Situation FAMILY =
            new Situation(Reader.FAMILY, Set.of(Situation.Condition.COUNCILS_OWN_CHANGE));

    private final String table =
            new String(ClassPathFiles.bytes("processes/letter-content.dmn"), StandardCharsets.UTF_8);

    @Test
    void aRefusalToAssess_hasItsRightsAndNoPowerToRecommend() {
        LetterContent content = LetterContentTable.fromClasspath().of(LetterKind.L_03, FAMILY);

        assertThat(content.decision()).isEqualTo(CouncilDecision.NOT_TO_ASSESS);
        assertThat(content.must())
                .containsExactlyInAnyOrder(
                        Block.DECISION,
                        Block.NO_ASSESSMENT,
                        Block.REASONS,
                        Block.TALK,
                        Block.PLAN,
                        Block.RA,
                        Block.TL,
                        Block.MI,
                        Block.DR,
                        Block.IA);
        assertThat(content.allows(Block.RP)).isFalse();
    }

    @Test
    void rowsAddUp_forTheReaderAndWhatIsTheCase() {
        LetterContentTable contents = LetterContentTable.fromClasspath();

        assertThat(contents.of(
                                LetterKind.L_03,
                                new Situation(
                                        Reader.COPY,
                                        Set.of(Situation.Condition.INTERPRETER, Situation.Condition.STANDS_FOR)))
                        .must())
                .contains(Block.COPY, Block.RA)
                .doesNotContain(Block.INTERPRETER, Block.STANDS_FOR);
        assertThat(contents.of(
                                LetterKind.L_16,
                                new Situation(Reader.FAMILY, Set.of(Situation.Condition.CHANGE_AFTER_APPEAL)))
                        .must())
                .contains(Block.AFTER_APPEAL, Block.DR, Block.IA)
                .doesNotContain(Block.RA, Block.TL, Block.MI, Block.RP);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            "L-03"                    | "L-99"             | there is no letter "L-99"
            "interpreter needed"      | "it rains"         | the condition "it rains" is none of: interpreter needed
            "NOT_TO_ASSESS"           | "NOT_TO_BE"        | there is no decision "NOT_TO_BE"
            "NEXT_STEPS, ENCLOSED"    | "NEXT_STEPS, NEXT" | there is no block "NEXT"
            "NEXT_STEPS, ENCLOSED"    | NEXT_STEPS         | a cell is not a text in quotation marks
            "professional"            | "nobody"           | there is no reader "nobody"
            "O-05"                    | "O-04"             | no row speaks of the letter O-05
            name="mustNot"            | name="never"       | its columns must be letter, reader, when
            decisionTable_letter-content | table           | the file holds no decision table
            """)
    void aFaultOfTheTableIsRefusedWithTheRowAndWhatIsWrong(String good, String bad, String fault) {
        String broken = table.replace("<text>" + good + "</text>", "<text>" + bad + "</text>");
        byte[] changed = (broken.equals(table) ? table.replace(good, bad) : broken).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> LetterContentTable.read(changed))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The table of what letters contain cannot be used: ")
                .hasMessageContaining(fault);
    }

    @Test
    void aBlockOfTheLawThatNoRowSpeaksOf_isRefused() {
        String silent = table.replace(
                "<text>\"RA, TL, MI, MI_I, DR, RP, WINDOW, MEETING, SCHOOLS\"</text>",
                "<text>\"RA, TL, MI, MI_I, DR, RP, MEETING, SCHOOLS\"</text>");
        LetterContentTable contents = LetterContentTable.read(silent.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> contents.of(LetterKind.L_04, FAMILY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "for the letter L-04 to the reader family no row says whether it has the last day");
    }

    @Test
    void aBlockThatIsWantedAndForbidden_isRefused() {
        String torn = table.replace(
                "<text>\"MI_I, RP, WINDOW, MEETING, SCHOOLS\"</text>",
                "<text>\"RA, MI_I, RP, WINDOW, MEETING, SCHOOLS\"</text>");
        LetterContentTable contents = LetterContentTable.read(torn.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> contents.of(LetterKind.L_03, FAMILY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("both has and must not have the right of appeal");
    }

    @Test
    void aLetterThatMissesABlockOrHasOneTooMany_isRefused() {
        ComposedLetter letter = ComposedLetter.of("""
                <html lang="en-GB"><head><title>Letter</title></head>
                <body><p data-block="DECISION">We have decided.</p><div data-block="RP"><p>The Tribunal can.</p></div></body></html>""");

        assertThatThrownBy(() -> letter.check(
                        LetterKind.L_03,
                        new LetterContent(null, Set.of(Block.DECISION, Block.RP, Block.TL), Set.of()),
                        List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The letter L-03 lacks the time limits for an appeal");
        assertThatThrownBy(() -> letter.check(
                        LetterKind.L_03, new LetterContent(null, Set.of(Block.DECISION), Set.of()), List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The letter L-03 must not contain the Tribunal’s power to recommend");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Dear ,</p>
            <p>We received it on .</p>
            <p>Call null today</p>
            <p></p>
            <ul><li> </li></ul>
            <p>You ( ) can</p>
            """)
    void aGapIsRefusedWhereverItIs(String markup) {
        ComposedLetter letter =
                ComposedLetter.of("<html><head><title>Letter</title></head><body>" + markup + "</body></html>");

        assertThatThrownBy(() -> letter.check(LetterKind.L_01, new LetterContent(null, Set.of(), Set.of()), List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The letter has a gap, ");
    }

    @Test
    void whatAPersonWrote_isTakenAsItIs() {
        ComposedLetter letter = ComposedLetter.of(
                "<html><head><title>Letter</title></head><body><p data-typed=\"words\">He said , null .. (  )</p></body></html>");

        letter.check(LetterKind.L_01, new LetterContent(null, Set.of(), Set.of()), List.of());

        assertThat(letter.text()).isEqualTo("He said , null .. ( )");
    }

    @Test
    void aNameIsNoGap_whateverItLooksLike() {
        ComposedLetter letter = ComposedLetter.of("<html><head><title>Letter</title></head>"
                + "<body><p>Ruth Ashby Jr. asked, and so did Ann Null ().</p></body></html>");
        LetterContent nothing = new LetterContent(null, Set.of(), Set.of());

        letter.check(LetterKind.L_01, nothing, List.of("Ruth Ashby Jr.", "Ann Null ()"));
        assertThatThrownBy(() -> letter.check(LetterKind.L_01, nothing, List.of("Ruth Ashby Jr.")))
                .hasMessageStartingWith("The letter has a gap, ");
    }

    @Test
    void everyRowSaysWhereItComesFrom_andTheEngineReadsTheTableToo() {
        DmnModelInstance model =
                Dmn.readModelFromStream(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        DecisionTable decisionTable = model.getModelElementById("decisionTable_letter-content");
        assertThat(decisionTable.getRules())
                .hasSizeGreaterThan(LetterKind.values().length)
                .allSatisfy(rule -> {
                    assertThat(rule.getDescription().getTextContent()).isNotBlank();
                    assertThat(source(rule)).isNotBlank();
                });

        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        DmnDecision decision = engine.parseDecision(
                "letter-content", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        assertThat(engine.evaluateDecisionTable(
                                decision,
                                Variables.putValue("letter", "L-06")
                                        .putValue("reader", "family")
                                        .putValue("when", "interpreter needed"))
                        .collectEntries("must"))
                .contains("INTERPRETER", "OUTCOME, NO_PLAN, REASONS, TALK, PLAN, RA, TL, MI, DR, IA, RP");
    }

    private static String source(Rule rule) {
        return rule.getOutputEntries().stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .getText()
                .getTextContent();
    }
}
