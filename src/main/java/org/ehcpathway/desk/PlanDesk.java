package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.PlanActs.Done;
import org.ehcpathway.desk.PlanPages.Unsaved;
import org.ehcpathway.desk.PlanSaves.Outcome;
import org.ehcpathway.desk.PlanView.Spoken;
import org.ehcpathway.desk.PlanView.Trouble;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.Adulthood;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.PlansOpen;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The Plan page, where a plan is written section by section and item by item. All of it works without scripts: the page is one form,
 * each button first saves everything that was typed, and the answer is the page again. See {@link PlanKeeping} for what scripts call.
 */
@Controller
class PlanDesk {

    private static final String PAGE = "cases/plan";
    private static final String SAVE = "save";
    private static final String THEIRS = "theirs.";

    private final CaseAccess access;
    private final CaseViews views;
    private final PlanPages pages;
    private final PlanSaves saves;
    private final PlanActs acts;
    private final PlanFindings findings;
    private final PlansOpen open;
    private final Colleagues colleagues;

    PlanDesk(
            CaseAccess access,
            CaseViews views,
            PlanPages pages,
            PlanSaves saves,
            PlanActs acts,
            PlanFindings findings,
            PlansOpen open,
            Colleagues colleagues) {
        this.access = access;
        this.views = views;
        this.pages = pages;
        this.saves = saves;
        this.acts = acts;
        this.findings = findings;
        this.open = open;
        this.colleagues = colleagues;
    }

    /** @param thread line of the item whose golden thread is shown; null for none */
    @GetMapping("/cases/{reference}/plan")
    String open(@PathVariable String reference, @RequestParam(required = false) Long thread, Model model) {
        Seen seen = readable(reference);
        String page = page(seen, Unsaved.NOTHING, model);
        if (thread != null) {
            pages.thread(seen, thread).ifPresent(found -> model.addAttribute("thread", found));
        }
        if (((PlanView) model.getAttribute("plan")).mayWrite()) {
            open.seen(seen.c().id(), colleagues.asking(), null);
        }
        return page;
    }

    /**
     * Keeps everything that was touched, and then does what the button says.
     *
     * @param act "save", "theirs.item.12" to give up one's own text of a unit, or one of {@link PlanActs}
     */
    @PostMapping("/cases/{reference}/plan")
    String write(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = SAVE) String act,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Seen seen = readable(reference);
        PlanForm form = new PlanForm(sent);
        Outcome outcome = saves.save(seen, form, act.startsWith(THEIRS) ? act.substring(THEIRS.length()) : null);
        if (!outcome.allKept()) {
            response.setStatus((outcome.stale() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
            return page(seen, new Unsaved(form, outcome, spoken(form, null)), model);
        }
        if (act.equals(SAVE) || act.startsWith(THEIRS)) {
            next.addFlashAttribute("done", "The plan is saved.");
            return "redirect:/cases/" + reference + "/plan";
        }
        try {
            Done done = acts.act(seen, form, act, outcome);
            next.addFlashAttribute("done", done.sentence());
            return "redirect:/cases/" + reference + "/plan#" + done.focus();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            boolean speaking = act.equals("speak");
            Outcome told = speaking
                    ? Outcome.NOTHING
                    : new Outcome(
                            List.of(), List.of(new Trouble(unitOf(act), refusal.getMessage(), false, 0, List.of())));
            return page(seen, new Unsaved(form, told, spoken(form, speaking ? refusal.getMessage() : null)), model);
        }
    }

    /** What stands beside the plan and changes with it: the thread through one item, and what the checks found. */
    @GetMapping("/cases/{reference}/plan/beside")
    String beside(@PathVariable String reference, @RequestParam(required = false) Long line, Model model) {
        Seen seen = readable(reference);
        if (line != null) {
            pages.thread(seen, line).ifPresent(found -> model.addAttribute("thread", found));
        }
        model.addAttribute("reference", reference);
        model.addAttribute("findings", seen.mayWritePlan() ? findings.of(reference) : List.of());
        return "cases/plan-beside";
    }

    /** The unit a button belongs to, where the sentence about it is shown. */
    private static String unitOf(String act) {
        if (act.startsWith("add.")) {
            return "section." + act.substring("add.".length());
        }
        return act.startsWith("back.") ? act : "item." + act.substring(act.indexOf('.') + 1);
    }

    private static Spoken spoken(PlanForm form, String error) {
        return new Spoken(
                form.text("spoken.saidBy"),
                form.text("spoken.saidOn"),
                form.text("spoken.words"),
                form.has("spoken.quote"),
                error);
    }

    private Seen readable(String reference) {
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE) {
            throw NoSuchThing.ofCase();
        }
        return seen;
    }

    private String page(Seen seen, Unsaved unsaved, Model model) {
        PlanView plan = pages.show(seen, unsaved);
        model.addAttribute("view", views.of(seen));
        model.addAttribute("plan", plan);
        model.addAttribute("troubles", unsaved.outcome().troubles());
        model.addAttribute("homeless", homeless(plan, unsaved.outcome()));
        model.addAttribute("areas", AreaOfNeed.values());
        model.addAttribute("strands", Adulthood.values());
        return PAGE;
    }

    /** Text that cannot be shown where it was typed, because the item is gone or the plan can no longer be written. */
    private static List<Trouble> homeless(PlanView plan, Outcome outcome) {
        return outcome.troubles().stream()
                .filter(trouble -> !trouble.differences().isEmpty())
                .filter(trouble -> !plan.mayWrite()
                        || trouble.unit().startsWith("item.")
                                && plan.sections().stream()
                                        .flatMap(section -> section.items().stream())
                                        .noneMatch(item -> item.unit().equals(trouble.unit())))
                .toList();
    }
}
