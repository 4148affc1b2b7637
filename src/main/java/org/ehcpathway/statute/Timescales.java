package org.ehcpathway.statute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
     * @throws Refusal when the day lies outside 2014 to 2100 or the rule had lapsed by then
     */
    public Timescale inForce(String rule, LocalDate onClockStart) {
        return inForce(rule, "", onClockStart);
    }

    /**
     * The version of a part of a rule for a clock that starts on that day.
     *
     * @throws UnknownRule when the table does not hold the rule
     * @throws Refusal when the rule has no such part, the day lies outside 2014 to 2100 or the rule had lapsed by then
     */
    public Timescale inForce(String rule, String part, LocalDate onClockStart) {
        return row(rule, part, accepted(onClockStart)).timescale();
    }

    /**
     * The parts of a rule that has several limits, for clocks that start on that day, in the order of the table; none for most.
     *
     * @throws UnknownRule when the table does not hold the rule
     */
    public List<Timescale> parts(String rule, LocalDate onClockStart) {
        return versions(rule).stream()
                .map(row -> row.timescale().part())
                .filter(part -> !part.isEmpty())
                .distinct()
                .map(part -> inForce(rule, part, onClockStart))
                .toList();
    }

    /**
     * The last day under a rule whose further dates are not known or not there.
     *
     * @throws UnknownRule when the table does not hold the rule
     * @throws Refusal when the day lies outside 2014 to 2100 or the rule had lapsed by then
     */
    public DueDate due(String rule, LocalDate from) {
        return due(Question.of(rule, from, Map.of()));
    }

    /** As {@link #due(Question)}, for the rule itself with further dates. */
    public DueDate due(String rule, LocalDate from, Map<String, LocalDate> facts) {
        return due(Question.of(rule, from, facts));
    }

    /**
     * The last day under a rule.
     *
     * <p>A clock that started before the first version of its rule is counted by that version, and the answer says so.
     *
     * @throws UnknownRule when the table does not hold the rule
     * @throws Refusal when a day lies outside 2014 to 2100, the rule had lapsed, has no such part or takes no such date, or the
     *     days lie in an order that cannot be
     */
    public DueDate due(Question question) {
        LocalDate from = accepted(question.from());
        Row row = row(question.rule(), question.part(), from);
        if (!question.facts().isEmpty()) {
            check(question.facts(), row, from);
        }
        if (question.calendar() != SettingCalendar.UNKNOWN && row.counting().kind() != CountingKind.SD) {
            throw new Refusal(
                    row.timescale().rule() + " is not counted in school or institution days; leave the calendar out.");
        }
        return new Reckoning(row, question).answer();
    }

    /** The last day on which the clock of a rule may start so that its period ends by {@code end}. */
    LocalDate latestStart(Timescale timescale, LocalDate end) {
        Counting counting = row(timescale.rule(), timescale.part(), end).counting();
        LocalDate start = end;
        while (counting.lastDay(start, workingDays, SettingCalendar.UNKNOWN)
                .orElseThrow()
                .isAfter(end)) {
            start = start.minusDays(1);
        }
        return start;
    }

    /** One answer in the making: the last day, and the sentences that say how it was found. */
    private final class Reckoning {

        private final Row row;
        private final Question question;
        private final LocalDate from;
        private final StringBuilder added = new StringBuilder();
        private LocalDate start;
        private LocalDate end;
        private LocalDate fixed;
        private boolean noEarlierDay;
        private DueDate.Alternative shown;

        Reckoning(Row row, Question question) {
            this.row = row;
            this.question = question;
            this.from = question.from();
            this.start = from;
        }

        DueDate answer() {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.CountedFrom && given(effect) != null) {
                    start = given(effect);
                    say("Counted from ", start, ".");
                }
            }
            end = lastDay(row, start);
            row.effects().forEach(this::apply);
            if (fixed == null && end == null) {
                return dueOn(null, null);
            }
            LocalDate due = fixed != null ? fixed : row.calendar().move(end, workingDays);
            sayWhatTheCalendarDid(due);
            return dueOn(due, alternative(due));
        }

        private void apply(Effect effect) {
            if (effect instanceof Effect.LaterOf later) {
                LocalDate other = given(effect);
                if (other == null && later.orStart() && !start.equals(from)) {
                    other = from;
                }
                compareWith(later.rule(), other, true, "");
            } else if (effect instanceof Effect.EarlierOf earlier) {
                compareWith(earlier.rule(), given(effect), false, earlier.shown());
            } else if (effect instanceof Effect.OnWhenKnown known && given(effect) != null) {
                if (!given(effect).isBefore(workingDays.plus(from, known.workingDays()))) {
                    fixed = given(effect);
                    say(
                            "Known at least " + known.workingDays() + " working days ahead, so the day itself counts: ",
                            fixed,
                            ".");
                }
            } else if (effect instanceof Effect.NoLaterThan && given(effect) != null) {
                if (end.isAfter(given(effect))) {
                    end = given(effect);
                    say("No later than ", end, ".");
                }
            } else if (effect instanceof Effect.On && given(effect) != null) {
                fixed = given(effect);
                say("The day that was given counts instead: ", fixed, ".");
            } else if (effect instanceof Effect.UntilAtMost until && given(effect) != null) {
                LocalDate atMost = until.counting()
                        .lastDay(start, workingDays, question.calendar())
                        .orElseThrow();
                end = given(effect).isAfter(atMost) ? atMost : given(effect);
                say("Until ", end, ".");
            } else if (effect instanceof Effect.NoEarlierDay) {
                noEarlierDay = true;
            } else if (effect instanceof Effect.Target target) {
                target(target);
            }
        }

        private void compareWith(String otherRule, LocalDate otherStart, boolean theLaterCounts, String shownEnd) {
            if (otherStart == null) {
                return;
            }
            LocalDate otherEnd = lastDay(row(otherRule, "", otherStart), otherStart);
            if (end == null) {
                end = otherEnd;
                say(otherRule + " ends on ", end, ".");
                return;
            }
            LocalDate counts = end.isBefore(otherEnd) == theLaterCounts ? otherEnd : end;
            say("That ends on ", end, "; ");
            added.append(otherRule).append(" ends on ").append(InWords.day(otherEnd));
            added.append(theLaterCounts ? "; the later counts: " : "; the earlier counts: ");
            added.append(InWords.day(counts)).append('.');
            LocalDate otherReading = shownEnd.equals("own") ? end : shownEnd.equals("other") ? otherEnd : counts;
            if (otherReading.isAfter(counts)) {
                shown = new DueDate.Alternative(
                        otherReading,
                        "The whole 8 weeks from a notice that was sent late, by the other reading. Do not rely on it: the"
                                + " earlier day counts (A-31).");
            }
            end = counts;
        }

        private void target(Effect.Target target) {
            LocalDate begins = start;
            String counted = "Internal target";
            if (target.rule() != null) {
                if (given(target) == null) {
                    return;
                }
                begins = lastDay(row(target.rule(), "", given(target)), given(target));
                counted = "The step before was late: counted from " + InWords.day(begins) + ", the last day of "
                        + target.rule();
            }
            LocalDate day = target.counting()
                    .lastDay(begins, workingDays, question.calendar())
                    .orElseThrow();
            if (day.isBefore(end)) {
                shown = new DueDate.Alternative(
                        day,
                        counted + ": "
                                + target.counting()
                                        .inWords(
                                                target.rule() == null
                                                        ? row.timescale().clockStartsOn()
                                                        : "that day"));
            }
        }

        private LocalDate lastDay(Row of, LocalDate day) {
            return of.counting().hasDate()
                    ? of.calendar().unmovedEnd(of.counting(), day, workingDays, question.calendar())
                    : null;
        }

        private LocalDate given(Effect effect) {
            return effect.fact() == null ? null : question.facts().get(effect.fact());
        }

        private void say(String before, LocalDate day, String after) {
            added.append(' ').append(before).append(InWords.day(day)).append(after);
        }

        private void sayWhatTheCalendarDid(LocalDate due) {
            if (fixed != null) {
                return;
            }
            if (!due.equals(end)) {
                say("The period ends on ", end, "; the tribunal's calendar moves that day to ");
                added.append(InWords.day(due)).append(" (r.12 of the rules).");
            } else if (!noEarlierDay && row.calendar() == TribunalCalendar.NONE && !workingDays.isWorkingDay(due)) {
                added.append(' ')
                        .append(InWords.day(due))
                        .append(" is not a working day and the law does not move it on; work towards ")
                        .append(InWords.day(workingDays.onOrBefore(due)))
                        .append(workingDays.isWeekend(due) ? " (A-29)." : " (A-29, A-39).");
            }
        }

        private DueDate.Alternative alternative(LocalDate due) {
            if (fixed != null || noEarlierDay) {
                return null;
            }
            if (shown != null) {
                return shown;
            }
            if (due.isAfter(end)) {
                return new DueDate.Alternative(
                        workingDays.onOrBefore(end),
                        "Safe day: the last working day inside the period itself, without the tribunal's calendar.");
            }
            return row.counting().internalTarget(due, workingDays).orElse(null);
        }

        private DueDate dueOn(LocalDate due, DueDate.Alternative alternative) {
            Timescale timescale = row.timescale();
            if (row.counting().kind() == CountingKind.SD && question.calendar() == SettingCalendar.UNKNOWN) {
                added.append(" The setting's closures are not known, so every working day counts as open.");
            }
            if (from.isBefore(timescale.validFrom())) {
                say(
                        timescale.rule() + " is in force since ",
                        timescale.validFrom(),
                        "; this is counted by its first version.");
            }
            return new DueDate(
                    timescale.rule(),
                    timescale.part(),
                    timescale.version(),
                    from,
                    due,
                    due == null ? null : warnOn(timescale, from, due),
                    words(timescale.note()),
                    timescale.source(),
                    alternative);
        }

        private String words(String note) {
            if (added.isEmpty() && note.isEmpty()) {
                return row.words();
            }
            return (row.words() + added + (note.isEmpty() ? "" : " " + note)).strip();
        }
    }

    private static LocalDate warnOn(Timescale timescale, LocalDate from, LocalDate due) {
        LocalDate warnOn = due.minusDays(timescale.warnDays());
        boolean clockStartsFirst = !due.isBefore(from);
        return clockStartsFirst && warnOn.isBefore(from) ? from : warnOn;
    }

    private static void check(Map<String, LocalDate> facts, Row row, LocalDate from) {
        Timescale timescale = row.timescale();
        List<String> taken = row.facts().stream().map(FurtherFact::name).toList();
        for (String name : facts.keySet()) {
            if (!taken.contains(name)) {
                throw new Refusal(timescale.rule() + " does not depend on a date \"" + name + "\""
                        + (taken.isEmpty()
                                ? "; it needs no further date."
                                : "; it takes " + String.join(", ", taken) + "."));
            }
        }
        row.facts().stream()
                .filter(fact -> facts.containsKey(fact.name()))
                .forEach(fact -> fact.check(accepted(facts.get(fact.name())), from, timescale.clockStartsOn()));
    }

    private Row row(String rule, String part, LocalDate clockStart) {
        List<Row> versions = versions(rule);
        Row first = null;
        for (Row row : versions) {
            if (row.timescale().part().equals(part)) {
                if (row.timescale().holdsFor(clockStart)) {
                    return row;
                }
                if (first == null
                        || row.timescale()
                                .validFrom()
                                .isBefore(first.timescale().validFrom())) {
                    first = row;
                }
            }
        }
        if (first == null) {
            throw new Refusal(rule + " has no part \"" + part + "\"; it has "
                    + versions.stream()
                            .map(row -> row.timescale().part())
                            .filter(name -> !name.isEmpty())
                            .distinct()
                            .collect(Collectors.collectingAndThen(
                                    Collectors.joining(", "), names -> names.isEmpty() ? "none" : names))
                    + ".");
        }
        if (clockStart.isBefore(first.timescale().validFrom())) {
            return first;
        }
        throw new Refusal(
                rule + " was not in force for a clock that starts on " + InWords.day(clockStart) + "; check the date.");
    }

    private List<Row> versions(String rule) {
        List<Row> versions = rule == null ? null : rows.get(rule);
        if (versions == null) {
            throw new UnknownRule(rule);
        }
        return versions;
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
