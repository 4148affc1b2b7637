package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes in that a family no longer asks for a setting; no task needs to be open for it. */
@Controller
class SettingRequestDesk {

    private final CaseAccess access;
    private final CasePages pages;
    private final SettingConsultations consultations;
    private final Colleagues colleagues;

    SettingRequestDesk(CaseAccess access, CasePages pages, SettingConsultations consultations, Colleagues colleagues) {
        this.access = access;
        this.pages = pages;
        this.consultations = consultations;
        this.colleagues = colleagues;
    }

    /**
     * What was typed about one request, with why it was not kept.
     *
     * @param error a sentence, or null before anything was sent
     */
    record TakingBack(long requestId, String saidBy, String saidOn, String error) {

        static final TakingBack NOTHING = new TakingBack(0, "", "", null);
    }

    /** A refusal comes back on the same page with what was typed. */
    @PostMapping("/cases/{reference}/setting-requests/{requestId}/taken-back")
    String takeBack(
            @PathVariable String reference,
            @PathVariable long requestId,
            @RequestParam(defaultValue = "") String saidBy,
            @RequestParam(defaultValue = "") String saidOn,
            @RequestParam(defaultValue = "") String taskId,
            Model model,
            HttpServletResponse response) {
        String task = taskId.isBlank() ? null : taskId;
        if (task != null && !pages.task(task).reference().equals(reference)) {
            throw NoSuchThing.ofTask();
        }
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE || !seen.mayPrepareLetters()) {
            throw new NotAllowed("Requests for settings are kept by the people who hold the case.");
        }
        try {
            consultations.takeBack(reference, requestId, saidBy, day(saidOn), colleagues.asking());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("takingBack", new TakingBack(requestId, saidBy, saidOn, refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return task == null ? "redirect:/cases/" + reference : "redirect:/cases/by-task/" + task;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Give the day on which the family took it back.");
        }
    }
}
