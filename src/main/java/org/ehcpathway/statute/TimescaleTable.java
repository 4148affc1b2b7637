package org.ehcpathway.statute;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;

/**
 * Reads the decision table {@code timescales} as data: literals only, no engine and no expressions.
 *
 * <p>A table with a fault is refused as a whole, with the row and what is wrong with it: half a law book is worse than none.
 */
final class TimescaleTable {

    private static final String DECISION_TABLE = "decisionTable_timescales";
    private static final String FACTS_TABLE = "decisionTable_furtherFacts";
    private static final Pattern RULE_ID = Pattern.compile("[A-Z]{2,4}-[0-9A-Za-z]{1,3}(\\([a-z]+\\))?");
    private static final Pattern OPEN = Pattern.compile(">= date\\(\"([^\"]*)\"\\)");
    private static final Pattern CLOSED = Pattern.compile("\\[date\\(\"([^\"]*)\"\\)\\.\\.date\\(\"([^\"]*)\"\\)]");
    private static final Pattern EVENT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final List<String> COLUMNS = List.of(
            "counting",
            "calendar",
            "effects",
            "event",
            "clockStartsOn",
            "furtherFacts",
            "who",
            "duty",
            "letter",
            "exceptions",
            "leadsTo",
            "workBack",
            "source",
            "missed",
            "warnDays");

    private TimescaleTable() {}

    /**
     * The rows of the table, by rule, in the order of the table.
     *
     * @throws Refusal when the file is no decision table or a row is malformed, doubled or points to a rule that is not there
     */
    static Map<String, List<Row>> read(InputStream dmn) {
        DmnModelInstance model = model(dmn);
        DecisionTable table = table(model, DECISION_TABLE);
        List<String> columns = columns(table);
        Map<String, String> furtherFacts = furtherFacts(table(model, FACTS_TABLE));
        Map<String, List<Row>> byRule = new LinkedHashMap<>();
        int number = 0;
        for (Rule rule : table.getRules()) {
            number++;
            List<String> asked = rule.getInputEntries().stream()
                    .map(cell -> text(cell.getText()))
                    .toList();
            List<String> answered = rule.getOutputEntries().stream()
                    .map(cell -> text(cell.getText()))
                    .toList();
            try {
                Row row = row(asked, answered, columns, furtherFacts, rule.getDescription());
                String id = row.timescale().rule();
                List<Row> versions = byRule.computeIfAbsent(id, x -> new ArrayList<>());
                checkNoOverlap(row.timescale(), versions);
                versions.add(row);
            } catch (Refusal fault) {
                throw new Refusal(
                        "The timescale table cannot be used: in row " + number + " (" + String.join(", ", asked)
                                + ") the " + fault.getMessage() + ".",
                        fault);
            }
        }
        if (byRule.isEmpty()) {
            throw new Refusal("The timescale table cannot be used: it has no rows.");
        }
        checkThatOtherRulesExist(byRule);
        return byRule;
    }

    private static DmnModelInstance model(InputStream dmn) {
        try {
            return Dmn.readModelFromStream(dmn);
        } catch (ModelException e) {
            throw new Refusal(
                    "The timescale table cannot be used: the file is not a valid DMN file: "
                            + rootOf(e).getMessage(),
                    e);
        }
    }

    private static DecisionTable table(DmnModelInstance model, String id) {
        if (model.getModelElementById(id) instanceof DecisionTable table) {
            return table;
        }
        throw new Refusal("The timescale table cannot be used: the file holds no decision table \"" + id + "\".");
    }

