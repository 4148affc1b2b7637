package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.Map;

/**
 * A question to the clock of the law.
 *
 * @param rule rule id, such as APP-01
 * @param part which part of a rule that has several, such as "stage 1 reply"; empty for the rule itself
 * @param from the day the clock starts, as {@link Timescale#clockStartsOn()} names it
 * @param facts further dates by the names of {@link Timescale#furtherFacts()}; those not known are left out
 * @param calendar when the setting is closed, for rules counted in school or institution days
 */
public record Question(
        String rule, String part, LocalDate from, Map<String, LocalDate> facts, SettingCalendar calendar) {

    public Question {
        facts = Map.copyOf(facts);
    }

    /** A question about a rule itself, with further dates. */
    public static Question of(String rule, LocalDate from, Map<String, LocalDate> facts) {
        return new Question(rule, "", from, facts, SettingCalendar.UNKNOWN);
    }
}
