package org.ehcpathway.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.ehcpathway.casefile.CaseCounts;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CaseSummary;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.desk.CaseView.Named;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.data.domain.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases as JSON: lists, counts and one case, each as far as the person who asks may see it. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Cases", description = "The cases you may see")
class CaseApi {

    private static final int LATEST_SHOWN = 10;

    private final CaseAccess access;
    private final CaseViews views;
    private final CaseFiles files;
    private final CouncilSettings council;

    CaseApi(CaseAccess access, CaseViews views, CaseFiles files, CouncilSettings council) {
        this.access = access;
        this.views = views;
        this.files = files;
        this.council = council;
    }

    /** @param total cases that fit, on all pages */
    record Cases(List<Row> cases, int page, int size, long total, int pages) {}

    /**
     * @param child the child's or young person's name; left out for those who see figures only
     * @param next the open deadline that is due first
     * @param overdue how many open deadlines are past their date today
     */
    record Row(
            String reference,
            String child,
            Named stage,
            Named team,
            LocalDate receivedOn,
            String caseManager,
            Next next,
            int overdue,
            int dueSoon,
            String url) {}

    record Next(String rule, LocalDate due) {}

    /** @param late the cases with something overdue, the longest overdue first; at most ten */
    record Overview(int open, int dueSoon, int overdue, List<Late> late) {}

    record Late(String reference, String rule, LocalDate due, String team, String url) {}

    @GetMapping("/cases")
    @Operation(summary = "Cases, the most pressing first")
    Cases list(
            @Parameter(
                            description =
                                    "Only cases at this stage: REQUEST, ADVICE, PANEL, DECISION, DRAFT, REPRESENTATIONS,"
                                            + " FINALISE, PLAN_FINALISED, PLAN_ENDED, NOT_ASSESSED, NO_PLAN, WITHDRAWN, MOVED_AWAY, DIED or"
                                            + " LINKED")
                    @RequestParam(required = false)
                    String stage,
            @Parameter(description = "Only cases with a deadline that is overdue, or due-soon, today")
                    @RequestParam(required = false)
                    String lateness,
            @Parameter(description = "Counted from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 200 cases") @RequestParam(defaultValue = "50") int size) {
        refuseThoseWithoutLists();
        Page<CaseSummary> found = files.list(access.teamsToList(), stage(stage), lateness, page, size);
        boolean names = access.seesNames();
        return new Cases(
                found.getContent().stream().map(summary -> row(summary, names)).toList(),
                page,
                size,
                found.getTotalElements(),
                found.getTotalPages());
    }

    @GetMapping("/cases/{reference}")
    @Operation(
            summary = "One case",
            description =
                    "People, stage, deadlines with rule, due and met, decisions, letters with links to their PDFs, open"
                            + " tasks. What you may not see is left out; a case you may not see at all is 404.")
    CaseView one(@Parameter(example = "EHC-2026-00042") @PathVariable String reference) {
        return views.of(access.seen(reference));
    }

    @GetMapping("/overview")
    @Operation(summary = "How many cases are open and which are late")
    Overview overview() {
        refuseThoseWithoutLists();
        CaseCounts counts = files.counts(access.teamsToList());
        return new Overview(
                counts.open(),
                counts.dueSoon(),
                counts.overdue(),
                files.list(access.teamsToList(), null, "overdue", 0, LATEST_SHOWN).getContent().stream()
                        .map(late -> new Late(
                                late.reference(),
                                late.nextRule(),
                                late.nextDue(),
                                teamName(late.team()),
                                address(late)))
                        .toList());
    }

    private void refuseThoseWithoutLists() {
        if (!access.mayList()) {
            throw new NotAllowed("Your log-in does not show lists of cases.");
        }
    }

    private Row row(CaseSummary summary, boolean names) {
        return new Row(
                summary.reference(),
                names ? summary.childName() : null,
                new Named(summary.stage().name(), summary.stage().title()),
                new Named(summary.team(), teamName(summary.team())),
                summary.receivedOn(),
                names ? summary.caseManager() : null,
                summary.nextRule() == null ? null : new Next(summary.nextRule(), summary.nextDue()),
                summary.overdue(),
                summary.dueSoon(),
                address(summary));
    }

    private String teamName(String team) {
        return council.team(team).map(CouncilSettings.Team::name).orElse(team);
    }

    private static String address(CaseSummary summary) {
        return "/cases/" + summary.reference();
    }

    private static Stage stage(String stage) {
        if (stage == null || stage.isBlank()) {
            return null;
        }
        return Arrays.stream(Stage.values())
                .filter(known -> known.name().equalsIgnoreCase(stage.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no such stage; choose one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Stage.values()).map(Enum::name).toList()) + "."));
    }
}
