package org.ehcpathway.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CaseView.DeadlineView;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.pathway.CaseTasks;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.TaskAtHand;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.statute.SettingKind;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the case page, whole or beside a task. */
@Component
class CasePages {

    static final String PAGE = "cases/case";

    private final CaseAccess access;
    private final CaseViews views;
    private final CaseTasks tasks;
    private final CouncilSettings council;
    private final Timescales timescales;
    private final LetterReading reading;
    private final Colleagues colleagues;
    private final AdviceRegister register;
    private final RequestsForSettings requests;

    CasePages(
            CaseAccess access,
            CaseViews views,
            CaseTasks tasks,
            CouncilSettings council,
            Timescales timescales,
            LetterReading reading,
            Colleagues colleagues,
            AdviceRegister register,
            RequestsForSettings requests) {
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.council = council;
        this.timescales = timescales;
        this.reading = reading;
        this.colleagues = colleagues;
        this.register = register;
        this.requests = requests;
    }

    /**
     * A paper as it was offered, with why it was not taken.
     *
     * @param error a sentence, or null before anything was sent
     */
    record Offered(String title, String kind, String error) {

        static final Offered NOTHING = new Offered("", DocumentKind.OTHER.name(), null);
    }

    /** The case of the task, or the case with the reference when {@code taskId} is null. */
    String fill(Model model, String reference, String taskId, Offered offered) {
        TaskAtHand task = taskId == null ? null : task(taskId);
        Seen seen = access.seen(task == null ? reference : task.reference());
        if (reference != null && !reference.equals(seen.c().reference())) {
            throw NoSuchThing.ofTask();
        }
        CaseView view = views.of(seen);
        model.addAttribute("council", council);
        model.addAttribute("view", view);
        model.addAttribute("sight", seen.sight().name());
        model.addAttribute("framed", task != null);
        model.addAttribute("atHand", task == null ? null : AtHand.of(task, view));
        model.addAttribute("mayAddPapers", seen.mayAddPapers());
        model.addAttribute("mayPrepareLetters", seen.mayPrepareLetters());
        model.addAttribute("kinds", Uploads.kinds(seen));
        model.addAttribute("offered", offered);
        model.addAttribute("maySendAgain", seen.sight() == Sight.WHOLE && seen.mayWritePlan());
        model.addAttribute("mayAddWords", seen.sight() == Sight.WHOLE);
        model.addAttribute("topics", ViewTopic.values());
        if (!model.containsAttribute("takingBack")) {
            model.addAttribute("takingBack", SettingRequestDesk.TakingBack.NOTHING);
        }
        if (!model.containsAttribute("spoken")) {
            model.addAttribute("spoken", WordsDesk.Spoken.NOTHING);
        }
        // Only once there is one: the first is named in the task that introduces them.
        model.addAttribute(
                "colleagues",
                task == null && seen.c().caseManager() != null && seen.mayNameCaseManager(council)
                        ? colleagues.members(seen.c().team())
                        : Map.of());
        // What was refused is shown in the form it was typed in, also where the refusal is that no request is taken
        // now.
        model.addAttribute(
                "mayAskForSettings",
                SettingsAskedForDesk.mayTake(seen)
                        && (model.containsAttribute("asking")
                                || requests.areOpen(seen.c().reference())));
        model.addAttribute("settingKinds", SettingKind.values());
        model.addAttribute("means", Means.values());
        if (!model.containsAttribute("asking")) {
            model.addAttribute("asking", SettingsAskedForDesk.Asking.NOTHING);
        }
        advice(model, seen, task);
        people(model, seen, view);
        exceptions(model, seen, view);
        return PAGE;
    }

