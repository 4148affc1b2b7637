package org.ehcpathway.statute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clock of the law: every rule about time, and the last day that follows from it.
 *
 * <p>The rules are the rows of {@code processes/timescales.dmn}, the arithmetic is here. The version of a rule is the one in
 * force on the day the clock starts, so a change of law leaves running clocks alone. Immutable; safe for use by many threads.
 */
public final class Timescales {

    /** First and last day the clock accepts: the year the Act came into force to the end of the century. */
    private static final LocalDate EARLIEST = LocalDate.of(2014, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final String TABLE = "/processes/timescales.dmn";

    private static Timescales packaged;

    private final Map<String, List<Row>> rows;
    private final WorkingDays workingDays = new WorkingDays();

    private Timescales(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    /**
     * The law as packaged with this release. The table is read once, every call answers the same object.
     *
     * @throws Refusal when the table has a fault, with the row and what is wrong with it
     */
    public static Timescales fromClasspath() {
        return packaged();
    }

    /** Reads another table; for tables that are not packaged, such as those of tests. */
    static Timescales read(InputStream dmn) {
        return new Timescales(TimescaleTable.read(dmn));
    }

    /** Every version of every rule, in the order of the table. */
    public List<Timescale> all() {
        return rows.values().stream().flatMap(List::stream).map(Row::timescale).toList();
    }

    /**
     * The version of a rule for a clock that starts on that day.
     *
     * @throws UnknownRule when the table does not hold the rule
     * @throws Refusal when the day lies outside 2014 to 2100 or no version of the rule was in force on it
     */
    public Timescale inForce(String rule, LocalDate onClockStart) {
        return row(rule, accepted(onClockStart)).timescale();
    }

    /**
     * The last day under a rule whose further facts are not known or not there.
     *
     * @throws UnknownRule when the table does not hold the rule
     * @throws Refusal when the day lies outside 2014 to 2100 or no version of the rule was in force on it
     */
    public DueDate due(String rule, LocalDate from) {
        return due(rule, from, Map.of());
    }

    /**
     * The last day under a rule, for a clock that starts on {@code from}.
     *
     * @param from the day named by {@link Timescale#clockStartsOn()}
     * @param facts further days by the names of {@link Timescale#furtherFacts()}; those not known are left out
     * @throws UnknownRule when the table does not hold the rule
     * @throws Refusal when a day lies outside 2014 to 2100, no version of the rule was in force, a fact is none of the rule's,
     *     or the days lie in an order that cannot be
     */
    public DueDate due(String rule, LocalDate from, Map<String, LocalDate> facts) {
        Row row = row(rule, accepted(from));
        check(facts, row, from);
        Timescale timescale = row.timescale();
        if (row.counting().lastDay(from, workingDays).isEmpty()) {
            String words = row.counting().inWords(timescale.clockStartsOn()) + " " + timescale.note();
            return new DueDate(rule, timescale.version(), from, null, null, words, timescale.source(), null);
        }
        StringBuilder words = new StringBuilder(row.counting().inWords(timescale.clockStartsOn()));
        LocalDate end = laterEnd(row, from, facts, words);
        LocalDate due = row.calendar().move(end, workingDays);
        sayWhatTheCalendarDid(row, end, due, words);
        if (!timescale.note().isEmpty()) {
            words.append(' ').append(timescale.note());
        }
        return new DueDate(
                rule,
                timescale.version(),
                from,
                due,
                warnOn(timescale, from, due),
                words.toString(),
                timescale.source(),
                alternative(row, end, due).orElse(null));
    }

    private LocalDate laterEnd(Row row, LocalDate from, Map<String, LocalDate> facts, StringBuilder words) {
        LocalDate own = row.calendar().unmovedEnd(row.counting(), from, workingDays);
        if (row.laterOf().isEmpty() || !facts.containsKey(row.laterOf().get().fact())) {
            return own;
        }
        Row.LaterOf laterOf = row.laterOf().get();
        LocalDate otherStart = facts.get(laterOf.fact());
        Row other = row(laterOf.rule(), otherStart);
        LocalDate otherEnd = other.calendar().unmovedEnd(other.counting(), otherStart, workingDays);
        LocalDate later = own.isBefore(otherEnd) ? otherEnd : own;
        words.append(" That ends on ")
                .append(InWords.day(own))
                .append("; ")
                .append(laterOf.rule())
                .append(" ends on ")
                .append(InWords.day(otherEnd))
                .append("; the later counts: ")
                .append(InWords.day(later))
                .append('.');
        return later;
    }

    private void sayWhatTheCalendarDid(Row row, LocalDate end, LocalDate due, StringBuilder words) {
        if (!due.equals(end)) {
            words.append(" The period ends on ")
                    .append(InWords.day(end))
                    .append("; the tribunal's calendar moves that day to ")
                    .append(InWords.day(due))
                    .append(" (HESC Rules r.12).");
        } else if (row.calendar() == TribunalCalendar.NONE && !workingDays.isWorkingDay(due)) {
            words.append(' ')
                    .append(InWords.day(due))
                    .append(" is not a working day and the law does not move it on; work towards ")
                    .append(InWords.day(workingDays.onOrBefore(due)))
                    .append(" (A-29).");
        }
    }

    private Optional<DueDate.Alternative> alternative(Row row, LocalDate end, LocalDate due) {
        if (due.isAfter(end)) {
            return Optional.of(new DueDate.Alternative(
                    workingDays.onOrBefore(end),
                    "Safe day: the last working day inside the period itself, without the tribunal's calendar."));
        }
        return row.counting().internalTarget(due, workingDays);
    }

    private static LocalDate warnOn(Timescale timescale, LocalDate from, LocalDate due) {
        LocalDate warnOn = due.minusDays(timescale.warnDays());
        boolean clockStartsFirst = !due.isBefore(from);
        return clockStartsFirst && warnOn.isBefore(from) ? from : warnOn;
    }

    private static void check(Map<String, LocalDate> facts, Row row, LocalDate from) {
        Timescale timescale = row.timescale();
        for (String name : facts.keySet()) {
            if (!timescale.furtherFacts().contains(name)) {
                throw new Refusal(timescale.rule() + " does not depend on a date \"" + name + "\""
                        + (timescale.furtherFacts().isEmpty()
                                ? "; it needs no further date."
                                : "; it takes " + String.join(", ", timescale.furtherFacts()) + "."));
            }
        }
        row.facts().stream()
                .filter(fact -> facts.containsKey(fact.name()))
                .forEach(fact -> fact.check(accepted(facts.get(fact.name())), from, timescale.clockStartsOn()));
    }

    private Row row(String rule, LocalDate clockStart) {
        List<Row> versions = rule == null ? null : rows.get(rule);
        if (versions == null) {
            throw new UnknownRule(rule);
        }
        return versions.stream()
                .filter(row -> row.timescale().holdsFor(clockStart))
                .findFirst()
                .orElseThrow(() -> new Refusal(rule + " was not in force for a clock that starts on "
                        + InWords.day(clockStart) + "; check the date."));
    }

    private static LocalDate accepted(LocalDate day) {
        if (day == null) {
            throw new Refusal("A date is missing: give the day on which the clock starts and no empty further date.");
        }
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new Refusal("The date " + day + " lies outside the years 2014 to 2100; check the year.");
        }
        return day;
    }

    /** Read on first use and not in a static initialiser, so that a faulty table is refused with its own sentence. */
    private static synchronized Timescales packaged() {
        if (packaged == null) {
            try (InputStream table = Timescales.class.getResourceAsStream(TABLE)) {
                if (table == null) {
                    throw new Refusal("The timescale table cannot be used: " + TABLE + " is not packaged.");
                }
                packaged = read(table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return packaged;
    }
}
