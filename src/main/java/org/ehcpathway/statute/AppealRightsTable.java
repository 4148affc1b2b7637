package org.ehcpathway.statute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The decision table {@code appeal-rights} as data: literals only, no engine and no expressions.
 *
 * <p>A table with a fault is refused as a whole, with the row and what is wrong with it. Immutable.
 */
final class AppealRightsTable {

    private static final String TABLE = "/processes/appeal-rights.dmn";
    private static final String UNUSABLE = "The table of appeal rights cannot be used: ";
    private static final List<String> INPUTS = List.of("decision", "origin", "sections", "date(sent)");
    private static final List<String> OUTPUTS =
            List.of("head", "certificate", "mediation", "recommendations", "reason", "source");
    private static final Pattern HEAD = Pattern.compile("section 51\\(2\\)\\([a-f]\\)( ?(\\([ivx]+\\)|and))*");
    private static final Pattern BEFORE = Pattern.compile("< date\\(\"([^\"]*)\"\\)");
    private static final Pattern FROM = Pattern.compile(">= date\\(\"([^\"]*)\"\\)");
    private static final Pattern BETWEEN = Pattern.compile("\\[date\\(\"([^\"]*)\"\\)\\.\\.date\\(\"([^\"]*)\"\\)]");

    private static AppealRightsTable packaged;

    /**
     * What the law answers to some questions.
     *
     * @param first the first day of sending for which it holds
     * @param last the last such day
     * @param head the head of s.51(2), null where there is no appeal
     */
    record Answer(
            int number,
            Set<CouncilDecision> decisions,
            Set<DecisionOrigin> origins,
            Set<SectionsInDispute> sections,
            LocalDate first,
            LocalDate last,
            String head,
            boolean certificate,
            boolean mediation,
            boolean recommendations,
            String reason,
            String source) {

        boolean answers(CouncilDecision decision, DecisionOrigin origin, SectionsInDispute inDispute, LocalDate sent) {
            return decisions.contains(decision)
                    && origins.contains(origin)
                    && sections.contains(inDispute)
                    && !sent.isBefore(first)
                    && !sent.isAfter(last);
        }

        boolean overlaps(Answer other) {
            return !Collections.disjoint(decisions, other.decisions)
                    && !Collections.disjoint(origins, other.origins)
                    && !Collections.disjoint(sections, other.sections)
                    && !first.isAfter(other.last)
                    && !other.first.isAfter(last);
        }
    }

    private final List<Answer> answers;

    private AppealRightsTable(List<Answer> answers) {
        this.answers = answers;
    }

    /**
     * The table packaged with this release, read on first use.
     *
     * @throws Refusal when the table has a fault
     */
    static synchronized AppealRightsTable fromClasspath() {
        if (packaged == null) {
            try (InputStream table = AppealRightsTable.class.getResourceAsStream(TABLE)) {
                if (table == null) {
                    throw new Refusal(UNUSABLE + TABLE + " is not packaged.");
                }
                packaged = read(table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return packaged;
    }

    /** @throws Refusal when the file is no such table, or a row is malformed, overlaps another or contradicts itself */
    static AppealRightsTable read(InputStream dmn) {
        List<LiteralTable.Line> lines;
        try {
            lines = LiteralTable.read(dmn, "decisionTable_appeal-rights", INPUTS, OUTPUTS);
        } catch (Refusal fault) {
            throw new Refusal(UNUSABLE + fault.getMessage() + ".", fault);
        }
        List<Answer> answers = new ArrayList<>();
        for (LiteralTable.Line line : lines) {
            try {
                Answer answer = answer(line);
                answers.stream().filter(answer::overlaps).findFirst().ifPresent(other -> {
                    throw new Refusal("question is answered in row " + other.number() + " too");
                });
                answers.add(answer);
            } catch (Refusal fault) {
                throw new Refusal(UNUSABLE + "in row " + line.number() + " the " + fault.getMessage() + ".", fault);
            }
        }
        return new AppealRightsTable(List.copyOf(answers));
    }

    /** The one row that fits, or nothing where decision and origin cannot go together. */
    Optional<Answer> find(
            CouncilDecision decision, DecisionOrigin origin, SectionsInDispute sections, LocalDate sentOn) {
        return answers.stream()
                .filter(answer -> answer.answers(decision, origin, sections, sentOn))
                .findFirst();
    }

    private static Answer answer(LiteralTable.Line line) {
        LocalDate[] sent = days(line);
        String head = line.text("head");
        Answer answer = new Answer(
                line.number(),
                constants(line, "decision", CouncilDecision.class),
                constants(line, "origin", DecisionOrigin.class),
                constants(line, "sections", SectionsInDispute.class),
                sent[0],
                sent[1],
                head.equals("none") ? null : head,
                line.truth("certificate"),
                line.truth("mediation"),
                line.truth("recommendations"),
                line.text("reason"),
                line.text("source"));
        checkSense(answer);
        return answer;
    }

    private static void checkSense(Answer answer) {
        if (answer.head() == null) {
            if (answer.certificate() || answer.recommendations()) {
                throw new Refusal("answer has no head of appeal, but a certificate or recommendations");
            }
            return;
        }
        if (!HEAD.matcher(answer.head()).matches()) {
            throw new Refusal(
                    "head \"" + answer.head() + "\" is neither \"none\" nor written like \"section 51(2)(a)\"");
        }
        if (!answer.mediation()) {
            throw new Refusal("answer has a head of appeal, but no mediation (s.52)");
        }
        if (answer.recommendations() && answer.head().startsWith("section 51(2)(a)")) {
            throw new Refusal("answer has recommendations under head (a), where the tribunal has no such power");
        }
    }

    private static <E extends Enum<E>> Set<E> constants(LiteralTable.Line line, String column, Class<E> type) {
        if (line.isEmpty(column)) {
            return EnumSet.allOf(type);
        }
        Set<E> constants = EnumSet.noneOf(type);
        for (String name : line.names(column)) {
            constants.add(Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new Refusal("column \"" + column + "\" names \"" + name + "\", which is unknown")));
        }
        return constants;
    }

    private static LocalDate[] days(LiteralTable.Line line) {
        String cell = line.cells().get("date(sent)");
        Matcher before = BEFORE.matcher(cell);
        Matcher from = FROM.matcher(cell);
        Matcher between = BETWEEN.matcher(cell);
        LocalDate first = LocalDate.MIN;
        LocalDate last = LocalDate.MAX;
        if (before.matches()) {
            last = day(before.group(1)).minusDays(1);
        } else if (from.matches()) {
            first = day(from.group(1));
        } else if (between.matches()) {
            first = day(between.group(1));
            last = day(between.group(2));
        } else if (!cell.isEmpty()) {
            throw new Refusal("time of sending, " + cell
                    + ", is not written like < date(\"2018-04-03\"), >= date(\"2018-04-03\") or"
                    + " [date(\"2018-04-03\")..date(\"2029-08-31\")]");
        }
        if (last.isBefore(first)) {
            throw new Refusal("time of sending ends before it begins");
        }
        return new LocalDate[] {first, last};
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal("time of sending names \"" + text + "\", which is no date", e);
        }
    }
}
