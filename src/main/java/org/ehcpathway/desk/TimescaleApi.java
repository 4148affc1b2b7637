package org.ehcpathway.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.ehcpathway.statute.Timescale;
import org.ehcpathway.statute.Timescales;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clock of the law as a service. */
@RestController
@RequestMapping(path = "/api/timescales", produces = "application/json")
@Tag(name = "Timescales", description = "The time limits of the law, and the dates that follow from them")
class TimescaleApi {

    private final Timescales timescales;
    private final TimescaleQuestions questions;

    TimescaleApi(Timescales timescales, TimescaleQuestions questions) {
        this.timescales = timescales;
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Every version of every rule about time")
    List<Timescale> all() {
        return timescales.all();
    }

    @GetMapping("/{ruleId}")
    @Operation(
            summary = "By when, under one rule",
            description =
                    "Further days that a rule depends on are given by their names, such as certificate=2026-10-01;"
                            + " GET /api/timescales lists them under furtherFacts.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "The day the clock starts",
            schema = @Schema(type = "string", format = "date"),
            example = "2026-09-14")
    @Parameter(
            name = "certificate",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day the mediation certificate was issued",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "plan-made",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day the plan was made or last reviewed",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "transfer",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day of the transfer",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "sent",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day the letter was sent",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "meeting",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day of the meeting",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "event",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day of the event itself, such as a move or a hearing",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "request",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day a request for re-assessment was received",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "directions",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day the tribunal set",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "agreed",
            in = ParameterIn.QUERY,
            description = "Where the rule takes it: the day agreed in writing",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "calendar",
            in = ParameterIn.QUERY,
            description =
                    "For rules counted in days on which a setting is open: its closures, 2026-10-26..2026-10-30,2026-12-25",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "part",
            in = ParameterIn.QUERY,
            description = "One part of a rule that has several limits, such as \"stage 1 reply\" of OTH-03",
            schema = @Schema(type = "string"))
    TimescaleAnswer due(
            @Parameter(description = "Rule id", example = "REQ-04") @PathVariable String ruleId,
            @Parameter(hidden = true) @RequestParam Map<String, String> days) {
        return questions.answer(ruleId, days);
    }
}
