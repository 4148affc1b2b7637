package org.ehcpathway.statute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final List<String> ASKED = List.of("rule", "part", "date(clockStart)");
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
        List<LiteralTable.Line> lines;
        Map<String, String> furtherFacts = new LinkedHashMap<>();
        try {
            byte[] file = dmn.readAllBytes();
            lines = LiteralTable.read(new ByteArrayInputStream(file), DECISION_TABLE, ASKED, COLUMNS);
            for (LiteralTable.Line fact : LiteralTable.read(
                    new ByteArrayInputStream(file), FACTS_TABLE, List.of("name"), List.of("meaning"))) {
                furtherFacts.put(fact.text("name"), fact.text("meaning"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal fault) {
            throw new Refusal("The timescale table cannot be used: " + fault.getMessage() + ".", fault);
        }
        Map<String, List<Row>> byRule = new LinkedHashMap<>();
        for (LiteralTable.Line line : lines) {
            try {
                Row row = row(line, furtherFacts);
                String id = row.timescale().rule();
                List<Row> versions = byRule.computeIfAbsent(id, x -> new ArrayList<>());
                checkNoOverlap(row.timescale(), versions);
                versions.add(row);
            } catch (Refusal fault) {
                throw new Refusal(
                        "The timescale table cannot be used: in row " + line.number() + " ("
                                + ASKED.stream().map(line.cells()::get).collect(Collectors.joining(", ")) + ") the "
                                + fault.getMessage() + ".",
                        fault);
            }
        }
        checkThatOtherRulesExist(byRule);
        return byRule;
    }

    private static Row row(LiteralTable.Line line, Map<String, String> furtherFacts) {
        String id = line.text("rule");
        if (!RULE_ID.matcher(id).matches()) {
            throw new Refusal("rule id \"" + id + "\" is not written like REQ-04");
        }
        LocalDate[] validity = validity(line.cells().get("date(clockStart)"));
        List<FurtherFact> facts = list(line.optionalText("furtherFacts")).stream()
                .map(FurtherFact::parse)
                .toList();
        Counting counting = Counting.parse(line.text("counting"));
        TribunalCalendar calendar = TribunalCalendar.parse(line.optionalText("calendar"));
        if (!calendar.fits(counting)) {
            throw new Refusal("calendar cannot be used with the counting " + line.text("counting"));
        }
        Timescale timescale = new Timescale(
                id,
                line.optionalText("part"),
                validity[0],
                validity[1],
                line.text("counting"),
                event(line.text("event")),
                line.text("clockStartsOn"),
                facts.stream().map(fact -> furtherFact(fact, furtherFacts)).toList(),
                line.text("who"),
                line.text("duty"),
                line.optionalText("letter"),
                list(line.optionalText("exceptions")),
                list(line.optionalText("leadsTo")).stream()
                        .map(TimescaleTable::event)
                        .toList(),
                list(line.optionalText("workBack")),
                line.text("source"),
                line.text("missed"),
                warnDays(line.cells().get("warnDays")),
                line.annotation());
        if (!counting.hasDate() && timescale.note().isEmpty()) {
            throw new Refusal("annotation is empty: a rule without a number must say why it has none");
        }
        return new Row(timescale, counting, calendar, effects(line.optionalText("effects"), facts), facts);
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

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\s*,\\s*"));
    }
}
