package org.ehcpathway.stories;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.EpisodeStarts;
import org.ehcpathway.pathway.PlanSweep;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.PlanPart;
import org.springframework.beans.factory.annotation.Autowired;

/** Stories of a plan in force: Nell's, signed and sent on Tuesday 5 January 2027. */
abstract class LifeStory extends DraftStory {

    static final LocalDate MADE = LocalDate.of(2027, 1, 5);

    @Autowired
    PlanRegister register;

    @Autowired
    PlanSweep sweep;

    @Autowired
    Episodes episodes;

    @Autowired
    EpisodeStarts starts;

    @Autowired
    Reviews reviews;

    @Autowired
    Deadlines deadlines;

    /** Nell's birth date, for stories in which she is older than usual; null for the usual one. */
    String born;

    @Override
    String nellsRequestArrives(LocalDate receivedOn) {
        Map<String, Object> form = nellsRequest(receivedOn);
        if (born != null) {
            form.put("birthDate", born);
        }
        return people.request("caseworker", form);
    }

    void aPlanIsInForce() {
        theDraftIsServed();
        on(2027, 1, 4);
        if (!people.tasks(nell, "userTask_recordRepresentations").isEmpty()) {
            Map<String, Object> none = new HashMap<>();
            none.put("answer", "NONE");
            record(none);
        }
        on(MADE);
        prepare(proposal("TYPE", null));
        people.complete("manager", nell, "userTask_nameSettingAndSign", signature("TYPE_NO_REQUEST", "MAINSTREAM"));
        people.runJobs();
        sign("manager", nell);
    }

    Deadline deadline(Episode episode, String rule) {
        return deadlines
                .current(nell, episode.id(), rule)
                .orElseThrow(() -> new AssertionError("No deadline of " + rule + " in " + episode));
    }

    /** The review whose year runs, planned or open. */
    Episode review() {
        return register.nextReview(nell).orElseThrow();
    }

    Episode review(String year) {
        return episodes.of(nell).stream()
                .filter(one -> one.kind() == EpisodeKind.ANNUAL_REVIEW
                        && one.episodeKey().equals(year))
                .findFirst()
                .orElseThrow();
    }

    void arrange(LocalDate on, LocalDate adviceBy) {
        people.complete(
                "caseworker",
                nell,
                "userTask_arrangeReview",
                Map.of(
                        "meetingOn", on.toString(),
                        "meetingAt", "14:00",
                        "meetingPlace", "Ashdown Primary School, the library",
                        "holder", "SCHOOL_REQUIRED",
                        "adviceBy", adviceBy.toString()));
        people.runJobs();
    }

    void papersGoRound() {
        people.complete(
                "caseworker",
                nell,
                "userTask_sendPapers",
                Map.of(
                        "sentOn",
                        LocalDate.now(clock).toString(),
                        "papers",
                        "The advice of the school and of the health body, to all who are invited."));
    }

    void theMeetingIsHeld() {
        people.complete(
                "caseworker",
                nell,
                "userTask_recordMeeting",
                Map.of(
                        "outcome", "HELD",
                        "heldOn", LocalDate.now(clock).toString(),
                        "words", "Nell, her mother, Mrs Holloway and the therapist came.",
                        "views", "I like reading now. I want to learn to swim.",
                        "saidBy", "Nell"));
    }

    void theReportIsGiven(String recommends, String changes) {
        Task task = people.tasks(nell, "userTask_provideReport").get(0);
        Long paper = documents
                .add(nell, DocumentKind.OTHER, "Report", "review.pdf", report("Report of the review"), "setting")
                .id();
        tasks.setVariableLocal(task.getId(), Vars.UPLOADED_DOCUMENT, paper);
        Map<String, Object> form = new HashMap<>();
        form.put("recommends", recommends);
        if (changes != null) {
            form.put("changes", changes);
        }
        people.complete("setting", task, form);
        people.runJobs();
    }

    void decide(String verdict) {
        people.complete(
                "manager",
                nell,
                "userTask_decideReview",
                Map.of(
                        "verdict",
                        verdict,
                        "reasons",
                        "The report shows what Nell has reached and what she needs next year."));
        people.runJobs();
    }

    void theReviewBegins() {
        on(2027, 9, 28);
        sweep.sweep();
    }

    void theReviewIsDecided(String verdict, String changes) {
        theReviewBegins();
        on(2027, 10, 4);
        arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
        signed("caseworker", LetterKind.L_11);
        papersGoRound();
        on(2027, 11, 10);
        theMeetingIsHeld();
        on(2027, 11, 22);
        theReportIsGiven("AMEND", changes);
        signed("caseworker", LetterKind.L_12);
        on(2027, 12, 1);
        decide(verdict);
    }

    void swimmingIsAdded() {
        writing.write(nell, PlanPart.A, "I like reading. I want to learn to swim.", counter(PlanPart.A), "caseworker");
    }

    int counter(PlanPart part) {
        return plans.text(nell, plans.working(nell)).sections().stream()
                .filter(section -> section.part() == part)
                .findFirst()
                .orElseThrow()
                .counter();
    }

    void theAmendmentsAreWritten() {
        people.complete(
                "caseworker",
                nell,
                "userTask_writeAmendments",
                Map.of("changes", "Section A says that Nell wants to learn to swim."));
        people.runJobs();
    }

    Map<String, Object> amended() {
        return Map.of("step", "AMEND", "naming", "SAME", "changes", "Section A.");
    }

    Map<String, Object> agreed() {
        return Map.of("verdict", "AGREE", "reasons", "The family agrees, and the report of the review shows why.");
    }

    Map<String, Object> agreed(String ground) {
        Map<String, Object> form = new HashMap<>(agreed());
        form.put("ground", ground);
        form.put("mainstream", "MAINSTREAM");
        return form;
    }

    /** A letter that a second manager has to agree to: the table letter-handling says which. */
    void signedByTwo(LetterKind kind) {
        if (identities.createUserQuery().userId("manager2").count() == 0) {
            User second = identities.newUser("manager2");
            second.setFirstName("Remy");
            second.setLastName("Adair");
            identities.saveUser(second);
            identities.createMembership("manager2", "managers");
            identities.createMembership("manager2", "managers-north");
        }
        signed("manager", kind);
        signed("manager2", kind);
    }

    /** The first open letter of this kind is signed by whoever may. */
    void signed(String user, LetterKind kind) {
        people.runJobs();
        for (Task task : people.tasks(nell, "userTask_checkAndSign")) {
            if (kind.id().equals(tasks.getVariable(task.getId(), Vars.LETTER_KIND))) {
                people.complete(user, task, Map.of("verdict", "SIGN"));
                people.runJobs();
                return;
            }
        }
        throw new AssertionError("No letter " + kind.id() + " waits for a signature; open are " + openTasks(nell));
    }
}
