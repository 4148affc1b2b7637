package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ehcpathway.statute.AgeLimits;
import org.ehcpathway.statute.Refusal;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of all cases: opened, read, decided in, moved along the road and closed. Every method is one transaction;
 * whoever calls must have the right to do so. Bad input is a {@link Refusal}, and then nothing has changed.
 */
@Service
@Transactional
public class CaseFiles {

    private static final Set<DecisionKind> TOWARDS_A_PLAN =
            EnumSet.of(DecisionKind.ASSESS, DecisionKind.ISSUE_PLAN, DecisionKind.FINALISE_PLAN);

    private final Cases cases;
    private final RequestIntake intake;
    private final CaseReader reader;
    private final CaseList list;
    private final Deadlines deadlines;
    private final DecisionRepository decisions;
    private final RecommendationRepository recommendations;
    private final FamilyViewRepository views;
    private final DecisionRemarkRepository remarks;

    CaseFiles(
            Cases cases,
            RequestIntake intake,
            CaseReader reader,
            CaseList list,
            Deadlines deadlines,
            DecisionRepository decisions,
            RecommendationRepository recommendations,
            FamilyViewRepository views,
            DecisionRemarkRepository remarks) {
        this.cases = cases;
        this.intake = intake;
        this.reader = reader;
        this.list = list;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.views = views;
        this.remarks = remarks;
    }

    /** Opens a case for a request: person, contacts and case with the next reference of the year the request came in. */
    public EhcCase open(NewRequest request, String by) {
        EhcCase opened = intake.open(request, by);
        cases.tell(
                opened.id(),
                by,
                "Request recorded",
                "Received on " + Entry.inWords(opened.receivedOn()) + " from: "
                        + opened.source().title());
        return opened;
    }

    /**
     * The case with this reference.
     *
     * @throws Refusal when there is none
     */
    @Transactional(readOnly = true)
    public EhcCase get(String reference) {
        return cases.get(reference);
    }

    /** What a task shows of its case. */
    @Transactional(readOnly = true)
    public CaseCard card(String reference) {
        return reader.card(cases.get(reference));
    }

    /** Everything of a case. */
    @Transactional(readOnly = true)
    public CaseFile whole(String reference) {
        return reader.read(cases.get(reference));
    }

    /**
     * Records a decision, made today.
     *
     * @param ground the provision it rests on, such as "Children and Families Act 2014 s.36(8)"
     * @param reasons at least 20 characters that say something, because the family is told them
     * @param evidence what was considered; may be null
     */
    public Decision decide(
            String reference, DecisionKind kind, String ground, String reasons, String evidence, String by) {
        return decide(reference, kind, ground, reasons, evidence, Map.of(), by);
    }

    /**
     * Records a decision, made today, with what is kept beside its reasons.
     *
     * @param said the remarks of the person who decides, by kind
     * @see #decide(String, DecisionKind, String, String, String, String)
     */
    public Decision decide(
            String reference,
            DecisionKind kind,
            String ground,
            String reasons,
            String evidence,
            Map<DecisionRemark.Kind, String> said,
            String by) {
        return decide(reference, null, kind, ground, reasons, evidence, said, by);
    }

    /**
     * Records a decision in an episode of the plan's life, made today.
     *
     * @param episodeId null in the first assessment
     * @see #decide(String, DecisionKind, String, String, String, String)
     */
    public Decision decide(
            String reference,
            Long episodeId,
            DecisionKind kind,
            String ground,
            String reasons,
            String evidence,
            Map<DecisionRemark.Kind, String> said,
            String by) {
        EhcCase held = holdOpen(reference);
        refuseAPlanFrom25(held, kind);
        Decision decision = decisions.save(new Decision(
                null,
                held.id(),
                episodeId,
                Entry.chosen(kind, "what is decided"),
                Entry.line(ground, "the legal ground of the decision", 500),
                Entry.reasons(reasons, "the reasons for the decision"),
                Entry.optionalText(evidence, "the evidence of the decision"),
                Entry.line(by, "who decides", 255),
                cases.today(),
                cases.now()));
        cases.tell(held.id(), by, "Decided: " + kind.title(), decision.ground());
        said.forEach((about, words) -> remark(decision, about, words, by));
        return decision;
    }

