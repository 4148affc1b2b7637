package org.ehcpathway.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.ehcpathway.letter.LetterRuns;
import org.ehcpathway.letter.LetterRuns.Progress;
import org.ehcpathway.pathway.Colleagues;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs over many letters as JSON, for managers. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Letters", description = "Runs that make many signed letters ready for print")
class LetterRunApi {

    private final LetterRuns runs;
    private final Colleagues colleagues;

    LetterRunApi(LetterRuns runs, Colleagues colleagues) {
        this.runs = runs;
        this.colleagues = colleagues;
    }

    @GetMapping("/letter-runs/{run}")
    @Operation(
            summary = "How far a run of letters is",
            description = "For managers. The state is RUNNING, CANCELLED or FINISHED.")
    Progress progress(@PathVariable long run) {
        LetterRunDesk.manager(colleagues);
        return runs.progress(run);
    }
}
