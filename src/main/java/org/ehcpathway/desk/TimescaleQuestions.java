package org.ehcpathway.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.ehcpathway.statute.DueDate;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/** Reads a question to the clock of the law from the parameters of a request, and answers it. */
@Component
class TimescaleQuestions {

    private final Timescales timescales;

    TimescaleQuestions(Timescales timescales) {
        this.timescales = timescales;
    }

    /**
     * The due date of a rule.
     *
     * @param parameters {@code from}, the day the clock starts, and further days by their names; a day left empty is not known
     * @throws NoSuchThing when there is no such rule
     * @throws Refusal when a day is missing, is none, or is not one the rule depends on
     */
    TimescaleAnswer answer(String rule, Map<String, String> parameters) {
        if (timescales.all().stream().noneMatch(known -> known.rule().equals(rule))) {
            throw new NoSuchThing("There is no rule with this id; the address /api/timescales lists them.");
        }
        Map<String, LocalDate> facts = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                facts.put(name, day(name, value));
            }
        });
        LocalDate from = facts.remove("from");
        if (from == null) {
            throw new Refusal("Give the day the clock starts as \"from\", such as from=2026-09-14.");
        }
        DueDate due = timescales.due(rule, from, facts);
        return TimescaleAnswer.of(due, timescales.inForce(rule, from), facts);
    }

    private static LocalDate day(String name, String value) {
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeParseException notADay) {
            throw new Refusal("\"" + name + "\" is not a date; write it as year, month and day, such as 2026-09-14.");
        }
    }
}
