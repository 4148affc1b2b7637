package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ehcpathway.casefile.ReviewStep.Holder;
import org.ehcpathway.casefile.ReviewStep.Recommends;
import org.ehcpathway.casefile.ReviewStep.What;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Annual reviews from the invitation to the report of the meeting (regulations 18 to 21). Every method is one transaction. */
@Service
@Transactional
public class Reviews {

    private static final int LINE = 500;

    /** A meeting further away than this is a slip of the pen; weeks. */
    private static final int LONGEST_AHEAD_WEEKS = 60;

    private final Cases cases;
    private final Episodes episodes;
    private final ReviewStepRepository steps;
    private final Deadlines deadlines;
    private final DocumentRepository documents;
    private final Timescales timescales;

    Reviews(
            Cases cases,
            Episodes episodes,
            ReviewStepRepository steps,
            Deadlines deadlines,
            DocumentRepository documents,
            Timescales timescales) {
        this.cases = cases;
        this.episodes = episodes;
        this.steps = steps;
        this.deadlines = deadlines;
        this.documents = documents;
        this.timescales = timescales;
    }

    /** What happened in a review, in the order it was recorded. */
    @Transactional(readOnly = true)
    public List<ReviewStep> of(long episodeId) {
        return steps.findByEpisodeIdOrderById(episodeId);
    }

    /** The meeting that is arranged and not known to have failed. */
    @Transactional(readOnly = true)
    public Optional<ReviewStep> arranged(long episodeId) {
        ReviewStep last = null;
        for (ReviewStep step : of(episodeId)) {
            if (step.what() == What.ARRANGED) {
                last = step;
            } else if (step.what() == What.NOT_HELD) {
                last = null;
            }
        }
        return Optional.ofNullable(last);
    }

    /** The meeting that was held. */
    @Transactional(readOnly = true)
    public Optional<ReviewStep> held(long episodeId) {
        return last(episodeId, What.HELD);
    }

    /** The report of the meeting. */
    @Transactional(readOnly = true)
    public Optional<ReviewStep> report(long episodeId) {
        return last(episodeId, What.REPORTED);
    }

    /**
     * A review meeting as it is arranged.
     *
     * @param at when it begins, such as 14:30
     * @param place where it is, or how one joins it
     * @param adviceBy by when those invited are to send their advice, so that it can go round two weeks before the meeting (REV-07)
     * @param whyLate why it cannot be earlier, where fewer than four weeks stay for the decision in the review year; may be null
     */
    public record Arranged(LocalDate on, String at, String place, Holder holder, LocalDate adviceBy, String whyLate) {}

    /**
     * Arranges the meeting. Everybody is told at least two weeks before it (REV-06), and their advice goes round by the same day
     * (REV-07); both limits begin here.
     *
     * @return the last day for notice and papers
     */
    public LocalDate arrange(long episodeId, Arranged typed, String by) {
        EhcCase held = open(episodeId);
        LocalDate today = cases.today();
        LocalDate on = Entry.date(typed.on(), "the day of the meeting");
        if (on.isAfter(today.plusWeeks(LONGEST_AHEAD_WEEKS))) {
            throw new Refusal("Check the day of the meeting; it is more than a year away.");
        }
        LocalDate noticeBy = timescales.due("REV-06", on).due();
        if (noticeBy.isBefore(today)) {
            throw new Refusal(
                    "Choose a later day for the meeting: everybody must be told of it two weeks before (REV-06), so it can be on "
                            + Entry.inWords(earliestMeeting(today)) + " at the earliest.");
        }
        LocalDate adviceBy = Entry.date(typed.adviceBy(), "by when the advice is needed");
        if (adviceBy.isBefore(today) || adviceBy.isAfter(noticeBy)) {
            throw new Refusal("Check by when the advice is needed: from today to " + Entry.inWords(noticeBy)
                    + ", the day by which it must have gone round (REV-07).");
        }
        if (arranged(episodeId).isPresent()) {
            throw new Refusal("A meeting is arranged already. Record first that it was not held.");
        }
        String late = late(held, episodeId, on, typed.whyLate());
        steps.save(new ReviewStep(
                null,
                episodeId,
                What.ARRANGED,
                on,
                time(typed.at()),
                Entry.line(typed.place(), "where the meeting is", LINE),
                Entry.chosen(typed.holder(), "who holds the review"),
                adviceBy,
                null,
                null,
                null,
                null,
                Entry.line(by, "who arranges the meeting", 255),
                cases.now()));
        deadlines.start(held.reference(), episodeId, "REV-06", on, Map.of(), null);
        deadlines.start(held.reference(), episodeId, "REV-07", on, Map.of(), null);
        cases.tell(
                held.id(),
                by,
                "Review meeting arranged",
                "For " + Entry.inWords(on) + " at " + time(typed.at()) + "." + (late == null ? "" : " " + late));
        return noticeBy;
    }

