package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of plans: which are in force, and the review year that runs for each. From the day a plan is made until it ends there is
 * always one planned or open annual review, and its clock runs (Children and Families Act 2014 s.44(1)).
 */
@Service
@Transactional
public class PlanRegister {

    /** The rules that say by when a plan is to be reviewed next. One of them always runs. */
    static final List<String> REVIEW_YEAR = List.of("REV-01", "REV-02", "REV-18", "MOV-05");

    private final Cases cases;
    private final HeldPlanRepository plans;
    private final EpisodeRepository repository;
    private final Episodes episodes;
    private final Deadlines deadlines;

    PlanRegister(
            Cases cases,
            HeldPlanRepository plans,
            EpisodeRepository repository,
            Episodes episodes,
            Deadlines deadlines) {
        this.cases = cases;
        this.plans = plans;
        this.repository = repository;
        this.episodes = episodes;
        this.deadlines = deadlines;
    }

    /** The plan of a case, in force or ended; empty when there never was one. */
    @Transactional(readOnly = true)
    public Optional<HeldPlan> of(String reference) {
        return plans.findByCaseId(cases.get(reference).id());
    }

    /**
     * Enters a plan that was made. From that day its first review year runs (REV-01). Doing it again changes nothing.
     *
     * @param madeOn the day on the plan, not in the future
     */
    public HeldPlan made(String reference, LocalDate madeOn) {
        EhcCase held = cases.hold(reference);
        Optional<HeldPlan> known = plans.findByCaseId(held.id());
        HeldPlan plan = known.orElseGet(() -> plans.save(new HeldPlan(
                null,
                held.id(),
                Entry.pastDate(madeOn, "the day the plan was made", cases.today()),
                madeOn,
                HeldPlan.Origin.MADE,
                null,
                null,
                cases.now())));
        if (known.isEmpty()) {
            cases.tell(
                    held.id(),
                    Cases.THE_PROCESS,
                    "Entered in the register of plans",
                    "Made on " + Entry.inWords(madeOn) + ".");
        }
        if (reviews(held).isEmpty()) {
            beginYear(held, "REV-01", plan.madeOn(), Map.of());
        }
        return plan;
    }

    /** Begins the first review year of a plan that was final before the register was kept. Does nothing where a year runs. */
    public void beginMissingYear(String reference) {
        EhcCase held = cases.hold(reference);
        plans.findByCaseId(held.id())
                .filter(plan -> plan.isInForce() && reviews(held).isEmpty())
                .ifPresent(plan -> beginYear(held, "REV-01", plan.madeOn(), Map.of()));
    }

    /**
     * Ends a review year and begins the next. For the due date the earlier of meeting and decision counts.
     *
     * @param episodeId the annual review that was carried out
     * @param meetingOn the day of the review meeting
     * @param doneOn the day its decision was sent
     */
    public void reviewed(long episodeId, LocalDate meetingOn, LocalDate doneOn, String by) {
        Episode review = episodes.get(episodeId);
        EhcCase held = cases.hold(review.caseId());
        yearOf(review)
                .filter(Deadline::isOpen)
                .ifPresent(open -> deadlines.meet(
                        held.reference(), review.id(), open.rule(), doneOn, by, "The plan was reviewed"));
        if (isInForce(held) && planned(held).isEmpty()) {
            beginYear(held, "REV-02", doneOn, Map.of("meeting", meetingOn));
        }
    }

    /**
     * Ends a plan and closes its case. What the council still had to do for the plan ends with it; the family's windows run on.
     *
     * @param end PLAN_ENDED, MOVED_AWAY or DIED
     * @param why how it ended, for the file
     */
    public void end(String reference, Stage end, LocalDate on, String why) {
        EhcCase held = cases.hold(reference);
        HeldPlan plan = plans.findByCaseId(held.id())
                .orElseThrow(() -> new Refusal("There is no plan in case " + reference + "."));
        if (!plan.isInForce()) {
            return;
        }
        if (end != Stage.PLAN_ENDED && end != Stage.MOVED_AWAY && end != Stage.DIED) {
            throw new Refusal("A plan does not end at the stage " + end.title() + ".");
        }
        if (Entry.pastDate(on, "the day the plan ended", cases.today()).isBefore(plan.heldSince())) {
            throw new Refusal("Check the day the plan ended; it is before the council held it.");
        }
        String reason = Entry.line(why, "how the plan ended", 500);
        plans.save(plan.ended(on, reason));
        for (Episode episode : repository.findByCaseIdOrderById(held.id())) {
            if (episode.state() == EpisodeState.PLANNED) {
                repository.save(episode.closed(cases.today(), "NOT_NEEDED", reason));
            }
        }
        cases.save(held.closed(end, on));
        deadlines.endPlansDuties(held.id(), reason);
        cases.tell(held.id(), Cases.THE_PROCESS, "Closed: " + end.title(), reason);
    }

    /** The clock of the review year that runs for a plan; empty when there is no plan in force. */
    @Transactional(readOnly = true)
    public Optional<Deadline> reviewYear(String reference) {
        EhcCase c = cases.get(reference);
        return deadlines.of(reference).stream()
                .filter(one -> one.isOpen() && REVIEW_YEAR.contains(one.rule()) && one.episodeId() != null)
                .filter(one -> isInForce(c))
                .reduce((earlier, later) -> later);
    }

    /** The annual review that is planned or open, by the number of its year. */
    @Transactional(readOnly = true)
    public Optional<Episode> nextReview(String reference) {
        return reviews(cases.get(reference)).stream()
                .filter(review -> review.state() != EpisodeState.CLOSED)
                .reduce((earlier, later) -> later);
    }

    private Optional<Deadline> yearOf(Episode review) {
        return deadlines.of(cases.get(review.caseId().longValue()).reference()).stream()
                .filter(one -> review.id().equals(one.episodeId()) && one.supersededAt() == null)
                .filter(one -> REVIEW_YEAR.contains(one.rule()))
                .findFirst();
    }

    private boolean isInForce(EhcCase c) {
        return plans.findByCaseId(c.id()).filter(HeldPlan::isInForce).isPresent();
    }

    private Optional<Episode> planned(EhcCase c) {
        return reviews(c).stream()
                .filter(review -> review.state() == EpisodeState.PLANNED)
                .findFirst();
    }

    private List<Episode> reviews(EhcCase c) {
        return repository.findByCaseIdOrderById(c.id()).stream()
                .filter(one -> one.kind() == EpisodeKind.ANNUAL_REVIEW)
                .toList();
    }

    private void beginYear(EhcCase held, String rule, LocalDate from, Map<String, LocalDate> facts) {
        String number = String.valueOf(reviews(held).size() + 1);
        startYear(held, episodes.plan(held.reference(), EpisodeKind.ANNUAL_REVIEW, number, null), rule, from, facts);
    }

    private void startYear(EhcCase held, Episode review, String rule, LocalDate from, Map<String, LocalDate> facts) {
        Deadline year = deadlines.start(held.reference(), review.id(), rule, from, facts, null);
        episodes.plan(held.reference(), EpisodeKind.ANNUAL_REVIEW, review.episodeKey(), year.due());
    }
}
