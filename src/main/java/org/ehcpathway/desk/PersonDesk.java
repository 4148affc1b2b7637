package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.PeopleAround;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.desk.CaseView.Child;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes in what is learnt about the child or young person themself: capacity, how letters reach them, and from what to keep them safe. */
@Controller
class PersonDesk {

    private final CaseAccess access;
    private final CasePages pages;
    private final PeopleAround people;
    private final LetterPreparation preparation;
    private final Colleagues colleagues;

    PersonDesk(
            CaseAccess access,
            CasePages pages,
            PeopleAround people,
            LetterPreparation preparation,
            Colleagues colleagues) {
        this.access = access;
        this.pages = pages;
        this.people = people;
        this.preparation = preparation;
        this.colleagues = colleagues;
    }

    /** What can be recorded about the child or young person. */
    enum Change {
        LACKS_CAPACITY("Lacks capacity for decisions about the assessment and the plan"),
        HAS_CAPACITY("Capacity is presumed again"),
        UNSAFE("A letter to this person could do harm"),
        SAFE("It is safe again to write to this person"),
        WITHHOLD("Nobody else around this person may learn the address"),
        SHOW("The address need not be withheld any more"),
        YEAR_GROUP("Taught in another year group than that of the age; write the year below, such as 8");

        private final String title;

        Change(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** What can change now. Capacity and letters are only asked of a young person: a child's rights are the parents'. */
        static List<Change> of(Child child) {
            return child == null
                    ? List.of()
                    : Arrays.stream(values())
                            .filter(change -> change.isOpen(child))
                            .toList();
        }

        private boolean isOpen(Child child) {
            return switch (this) {
                case LACKS_CAPACITY -> child.youngPerson() && child.lacksCapacity() == null;
                case HAS_CAPACITY -> child.lacksCapacity() != null;
                case UNSAFE -> child.youngPerson() && child.unsafe() == null;
                case SAFE -> child.unsafe() != null;
                case WITHHOLD -> !child.addressWithheld();
                case SHOW -> child.addressWithheld();
                case YEAR_GROUP -> true;
            };
        }
    }

    /**
     * A change as it was typed, with why it was not made.
     *
     * @param error null when nothing was sent
     */
    record About(String change, String words, String error) {

        static final About NOTHING = new About("", "", null);
    }

    /**
     * How letters are to go, as it is or as it was typed, with why it was not kept.
     *
     * @param error null when nothing was sent
     */
    record Reaching(String channel, boolean consent, String email, String error) {

        static Reaching of(Child child) {
            return child == null || child.channel() == null
                    ? new Reaching(Channel.POST.name(), false, "", null)
                    : new Reaching(child.channel().code(), child.emailConsent(), child.email(), null);
        }
    }

    /** Records a change; a refusal comes back on the same page with what was typed. */
    @PostMapping("/cases/{reference}/person")
    String change(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String taskId,
            Model model,
            HttpServletResponse response) {
        String task = taskOf(reference, taskId);
        PeopleDesk.keeper(access.seen(reference));
        try {
            record(reference, changeOf(change), words);
            preparation.peopleChanged(reference);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("aboutPerson", new About(change, words, refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return back(reference, task);
    }

    /** Records how letters to the young person go; a refusal comes back on the same page with what was typed. */
    @PostMapping("/cases/{reference}/person/channel")
    String reach(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String taskId,
            Model model,
            HttpServletResponse response) {
        String task = taskOf(reference, taskId);
        PeopleDesk.keeper(access.seen(reference));
        try {
            people.reachPerson(reference, channelOf(channel), consent, email, colleagues.asking());
            preparation.peopleChanged(reference);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("reaching", new Reaching(channel, consent, email, refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return back(reference, task);
    }

    private void record(String reference, Change change, String words) {
        String by = colleagues.asking();
        switch (change) {
            case LACKS_CAPACITY -> people.noteCapacity(reference, words, by);
            case HAS_CAPACITY -> people.noteCapacity(reference, null, by);
            case UNSAFE -> people.flagPersonUnsafe(reference, words, by);
            case SAFE -> people.personSafeAgain(reference, by);
            case WITHHOLD -> people.withholdPersonsAddress(reference, true, by);
            case SHOW -> people.withholdPersonsAddress(reference, false, by);
            case YEAR_GROUP -> people.teachInYear(reference, yearGroup(words), by);
        }
    }

    private static int yearGroup(String typed) {
        String year = typed.strip();
        if (!year.matches("[0-9]{1,2}")) {
            throw new Refusal("Write the year group in which they are taught as a number, such as 8; Reception is 0.");
        }
        return Integer.parseInt(year);
    }

    private String taskOf(String reference, String taskId) {
        if (taskId.isBlank()) {
            return null;
        }
        if (!pages.task(taskId).reference().equals(reference)) {
            throw NoSuchThing.ofTask();
        }
        return taskId;
    }

    private static String back(String reference, String task) {
        return task == null ? "redirect:/cases/" + reference : "redirect:/cases/by-task/" + task;
    }

    private static Change changeOf(String code) {
        return Arrays.stream(Change.values())
                .filter(change -> change.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose what is to be recorded."));
    }

    private static Channel channelOf(String code) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose how letters are to go."));
    }
}
