package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ViewTopic;
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

/**
 * Takes in what the family says at any time of a case: the second parent, a late answer, a word on the telephone. No task needs to
 * be open for it, because families do not speak only when a form asks (S-10, S-19).
 */
@Controller
class WordsDesk {

    private final CaseAccess access;
    private final CasePages pages;
    private final CaseFiles files;
    private final Colleagues colleagues;

    WordsDesk(CaseAccess access, CasePages pages, CaseFiles files, Colleagues colleagues) {
        this.access = access;
        this.pages = pages;
        this.files = files;
        this.colleagues = colleagues;
    }

    /**
     * Words as they were typed, with why they were not kept.
     *
     * @param error a sentence, or null before anything was sent
     */
    record Spoken(String topic, String saidBy, String saidOn, String words, String error) {

        static final Spoken NOTHING = new Spoken("", "", "", "", null);
    }

    /** Keeps the words exactly as they are; a refusal comes back on the same page with what was typed. */
    @PostMapping("/cases/{reference}/views")
    String keep(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String saidBy,
            @RequestParam(defaultValue = "") String saidOn,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String taskId,
            Model model,
            HttpServletResponse response) {
        String task = taskId.isBlank() ? null : taskId;
        if (task != null && !pages.task(task).reference().equals(reference)) {
            throw NoSuchThing.ofTask();
        }
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE) {
            throw new NotAllowed("What the family says is recorded by the people who hold the case.");
        }
        try {
            files.keepView(reference, topicOf(topic), saidBy, day(saidOn), words, colleagues.asking());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("spoken", new Spoken(topic, saidBy, saidOn, words, refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return task == null ? "redirect:/cases/" + reference : "redirect:/cases/by-task/" + task;
    }

    private static ViewTopic topicOf(String code) {
        return Arrays.stream(ViewTopic.values())
                .filter(topic -> topic.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose what the family spoke about."));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Give the day on which the family said it.");
        }
    }
}