    /** The review is done only when its decision has been sent, and the review year does not wait for it. */
    private String late(EhcCase held, long episodeId, LocalDate meeting, String why) {
        Deadline year = deadlines.of(held.reference()).stream()
                .filter(one -> one.isOpen() && Long.valueOf(episodeId).equals(one.episodeId()))
                .filter(one -> PlanRegister.REVIEW_YEAR.contains(one.rule()))
                .findFirst()
                .orElse(null);
        String given = Entry.optionalText(why, "why the meeting cannot be earlier");
        if (year == null || !timescales.due("REV-09", meeting).due().isAfter(year.due())) {
            return given;
        }
        if (given == null) {
            throw new Refusal("The review is to be done, with its decision sent, by " + Entry.inWords(year.due()) + " ("
                    + year.rule()
                    + "), and this day leaves fewer than four weeks for the decision. Choose an earlier day,"
                    + " or write why the meeting cannot be earlier.");
        }
        return "Fewer than four weeks stay before the review year ends on " + Entry.inWords(year.due()) + ": " + given;
    }

    /** Records that the advice gathered went round to everybody who is invited (REV-07). */
    public void papersSent(long episodeId, LocalDate on, String what, String by) {
        EhcCase held = open(episodeId);
        ReviewStep meeting = meeting(episodeId);
        LocalDate sent = Entry.pastDate(on, "the day the papers were sent", cases.today());
        if (sent.isBefore(
                episodes.get(episodeId).openedAt().atZone(cases.zone()).toLocalDate())) {
            throw new Refusal("Check the day the papers were sent; it is before the review began.");
        }
        if (sent.isAfter(meeting.onDay())) {
            throw new Refusal("Check the day the papers were sent; it is after the meeting.");
        }
        step(episodeId, What.PAPERS_SENT, sent, Entry.text(what, "what was sent round"), by);
        deadlines.meet(held.reference(), episodeId, "REV-07", sent, by, "The advice went round");
        cases.tell(held.id(), by, "Papers of the review sent round", "On " + Entry.inWords(sent) + ".");
    }

    /**
     * Records that the meeting took place. From that day run the two weeks of its report (REV-08), the four weeks of the decision
     * (REV-09) and the twelve weeks of an amended plan (REV-13).
     *
     * @param on the day it was held; not before it was arranged and not in the future
     * @param words who came and what was agreed
     */
    public void held(long episodeId, LocalDate on, String words, String by) {
        EhcCase held = open(episodeId);
        ReviewStep meeting = meeting(episodeId);
        LocalDate day = Entry.pastDate(on, "the day of the meeting", cases.today());
        LocalDate arrangedOn = meeting.recordedAt().atZone(cases.zone()).toLocalDate();
        if (day.isBefore(arrangedOn)) {
            throw new Refusal(
                    "Check the day of the meeting; it is before the invitation, of " + Entry.inWords(arrangedOn) + ".");
        }
        step(episodeId, What.HELD, day, Entry.text(words, "who came and what was said"), by);
        deadlines
                .current(held.reference(), episodeId, "REV-07")
                .filter(Deadline::isOpen)
                .ifPresent(papers -> cases.tell(
                        held.id(),
                        by,
                        "Papers of the review were not sent round",
                        "They were due by " + Entry.inWords(papers.due())
                                + ", two weeks before the meeting (REV-07)."));
        for (String rule : List.of("REV-08", "REV-09", "REV-13")) {
            deadlines.start(held.reference(), episodeId, rule, day, Map.of(), null);
        }
        cases.tell(held.id(), by, "Review meeting held", "On " + Entry.inWords(day) + ".");
    }

