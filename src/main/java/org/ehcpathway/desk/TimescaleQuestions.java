package org.ehcpathway.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ehcpathway.statute.DueDate;
import org.ehcpathway.statute.Question;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingCalendar;
import org.ehcpathway.statute.Timescale;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/** Reads a question to the clock of the law from the parameters of a request, and answers it. */
@Component
class TimescaleQuestions {

    private static final Set<String> NOT_DATES = Set.of("part", "calendar");

    private final Timescales timescales;

    TimescaleQuestions(Timescales timescales) {
        this.timescales = timescales;
    }

    /**
     * The due date of a rule, with its parts where it has several limits and none of them was asked for.
     *
     * @throws NoSuchThing when there is no such rule
     * @throws Refusal as {@link #question}
     */
    TimescaleAnswer answer(String rule, Map<String, String> parameters) {
        Question question = question(rule, parameters);
        return question.part().isEmpty() ? withParts(question) : answer(question, null);
    }

    /**
     * Reads the parameters.
     *
     * @param parameters {@code from}, the day the clock starts; {@code part}, one part of a rule that has several limits;
     *     {@code calendar}, when the setting is closed; and further days by their names. What is left empty is not known
     * @throws NoSuchThing when there is no such rule
     * @throws Refusal when a day is missing or is none, or the calendar cannot be read
     */
    Question question(String rule, Map<String, String> parameters) {
        if (timescales.all().stream().noneMatch(known -> known.rule().equals(rule))) {
            throw new NoSuchThing("There is no rule with this id; the address /api/timescales lists them.");
        }
        Map<String, LocalDate> facts = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank() && !NOT_DATES.contains(name)) {
                facts.put(name, day(name, value));
            }
        });
        LocalDate from = facts.remove("from");
        if (from == null) {
            throw new Refusal("Give the day the clock starts as \"from\", such as from=2026-09-14.");
        }
        String closures = parameters.getOrDefault("calendar", "");
        return new Question(
                rule,
                parameters.getOrDefault("part", "").strip(),
                from,
                facts,
                closures.isBlank() ? SettingCalendar.UNKNOWN : SettingCalendar.parse(closures));
    }

    /**
     * A rule with several limits is answered with all of them: those that start with it on the same day, those that its own act
     * starts on its last day, and those with another start without a date.
     */
    private TimescaleAnswer withParts(Question question) {
        DueDate own = timescales.due(question);
        Timescale rule = timescales.inForce(question.rule(), question.from());
        List<TimescaleAnswer> parts = timescales.parts(question.rule(), question.from()).stream()
                .map(part -> {
                    if (part.event().equals(rule.event())) {
                        return part(part, question.from(), question.facts());
                    }
                    return rule.leadsTo().contains(part.event()) && own.due() != null
                            ? part(part, own.due(), Map.of())
                            : TimescaleAnswer.withoutStart(part);
                })
                .toList();
        return answer(question, parts.isEmpty() ? null : parts);
    }

    private TimescaleAnswer part(Timescale part, LocalDate from, Map<String, LocalDate> facts) {
        Map<String, LocalDate> taken = new TreeMap<>(facts);
        taken.keySet()
                .retainAll(
                        part.furtherFacts().stream().map(Timescale.Fact::name).toList());
        return answer(new Question(part.rule(), part.part(), from, taken, SettingCalendar.UNKNOWN), null);
    }

    private TimescaleAnswer answer(Question question, List<TimescaleAnswer> parts) {
        return TimescaleAnswer.of(
                timescales.due(question),
                timescales.inForce(question.rule(), question.part(), question.from()),
                question,
                parts);
    }

    private static LocalDate day(String name, String value) {
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeParseException notADay) {
            throw new Refusal("\"" + name + "\" is not a date; write it as year, month and day, such as 2026-09-14.");
        }
    }
}