    /** What leads to a first plan is decided only for somebody under 25: nobody else is a child or young person (s.83(2)). */
    private void refuseAPlanFrom25(EhcCase held, DecisionKind kind) {
        if (!TOWARDS_A_PLAN.contains(kind)) {
            return;
        }
        LocalDate birth = reader.read(held).person().birthDate();
        if (!AgeLimits.newPlanMayBeMade(birth, cases.today())) {
            throw new Refusal(
                    ("The young person turned 25 on %s, so no EHC plan can be made any more (section 83(2)). Decide on the end of"
                                    + " the request; if the date of birth is wrong, put it right on the case page first.")
                            .formatted(Entry.inWords(AgeLimits.turns25On(birth))));
        }
    }

    /**
     * Takes back the decision of a kind that counts, because it has to be looked at again before anybody was told. It stays in
     * the file; what is decided then is a decision of its own.
     *
     * @param why at least 20 characters that say something
     * @throws Refusal when there is none
     */
    public void takeBack(String reference, DecisionKind kind, String why, String by) {
        EhcCase held = holdOpen(reference);
        Decision decision = reader.read(held)
                .latest(kind)
                .orElseThrow(() -> new Refusal("There is no decision to take back in case " + reference + "."));
        remark(decision, DecisionRemark.Kind.TAKEN_BACK, why, Entry.line(by, "who takes it back", 255));
        cases.tell(held.id(), by, "Taken back before it was told: " + kind.title(), why);
    }

    private void remark(Decision decision, DecisionRemark.Kind about, String words, String by) {
        String kept = Entry.reasons(words, about.asked());
        remarks.save(new DecisionRemark(null, decision.id(), about, kept, by, cases.now()));
    }

    /** Records what a panel without a sitting recommends, today: for cases that began before sittings were kept. */
    public Recommendation recommend(String reference, boolean issuePlan, String reasons, String provision, String by) {
        EhcCase held = holdOpen(reference);
        Recommendation recommendation = recommendations.save(new Recommendation(
                null,
                held.id(),
                PanelQuestion.ISSUE,
                issuePlan,
                Entry.reasons(reasons, "the reasons for the recommendation"),
                Entry.optionalLine(provision, "the provision recommended", 500),
                null,
                null,
                Entry.line(by, "who records the recommendation", 255),
                cases.today(),
                cases.now()));
        cases.tell(held.id(), by, issuePlan ? "Panel recommends a plan" : "Panel recommends no plan", null);
        return recommendation;
    }

    /**
     * Moves an open case to another stage of the road; an end is reached by {@link #close}. Once the plan is final, what the council
     * still had to do for the request is over.
     */
    public void moveTo(String reference, Stage stage) {
        EhcCase held = holdOpen(reference);
        if (Entry.chosen(stage, "the stage").isEnd()) {
            throw new Refusal("A case reaches " + stage.title() + " only by being closed.");
        }
        if (held.stage() != stage) {
            cases.save(held.at(stage));
            cases.tell(held.id(), Cases.THE_PROCESS, "Stage: " + stage.title(), null);
            if (stage == Stage.PLAN_FINALISED) {
                deadlines.endCouncilsDuties(held.id(), "The plan is final.");
            }
        }
    }

    /**
     * Closes a case at an end. What the council still had to do for this request ends with it, so these deadlines are
     * superseded; the family's time for mediation and appeal runs on. Closing again at the same end changes nothing.
     *
     * @param on the day it ended, not before the request came in and not in the future
     */
    public void close(String reference, Stage end, LocalDate on) {
        close(reference, end, on, "The case was closed.");
    }

