package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.RequestsForSettings.Asked;
import org.ehcpathway.pathway.RequestsForSettings.Wanted;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Takes in on the case page that the family asks for a setting, and which setting it meant. No task needs to be open for it: a
 * request made in time is one of section 38(3) on whatever day it comes to be typed (PLAN-04, SCH-01).
 */
@Controller
class SettingsAskedForDesk {

    private final CaseAccess access;
    private final CasePages pages;
    private final RequestsForSettings requests;
    private final Colleagues colleagues;

    SettingsAskedForDesk(CaseAccess access, CasePages pages, RequestsForSettings requests, Colleagues colleagues) {
        this.access = access;
        this.pages = pages;
        this.requests = requests;
        this.colleagues = colleagues;
    }

    /** What one of the two forms of the page sends. */
    record Sent(
            String askedFor,
            String urn,
            String kind,
            String otherCouncil,
            String saidBy,
            String saidOn,
            String how,
            String whyNone,
            String taskId) {

        private Wanted wanted() {
            return new Wanted(
                    filled(urn), code(SettingKind.values(), kind, "what kind of setting it is"), filled(otherCouncil));
        }
    }

    /**
     * What was typed, with why it was not kept.
     *
     * @param requestId the request that was to be settled; 0 for a new one
     * @param error a sentence, or null before anything was sent
     */
    record Asking(long requestId, Sent sent, String error) {

        static final Asking NOTHING = new Asking(0, new Sent("", "", "", "", "", "", "", "", ""), null);
    }

    /** Keeps a request; a refusal comes back on the same page with what was typed. */
    @PostMapping("/cases/{reference}/settings-asked-for")
    String ask(@PathVariable String reference, @ModelAttribute Sent sent, Model model, HttpServletResponse response) {
        return answer(reference, 0, sent, model, response, () -> {
            Means how = code(Means.values(), sent.how(), "how it came");
            requests.take(
                    reference,
                    new Asked(
                            filled(sent.askedFor()),
                            sent.wanted(),
                            filled(sent.saidBy()),
                            day(sent.saidOn()),
                            how == null ? Means.OTHER : how),
                    colleagues.asking());
        });
    }

    /** Keeps which setting an earlier request meant. */
    @PostMapping("/cases/{reference}/settings-asked-for/{requestId}")
    String settle(
            @PathVariable String reference,
            @PathVariable long requestId,
            @ModelAttribute Sent sent,
            Model model,
            HttpServletResponse response) {
        return answer(
                reference,
                requestId,
                sent,
                model,
                response,
                () -> requests.settle(
                        reference, requestId, sent.wanted(), filled(sent.whyNone()), colleagues.asking()));
    }

    private String answer(
            String reference, long requestId, Sent sent, Model model, HttpServletResponse response, Runnable deed) {
        String task = filled(sent.taskId());
        if (task != null && !pages.task(task).reference().equals(reference)) {
            throw NoSuchThing.ofTask();
        }
        if (!mayTake(access.seen(reference))) {
            throw new NotAllowed("A request for a setting is recorded by the caseworkers of the team and by managers.");
        }
        try {
            deed.run();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("asking", new Asking(requestId, sent, refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return task == null ? "redirect:/cases/" + reference : "redirect:/cases/by-task/" + task;
    }

    static boolean mayTake(Seen seen) {
        return seen.sight() == Sight.WHOLE && seen.mayWritePlan();
    }

    private static String filled(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static <E extends Enum<E>> E code(E[] known, String typed, String what) {
        if (filled(typed) == null) {
            return null;
        }
        return Arrays.stream(known)
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose " + what + "."));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed == null ? "" : typed);
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Give the day on which the family asked for it.");
        }
    }
}
