package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.letter.FactAsked;
import org.ehcpathway.pathway.BudgetSteps;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.budget.BudgetMove;
import org.ehcpathway.plan.budget.BudgetStep;
import org.ehcpathway.plan.budget.PersonalBudgets;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a personal budget: what has happened with it, and the steps that can be taken now, each with its questions. */
@Controller
class BudgetDesk {

    private final CaseAccess access;
    private final PersonalBudgets budgets;
    private final BudgetSteps steps;
    private final Colleagues colleagues;
    private final CouncilSettings council;

    BudgetDesk(
            CaseAccess access,
            PersonalBudgets budgets,
            BudgetSteps steps,
            Colleagues colleagues,
            CouncilSettings council) {
        this.access = access;
        this.budgets = budgets;
        this.steps = steps;
        this.colleagues = colleagues;
        this.council = council;
    }

    /** @param letter the letter that tells it, such as L-24-stop; null when none does */
    record Told(String title, LocalDate on, String by, String letter, List<Answer> answers) {}

    record Answer(String question, String words) {}

    /** A step that can be taken, and whether this person may. */
    record Offered(String code, String title, boolean allowed, String letter) {}

    /** @param move the step to ask about; empty to choose one first */
    @GetMapping("/cases/{reference}/budget")
    String show(@PathVariable String reference, @RequestParam(defaultValue = "") String move, Model model) {
        Seen seen = readable(reference);
        BudgetMove chosen = move.isBlank() ? null : moveOf(move);
        if (chosen != null) {
            requireRight(seen, chosen);
        }
        return fill(model, seen, chosen, Map.of(), null);
    }

    /** @param given the step as {@code move}, and answers as {@code fact.<name>} */
    @PostMapping("/cases/{reference}/budget")
    String take(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            Model model,
            HttpServletResponse response) {
        Seen seen = readable(reference);
        BudgetMove move = moveOf(given.getOrDefault("move", ""));
        requireRight(seen, move);
        Map<String, String> answers = new HashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith("fact.") && !value.isBlank()) {
                answers.put(name.substring("fact.".length()), value.replace("\r\n", "\n"));
            }
        });
        try {
            steps.take(reference, move, answers);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return fill(model, seen, move, given, refusal.getMessage());
        }
        return "redirect:/cases/" + reference + "/budget";
    }

    private String fill(Model model, Seen seen, BudgetMove chosen, Map<String, String> given, String error) {
        String reference = seen.c().reference();
        List<BudgetStep> history = budgets.of(reference);
        Map<String, String> names =
                colleagues.names(history.stream().map(BudgetStep::recordedBy).toList());
        model.addAttribute("reference", reference);
        model.addAttribute("open", budgets.windowIsOpen(reference));
        model.addAttribute(
                "history", history.stream().map(step -> told(step, names)).toList());
        model.addAttribute(
                "next",
                budgets.next(reference).stream()
                        .map(move -> new Offered(
                                move.name(),
                                move.title(),
                                mayTake(seen, move),
                                move.letter() == null ? null : move.letter().id()))
                        .toList());
        model.addAttribute("mayWrite", seen.mayWritePlan());
        model.addAttribute("chosen", chosen);
        model.addAttribute("questions", chosen == null ? List.of() : budgets.questions(chosen));
        model.addAttribute("given", given.isEmpty() && chosen == BudgetMove.NOTICE ? fromTheDecision(history) : given);
        model.addAttribute("error", error);
        return "cases/budget";
    }

    /** What was agreed need not be typed again into the notice. */
    private static Map<String, String> fromTheDecision(List<BudgetStep> history) {
        Map<String, String> known = new HashMap<>();
        history.stream()
                .filter(step -> step.move() == BudgetMove.AGREED)
                .forEach(agreed -> List.of("payee", "amount", "each").forEach(name -> {
                    if (agreed.told().containsKey(name)) {
                        known.put("fact." + name, agreed.told().get(name));
                    }
                }));
        return known;
    }

    private Told told(BudgetStep step, Map<String, String> names) {
        return new Told(
                step.move().title(),
                step.recordedOn(),
                names.getOrDefault(step.recordedBy(), step.recordedBy()),
                step.move().letter() == null ? null : step.move().letter().id(),
                budgets.questions(step.move()).stream()
                        .filter(asked -> step.told().containsKey(asked.name()))
                        .map(asked -> new Answer(
                                asked.question(), inWords(asked, step.told().get(asked.name()))))
                        .toList());
    }

    private static String inWords(FactAsked asked, String value) {
        return asked.options().stream()
                .filter(option -> option.code().equals(value))
                .map(FactAsked.Option::words)
                .findFirst()
                .orElse(asked.type() == FactAsked.Type.MONEY ? "£" + value : value);
    }

    private Seen readable(String reference) {
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE) {
            throw NoSuchThing.ofCase();
        }
        return seen;
    }

    private boolean mayTake(Seen seen, BudgetMove move) {
        return move.byManager() ? seen.mayDecideOnExceptions(council) : seen.mayWritePlan();
    }

    private void requireRight(Seen seen, BudgetMove move) {
        if (!mayTake(seen, move)) {
            throw new NotAllowed(
                    move.byManager()
                            ? "This is decided by a manager of the case's team."
                            : "The personal budget is kept by the caseworkers of the team and by managers.");
        }
    }

    private static BudgetMove moveOf(String code) {
        return Arrays.stream(BudgetMove.values())
                .filter(move -> move.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose one of the steps in the list."));
    }
}
