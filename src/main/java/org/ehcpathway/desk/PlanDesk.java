package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.PlanPages.Outcome;
import org.ehcpathway.desk.PlanPages.Typed;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The Plan page, where a plan is written section by section. */
@Controller
class PlanDesk {

    private static final String PAGE = "cases/plan";
    private static final String ALL = "all";

    private final CaseAccess access;
    private final CaseViews views;
    private final PlanPages plans;

    PlanDesk(CaseAccess access, CaseViews views, PlanPages plans) {
        this.access = access;
        this.views = views;
        this.plans = plans;
    }

    @GetMapping("/cases/{reference}/plan")
    String open(@PathVariable String reference, @RequestParam(required = false) String saved, Model model) {
        Seen seen = readable(reference);
        model.addAttribute("saved", saved);
        return page(seen, plans.show(seen), model);
    }

    /**
     * Keeps one section, or all of them.
     *
     * @param form {@code words.A} and {@code counter.A} for each section sent
     * @param save "all", or the section to keep
     */
    @PostMapping("/cases/{reference}/plan")
    String write(
            @PathVariable String reference,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = ALL) String save,
            Model model,
            HttpServletResponse response) {
        Seen seen = readable(reference);
        Map<PlanPart, Typed> typed = typed(form);
        Set<PlanPart> chosen = typed.keySet().stream()
                .filter(part -> save.equals(ALL) || part.name().equals(save))
                .collect(Collectors.toSet());
        Outcome outcome = plans.write(seen, typed, chosen);
        if (outcome.allKept() && save.equals(ALL)) {
            return "redirect:/cases/" + reference + "/plan?saved=all";
        }
        if (outcome.allKept()) {
            model.addAttribute("saved", save);
        } else {
            response.setStatus((outcome.stale() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
        }
        return page(seen, outcome.view(), model);
    }

    private Seen readable(String reference) {
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE) {
            throw NoSuchThing.ofCase();
        }
        return seen;
    }

    private String page(Seen seen, PlanView plan, Model model) {
        model.addAttribute("view", views.of(seen));
        model.addAttribute("plan", plan);
        return PAGE;
    }

    private static Map<PlanPart, Typed> typed(Map<String, String> form) {
        Map<PlanPart, Typed> typed = new EnumMap<>(PlanPart.class);
        for (PlanPart part : PlanPart.values()) {
            String words = form.get("words." + part);
            if (words != null) {
                typed.put(part, new Typed(words, counter(form.get("counter." + part))));
            }
        }
        return typed;
    }

    private static int counter(String sent) {
        try {
            return Integer.parseInt(sent);
        } catch (NumberFormatException notANumber) {
            throw new Refusal("The page was not sent whole. Load it again and send it once more.");
        }
    }
}
