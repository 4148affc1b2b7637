package org.ehcpathway.letter;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;
import org.ehcpathway.statute.CouncilDecision;
import org.ehcpathway.statute.Refusal;

/**
 * The decision table {@code letter-content}, read as data: literals only, no engine and no expressions.
 *
 * <p>Every row whose letter, reader and condition hold adds its blocks. A block that one row wants and another forbids, or a block
 * of the law that no row speaks of, is a fault of the table, and then no letter is made.
 */
final class LetterContentTable {

    private static final String FILE = "processes/letter-content.dmn";
    private static final String TABLE = "decisionTable_letter-content";
    private static final List<String> COLUMNS = List.of("decision", "must", "may", "mustNot", "source");

    /** @param letter null for every letter; reader null for every reader; condition null for always */
    private record Row(
            int number,
            LetterKind letter,
            Reader reader,
            Situation.Condition condition,
            CouncilDecision decision,
            Set<Block> must,
            Set<Block> may,
            Set<Block> mustNot) {

        boolean holds(LetterKind kind, Situation situation) {
            return (letter == null || letter == kind)
                    && (reader == null || reader == situation.reader())
                    && (condition == null || situation.conditions().contains(condition));
        }
    }

    private final List<Row> rows;

    private LetterContentTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table of this application. */
    static LetterContentTable fromClasspath() {
        return read(ClassPathFiles.bytes(FILE));
    }

    /** @throws Refusal when the file is no such table, a row is malformed, or a letter has no row */
    static LetterContentTable read(byte[] dmn) {
        DecisionTable table = open(dmn);
        List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
        if (!columns.equals(COLUMNS) || table.getInputs().size() != 3) {
            throw fault("its columns must be letter, reader, when, " + String.join(", ", COLUMNS));
        }
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            int number = rows.size() + 1;
            try {
                rows.add(row(number, rule));
            } catch (Refusal why) {
                throw fault("in row " + number + " " + why.getMessage());
            }
        }
        for (LetterKind kind : LetterKind.values()) {
            if (rows.stream().noneMatch(row -> row.letter == kind)) {
                throw fault("no row speaks of the letter " + kind.id());
            }
        }
        return new LetterContentTable(rows);
    }

    /** What the letter must hold, may hold and must not hold. */
    LetterContent of(LetterKind kind, Situation situation) {
        Set<Block> must = EnumSet.noneOf(Block.class);
        Set<Block> may = EnumSet.noneOf(Block.class);
        Set<Block> mustNot = EnumSet.noneOf(Block.class);
        CouncilDecision decision = null;
        boolean spokenOf = false;
        for (Row row : rows) {
            if (row.holds(kind, situation)) {
                must.addAll(row.must);
                may.addAll(row.may);
                mustNot.addAll(row.mustNot);
                decision = row.decision == null ? decision : row.decision;
                spokenOf |= row.letter != null;
            }
        }
        String letter =
                kind.id() + " to the reader " + situation.reader().name().toLowerCase(Locale.ROOT);
        if (!spokenOf) {
            throw fault("no row speaks of the letter " + letter);
        }
        for (Block block : Block.values()) {
            boolean wanted = must.contains(block) || may.contains(block);
            if (wanted && mustNot.contains(block)) {
                throw fault("the letter " + letter + " both has and must not have " + block.words());
            }
            if (Block.OF_THE_LAW.contains(block) && !wanted && !mustNot.contains(block)) {
                throw fault("for the letter " + letter + " no row says whether it has " + block.words());
            }
        }
        if (must.contains(Block.RA) != (decision != null)) {
            throw fault("the letter " + letter + " must name its decision exactly when it has the right of appeal");
        }
        may.removeAll(must);
        return new LetterContent(decision, Collections.unmodifiableSet(must), Collections.unmodifiableSet(may));
    }

    private static DecisionTable open(byte[] dmn) {
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
        } catch (ModelException e) {
            throw fault("the file is not a valid DMN file");
        }
        if (model.getModelElementById(TABLE) instanceof DecisionTable table) {
            return table;
        }
        throw fault("the file holds no decision table \"" + TABLE + "\"");
    }

    private static Row row(int number, Rule rule) {
        List<String> asked = rule.getInputEntries().stream()
                .map(cell -> literal(cell.getText()))
                .toList();
        List<String> answered = rule.getOutputEntries().stream()
                .map(cell -> literal(cell.getText()))
                .toList();
        if (asked.size() != 3 || answered.size() != COLUMNS.size()) {
            throw new Refusal("the number of cells is not the number of columns");
        }
        Situation.Condition condition = Situation.Condition.of(asked.get(2));
        if (condition == null && !asked.get(2).isEmpty()) {
            throw new Refusal("the condition \"" + asked.get(2) + "\" is none of: "
                    + Arrays.stream(Situation.Condition.values())
                            .map(Situation.Condition::words)
                            .collect(Collectors.joining(", ")));
        }
        if (answered.get(4).isEmpty()) {
            throw new Refusal("the source is missing");
        }
        return new Row(
                number,
                asked.get(0).isEmpty() ? null : named("letter", asked.get(0), () -> LetterKind.of(asked.get(0))),
                asked.get(1).isEmpty()
                        ? null
                        : named(
                                "reader",
                                asked.get(1),
                                () -> Reader.valueOf(asked.get(1).toUpperCase(Locale.ROOT))),
                condition,
                answered.get(0).isEmpty()
                        ? null
                        : named("decision", answered.get(0), () -> CouncilDecision.valueOf(answered.get(0))),
                blocks(answered.get(1)),
                blocks(answered.get(2)),
                blocks(answered.get(3)));
    }

    private static Set<Block> blocks(String cell) {
        Set<Block> blocks = EnumSet.noneOf(Block.class);
        if (!cell.isEmpty()) {
            for (String code : cell.split("\\s*,\\s*")) {
                if (!blocks.add(named("block", code, () -> Block.valueOf(code)))) {
                    throw new Refusal("the block " + code + " is there twice");
                }
            }
        }
        return blocks;
    }

    private static <T> T named(String what, String code, java.util.function.Supplier<T> find) {
        try {
            return find.get();
        } catch (IllegalArgumentException e) {
            throw new Refusal("there is no " + what + " \"" + code + "\"");
        }
    }

    private static String literal(Text cell) {
        String text = cell == null ? "" : cell.getTextContent().trim();
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            throw new Refusal("a cell is not a text in quotation marks: " + text);
        }
        return text.substring(1, text.length() - 1).trim();
    }

    private static Refusal fault(String what) {
        return new Refusal("The table of what letters contain cannot be used: " + what + ".");
    }
}
