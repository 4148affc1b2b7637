package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.DeadlineExceptions;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.ExceptionFinding;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Exceptions to deadlines on the case page: a caseworker claims one and reads at once what the law says to it, a manager of the
 * team approves or refuses it. What was typed comes back with a refusal.
 */
@Controller
class ExceptionDesk {

    private final CaseAccess access;
    private final CasePages pages;
    private final DeadlineExceptions exceptions;
    private final Colleagues colleagues;
    private final CouncilSettings council;

    ExceptionDesk(
            CaseAccess access,
            CasePages pages,
            DeadlineExceptions exceptions,
            Colleagues colleagues,
            CouncilSettings council) {
        this.access = access;
        this.pages = pages;
        this.exceptions = exceptions;
        this.colleagues = colleagues;
        this.council = council;
    }

    /**
     * A decision as it was typed, with why it was not taken.
     *
     * @param claimId the exception it is about; 0 before one was sent
     * @param error a sentence, or null before anything was sent
     */
    record Deciding(long claimId, String verdict, String reasons, String target, String error) {

        static final Deciding NOTHING = new Deciding(0, "", "", "", null);
    }

    /** The case page with the questions of a ground. */
    @GetMapping("/cases/{reference}/exceptions")
    String ask(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") long deadlineId,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String taskId,
            Model model,
            HttpServletResponse response) {
        String task = task(reference, taskId);
        mayClaim(access.seen(reference));
        Claiming claiming = Claiming.chosen(deadlineId, ground);
        try {
            claiming.chosenGround();
            model.addAttribute("claiming", claiming);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("claiming", Claiming.chosen(0, "").refused(refusal.getMessage()));
        }
        return pages.fill(model, reference, task, Offered.NOTHING);
    }

    /**
     * Tests a claim, or keeps it.
     *
     * @param step {@code check} only asks the law
     */
    @PostMapping("/cases/{reference}/exceptions")
    String claim(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") long deadlineId,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String affected,
            @RequestParam(defaultValue = "false") boolean lacksCapacity,
            @RequestParam(defaultValue = "") String firstDay,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String reopensOn,
            @RequestParam(defaultValue = "") String askedOn,
            @RequestParam(defaultValue = "") String newDate,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String because,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String documentId,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String taskId,
            Model model,
            HttpServletResponse response) {
        String task = task(reference, taskId);
        mayClaim(access.seen(reference));
        Claiming typed = new Claiming(
                deadlineId,
                ground,
                affected,
                lacksCapacity,
                firstDay,
                lastDay,
                reopensOn,
                askedOn,
                newDate,
                confirmed,
                what,
                because,
                evidence,
                documentId,
                null,
                null);
        try {
            ExceptionFinding finding = exceptions.test(reference, deadlineId, typed.read());
            if (step.equals("check") || !finding.mayBeReliedOn()) {
                if (!finding.mayBeReliedOn()) {
                    response.setStatus(HttpStatus.BAD_REQUEST.value());
                }
                model.addAttribute("claiming", typed.found(finding));
                return pages.fill(model, reference, task, Offered.NOTHING);
            }
            exceptions.claim(reference, deadlineId, typed.read(), colleagues.asking());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("claiming", (known(typed) ? typed : Claiming.NOTHING).refused(refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return back(reference, task);
    }

    /** Approves or refuses; {@code verdict} is {@code approve} or {@code refuse}. */
    @PostMapping("/cases/{reference}/exceptions/{claimId}/decision")
    String decide(
            @PathVariable String reference,
            @PathVariable long claimId,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String taskId,
            Model model,
            HttpServletResponse response) {
        String task = task(reference, taskId);
        if (!access.seen(reference).mayDecideOnExceptions(council)) {
            throw new NotAllowed("An exception is approved or refused by a manager of the case's team.");
        }
        try {
            exceptions.decide(reference, claimId, approved(verdict), reasons, day(target), colleagues.asking());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("deciding", new Deciding(claimId, verdict, reasons, target, refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return back(reference, task);
    }

    private String task(String reference, String taskId) {
        if (taskId.isBlank()) {
            return null;
        }
        if (!pages.task(taskId).reference().equals(reference)) {
            throw NoSuchThing.ofTask();
        }
        return taskId;
    }

    private static void mayClaim(Seen seen) {
        if (!seen.mayClaimExceptions()) {
            throw new NotAllowed("An exception is claimed by the people who work on the case.");
        }
    }

    private static String back(String reference, String task) {
        return "redirect:/cases/" + (task == null ? reference : "by-task/" + task) + "#deadlines";
    }

    private static boolean known(Claiming typed) {
        try {
            typed.chosenGround();
            return typed.begun();
        } catch (Refusal none) {
            return false;
        }
    }

    private static boolean approved(String verdict) {
        return switch (verdict) {
            case "approve" -> true;
            case "refuse" -> false;
            default -> throw new Refusal("Choose whether you approve or refuse the exception.");
        };
    }

    private static LocalDate day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Write the target date as a date, such as 2027-03-01.");
        }
    }
}
