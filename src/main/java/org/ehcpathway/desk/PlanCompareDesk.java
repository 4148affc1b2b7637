package org.ehcpathway.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.compare.AmendmentNotices;
import org.ehcpathway.plan.compare.PlanComparison;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two versions of a plan read together, and the notice of what is proposed. */
@Controller
class PlanCompareDesk {

    private final CaseAccess access;
    private final CaseViews views;
    private final Plans plans;
    private final AmendmentNotices notices;
    private final ObjectMapper json;

    PlanCompareDesk(CaseAccess access, CaseViews views, Plans plans, AmendmentNotices notices, ObjectMapper json) {
        this.access = access;
        this.views = views;
        this.plans = plans;
        this.notices = notices;
        this.json = json;
    }

    /**
     * @param from number of the earlier version; the one the later began with when it is not given
     * @param to number of the later version; the last when it is not given
     * @param view "side" for two columns, "tracked" for one text with its changes
     * @param show "changes", or "all" for what is the same too
     */
    @GetMapping("/cases/{reference}/plan/compare")
    String compare(
            @PathVariable String reference,
            @RequestParam(required = false) Integer from,
            @RequestParam(required = false) Integer to,
            @RequestParam(defaultValue = "side") String view,
            @RequestParam(defaultValue = "changes") String show,
            Model model) {
        Seen seen = readable(reference);
        List<PlanVersion> versions = plans.of(reference);
        if (versions.size() < 2) {
            throw new Refusal("There is only one version of this plan so far, so there is nothing to compare.");
        }
        PlanVersion later = to == null ? versions.get(versions.size() - 1) : version(versions, to);
        PlanVersion earlier = from == null ? before(versions, later) : version(versions, from);
        model.addAttribute("view", views.of(seen));
        model.addAttribute("versions", PlanVersions.of(versions));
        model.addAttribute(
                "comparison", PlanComparison.of(plans.text(reference, earlier), plans.text(reference, later)));
        model.addAttribute("side", !view.equals("tracked"));
        model.addAttribute("all", show.equals("all"));
        return "cases/plan-compare";
    }

    private static PlanVersion version(List<PlanVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose two versions of this plan."));
    }

    private static PlanVersion before(List<PlanVersion> versions, PlanVersion later) {
        return versions.stream()
                .filter(version -> version.id().equals(later.basedOn()))
                .findFirst()
                .orElse(versions.get(0));
    }

    /** What the family would get now: exactly the changes of the latest proposal. */
    @GetMapping("/cases/{reference}/plan/amendment-notice.pdf")
    ResponseEntity<byte[]> notice(@PathVariable String reference) {
        readable(reference);
        return PaperDesk.answer(
                reference + "-proposed-changes.pdf",
                MediaType.APPLICATION_PDF_VALUE,
                notices.pdf(notices.of(reference)));
    }

    /** The same for programs. */
    @GetMapping("/cases/{reference}/plan/amendment-notice.json")
    ResponseEntity<byte[]> noticeAsJson(@PathVariable String reference) throws JsonProcessingException {
        readable(reference);
        return PaperDesk.answer(
                reference + "-proposed-changes.json",
                MediaType.APPLICATION_JSON_VALUE,
                json.writeValueAsBytes(notices.of(reference)));
    }

    private Seen readable(String reference) {
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE) {
            throw NoSuchThing.ofCase();
        }
        return seen;
    }
}
