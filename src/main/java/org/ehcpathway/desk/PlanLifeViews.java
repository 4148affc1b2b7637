package org.ehcpathway.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.HeldPlan;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.casefile.ReviewStep;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.desk.CaseView.Named;
import org.springframework.stereotype.Component;

/** The life of a plan as the page and the API show it. */
@Component
class PlanLifeViews {

    private final PlanRegister register;
    private final Episodes episodes;
    private final Reviews reviews;
    private final Clock clock;

    PlanLifeViews(PlanRegister register, Episodes episodes, Reviews reviews, Clock clock) {
        this.register = register;
        this.episodes = episodes;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Null when the case has no plan in the register. */
    PlanLifeView of(String reference) {
        return register.of(reference).map(plan -> view(reference, plan)).orElse(null);
    }

    private PlanLifeView view(String reference, HeldPlan plan) {
        return new PlanLifeView(
                plan.madeOn(),
                plan.heldSince(),
                register.reviewYear(reference).map(Deadline::due).orElse(null),
                plan.endedOn(),
                plan.endedWhy(),
                episodes.of(reference).stream().map(this::episode).toList());
    }

    private PlanLifeView.EpisodeView episode(Episode one) {
        return new PlanLifeView.EpisodeView(
                new Named(one.kind().name(), one.kind().title()),
                one.episodeKey(),
                new Named(one.state().name(), title(one.state())),
                one.dueOn(),
                one.openedAt() == null ? null : LocalDate.ofInstant(one.openedAt(), clock.getZone()),
                one.kind() == EpisodeKind.ANNUAL_REVIEW ? meeting(one.id()) : null,
                one.closedOn(),
                one.outcome() == null ? null : inWords(one.outcome()));
    }

    private LocalDate meeting(long review) {
        return reviews.held(review)
                .or(() -> reviews.arranged(review))
                .map(ReviewStep::onDay)
                .orElse(null);
    }

    private static String title(EpisodeState state) {
        return switch (state) {
            case PLANNED -> "Planned";
            case OPEN -> "Under way";
            case CLOSED -> "Over";
        };
    }

    /** NOT_AMENDED reads as "Not amended". */
    private static String inWords(String outcome) {
        String words = outcome.replace('_', ' ').toLowerCase(Locale.UK);
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
