package org.ehcpathway.statute;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;

/** Rows of a decision table as data: what stands in the cells, with no engine and no expression evaluated. */
final class LiteralTable {

    /**
     * A row.
     *
     * @param number from 1, as the Modeler counts
     * @param cells what stands in each cell, by column: inputs by their expression, outputs by their name
     * @param annotation the note beside the row; empty where there is none
     */
    record Line(int number, Map<String, String> cells, String annotation) {

        boolean isEmpty(String column) {
            return cells.get(column).isEmpty();
        }

        /**
         * The text of a cell that holds one.
         *
         * @throws Refusal with a clause that says what is wrong with the cell
         */
        String text(String column) {
            String text = optionalText(column);
            if (text.isEmpty()) {
                throw new Refusal("column \"" + column + "\" is empty");
            }
            return text;
        }

        /**
         * The text of a cell that may hold one; empty where the cell or its text is.
         *
         * @throws Refusal with a clause that says what is wrong with the cell
         */
        String optionalText(String column) {
            String cell = cells.get(column);
            if (cell.isEmpty()) {
                return "";
            }
            if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) {
                throw new Refusal("column \"" + column + "\" is not a text in quotation marks");
            }
            return cell.substring(1, cell.length() - 1).replace("\\\"", "\"").trim();
        }

        /**
         * The names of a cell such as {@code "A", "B"}; none when it is empty.
         *
         * @throws Refusal with a clause that says what is wrong with the cell
         */
        List<String> names(String column) {
            if (isEmpty(column)) {
                return List.of();
            }
            String cell = cells.get(column);
            if (!cell.matches("\"\\w+\"(\\s*,\\s*\"\\w+\")*")) {
                throw new Refusal("column \"" + column + "\" is not written like \"A\" or \"A\", \"B\"");
            }
            return Arrays.stream(cell.split(","))
                    .map(name -> name.trim().replace("\"", ""))
                    .toList();
        }

        /**
         * Yes or no.
         *
         * @throws Refusal with a clause that says what is wrong with the cell
         */
        boolean truth(String column) {
            return switch (cells.get(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new Refusal("column \"" + column + "\" is neither true nor false");
            };
        }
    }

    private LiteralTable() {}

    /**
     * The rows in the order of the table.
     *
     * @param inputs the expressions of the input columns, in their order
     * @param outputs the names that the output columns must have, in any order
     * @throws Refusal with a clause, when the file is no DMN file, holds no such table of hit policy UNIQUE, lacks a column, or
     *     a row has a cell too few or too many
     */
    static List<Line> read(InputStream dmn, String tableId, List<String> inputs, List<String> outputs) {
        DecisionTable table = open(dmn, tableId);
        List<String> asked = table.getInputs().stream()
                .map(input -> trimmed(input.getInputExpression().getText()))
                .toList();
        if (!asked.equals(inputs)) {
            throw new Refusal("it must be asked for " + String.join(", ", inputs) + " in this order");
        }
        List<String> answered = table.getOutputs().stream().map(Output::getName).toList();
        outputs.stream()
                .filter(column -> !answered.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new Refusal("the column \"" + column + "\" is missing");
                });
        List<Line> lines = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            lines.add(line(lines.size() + 1, rule, asked, answered));
        }
        if (lines.isEmpty()) {
            throw new Refusal("it has no rows");
        }
        return lines;
    }

    private static DecisionTable open(InputStream dmn, String tableId) {
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(dmn);
        } catch (ModelException e) {
            throw new Refusal("the file is not a valid DMN file: " + rootOf(e).getMessage(), e);
        }
        if (!(model.getModelElementById(tableId) instanceof DecisionTable table)) {
            throw new Refusal("the file holds no decision table \"" + tableId + "\"");
        }
        if (table.getHitPolicy() != HitPolicy.UNIQUE) {
            throw new Refusal("its hit policy is not UNIQUE");
        }
        return table;
    }

    private static Line line(int number, Rule rule, List<String> asked, List<String> answered) {
        List<String> questions = rule.getInputEntries().stream()
                .map(cell -> trimmed(cell.getText()))
                .toList();
        List<String> answers = rule.getOutputEntries().stream()
                .map(cell -> trimmed(cell.getText()))
                .toList();
        if (questions.size() != asked.size() || answers.size() != answered.size()) {
            throw new Refusal("in row " + number + " the number of cells is not the number of columns");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            cells.put(asked.get(i), questions.get(i));
        }
        for (int i = 0; i < answered.size(); i++) {
            cells.put(answered.get(i), answers.get(i));
        }
        Description annotation = rule.getDescription();
        return new Line(
                number,
                cells,
                annotation == null ? "" : annotation.getTextContent().trim());
    }

    private static Throwable rootOf(Throwable fault) {
        return fault.getCause() == null ? fault : rootOf(fault.getCause());
    }

    private static String trimmed(Text cell) {
        return cell == null ? "" : cell.getTextContent().trim();
    }
}