    /** What the page needs to take in what is learnt about people, and to let a letter go that was held back. */
    private void people(Model model, Seen seen, CaseView view) {
        boolean keeps = seen.sight() == Sight.WHOLE && seen.mayPrepareLetters();
        model.addAttribute("mayKeepPeople", keeps);
        model.addAttribute("changes", PeopleDesk.Change.values());
        model.addAttribute("personChanges", PersonDesk.Change.of(view.child()));
        model.addAttribute("heldBack", keeps ? heldBack(view) : List.of());
        if (!model.containsAttribute("about")) {
            model.addAttribute("about", PeopleDesk.About.NOTHING);
        }
        if (!model.containsAttribute("aboutPerson")) {
            model.addAttribute("aboutPerson", PersonDesk.About.NOTHING);
        }
        if (!model.containsAttribute("reaching")) {
            model.addAttribute("reaching", PersonDesk.Reaching.of(view.child()));
        }
        if (!model.containsAttribute("releasing")) {
            model.addAttribute("releasing", PeopleDesk.Releasing.NOTHING);
        }
    }

    /** What the page needs to look after advice, and to tell whoever decides on a plan what has not come. */
    private void advice(Model model, Seen seen, TaskAtHand task) {
        model.addAttribute("mayKeepAdvice", seen.sight() == Sight.WHOLE && seen.mayPrepareLetters());
        model.addAttribute(
                "missingAdvice",
                task != null && task.isFor("decide-whether-to-issue")
                        ? register.missing(seen.c().reference())
                        : List.of());
        model.addAttribute("mayDecideOnAdvice", seen.mayDecideOnExceptions(council));
        if (!model.containsAttribute("advising")) {
            model.addAttribute("advising", AdviceDesk.Advising.NOTHING);
        }
    }

    private List<PeopleDesk.Held> heldBack(CaseView view) {
        return view.letters().stream()
                .filter(letter ->
                        !Set.of("SENT", "WITHDRAWN").contains(letter.state().code()))
                .flatMap(letter -> reading.heldBack(letter.id()).stream()
                        .map(held -> new PeopleDesk.Held(letter.id(), letter.kind(), held.key(), held.name())))
                .toList();
    }

    /** What the page needs to take claims of exceptions and decisions on them. */
    private void exceptions(Model model, Seen seen, CaseView view) {
        List<DeadlineView> excusable = seen.mayClaimExceptions()
                ? view.deadlines().stream()
                        .filter(deadline -> deadline.mayNeedException()
                                && !grounds(deadline).isEmpty())
                        .toList()
                : List.of();
        model.addAttribute("excusable", excusable);
        model.addAttribute(
                "grounds",
                excusable.stream()
                        .flatMap(deadline -> grounds(deadline).stream())
                        .distinct()
                        .sorted()
                        .toList());
        if (!model.containsAttribute("claiming")) {
            model.addAttribute("claiming", Claiming.NOTHING);
        }
        Claiming claiming = (Claiming) model.getAttribute("claiming");
        Optional<DeadlineView> claimedFor = excusable.stream()
                .filter(deadline -> deadline.id() == claiming.deadlineId())
                .findFirst();
        if (claiming.begun() && claiming.error() == null) {
            if (claimedFor.isEmpty()) {
                model.addAttribute("claiming", Claiming.NOTHING.refused("Choose a deadline that was not met in time."));
            } else if (!grounds(claimedFor.get()).contains(claiming.chosenGround())) {
                model.addAttribute(
                        "claiming",
                        Claiming.NOTHING.refused(claiming.chosenGround().exception() + " is no exception to "
                                + claimedFor.get().rule() + "; choose another."));
            }
        }
        model.addAttribute("claimedFor", claimedFor.orElse(null));
        model.addAttribute("people", AffectedPerson.values());
        if (!model.containsAttribute("deciding")) {
            model.addAttribute("deciding", ExceptionDesk.Deciding.NOTHING);
        }
    }

    /** EX-6 excuses no date, so it is no ground here. */
    private List<ExceptionGround> grounds(DeadlineView deadline) {
        return ExceptionGround.of(timescales.inForce(deadline.rule(), deadline.from())).stream()
                .filter(ground -> ground != ExceptionGround.EXISTING_ADVICE)
                .toList();
    }

    TaskAtHand task(String taskId) {
        return tasks.visible(taskId).orElseThrow(NoSuchThing::ofTask);
    }
}
