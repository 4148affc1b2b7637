package org.ehcpathway.casefile;

import java.time.LocalDate;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a plan may end, on the grounds of the law only (Children and Families Act 2014 s.45; regulations 29 to 31). */
@Service
@Transactional
public class Ceasings {

    private static final int OF_AGE = 18;

    private final Cases cases;
    private final Episodes episodes;
    private final CeasingRepository ceasings;
    private final PersonRepository persons;
    private final Reviews reviews;
    private final HeldPlanRepository plans;

    Ceasings(
            Cases cases,
            Episodes episodes,
            CeasingRepository ceasings,
            PersonRepository persons,
            Reviews reviews,
            HeldPlanRepository plans) {
        this.plans = plans;
        this.cases = cases;
        this.episodes = episodes;
        this.ceasings = ceasings;
        this.persons = persons;
        this.reviews = reviews;
    }

    /**
     * Opens the episode in which the end of a plan is considered.
     *
     * @param happenedOn the day education or training was left, the person moved or died; null where the plan is thought no longer
     *     necessary
     * @throws Refusal when the ground does not exist for this person, or the end is being considered already
     */
    public Episode consider(String reference, CeasingGround ground, LocalDate happenedOn, String reasons, String by) {
        EhcCase held = cases.hold(reference);
        if (held.stage() != Stage.PLAN_FINALISED) {
            throw new Refusal("There is no plan in force in case " + reference + " that could end.");
        }
        if (!episodes.open(reference, EpisodeKind.CEASING).isEmpty()) {
            throw new Refusal("The end of this plan is being considered already.");
        }
        boolean dated = Entry.chosen(ground, "the ground") != CeasingGround.NOT_NECESSARY;
        LocalDate day = dated ? Entry.pastDate(happenedOn, "the day it happened", cases.today()) : null;
        LocalDate heldSince =
                plans.findByCaseId(held.id()).map(HeldPlan::heldSince).orElseThrow();
        if (dated && day.isBefore(heldSince)) {
            throw new Refusal("Check the day it happened; it is before the council held the plan, since "
                    + Entry.inWords(heldSince) + ".");
        }
        if (!dated && happenedOn != null) {
            throw new Refusal("Leave the day empty: a plan that is no longer necessary has none.");
        }
        if (ground.isOfLeaving() && !isOfAge(held, cases.today())) {
            throw new Refusal(
                    "The person is under 18: the plan may end only when special educational provision under a plan is no longer necessary; leaving education is not enough (regulation 29, CEA-06). Review and amend the plan instead (REV-19).");
        }
        String number = String.valueOf(episodes.of(reference).stream()
                        .filter(one -> one.kind() == EpisodeKind.CEASING)
                        .count()
                + 1);
        Episode episode = episodes.begin(reference, EpisodeKind.CEASING, number, by);
        ceasings.save(new Ceasing(
                null,
                episode.id(),
                ground,
                day,
                Entry.reasons(reasons, "why the plan may have to end"),
                Entry.line(by, "who considers it", 255),
                cases.now()));
        cases.tell(held.id(), by, "End of the plan considered: " + ground.title(), null);
        return episode;
    }

    /** What is considered in an episode. */
    @Transactional(readOnly = true)
    public Ceasing of(long episodeId) {
        return ceasings.findByEpisodeId(episodeId)
                .orElseThrow(() -> new Refusal("In this episode no end of the plan is considered."));
    }

    /** Whether the person is 18 or over, so that it must be regarded whether the outcomes were achieved (s.45(3), A-15). */
    @Transactional(readOnly = true)
    public boolean isOfAge(String reference) {
        return isOfAge(cases.get(reference), cases.today());
    }

    /**
     * Refuses to cease the plan of a person who left education before the review that regulation 30 wants was held (CEA-07).
     */
    public void requireReviewed(String reference, long episodeId) {
        Ceasing ceasing = of(episodeId);
        if (ceasing.ground() != CeasingGround.LEFT_EDUCATION) {
            return;
        }
        boolean reviewed = episodes.of(reference).stream()
                .filter(one -> one.kind() == EpisodeKind.ANNUAL_REVIEW)
                .flatMap(review -> reviews.held(review.id()).stream())
                .anyMatch(held -> !held.onDay().isBefore(ceasing.happenedOn()));
        if (!reviewed) {
            throw new Refusal(
                    "The plan of a young person who stopped attending is reviewed before it may end (regulation 30, CEA-07). Begin the review, and decide after it.");
        }
    }

    private boolean isOfAge(EhcCase held, LocalDate on) {
        return !persons.findById(held.personId())
                .orElseThrow()
                .birthDate()
                .plusYears(OF_AGE)
                .isAfter(on);
    }
}
