package org.ehcpathway.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.AdviceStep;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.casefile.CaseEvent;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.ExceptionOfDeadline;
import org.ehcpathway.casefile.Limit;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.casefile.RequestDetail;
import org.ehcpathway.casefile.RequestDetails;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CaseView.AdviceStepView;
import org.ehcpathway.desk.CaseView.AdviceView;
import org.ehcpathway.desk.CaseView.Child;
import org.ehcpathway.desk.CaseView.ContactView;
import org.ehcpathway.desk.CaseView.DeadlineView;
import org.ehcpathway.desk.CaseView.DecisionView;
import org.ehcpathway.desk.CaseView.EventView;
import org.ehcpathway.desk.CaseView.FamilyWords;
import org.ehcpathway.desk.CaseView.Links;
import org.ehcpathway.desk.CaseView.Named;
import org.ehcpathway.desk.CaseView.PaperView;
import org.ehcpathway.desk.CaseView.RecommendationView;
import org.ehcpathway.desk.CaseView.RemarkView;
import org.ehcpathway.desk.CaseView.Request;
import org.ehcpathway.desk.CaseView.SettingView;
import org.ehcpathway.desk.CaseView.Step;
import org.ehcpathway.desk.CaseView.Support;
import org.ehcpathway.pathway.CaseTasks;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.OpenTask;
import org.ehcpathway.pathway.TaskAtHand;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Timescale;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/** Makes the view of a case that fits what the person who asks may see. */
@Component
class CaseViews {

    /** What the family said to a draft, a setting or a meeting is about the plan, and no part of what advice is asked on. */
    private static final Set<ViewTopic> FOR_ADVISERS =
            EnumSet.complementOf(EnumSet.of(ViewTopic.DRAFT_PLAN, ViewTopic.SETTING, ViewTopic.MEETING));

    private final CaseFiles files;
    private final RequestDetails details;
    private final LetterViews letters;
    private final EnquiryViews enquiries;
    private final PlacementViews placement;
    private final PlanLifeViews lives;
    private final CaseTasks tasks;
    private final Colleagues colleagues;
    private final CouncilSettings council;
    private final Timescales timescales;
    private final Papers papers;
    private final AdviceSteps steps;
    private final Clock clock;

    CaseViews(
            CaseFiles files,
            RequestDetails details,
            LetterViews letters,
            EnquiryViews enquiries,
            PlacementViews placement,
            PlanLifeViews lives,
            CaseTasks tasks,
            Colleagues colleagues,
            CouncilSettings council,
            Timescales timescales,
            Papers papers,
            AdviceSteps steps,
            Clock clock) {
        this.files = files;
        this.details = details;
        this.letters = letters;
        this.enquiries = enquiries;
        this.placement = placement;
        this.lives = lives;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.council = council;
        this.timescales = timescales;
        this.papers = papers;
        this.steps = steps;
        this.clock = clock;
    }

    CaseView of(Seen seen) {
        return of(seen, files.whole(seen.c().reference()));
    }

