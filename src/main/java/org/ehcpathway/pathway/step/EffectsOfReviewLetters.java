package org.ehcpathway.pathway.step;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.casefile.ReviewStep;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.Served;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.StatutoryClocks;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.Timescales;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What follows in law when a letter of a review or an amendment has been sent: the duties of regulations 20 to 22 are met, the family's
 * windows open, and with the decision the review is done and the next year begins.
 */
@Component
class EffectsOfReviewLetters {

    private final Deadlines deadlines;
    private final PlanRegister register;
    private final PhaseTransfers transfers;
    private final Plans plans;
    private final Reviews reviews;
    private final WaitingLimits limits;
    private final Timescales timescales;
    private final Episodes episodes;
    private final TaskTimes times;
    private final RuntimeService runtime;

    EffectsOfReviewLetters(
            Deadlines deadlines,
            PlanRegister register,
            PhaseTransfers transfers,
            Plans plans,
            Reviews reviews,
            WaitingLimits limits,
            Timescales timescales,
            Episodes episodes,
            TaskTimes times,
            @Lazy RuntimeService runtime) {
        this.transfers = transfers;
        this.plans = plans;
        this.episodes = episodes;
        this.times = times;
        this.runtime = runtime;
        this.deadlines = deadlines;
        this.register = register;
        this.reviews = reviews;
        this.limits = limits;
        this.timescales = timescales;
    }

    /** Stores the effects in the file and gives back the dates that the diagram's timers read. */
    Map<String, Object> of(String reference, long episode, Letter letter, Served served) {
        return switch (letter.kind()) {
            case L_11 -> met(reference, episode, letter, served, "REV-06");
            case L_12 -> met(reference, episode, letter, served, "REV-08");
            case L_13 -> {
                decided(reference, episode, letter, served);
                windowsToDisagree(reference, episode, served);
                yield Map.of();
            }
            case L_14, L_19B -> ceasingTold(reference, episode, letter, served);
            case L_15 -> noticeSent(reference, episode, letter, served);
            case L_16, L_17 -> {
                met(reference, episode, letter, served, "REV-12", "REV-13");
                if (letter.kind() == LetterKind.L_16) {
                    transferNamed(reference, letter, served);
                }
                windowsToDisagree(reference, episode, served);
                yield Map.of();
            }
            default -> Map.of();
        };
    }

    /** REV-09: the decision is told. With it the review is done, for the law counts it from the notice. */
    private void decided(String reference, long episode, Letter letter, Served served) {
        reviews.held(episode).map(ReviewStep::onDay).ifPresent(meeting -> {
            met(reference, episode, letter, served, "REV-09");
            register.reviewed(episode, meeting, served.sentOn(), letter.signedBy());
        });
    }

    /**
     * CEA-03: the plan is maintained until the time to appeal has ended. Where a review's meeting was held, this is its decision too, so
     * the review is done, and the year after it runs until the plan has ended.
     */
    private Map<String, Object> ceasingTold(String reference, long episode, Letter letter, Served served) {
        windowsToDisagree(reference, episode, served);
        Deadline hold = deadlines.start(reference, episode, "CEA-03", served.sentOn(), Map.of(), null);
        LocalDate appeal =
                deadlines.current(reference, episode, "APP-01").orElseThrow().due();
        for (Episode review : episodes.open(reference, EpisodeKind.ANNUAL_REVIEW)) {
            if (reviews.held(review.id()).isPresent()) {
                decided(reference, review.id(), letter, served);
                runtime.createMessageCorrelation(Vars.MESSAGE_PLAN_TO_CEASE)
                        .processInstanceBusinessKey(reference)
                        .processInstanceVariableEquals(Vars.EPISODE, review.id())
                        .correlateAll();
            }
        }
        LocalDate last = hold.due().isAfter(appeal) ? hold.due() : appeal;
        return Map.of(
                Vars.CEASE_HOLD_OVER_AT,
                Moments.over(last),
                Vars.PLAN_END_DUE,
                times.dueFrom("userTask_confirmPlanEnd", last));
    }

    /** REV-10 to REV-13: 15 days for the family from service; the amended plan within 8 weeks of sending, and 12 of the meeting. */
    private Map<String, Object> noticeSent(String reference, long episode, Letter letter, Served served) {
        decided(reference, episode, letter, served);
        LocalDate meeting = reviews.held(episode).map(ReviewStep::onDay).orElse(null);
        Deadline amended = deadlines.start(
                reference,
                episode,
                "REV-12",
                served.sentOn(),
                meeting == null ? Map.of() : Map.of("meeting", meeting),
                null);
        Deadline window = deadlines.startOnService(reference, episode, "REV-11", served.sentOn(), served.servedOn());
        Map<String, Object> dates = new HashMap<>(StatutoryClocks.of(List.of(amended)));
        dates.put(Vars.WINDOW_LAST_DAY, Moments.due(window.due()));
        dates.put(
                Vars.WINDOW_WARN_AT,
                Moments.warning(timescales.due("REV-11", served.servedOn()).warnOn()));
        dates.put(Vars.WINDOW_CLOSES_AT, Moments.over(window.due()));
        return dates;
    }

    /** REV-03 to REV-05: the plan names the setting of the next phase, whether a review or the transfer itself amended it. */
    private void transferNamed(String reference, Letter letter, Served served) {
        LocalDate from = plans.inForce(reference)
                .map(PlanVersion::naming)
                .map(Naming::startsOn)
                .orElse(null);
        transfers
                .named(reference, from, served.sentOn(), letter.signedBy())
                .forEach(clock -> limits.met(reference, clock.episodeId(), clock.rule()));
    }

    private Map<String, Object> met(String reference, long episode, Letter letter, Served served, String... rules) {
        for (String rule : rules) {
            if (deadlines.current(reference, episode, rule).isPresent()) {
                deadlines.meet(
                        reference,
                        episode,
                        rule,
                        served.sentOn(),
                        letter.signedBy(),
                        "Letter " + letter.kind().id() + " sent");
                limits.met(reference, episode, rule);
            }
        }
        return Map.of();
    }

    /** MED-02 and APP-01 run for the family from the day the decision was sent. */
    private void windowsToDisagree(String reference, long episode, Served served) {
        deadlines.start(reference, episode, "MED-02", served.sentOn(), Map.of(), null);
        deadlines.start(reference, episode, "APP-01", served.sentOn(), Map.of(), null);
    }
}
