package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ehcpathway.casefile.RegisterSweep.InLastYear;
import org.ehcpathway.statute.Chain;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.PhaseTransfer;
import org.ehcpathway.statute.Question;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transfers between phases of education: who transfers in which year, by when the plan names the new setting, and whether it does
 * (regulation 18; REV-03 to REV-05). Every method is one transaction.
 */
@Service
@Transactional
public class PhaseTransfers {

    /** A review counts for a transfer when its meeting lay in the school year before it. */
    private static final int MONTHS_OF_REVIEW = 12;

    /** Longer ahead nobody plans to leave a college; months. */
    private static final int LONGEST_AHEAD = 24;

    private final Cases cases;
    private final Episodes episodes;
    private final TransferRepository transfers;
    private final TransferWishRepository wishes;
    private final Deadlines deadlines;
    private final Reviews reviews;
    private final Timescales timescales;

    PhaseTransfers(
            Cases cases,
            Episodes episodes,
            TransferRepository transfers,
            TransferWishRepository wishes,
            Deadlines deadlines,
            Reviews reviews,
            Timescales timescales) {
        this.cases = cases;
        this.episodes = episodes;
        this.transfers = transfers;
        this.wishes = wishes;
        this.deadlines = deadlines;
        this.reviews = reviews;
        this.timescales = timescales;
    }

    /**
     * The transfer that somebody in the last year of a setting makes in a year; empty where the setting goes on teaching, or its
     * age range ended before.
     */
    @Transactional(readOnly = true)
    public Optional<PhaseTransfer> transferOf(InLastYear child, LocalDate transferOn) {
        int year = Persons.nationalCurriculumYear(child.birthDate(), transferOn, child.yearsOutOfCohort());
        return PhaseTransfer.of(year, child.lowestAge(), child.highestAge());
    }

    /** The last day on which the plan can come to name the new setting. */
    @Transactional(readOnly = true)
    public LocalDate dueOn(PhaseTransfer phase, LocalDate transferOn) {
        return timescales.due(phase.rule(), transferOn).due();
    }

    /**
     * Plans a transfer, with its clock. Planning it again changes nothing.
     *
     * @param fromSettingId the setting left; may be null
     * @param yearGroup the national curriculum year from that day on
     * @return its episode
     */
    public Episode plan(
            String reference, PhaseTransfer phase, LocalDate transferOn, Long fromSettingId, int yearGroup) {
        EhcCase held = cases.hold(reference);
        String key = key(phase, transferOn);
        Episode episode = episodes.plan(reference, EpisodeKind.PHASE_TRANSFER, key, dueOn(phase, transferOn));
        if (transfers.findByEpisodeId(episode.id()).isEmpty()) {
            transfers.save(new Transfer(null, episode.id(), phase, transferOn, fromSettingId, yearGroup, cases.now()));
            Deadline named = deadlines.start(reference, episode.id(), phase.rule(), transferOn, Map.of(), null);
            cases.tell(
                    held.id(),
                    Cases.THE_PROCESS,
                    "Phase transfer: " + phase.title(),
                    "From " + Entry.inWords(transferOn) + "; the plan names the setting by "
                            + Entry.inWords(named.due()) + " (" + phase.rule() + ").");
        }
        return episode;
    }

    /**
     * Plans a transfer between post-16 institutions at another time of the year (REV-05).
     *
     * @param transferOn the day of the transfer, in the future
     * @throws Refusal when the day cannot be, or such a transfer is planned already
     */
    public Episode planWithinPost16(String reference, LocalDate transferOn, int yearGroup) {
        EhcCase held = cases.hold(reference);
        LocalDate day = Entry.date(transferOn, "the day of the transfer");
        if (!day.isAfter(cases.today()) || day.isAfter(cases.today().plusMonths(LONGEST_AHEAD))) {
            throw new Refusal("Check the day of the transfer; it is a day to come, at most two years ahead.");
        }
        if (yearGroup <= Persons.LAST_YEAR_OF_SECONDARY) {
            throw new Refusal("This is for a young person who is at a post-16 institution already. A transfer from"
                    + " school begins by itself when the school's age range is known.");
        }
        if (!open(reference).isEmpty()) {
            throw new Refusal("A phase transfer is under way in this case already.");
        }
        return plan(reference, PhaseTransfer.WITHIN_POST_16, day, held.settingId(), yearGroup);
    }

    /** The transfer that an episode is about. */
    @Transactional(readOnly = true)
    public Transfer of(long episodeId) {
        return transfers
                .findByEpisodeId(episodeId)
                .orElseThrow(() -> new Refusal("This episode is not a phase transfer."));
    }

    /** The transfers under way in a case. */
    @Transactional(readOnly = true)
    public List<Transfer> open(String reference) {
        return episodes.open(reference, EpisodeKind.PHASE_TRANSFER).stream()
                .map(one -> of(one.id()))
                .toList();
    }

