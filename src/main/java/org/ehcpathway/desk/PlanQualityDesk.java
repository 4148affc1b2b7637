package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.audit.PlanAudits;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The Quality page of a plan: what the checks find, and reasons for which warnings may stand. */
@Controller
class PlanQualityDesk {

    private static final String PAGE = "cases/plan-quality";

    private final CaseAccess access;
    private final CaseViews views;
    private final PlanQualityPages pages;
    private final PlanQuality quality;
    private final PlanAudits audits;
    private final Colleagues colleagues;

    PlanQualityDesk(
            CaseAccess access,
            CaseViews views,
            PlanQualityPages pages,
            PlanQuality quality,
            PlanAudits audits,
            Colleagues colleagues) {
        this.access = access;
        this.views = views;
        this.pages = pages;
        this.quality = quality;
        this.audits = audits;
        this.colleagues = colleagues;
    }

    /**
     * Reasons as they were sent, with why they were not kept.
     *
     * @param chosen ids of the findings
     * @param error null when nothing went wrong
     */
    record Overriding(Set<String> chosen, String reason, String error) {

        static final Overriding NOTHING = new Overriding(Set.of(), "", null);
    }

    @GetMapping("/cases/{reference}/plan/quality")
    String open(@PathVariable String reference, @RequestParam(required = false) Integer settled, Model model) {
        model.addAttribute("settled", settled);
        return page(readable(reference), Overriding.NOTHING, model);
    }

    /** The list alone, to be put into another page. */
    @GetMapping(value = "/cases/{reference}/plan/findings", produces = MediaType.TEXT_HTML_VALUE)
    String findings(@PathVariable String reference, Model model) {
        return page(readable(reference), Overriding.NOTHING, model) + " :: findings";
    }

    @GetMapping(value = "/cases/{reference}/plan/findings", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    PlanQualityView findings(@PathVariable String reference) {
        return pages.of(readable(reference));
    }

    /** Keeps one reason for all chosen warnings; a refusal comes back on the same page with what was typed. */
    @PostMapping(value = "/cases/{reference}/plan/overrides", produces = MediaType.TEXT_HTML_VALUE)
    String override(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") Set<String> finding,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Seen seen = readable(reference);
        try {
            keep(seen, finding, reason);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(seen, new Overriding(finding, reason, refusal.getMessage()), model);
        }
        return "redirect:/cases/" + reference + "/plan/quality?settled=" + finding.size();
    }

    /** The same for a page that stays open: the findings as they are now, or the sentence why not. */
    @PostMapping(value = "/cases/{reference}/plan/overrides", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> override(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") Set<String> finding,
            @RequestParam(defaultValue = "") String reason) {
        Seen seen = readable(reference);
        try {
            keep(seen, finding, reason);
        } catch (Refusal refusal) {
            return ResponseEntity.badRequest()
                    .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage()));
        }
        return ResponseEntity.ok(pages.of(seen));
    }

    private void keep(Seen seen, Set<String> findings, String reason) {
        if (!seen.mayWritePlan()) {
            throw new NotAllowed("Warnings about a plan are settled by the caseworkers of the team and by managers.");
        }
        quality.override(seen.c().reference(), findings, reason, colleagues.asking());
    }

    private Seen readable(String reference) {
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE) {
            throw NoSuchThing.ofCase();
        }
        return seen;
    }

    private String page(Seen seen, Overriding overriding, Model model) {
        model.addAttribute("view", views.of(seen));
        model.addAttribute("quality", pages.of(seen));
        model.addAttribute("overriding", overriding);
        model.addAttribute("heard", audits.feedback(seen.c().reference()));
        return PAGE;
    }
}