    private CaseView of(Seen seen, CaseFile file) {
        EhcCase c = file.c();
        Sight sight = seen.sight();
        boolean named = sight.isAtLeast(Sight.ADVICE);
        boolean whole = sight == Sight.WHOLE;
        boolean decided = sight == Sight.FIGURES || sight.isAtLeast(Sight.PANEL);
        LocalDate today = LocalDate.now(clock);
        Map<String, String> names = colleagues.names(peopleIn(file));
        return new CaseView(
                c.reference(),
                c.isOpen(),
                named(c.stage(), c.stage().title()),
                c.receivedOn(),
                c.closedOn(),
                c.outcome(),
                new Named(
                        c.team(),
                        council.team(c.team()).map(CouncilSettings.Team::name).orElse(c.team())),
                named ? name(names, c.caseManager()) : null,
                sight.isAtLeast(Sight.PANEL) ? request(c) : null,
                sight.isAtLeast(Sight.CONSULTED) ? child(file.person(), sight, today) : null,
                named && file.setting() != null ? setting(file.setting(), whole) : null,
                named
                        ? file.contacts().stream()
                                .map(contact -> contact(contact, whole))
                                .toList()
                        : List.of(),
                stages(file),
                whole ? tasks.standing(c.reference()) : List.of(),
                whole && tasks.isStuck(c.reference()),
                sight.isAtLeast(Sight.CONSULTED) ? openTasks(seen) : List.of(),
                decided
                        ? file.limits().stream()
                                .map(limit -> deadline(seen, limit, today, names))
                                .toList()
                        : List.of(),
                decided
                        ? file.decisions().stream()
                                .map(decision -> decision(file, decision, named, names))
                                .toList()
                        : List.of(),
                sight.isAtLeast(Sight.PANEL)
                        ? file.recommendations().stream()
                                .map(r -> new RecommendationView(
                                        new Named(
                                                r.question().name(),
                                                r.question().title()),
                                        r.inFavour(),
                                        r.issuePlan(),
                                        r.question().answer(r.inFavour()),
                                        r.reasons(),
                                        r.provision(),
                                        r.funding(),
                                        name(names, r.recordedBy()),
                                        r.madeOn()))
                                .toList()
                        : List.of(),
                advice(seen, file, today, names),
                placement.of(seen, file),
                whole ? lives.of(c.reference()) : null,
                letters.of(seen),
                papers.readable(seen, file).stream()
                        .map(document -> paper(document, names))
                        .toList(),
                named
                        ? file.views().stream()
                                .filter(v -> sight != Sight.ADVICE || FOR_ADVISERS.contains(v.topic()))
                                .map(v -> new FamilyWords(
                                        named(v.topic(), v.topic().title()),
                                        v.saidBy(),
                                        v.saidOn(),
                                        v.words(),
                                        name(names, v.recordedBy())))
                                .toList()
                        : List.of(),
                whole ? enquiries.of(c.reference()) : List.of(),
                whole ? events(file, names) : List.of(),
                new Links(
                        "/cases/" + c.reference(),
                        whole && mayHaveAPlan(file) ? "/cases/" + c.reference() + "/plan" : null));
    }

    /** Before the decision to issue a plan there is nothing to write, and nothing to read. */
    private static boolean mayHaveAPlan(CaseFile file) {
        return file.latest(DecisionKind.ISSUE_PLAN).isPresent();
    }

    private List<OpenTask> openTasks(Seen seen) {
        List<OpenTask> open = tasks.open(seen.c().reference());
        if (seen.sight() == Sight.WHOLE) {
            return open;
        }
        Set<String> own = seen.tasks().stream().map(TaskAtHand::id).collect(Collectors.toSet());
        return open.stream().filter(task -> own.contains(task.id())).toList();
    }

    private static Set<String> peopleIn(CaseFile file) {
        Set<String> people = new HashSet<>();
        people.add(file.c().caseManager());
        file.decisions().forEach(decision -> people.add(decision.decidedBy()));
        file.recommendations().forEach(recommendation -> people.add(recommendation.recordedBy()));
        file.deadlines().forEach(deadline -> people.add(deadline.metBy()));
        file.exceptions().forEach(exception -> {
            people.add(exception.claim().claimedBy());
            people.add(exception.isWaiting() ? null : exception.decision().decidedBy());
        });
        file.documents().forEach(document -> people.add(document.addedBy()));
        file.views().forEach(view -> people.add(view.recordedBy()));
        file.events().forEach(event -> people.add(event.by()));
        people.removeIf(Objects::isNull);
        return people;
    }

    private static Child child(Person person, Sight sight, LocalDate today) {
        boolean numbers = sight == Sight.WHOLE;
        boolean needs = sight.isAtLeast(Sight.ADVICE);
        boolean young = Persons.isYoungPerson(person.birthDate(), today);
        return new Child(
                person.fullName(),
                person.knownAs(),
                person.birthDate(),
                Period.between(person.birthDate(), today).getYears(),
                young,
                person.yearGroup(today),
                numbers ? person.upn() : null,
                // An adviser from the health service finds the child by this number.
                sight == Sight.ADVICE || numbers ? person.nhsNumber() : null,
                numbers ? lines(person.address()) : List.of(),
                needs ? person.firstLanguage() : null,
                needs ? person.interpreter() : null,
                needs ? person.accessNeeds() : null,
                numbers && young
                        ? named(
                                person.preferredChannel(),
                                person.preferredChannel().title())
                        : null,
                numbers && person.emailConsent(),
                numbers ? person.email() : null,
                numbers ? person.capacityNote() : null,
                numbers && person.addressWithheld(),
                numbers ? person.unsafeReason() : null);
    }

