package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.casefile.HeldPlan;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.letter.RecipientRole;
import org.ehcpathway.pathway.PlanSweep;

/** What must be true of every plan at every moment of its life. Dates are reckoned with plain calendar arithmetic, as in {@link WalkersLaw}. */
final class WalkersLawOfPlans {

    /** Which letter tells a decision. */
    private static final Map<DecisionKind, Set<LetterKind>> TOLD_BY = Map.of(
            DecisionKind.KEEP_PLAN, Set.of(LetterKind.L_13),
            DecisionKind.AMEND_PLAN, Set.of(LetterKind.L_15),
            DecisionKind.FINALISE_AMENDED, Set.of(LetterKind.L_16),
            DecisionKind.NOT_AMEND, Set.of(LetterKind.L_17),
            DecisionKind.CEASE_PLAN, Set.of(LetterKind.L_14, LetterKind.L_19B));

    private final WalkerTest.Walked story;

    WalkersLawOfPlans(WalkerTest.Walked story) {
        this.story = story;
    }

    void holdsForASweep(PlanSweep.Swept swept) {
        assertThat(swept.failed()).as("episodes that could not be begun").isZero();
    }

    void holdsFor(String reference) {
        CaseFile file = story.files.whole(reference);
        HeldPlan plan = story.register.of(reference).orElseThrow();
        List<Episode> episodes = story.episodes.of(reference);
        List<Letter> letters = story.reading.of(reference);
        oneReviewForEachYear(reference, episodes);
        aReviewClockRunsToTheEnd(reference, plan);
        notCeasedWhileTheFamilyMayAppeal(file, plan, letters);
        everyDecisionIsToldBeforeItsEpisodeIsOver(file, episodes, letters);
    }

    /** Regulation 18 and s.44(1): one review for each year, and never two at a time for the same. */
    private static void oneReviewForEachYear(String reference, List<Episode> episodes) {
        List<Episode> reviews = episodes.stream()
                .filter(one -> one.kind() == EpisodeKind.ANNUAL_REVIEW)
                .toList();
        assertThat(reviews).extracting(Episode::episodeKey).as(reference).doesNotHaveDuplicates();
        assertThat(reviews)
                .as("reviews of %s to come", reference)
                .filteredOn(one -> one.state() == EpisodeState.PLANNED)
                .hasSizeLessThanOrEqualTo(1);
    }

    /** From the making of a plan to its end there is no day on which no review clock runs, and no year is longer than one. */
    private void aReviewClockRunsToTheEnd(String reference, HeldPlan plan) {
        if (!plan.isInForce()) {
            assertThat(story.register.reviewYear(reference)).as(reference).isEmpty();
            return;
        }
        Deadline year = story.register
                .reviewYear(reference)
                .orElseThrow(() -> new AssertionError("No review clock runs for the plan of " + reference));
        assertThat(year.due()).as(reference).isBeforeOrEqualTo(year.clockStart().plusYears(1));
    }

    /** s.45(4): a plan is not ceased before the two months of the appeal are over, but for a death. */
    private void notCeasedWhileTheFamilyMayAppeal(CaseFile file, HeldPlan plan, List<Letter> letters) {
        if (plan.isInForce() || file.c().stage() == Stage.DIED) {
            return;
        }
        LocalDate told = letters.stream()
                .filter(letter -> TOLD_BY.get(DecisionKind.CEASE_PLAN).contains(letter.kind())
                        && letter.state() == LetterState.SENT)
                .map(this::sentOn)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new AssertionError(
                        "The end of its plan was never told in " + file.c().reference()));
        assertThat(plan.endedOn()).as(file.c().reference()).isAfter(told.plusMonths(2));
    }

    private void everyDecisionIsToldBeforeItsEpisodeIsOver(
            CaseFile file, List<Episode> episodes, List<Letter> letters) {
        Set<Long> over = episodes.stream()
                .filter(one -> one.state() == EpisodeState.CLOSED)
                .map(Episode::id)
                .collect(Collectors.toSet());
        for (Decision decision : file.decisions()) {
            if (TOLD_BY.containsKey(decision.kind()) && over.contains(decision.episodeId())) {
                assertThat(letters)
                        .as(
                                "the letter that tells %s in %s",
                                decision.kind(), file.c().reference())
                        .anyMatch(letter -> TOLD_BY.get(decision.kind()).contains(letter.kind())
                                && letter.state() == LetterState.SENT
                                && !sentOn(letter).isBefore(decision.decidedOn()));
            }
        }
    }

    /** Whatever can happen to a plan has happened to some of them, or the walk says nothing of it. */
    void holdsAtTheEnd(List<String> references) {
        if (references.size() < 30) {
            return;
        }
        Set<DecisionKind> made = references.stream()
                .flatMap(reference -> story.files.whole(reference).decisions().stream())
                .map(Decision::kind)
                .collect(Collectors.toSet());
        assertThat(made).as("decisions in the lives of plans").containsAll(TOLD_BY.keySet());
    }

    private LocalDate sentOn(Letter letter) {
        return story.reading.recipients(letter.id()).stream()
                .filter(to -> to.role() == RecipientRole.ADDRESSEE)
                .map(LetterRecipient::sentOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
