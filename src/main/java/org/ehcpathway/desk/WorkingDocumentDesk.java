package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.tribunal.AgreedChanges;
import org.ehcpathway.plan.tribunal.Received;
import org.ehcpathway.plan.tribunal.Side;
import org.ehcpathway.plan.tribunal.WorkingDocument;
import org.ehcpathway.plan.tribunal.WorkingDocuments;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The working document of an appeal: made, downloaded, brought back, checked, taken as the next round, and into the plan. */
@Controller
class WorkingDocumentDesk {

    private static final String PAGE = "/cases/{reference}/plan/working-document";
    private static final List<String> SECTIONS = List.of("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I");

    private final CaseAccess access;
    private final CaseViews views;
    private final Plans plans;
    private final WorkingDocuments working;
    private final AgreedChanges agreed;
    private final Colleagues colleagues;

    WorkingDocumentDesk(
            CaseAccess access,
            CaseViews views,
            Plans plans,
            WorkingDocuments working,
            AgreedChanges agreed,
            Colleagues colleagues) {
        this.access = access;
        this.views = views;
        this.plans = plans;
        this.working = working;
        this.agreed = agreed;
        this.colleagues = colleagues;
    }

    @GetMapping(PAGE)
    String open(@PathVariable String reference, Model model) {
        return page(readable(reference), model, null);
    }

    /** Begins with round 1 on a version. */
    @PostMapping(PAGE)
    String begin(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) List<String> section,
            Model model,
            HttpServletResponse response) {
        Seen seen = workable(reference);
        try {
            working.begin(
                    reference,
                    version,
                    section == null ? new LinkedHashSet<>() : new LinkedHashSet<>(section),
                    colleagues.asking());
            return back(reference);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(seen, model, refusal.getMessage());
        }
    }

    /** Takes in a document that came back and shows what it says; the next round is made only when that was looked at. */
    @PostMapping(PAGE + "/received")
    String receive(
            @PathVariable String reference,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String sender,
            @RequestParam(defaultValue = "false") boolean both,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Seen seen = workable(reference);
        try {
            if (file == null || file.isEmpty()) {
                throw new Refusal("Choose the Word document first.");
            }
            Side from = side(sender);
            Document paper =
                    working.receive(reference, file.getOriginalFilename(), file.getBytes(), from, colleagues.asking());
            return "redirect:/cases/" + reference + "/plan/working-document/check?document=" + paper.id() + "&sender="
                    + from + "&both=" + both;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(seen, model, refusal.getMessage());
        }
    }

    @GetMapping(PAGE + "/check")
    String check(
            @PathVariable String reference,
            @RequestParam long document,
            @RequestParam String sender,
            @RequestParam(defaultValue = "false") boolean both,
            Model model) {
        Seen seen = workable(reference);
        Side from = side(sender);
        Received received = working.check(reference, document, from, both);
        WorkingDocument last = working.last(reference).orElseThrow();
        model.addAttribute("view", views.of(seen));
        model.addAttribute("received", received);
        model.addAttribute("sender", from);
        model.addAttribute("both", both);
        model.addAttribute("last", last);
        model.addAttribute("document", document);
        model.addAttribute("paper", Papers.address(document));
        return "cases/working-document-check";
    }

    /**
     * Takes the checked document as the next round.
     *
     * @param form {@code place.0} and so on: where loose words go, empty to leave them beside the text
     */
    @PostMapping(PAGE + "/rounds")
    String take(
            @PathVariable String reference,
            @RequestParam long document,
            @RequestParam String sender,
            @RequestParam(defaultValue = "false") boolean both,
            @RequestParam int round,
            @RequestParam Map<String, String> form) {
        workable(reference);
        Map<Integer, String> placed = new LinkedHashMap<>();
        form.forEach((name, place) -> {
            if (name.matches("place\\.\\d{1,6}") && !place.isBlank()) {
                placed.put(Integer.valueOf(name.substring("place.".length())), place);
            }
        });
        working.take(reference, document, side(sender), both, round, placed, colleagues.asking());
        return back(reference);
    }

    /** Takes one agreement into the version of the plan that is being written. */
    @PostMapping(PAGE + "/agreed")
    String takeIntoPlan(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String group,
            Model model,
            HttpServletResponse response) {
        Seen seen = readable(reference);
        if (!seen.mayWritePlan()) {
            throw new NotAllowed("The plan is written by the caseworkers of the team and by managers.");
        }
        try {
            agreed.take(reference, group, colleagues.asking());
            return back(reference) + "#agreed";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(seen, model, refusal.getMessage());
        }
    }

    private static String back(String reference) {
        return "redirect:/cases/" + reference + "/plan/working-document";
    }

    private String page(Seen seen, Model model, String error) {
        String reference = seen.c().reference();
        List<WorkingDocument> rounds = working.of(reference);
        List<PlanVersion> versions = plans.of(reference);
        model.addAttribute("view", views.of(seen));
        model.addAttribute("error", error);
        model.addAttribute("mayWork", seen.mayWorkOnAppeals());
        model.addAttribute("mayWritePlan", seen.mayWritePlan());
        model.addAttribute("rounds", rounds);
        model.addAttribute("last", rounds.isEmpty() ? null : rounds.get(rounds.size() - 1));
        model.addAttribute(
                "names",
                colleagues.names(rounds.stream().map(WorkingDocument::madeBy).toList()));
        model.addAttribute(
                "versions",
                versions.stream()
                        .filter(version -> version.kind().isFinal() && version.state() == PlanState.ISSUED)
                        .filter(version -> rounds.stream()
                                .noneMatch(round -> round.versionId().equals(version.id())))
                        .toList());
        model.addAttribute("sections", SECTIONS);
        model.addAttribute("appealable", WorkingDocuments.APPEALABLE);
        model.addAttribute("agreements", agreed.of(reference));
        return "cases/working-document";
    }

    private static Side side(String code) {
        return Arrays.stream(Side.values())
                .filter(side -> side.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("Say whose changes are in the document."));
    }

    private Seen readable(String reference) {
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE) {
            throw NoSuchThing.ofCase();
        }
        return seen;
    }

    private Seen workable(String reference) {
        Seen seen = readable(reference);
        if (!seen.mayWorkOnAppeals()) {
            throw new NotAllowed(
                    "The working document is made by the team's caseworkers, managers and tribunal officers.");
        }
        return seen;
    }
}