    private static SettingView setting(Setting setting, boolean whole) {
        return new SettingView(
                setting.urn(),
                setting.name(),
                setting.headName(),
                whole ? setting.email() : null,
                whole ? lines(setting.address()) : List.of());
    }

    private static ContactView contact(Contact contact, boolean whole) {
        return new ContactView(
                contact.id(),
                contact.name(),
                contact.relationship(),
                contact.parentalResponsibility(),
                whole
                        ? named(
                                contact.preferredChannel(),
                                contact.preferredChannel().title())
                        : null,
                whole ? contact.email() : null,
                whole ? contact.phone() : null,
                whole ? lines(contact.address()) : List.of(),
                whole && contact.standsFor() != null
                        ? "Acts for " + contact.standsFor().title() + ": " + contact.authority()
                        : null,
                whole && contact.addressWithheld(),
                whole ? contact.unsafeReason() : null);
    }

    private Request request(EhcCase c) {
        Optional<RequestDetail> detail = details.of(c.reference());
        return new Request(
                named(c.source(), c.source().title()),
                c.requestedBy(),
                c.requestSummary(),
                detail.map(RequestDetail::cameBy)
                        .map(way -> named(way, way.title()))
                        .orElse(null),
                detail.filter(RequestDetail::showsSupport)
                        .map(shown -> new Support(
                                shown.supportCycles(),
                                shown.supportSince(),
                                shown.supportTried(),
                                shown.supportCosts()))
                        .orElse(null));
    }