    /** When the transfer under way began, the earliest where there are several; empty when none is. */
    @Transactional(readOnly = true)
    public Optional<Instant> begunAt(String reference) {
        return episodes.open(reference, EpisodeKind.PHASE_TRANSFER).stream()
                .map(Episode::openedAt)
                .min(Instant::compareTo);
    }

    /** The clock of a transfer; empty when it ended with the plan. */
    @Transactional(readOnly = true)
    public Optional<Deadline> clock(long episodeId) {
        Episode episode = episodes.get(episodeId);
        return deadlines.current(
                episodes.caseOf(episode), episodeId, of(episodeId).phase().rule());
    }

    /** Keeps what the family said about the next phase. */
    public void wished(
            long episodeId, TransferWish.Answer answer, String words, String saidBy, LocalDate saidOn, String by) {
        EhcCase held = cases.hold(episodes.get(episodeId).caseId());
        if (!episodes.get(episodeId).isOpen()) {
            throw new Refusal("This transfer is over. Load the page again.");
        }
        boolean noTransfer = Entry.chosen(answer, "what the family says") == TransferWish.Answer.NO_TRANSFER;
        String kept = noTransfer
                ? Entry.reasons(words, "why there is no transfer this year")
                : Entry.optionalText(words, "what was said");
        wishes.save(new TransferWish(
                null,
                episodeId,
                answer,
                kept,
                Entry.line(saidBy, "who said it", 200),
                Entry.pastDate(saidOn, "the day it was said", cases.today()),
                Entry.line(by, "who records it", 255),
                cases.now()));
        cases.tell(held.id(), by, "Phase transfer: " + answer.title().toLowerCase(java.util.Locale.UK), kept);
    }

    /** What the family said last; empty when it has not been asked. */
    @Transactional(readOnly = true)
    public Optional<TransferWish> wish(long episodeId) {
        return wishes.findByEpisodeIdOrderById(episodeId).stream().reduce((earlier, later) -> later);
    }

    /**
     * Whether the review that regulation 18 wants has been held: its meeting lies in the twelve months before the transfer, or after
     * this transfer had begun. Then there is no second one.
     */
    @Transactional(readOnly = true)
    public boolean isReviewed(long episodeId) {
        Episode episode = episodes.get(episodeId);
        LocalDate since = of(episodeId).transferOn().minusMonths(MONTHS_OF_REVIEW);
        LocalDate begun = episode.openedAt() == null
                ? cases.today()
                : episode.openedAt().atZone(cases.zone()).toLocalDate();
        LocalDate from = begun.isBefore(since) ? begun : since;
        return episodes.of(episodes.caseOf(episode)).stream()
                .filter(one -> one.kind() == EpisodeKind.ANNUAL_REVIEW && one.state() == EpisodeState.CLOSED)
                .flatMap(review -> reviews.held(review.id()).stream())
                .anyMatch(held -> !held.onDay().isBefore(from));
    }

    /**
     * The plan that was sent names the setting, or its type, from the day of the transfer: its duty is met, in time or late.
     *
     * @param from the day from which the plan names it; null where it names it at once
     * @param sentOn the day the plan was sent
     */
    public List<Deadline> named(String reference, LocalDate from, LocalDate sentOn, String by) {
        return open(reference).stream()
                .filter(transfer -> transfer.transferOn().equals(from))
                .flatMap(transfer -> clock(transfer.episodeId()).stream())
                .filter(Deadline::isOpen)
                .map(clock -> {
                    deadlines.meet(
                            reference,
                            clock.episodeId(),
                            clock.rule(),
                            sentOn,
                            by,
                            "The plan names the setting from " + Entry.inWords(from));
                    return clock;
                })
                .toList();
    }

    /** Whether the plan that was sent names the setting of this transfer. */
    @Transactional(readOnly = true)
    public boolean isNamed(long episodeId) {
        return clock(episodeId).filter(clock -> clock.metOn() != null).isPresent();
    }

    /**
     * The latest day on which a notice of proposed amendments can go out, so that its eight weeks still end in time (REV-12); the due
     * day itself where the rule is not worked back.
     */
    @Transactional(readOnly = true)
    public LocalDate noticeBy(long episodeId) {
        Transfer transfer = of(episodeId);
        return noticeBy(transfer.phase(), transfer.transferOn());
    }

    /** The same for any transfer of a phase on a day. */
    @Transactional(readOnly = true)
    public LocalDate noticeBy(PhaseTransfer phase, LocalDate transferOn) {
        return Chain.of(timescales, Question.of(phase.rule(), transferOn, Map.of())).stages().get(0).steps().stream()
                .filter(step -> step.isWorkedBack()
                        && phase.rule().equals(step.towards())
                        && step.timescale().rule().equals("REV-12"))
                .map(Chain.Step::by)
                .findFirst()
                .orElseGet(() -> dueOn(phase, transferOn));
    }

    /** One transfer from school in each year; a college can be changed on another day. */
    private static String key(PhaseTransfer phase, LocalDate transferOn) {
        return phase == PhaseTransfer.WITHIN_POST_16 ? transferOn.toString() : String.valueOf(transferOn.getYear());
    }
}
