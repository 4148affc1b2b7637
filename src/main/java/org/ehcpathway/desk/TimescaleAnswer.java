package org.ehcpathway.desk;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ehcpathway.statute.DueDate;
import org.ehcpathway.statute.Question;
import org.ehcpathway.statute.Timescale;

/** The answer of the law to "by when?", as the clock service gives it. */
@Schema(name = "DueDate")
record TimescaleAnswer(
        @Schema(description = "Rule id", example = "REQ-04") String rule,

        @Schema(description = "Which part of a rule with several limits; left out for the rule itself")
        String part,

        @Schema(description = "The rule with the day from which this version of it holds")
        String ruleVersion,

        @Schema(description = "The day the clock started") LocalDate from,

        @Schema(description = "What that day is", example = "the day the request was received")
        String clockStartsOn,

        @Schema(description = "The further days that were given, by name")
        Map<String, LocalDate> facts,

        @Schema(
                description = "The last day on which the act is in time; left out where the law sets no number",
                example = "2026-10-26")
        LocalDate due,

        @Schema(description = "Day of the week of the due day", example = "Monday")
        String dayOfWeek,

        @Schema(description = "The day from which to warn") LocalDate warnOn,
        @Schema(description = "Who must act, or may") String who,
        @Schema(description = "What must happen") String duty,
        @Schema(description = "The provision") String source,

        @Schema(description = "How the day was found, in sentences")
        String counting,

        @Schema(description = "Another day, where the law can be read in two ways, with its reason; never the limit")
        Alternative alternative,

        @Schema(description = "The several limits of a rule that has parts, each counted from the same day")
        List<TimescaleAnswer> parts) {

    /** @param reason why the other day is shown */
    record Alternative(LocalDate due, String dayOfWeek, String reason) {}

    static TimescaleAnswer of(DueDate answer, Timescale timescale, Question question, List<TimescaleAnswer> parts) {
        return new TimescaleAnswer(
                answer.rule(),
                answer.part().isEmpty() ? null : answer.part(),
                answer.ruleVersion(),
                answer.from(),
                timescale.clockStartsOn(),
                question.facts().isEmpty() ? null : new TreeMap<>(question.facts()),
                answer.due(),
                dayOfWeek(answer.due()),
                answer.warnOn(),
                timescale.who(),
                timescale.duty(),
                answer.source(),
                answer.countingInWords(),
                answer.alternative() == null
                        ? null
                        : new Alternative(
                                answer.alternative().due(),
                                dayOfWeek(answer.alternative().due()),
                                answer.alternative().reason()),
                parts);
    }

    /** A part that starts with something else than the rule: its words, and no date. */
    static TimescaleAnswer withoutStart(Timescale part) {
        return new TimescaleAnswer(
                part.rule(),
                part.part(),
                part.version(),
                null,
                part.clockStartsOn(),
                null,
                null,
                null,
                null,
                part.who(),
                part.duty(),
                part.source(),
                part.inShort() + ", from " + part.clockStartsOn() + ": ask for the part with that day.",
                null,
                null);
    }

    private static String dayOfWeek(LocalDate day) {
        return day == null ? null : day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