    /**
     * As {@link #close(String, Stage, LocalDate)}, for an end that needs saying.
     *
     * @param why why the deadlines no longer count, for the file, at most 500 characters
     */
    public void close(String reference, Stage end, LocalDate on, String why) {
        EhcCase held = cases.hold(reference);
        if (!Entry.chosen(end, "how the case ends").isEnd()) {
            throw new Refusal("A case cannot be closed at the stage " + end.title() + ".");
        }
        if (held.stage() == end) {
            return;
        }
        refuseIfClosed(held);
        if (Entry.pastDate(on, "the day the case ended", cases.today()).isBefore(held.receivedOn())) {
            throw new Refusal("Check the day the case ended; it is before the request was received.");
        }
        cases.save(held.closed(end, on));
        deadlines.endCouncilsDuties(held.id(), why);
        cases.tell(held.id(), Cases.THE_PROCESS, "Closed: " + end.title(), "On " + Entry.inWords(on));
    }

    /**
     * Records the setting that section I of the final plan names.
     *
     * @param settingId null where the plan names a type only
     */
    public void nameSetting(String reference, Long settingId) {
        EhcCase held = cases.hold(reference);
        refuseIfClosed(held);
        if (!Objects.equals(settingId, held.namedSettingId())) {
            cases.save(held.naming(settingId));
        }
    }

    /** Holds the case until the transaction of the caller ends, so that people who act on it at once act one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String reference) {
        cases.hold(reference);
    }

    /** Names the caseworker who holds the case. */
    public void nameCaseManager(String reference, String userId, String by) {
        EhcCase held = cases.hold(reference);
        String named = Entry.line(userId, "who holds the case", 255);
        if (!named.equals(held.caseManager())) {
            cases.save(held.managedBy(named));
            cases.tell(held.id(), Entry.line(by, "who names them", 255), "Case manager named", named);
        }
    }

    /** Keeps what the family said, word for word. */
    public FamilyView keepView(
            String reference, ViewTopic topic, String saidBy, LocalDate saidOn, String words, String by) {
        EhcCase held = cases.hold(reference);
        FamilyView view = views.save(new FamilyView(
                null,
                held.id(),
                Entry.chosen(topic, "what the family spoke about"),
                Entry.line(saidBy, "who said it", 200),
                Entry.pastDate(saidOn, "the day it was said", cases.today()),
                Entry.wordForWord(words, "what was said"),
                Entry.line(by, "who records it", 255),
                cases.now()));
        cases.tell(held.id(), by, "Family's view kept: " + topic.title(), null);
        return view;
    }

    /** Writes into the history of a case. Detail may be null, and may hold what a person wrote with some words around it. */
    public void note(String reference, String by, String what, String detail) {
        cases.tell(
                cases.get(reference).id(),
                Entry.line(by, "who did it", 255),
                Entry.line(what, "what happened", 200),
                Entry.optionalText(detail, "the detail", Entry.TEXT + 1000));
    }

    /**
     * Cases with the deadline that is due first, the most pressing first.
     *
     * @param teams only cases of these teams; null for all teams
     * @param stage only cases that stand there; null for every stage
     * @param lateness "overdue" or "due-soon", today; null for both and neither
     * @param page counted from 0
     * @param size 1 to 200 cases
     */
    @Transactional(readOnly = true)
    public Page<CaseSummary> list(Set<String> teams, Stage stage, String lateness, int page, int size) {
        return list.list(teams, stage, lateness, page, size);
    }

    /** How many open cases these teams (null: all teams) have, and how many of them are late or soon will be. */
    @Transactional(readOnly = true)
    public CaseCounts counts(Set<String> teams) {
        return list.counts(teams);
    }

    private EhcCase holdOpen(String reference) {
        EhcCase held = cases.hold(reference);
        refuseIfClosed(held);
        return held;
    }

    private static void refuseIfClosed(EhcCase held) {
        if (!held.isOpen()) {
            throw new Refusal("Case %s was closed on %s.".formatted(held.reference(), Entry.inWords(held.closedOn())));
        }
    }
}
