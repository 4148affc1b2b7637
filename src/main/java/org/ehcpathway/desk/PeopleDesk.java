package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.ehcpathway.casefile.PeopleAround;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes in what is learnt about the people around a child: who stands in for whom, and to whom letters must not simply go. */
@Controller
class PeopleDesk {

    private final CaseAccess access;
    private final CasePages pages;
    private final PeopleAround people;
    private final LetterPreparation preparation;
    private final LetterReading reading;
    private final Colleagues colleagues;

    PeopleDesk(
            CaseAccess access,
            CasePages pages,
            PeopleAround people,
            LetterPreparation preparation,
            LetterReading reading,
            Colleagues colleagues) {
        this.access = access;
        this.pages = pages;
        this.people = people;
        this.preparation = preparation;
        this.reading = reading;
        this.colleagues = colleagues;
    }

    /** What can be recorded about a contact. */
    enum Change {
        UNSAFE("A letter to this person could do harm"),
        SAFE("It is safe again to write to this person"),
        WITHHOLD("Nobody else around the child may learn the address"),
        SHOW("The address need not be withheld any more"),
        FOR_PARENT("Acts for a parent who lacks capacity"),
        FOR_YOUNG_PERSON("Acts for the young person, who lacks capacity"),
        FOR_NOBODY("Stands in for nobody any more");

        private final String title;

        Change(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * A change as it was typed, with why it was not made.
     *
     * @param contactId 0 when nothing was sent
     */
    record About(long contactId, String change, String words, String error) {

        static final About NOTHING = new About(0, "", "", null);
    }

    /** A letter that waits for a second person's say before it goes to somebody. */
    record Held(long letterId, String letter, String who, String name) {}

    /**
     * A release as it was typed, with why it was not given.
     *
     * @param letterId 0 when nothing was sent
     */
    record Releasing(long letterId, String who, String words, String error) {

        static final Releasing NOTHING = new Releasing(0, "", "", null);
    }

    /** Records a change; a refusal comes back on the same page with what was typed. */
    @PostMapping("/cases/{reference}/people/{contactId}")
    String change(
            @PathVariable String reference,
            @PathVariable long contactId,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(required = false) Long parentId,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String taskId,
            Model model,
            HttpServletResponse response) {
        String task = taskId.isBlank() ? null : taskId;
        if (task != null && !pages.task(task).reference().equals(reference)) {
            throw NoSuchThing.ofTask();
        }
        keeper(access.seen(reference));
        try {
            record(reference, contactId, changeOf(change), parentId, words);
            preparation.peopleChanged(reference);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("about", new About(contactId, change, words, refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return task == null ? "redirect:/cases/" + reference : "redirect:/cases/by-task/" + task;
    }

    /** A second person's say that a letter may go to somebody who is flagged. */
    @PostMapping("/letters/{letterId}/release")
    String release(
            @PathVariable long letterId,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Seen seen = access.seenById(reading.get(letterId).caseId());
        keeper(seen);
        String reference = seen.c().reference();
        try {
            preparation.release(letterId, who, reason, colleagues.asking());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("releasing", new Releasing(letterId, who, reason, refusal.getMessage()));
            return pages.fill(model, reference, null, Offered.NOTHING);
        }
        return "redirect:/cases/" + reference;
    }

    private void record(String reference, long contactId, Change change, Long parentId, String words) {
        String by = colleagues.asking();
        switch (change) {
            case UNSAFE -> people.flagUnsafe(reference, contactId, words, by);
            case SAFE -> people.safeAgain(reference, contactId, by);
            case WITHHOLD -> people.withholdAddress(reference, contactId, true, by);
            case SHOW -> people.withholdAddress(reference, contactId, false, by);
            case FOR_PARENT -> {
                if (parentId == null) {
                    throw new Refusal("Choose the parent for whom this person acts.");
                }
                people.representsParent(reference, contactId, parentId, words, by);
            }
            case FOR_YOUNG_PERSON -> people.representsYoungPerson(reference, contactId, words, by);
            case FOR_NOBODY -> people.standsForNobody(reference, contactId, by);
        }
    }

    private static Change changeOf(String code) {
        return Arrays.stream(Change.values())
                .filter(change -> change.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose what is to be recorded."));
    }

    static void keeper(Seen seen) {
        if (seen.sight() != Sight.WHOLE || !seen.mayPrepareLetters()) {
            throw new NotAllowed(
                    "What is known of the people is recorded by the caseworkers of the team and by managers.");
        }
    }
}