    /** The road with what is done; a refusal, or the end of the request, ends it where the case stood. */
    private static List<Step> stages(CaseFile file) {
        Stage now = file.c().stage();
        Stage lastOnTheWay =
                switch (now) {
                    case NOT_ASSESSED -> Stage.REQUEST;
                    case NO_PLAN -> Stage.DECISION;
                    case WITHDRAWN, MOVED_AWAY, DIED, LINKED -> reached(file);
                    case PLAN_ENDED -> Stage.PLAN_FINALISED;
                    default -> Stage.FINALISE;
                };
        Stage end = now.isEnd() ? now : Stage.PLAN_FINALISED;
        List<Step> steps = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(lastOnTheWay) <= 0 || stage == end) {
                String state = stage == now ? "now" : stage.compareTo(now) < 0 || now.isEnd() ? "done" : "later";
                steps.add(new Step(stage.name(), stage.title(), state));
            }
        }
        return steps;
    }

    /** How far a case had come when its request ended: the stages it entered are in its history. */
    private static Stage reached(CaseFile file) {
        return file.events().stream()
                .flatMap(event ->
                        Stream.of(Stage.values()).filter(stage -> event.what().equals("Stage: " + stage.title())))
                .reduce((earlier, later) -> later)
                .orElse(Stage.REQUEST);
    }

    private DeadlineView deadline(Seen seen, Limit limit, LocalDate today, Map<String, String> names) {
        Deadline deadline = limit.deadline();
        Timescale timescale = timescales.inForce(deadline.rule(), deadline.clockStart());
        boolean named = seen.sight().isAtLeast(Sight.ADVICE);
        boolean ended = deadline.supersededAt() != null;
        DeadlineState state = limit.state(today);
        return new DeadlineView(
                deadline.id(),
                deadline.rule(),
                deadline.ruleVersion(),
                timescale.duty(),
                timescale.who(),
                timescale.source(),
                timescale.clockStartsOn(),
                deadline.clockStart(),
                deadline.due(),
                deadline.warnOn(),
                deadline.alternativeDue(),
                deadline.alternativeReason(),
                limit.newDate().orElse(null),
                ended ? new Named("ENDED", "No longer counts") : named(state, state.title()),
                deadline.isOpen() ? ChronoUnit.DAYS.between(today, limit.lastDay()) : null,
                deadline.metOn(),
                named ? name(names, deadline.metBy()) : null,
                deadline.metHow(),
                deadline.supersededWhy(),
                limit.exceptions().stream()
                        .map(exception -> ExceptionViews.of(
                                exception,
                                seen.sight(),
                                !ended && mayDecide(seen, exception),
                                userId -> name(names, userId)))
                        .toList());
    }

    /** A manager of the case's team, and never on a claim of their own. */
    private boolean mayDecide(Seen seen, ExceptionOfDeadline exception) {
        return exception.isWaiting()
                && seen.mayDecideOnExceptions(council)
                && !exception.claim().claimedBy().equals(colleagues.asking());
    }

    private static DecisionView decision(CaseFile file, Decision decision, boolean named, Map<String, String> names) {
        return new DecisionView(
                named(decision.kind(), decision.kind().title()),
                decision.ground(),
                named ? decision.reasons() : null,
                named ? decision.evidence() : null,
                named ? name(names, decision.decidedBy()) : null,
                decision.decidedOn(),
                file.isTakenBack(decision),
                named
                        ? file.remarksOn(decision).stream()
                                .map(remark -> new RemarkView(
                                        named(remark.kind(), remark.kind().title()), remark.words()))
                                .toList()
                        : List.of());
    }

    private List<AdviceView> advice(Seen seen, CaseFile file, LocalDate today, Map<String, String> names) {
        List<AdviceStep> happened =
                seen.sight() == Sight.WHOLE ? steps.of(seen.c().reference()) : List.of();
        Stream<Advice> shown =
                switch (seen.sight()) {
                    case WHOLE, PANEL -> file.advice().stream();
                    case ADVICE -> file.advice().stream().filter(advice -> papers.isOwnAdvice(seen, advice));
                    default -> Stream.empty();
                };
        return shown.map(advice -> new AdviceView(
                        advice.id(),
                        named(advice.kind(), advice.kind().title()),
                        advice.kind().regulation(),
                        advice.adviserName(),
                        advice.adviserTitle(),
                        named(advice.state(), advice.state().title()),
                        isLate(advice, today),
                        advice.requestedOn(),
                        advice.dueOn(),
                        advice.receivedOn(),
                        advice.words(),
                        advice.reasons(),
                        advice.documentId() == null ? null : Papers.address(advice.documentId()),
                        happened.stream()
                                .filter(step -> step.adviceId().equals(advice.id()))
                                .map(step -> step(step, names))
                                .toList()))
                .toList();
    }

    private static AdviceStepView step(AdviceStep step, Map<String, String> names) {
        return new AdviceStepView(
                named(step.what(), step.what().title()),
                step.onDay(),
                step.who(),
                step.how() == null && step.words() != null ? "Until then: " + step.words() : step.how(),
                step.documentId() == null ? null : Papers.address(step.documentId()),
                name(names, step.recordedBy()));
    }

    private static boolean isLate(Advice advice, LocalDate today) {
        if (advice.dueOn() == null) {
            return false;
        }
        return advice.state() == AdviceState.REQUESTED
                ? today.isAfter(advice.dueOn())
                : advice.receivedOn() != null && advice.receivedOn().isAfter(advice.dueOn());
    }

    private static PaperView paper(Document document, Map<String, String> names) {
        return new PaperView(
                document.id(),
                named(document.kind(), document.kind().title()),
                document.title(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                name(names, document.addedBy()),
                document.addedAt(),
                Papers.address(document.id()));
    }

    /** Newest first. */
    private static List<EventView> events(CaseFile file, Map<String, String> names) {
        List<EventView> events = new ArrayList<>(file.events().stream()
                .map(event -> new EventView(event.at(), name(names, event.by()), event.what(), detail(event, names)))
                .toList());
        Collections.reverse(events);
        return events;
    }

    /** Of some events the detail is a person. */
    private static String detail(CaseEvent event, Map<String, String> names) {
        return event.detail() == null ? null : names.getOrDefault(event.detail(), event.detail());
    }

    /** A log-in name stays where it has no name on record; our own steps sign as process or pathway. */
    private static String name(Map<String, String> names, String userId) {
        if (userId == null) {
            return null;
        }
        return userId.equals("process") || userId.equals("pathway")
                ? "The pathway"
                : names.getOrDefault(userId, userId);
    }

    private static Named named(Enum<?> code, String title) {
        return new Named(code.name(), title);
    }

    private static List<String> lines(Address address) {
        return address == null ? List.of() : address.lines();
    }
}