    /** What each further date is, by its name. */
    private static Map<String, String> furtherFacts(DecisionTable table) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Rule rule : table.getRules()) {
            meanings.put(
                    literal(
                            "name",
                            text(rule.getInputEntries().iterator().next().getText())),
                    literal(
                            "meaning",
                            text(rule.getOutputEntries().iterator().next().getText())));
        }
        return meanings;
    }

    private static Throwable rootOf(Throwable fault) {
        return fault.getCause() == null ? fault : rootOf(fault.getCause());
    }

    private static List<String> columns(DecisionTable table) {
        List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
        for (String column : COLUMNS) {
            if (!columns.contains(column)) {
                throw new Refusal("The timescale table cannot be used: the column \"" + column + "\" is missing.");
            }
        }
        if (table.getInputs().size() != 3) {
            throw new Refusal(
                    "The timescale table cannot be used: it must be asked for the rule, its part and the clock's start only.");
        }
        return columns;
    }

    private static Row row(
            List<String> asked,
            List<String> answered,
            List<String> columns,
            Map<String, String> furtherFacts,
            Description annotation) {
        if (asked.size() != 3 || answered.size() != columns.size()) {
            throw new Refusal("number of cells is not the number of columns");
        }
        String id = literal("rule", asked.get(0));
        if (!RULE_ID.matcher(id).matches()) {
            throw new Refusal("rule id \"" + id + "\" is not written like REQ-04");
        }
        String part = literal("part", asked.get(1));
        LocalDate[] validity = validity(asked.get(2));
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), answered.get(i));
        }
        List<FurtherFact> facts = list(optional(cells, "furtherFacts")).stream()
                .map(FurtherFact::parse)
                .toList();
        Counting counting = Counting.parse(required(cells, "counting"));
        TribunalCalendar calendar = TribunalCalendar.parse(optional(cells, "calendar"));
        if (!calendar.fits(counting)) {
            throw new Refusal("calendar cannot be used with the counting " + required(cells, "counting"));
        }
        List<Effect> effects = effects(optional(cells, "effects"), facts);
        Timescale timescale = new Timescale(
                id,
                part,
                validity[0],
                validity[1],
                required(cells, "counting"),
                event(required(cells, "event")),
                required(cells, "clockStartsOn"),
                facts.stream().map(fact -> furtherFact(fact, furtherFacts)).toList(),
                required(cells, "who"),
                required(cells, "duty"),
                optional(cells, "letter"),
                list(optional(cells, "exceptions")),
                list(optional(cells, "leadsTo")).stream()
                        .map(TimescaleTable::event)
                        .toList(),
                list(optional(cells, "workBack")),
                required(cells, "source"),
                required(cells, "missed"),
                warnDays(cells.get("warnDays")),
                annotation == null ? "" : annotation.getTextContent().trim());
        if (!counting.hasDate() && timescale.note().isEmpty()) {
            throw new Refusal("annotation is empty: a rule without a number must say why it has none");
        }
        return new Row(timescale, counting, calendar, effects, facts);
    }

    private static LocalDate[] validity(String cell) {
        Matcher open = OPEN.matcher(cell);
        if (open.matches()) {
            return new LocalDate[] {date(open.group(1)), null};
        }
        Matcher closed = CLOSED.matcher(cell);
        if (!closed.matches()) {
            throw new Refusal("time in force, " + cell
                    + ", is not written like >= date(\"2014-09-01\") or [date(\"2014-09-01\")..date(\"2029-08-31\")]");
        }
        LocalDate from = date(closed.group(1));
        LocalDate to = date(closed.group(2));
        if (to.isBefore(from)) {
            throw new Refusal("time in force ends before it begins");
        }
        return new LocalDate[] {from, to};
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal("time in force names \"" + text + "\", which is no date", e);
        }
    }

    private static int warnDays(String cell) {
        if (!cell.matches("\\d{1,3}")) {
            throw new Refusal("warning period \"" + cell + "\" is not a number of calendar days from 0 to 999");
        }
        return Integer.parseInt(cell);
    }

    private static List<Effect> effects(String cell, List<FurtherFact> facts) {
        List<Effect> effects = cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split("\\s*;\\s*")).map(Effect::parse).toList();
        for (Effect effect : effects) {
            if (effect.fact() != null
                    && facts.stream().noneMatch(fact -> fact.name().equals(effect.fact()))) {
                throw new Refusal("effect of a further date starts on \"" + effect.fact()
                        + "\", which is not among the further dates");
            }
        }
        return effects;
    }

    private static Timescale.Fact furtherFact(FurtherFact fact, Map<String, String> meanings) {
        String meaning = meanings.get(fact.name());
        if (meaning == null) {
            throw new Refusal("further date \"" + fact.name() + "\" is not explained in the table of further dates");
        }
        return new Timescale.Fact(fact.name(), meaning);
    }

    private static String event(String name) {
        if (!EVENT.matcher(name).matches()) {
            throw new Refusal("event \"" + name + "\" is not written like decision-sent");
        }
        return name;
    }

    private static void checkNoOverlap(Timescale added, List<Row> versions) {
        for (Row row : versions) {
            Timescale other = row.timescale();
            if (!other.part().equals(added.part())) {
                continue;
            }
            boolean startsBeforeTheOtherEnds =
                    other.validTo() == null || !added.validFrom().isAfter(other.validTo());
            boolean endsAfterTheOtherStarts =
                    added.validTo() == null || !added.validTo().isBefore(other.validFrom());
            if (startsBeforeTheOtherEnds && endsAfterTheOtherStarts) {
                throw new Refusal("time in force overlaps with that of another row of the rule");
            }
        }
    }

    private static void checkThatOtherRulesExist(Map<String, List<Row>> byRule) {
        List<Row> all = byRule.values().stream().flatMap(List::stream).toList();
        for (Row row : all) {
            String rule = row.timescale().rule();
            if (byRule.get(rule).stream()
                    .noneMatch(each -> each.timescale().part().isEmpty())) {
                throw new Refusal("The timescale table cannot be used: " + rule + " has parts but no row of its own.");
            }
            for (Effect effect : row.effects()) {
                if (effect.rule() != null
                        && byRule.getOrDefault(effect.rule(), List.of()).stream()
                                .noneMatch(other -> other.counting().hasDate())) {
                    throw new Refusal("The timescale table cannot be used: " + rule + " is compared with "
                            + effect.rule() + ", which the table does not hold with a number.");
                }
            }
            for (String other : row.timescale().workBack()) {
                if (!byRule.containsKey(other)) {
                    throw new Refusal("The timescale table cannot be used: " + rule + " is worked back over " + other
                            + ", which the table does not hold.");
                }
            }
            for (String event : row.timescale().leadsTo()) {
                if (all.stream().noneMatch(other -> other.timescale().event().equals(event))) {
                    throw new Refusal("The timescale table cannot be used: " + rule + " leads to \"" + event
                            + "\", with which no clock starts.");
                }
            }
        }
    }

    private static String required(Map<String, String> cells, String column) {
        String value = optional(cells, column);
        if (value.isEmpty()) {
            throw new Refusal("column \"" + column + "\" is empty");
        }
        return value;
    }

    private static String optional(Map<String, String> cells, String column) {
        return cells.get(column).isEmpty() ? "" : literal(column, cells.get(column));
    }

    private static String literal(String column, String cell) {
        if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) {
            throw new Refusal("column \"" + column + "\" is not a text in quotation marks");
        }
        return cell.substring(1, cell.length() - 1).replace("\\\"", "\"").trim();
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\s*,\\s*"));
    }

    private static String text(Text cell) {
        return cell == null ? "" : cell.getTextContent().trim();
    }
}