    /** Records that the meeting was not held, so that another one is arranged. */
    public void notHeld(long episodeId, String why, String by) {
        EhcCase held = open(episodeId);
        ReviewStep meeting = meeting(episodeId);
        step(episodeId, What.NOT_HELD, meeting.onDay(), Entry.text(why, "why it was not held"), by);
        cases.tell(held.id(), by, "Review meeting not held", why);
    }

    /**
     * Keeps the report of the meeting (REV-08).
     *
     * @param changes which changes of the plan it recommends; may be null when it recommends none
     * @param differences where people recommended different things; null when they agreed
     * @param documentId the paper, of this case
     */
    public void report(
            long episodeId, Recommends recommends, String changes, String differences, Long documentId, String by) {
        // Also when the council has decided already: the four weeks do not wait for the report, and it is owed all the
        // same.
        EhcCase held = cases.hold(episodes.get(episodeId).caseId());
        if (!held.isOpen()) {
            throw new Refusal("This case was closed on " + Entry.inWords(held.closedOn()) + ".");
        }
        if (held(episodeId).isEmpty()) {
            throw new Refusal("The meeting has not been recorded as held yet.");
        }
        if (report(episodeId).isPresent()) {
            throw new Refusal("The report of this meeting is here already. Load the page again.");
        }
        boolean ofThisCase = documentId != null
                && documents
                        .findById(documentId)
                        .filter(paper -> paper.caseId().equals(held.id()))
                        .isPresent();
        if (!ofThisCase) {
            throw new Refusal("Upload the report, with the advice that was gathered, on the Case tab first.");
        }
        if (Entry.chosen(recommends, "what is recommended") == Recommends.AMEND && changes == null) {
            throw new Refusal("Write which changes of the plan are recommended.");
        }
        steps.save(new ReviewStep(
                null,
                episodeId,
                What.REPORTED,
                cases.today(),
                null,
                null,
                null,
                null,
                recommends,
                documentId,
                Entry.optionalText(changes, "the changes recommended"),
                Entry.optionalText(differences, "the different recommendations"),
                Entry.line(by, "who gives the report", 255),
                cases.now()));
        cases.tell(held.id(), by, "Report of the review meeting", "It recommends: " + recommends + ".");
    }

    private void step(long episodeId, What what, LocalDate on, String words, String by) {
        steps.save(new ReviewStep(
                null,
                episodeId,
                what,
                on,
                null,
                null,
                null,
                null,
                null,
                null,
                words,
                null,
                Entry.line(by, "who records it", 255),
                cases.now()));
    }

    private EhcCase open(long episodeId) {
        Episode episode = episodes.get(episodeId);
        EhcCase held = cases.hold(episode.caseId());
        if (!episode.isOpen()) {
            throw new Refusal("This review is over. Load the page again.");
        }
        return held;
    }

    private ReviewStep meeting(long episodeId) {
        if (held(episodeId).isPresent()) {
            throw new Refusal("The meeting was recorded as held already. Load the page again.");
        }
        return arranged(episodeId).orElseThrow(() -> new Refusal("No meeting is arranged in this review."));
    }

    private Optional<ReviewStep> last(long episodeId, What what) {
        return of(episodeId).stream().filter(step -> step.what() == what).reduce((earlier, later) -> later);
    }

    private LocalDate earliestMeeting(LocalDate today) {
        LocalDate day = today;
        while (timescales.due("REV-06", day).due().isBefore(today)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static String time(String typed) {
        try {
            return LocalTime.parse(Entry.line(typed, "when the meeting begins", 5))
                    .toString();
        } catch (DateTimeParseException notATime) {
            throw new Refusal("Check when the meeting begins; write it like 09:30 or 14:00.");
        }
    }
}
