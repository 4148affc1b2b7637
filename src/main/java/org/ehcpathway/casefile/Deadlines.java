package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ehcpathway.statute.DueDate;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The statutory time limits of cases. Each is computed once, from the timescales in force on the day its clock starts, and
 * kept; timers, pages and letters read what is kept.
 */
@Service
@Transactional
public class Deadlines {

    /** The rules of request, advice and plan; what else runs belongs to the family or to the tribunal. */
    private static final Pattern ENDS_WITH_THE_CASE = Pattern.compile("(REQ|ADV|PLAN)-.*");

    /** The rules of what the council owes a plan that it maintains. */
    private static final Pattern ENDS_WITH_THE_PLAN = Pattern.compile("(REQ|ADV|PLAN|REV|RAS|MOV)-.*");

    /** The report of a review is owed to all who were invited, whether or not the council has decided (regulations 20(7), 21(7)). */
    private static final String OUTLIVES_ITS_EPISODE = "REV-08";

    private static final int WHY = 500;
    private static final int LONGEST_EXTENSION = 366;

    private final Cases cases;
    private final DeadlineRepository deadlines;
    private final PersonRepository persons;
    private final ClaimedExceptions exceptions;
    private final Timescales timescales;

    Deadlines(
            Cases cases,
            DeadlineRepository deadlines,
            PersonRepository persons,
            ClaimedExceptions exceptions,
            Timescales timescales) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.persons = persons;
        this.exceptions = exceptions;
        this.timescales = timescales;
    }

    /** As {@link #start(String, String, LocalDate, Map)}, for a rule that needs no further fact. */
    public Deadline start(String reference, String rule, LocalDate from) {
        return start(reference, rule, from, Map.of());
    }

    /** As {@link #start(String, String, LocalDate, Map, String)}; that the day is another one is reason enough. */
    public Deadline start(String reference, String rule, LocalDate from, Map<String, LocalDate> facts) {
        return start(reference, rule, from, facts, null);
    }

    /**
     * Starts a clock. The same start again gives the same deadline; another start supersedes the one before, which is kept.
     *
     * @param rule rule id, such as REQ-04
     * @param from the day the clock starts, not in the future and not before the person's birth; a rule that looks ahead
     *     takes a day to come, such as that of a meeting
     * @param facts further dates the rule asks for, by the names the rule gives them
     * @param why why a start that is known already is corrected, for the file; null where the new day says it all
     * @throws Refusal when the rule is unknown, or sets no date: then there is nothing to keep; or when the day cannot be
     */
    public Deadline start(String reference, String rule, LocalDate from, Map<String, LocalDate> facts, String why) {
        return start(reference, null, rule, from, facts, why);
    }

    /**
     * As {@link #start(String, String, LocalDate, Map, String)}, in an episode of the plan's life.
     *
     * @param episodeId null for the first assessment
     */
    public Deadline start(
            String reference, Long episodeId, String rule, LocalDate from, Map<String, LocalDate> facts, String why) {
        DueDate computed = compute(rule, from, facts);
        boolean looksAhead = computed.due().isBefore(from);
        if (!looksAhead) {
            Entry.pastDate(from, "the day the clock starts", cases.today());
        }
        return keep(reference, episodeId, computed, why);
    }

    /**
     * As {@link #start(String, String, LocalDate)}, for a clock that starts when a letter is served. A letter sent by post
     * is served some days after it was sent, so this day may lie ahead; the day of sending may not.
     */
    public Deadline startOnService(String reference, String rule, LocalDate sentOn, LocalDate servedOn) {
        return startOnService(reference, null, rule, sentOn, servedOn);
    }

    /**
     * As {@link #startOnService(String, String, LocalDate, LocalDate)}, in an episode of the plan's life.
     *
     * @param episodeId null for the first assessment
     */
    public Deadline startOnService(
            String reference, Long episodeId, String rule, LocalDate sentOn, LocalDate servedOn) {
        Entry.pastDate(sentOn, "the day the letter was sent", cases.today());
        DueDate computed = compute(rule, servedOn, Map.of());
        if (servedOn.isBefore(sentOn)) {
            throw new Refusal("Check the day the letter was served; it is before it was sent.");
        }
        return keep(reference, episodeId, computed, null);
    }

    /**
     * Gives more time than the law asks for, where it sets only the least: a new deadline with a later last day takes the place of
     * the running one, and both are kept.
     *
     * @param to the new last day, after the one that counts now and not in the past
     * @param why why more time is given
     */
    public Deadline extend(String reference, String rule, LocalDate to, String why) {
        return extend(reference, null, rule, to, why);
    }

    /**
     * As {@link #extend(String, String, LocalDate, String)}, in an episode of the plan's life.
     *
     * @param episodeId null for the first assessment
     */
    public Deadline extend(String reference, Long episodeId, String rule, LocalDate to, String why) {
        EhcCase held = cases.hold(reference);
        Deadline running = running(held, episodeId, rule);
        if (!Entry.date(to, "the new last day").isAfter(running.due())) {
            throw new Refusal("Check the new last day; the time runs until " + Entry.inWords(running.due())
                    + " already, and it can only become longer.");
        }
        if (to.isBefore(cases.today()) || to.isAfter(running.due().plusDays(LONGEST_EXTENSION))) {
            throw new Refusal("Check the new last day; it must be today or later, and at most a year more.");
        }
        deadlines.save(running.superseded(cases.now(), Entry.line(why, "why more time is given", WHY)));
        return deadlines.save(running.extended(to, cases.now()));
    }

    private DueDate compute(String rule, LocalDate from, Map<String, LocalDate> facts) {
        DueDate computed = timescales.due(rule, Entry.date(from, "the day the clock starts"), facts);
        if (computed.due() == null) {
            throw new Refusal("Rule " + rule + " sets no date, so it has no deadline.");
        }
        return computed;
    }

    private Deadline keep(String reference, Long episodeId, DueDate computed, String why) {
        EhcCase held = cases.hold(reference);
        if (computed.from()
                .isBefore(persons.findById(held.personId()).orElseThrow().birthDate())) {
            throw new Refusal("Check the day the clock starts; it is before the child or young person was born.");
        }
        Optional<Deadline> running = find(held.id(), episodeId, computed.rule());
        if (running.isPresent()) {
            if (isTheSame(running.get(), computed)) {
                return running.get();
            }
            String given = Entry.optionalLine(why, "why the start is corrected", WHY);
            deadlines.save(
                    running.get().superseded(cases.now(), given == null ? replaced(running.get(), computed) : given));
        }
        return deadlines.save(new Deadline(
                null,
                held.id(),
                episodeId,
                computed.rule(),
                computed.ruleVersion(),
                computed.from(),
                computed.due(),
                warnOn(computed),
                computed.alternative() == null ? null : computed.alternative().due(),
                computed.alternative() == null ? null : computed.alternative().reason(),
                null,
                null,
                null,
                null,
                null,
                cases.now()));
    }

    /**
     * Records that a duty was done, in time or late. The first time counts: once met, meeting it again changes nothing, so a
     * repeated step is safe.
     *
     * @param on the day it was done, not in the future and not before the clock started
     * @param how what was done, such as "L-03 sent"
     * @throws Refusal when no deadline of this rule runs in the case
     */
    public void meet(String reference, String rule, LocalDate on, String by, String how) {
        meet(reference, null, rule, on, by, how);
    }

    /**
     * As {@link #meet(String, String, LocalDate, String, String)}, in an episode of the plan's life.
     *
     * @param episodeId null for the first assessment
     */
    public void meet(String reference, Long episodeId, String rule, LocalDate on, String by, String how) {
        EhcCase held = cases.hold(reference);
        Deadline running = running(held, episodeId, rule);
        if (running.metOn() != null) {
            return;
        }
        boolean looksAhead = running.due().isBefore(running.clockStart());
        if (Entry.pastDate(on, "the day it was done", cases.today()).isBefore(running.clockStart()) && !looksAhead) {
            throw new Refusal("Check the day it was done; it is before the time for it began.");
        }
        deadlines.save(running.met(on, Entry.line(by, "who did it", 255), Entry.line(how, "what was done", 500)));
    }

    /** The deadline of a rule that counts in a case, met or open. */
    @Transactional(readOnly = true)
    public Optional<Deadline> current(String reference, String rule) {
        return current(reference, null, rule);
    }

    /**
     * As {@link #current(String, String)}, in an episode of the plan's life.
     *
     * @param episodeId null for the first assessment
     */
    @Transactional(readOnly = true)
    public Optional<Deadline> current(String reference, Long episodeId, String rule) {
        return find(cases.get(reference).id(), episodeId, rule);
    }

    /** The deadline of a rule that counts in a case, with its exceptions: what a timer waits for. */
    @Transactional(readOnly = true)
    public Optional<Limit> limit(String reference, String rule) {
        return limit(reference, null, rule);
    }

    /**
     * As {@link #limit(String, String)}, in an episode of the plan's life.
     *
     * @param episodeId null for the first assessment
     */
    @Transactional(readOnly = true)
    public Optional<Limit> limit(String reference, Long episodeId, String rule) {
        Long caseId = cases.get(reference).id();
        return find(caseId, episodeId, rule).map(deadline -> Limit.of(List.of(deadline), exceptions.ofCase(caseId))
                .get(0));
    }

    /** Every deadline a case has or had, superseded ones too, in the order they were started. */
    @Transactional(readOnly = true)
    public List<Deadline> of(String reference) {
        return deadlines.findByCaseIdOrderById(cases.get(reference).id());
    }

    /**
     * An episode that is over leaves the council none of its duties but the report of a review; the family's windows run on.
     *
     * @param why why they no longer count, for the file
     */
    public void endEpisodesDuties(long episodeId, String why) {
        supersede(
                deadlines.findByEpisodeIdAndMetOnIsNullAndSupersededAtIsNull(episodeId).stream()
                        .filter(open -> !OUTLIVES_ITS_EPISODE.equals(open.rule()))
                        .toList(),
                ENDS_WITH_THE_PLAN,
                why);
    }

    /** What the council owed a plan that ended. */
    void endPlansDuties(Long caseId, String why) {
        supersede(deadlines.findByCaseIdAndMetOnIsNullAndSupersededAtIsNull(caseId), ENDS_WITH_THE_PLAN, why);
    }

    private void supersede(List<Deadline> open, Pattern rules, String why) {
        open.stream()
                .filter(one -> rules.matcher(one.rule()).matches())
                .forEach(one -> deadlines.save(one.superseded(cases.now(), why)));
    }

    private Optional<Deadline> find(Long caseId, Long episodeId, String rule) {
        return episodeId == null
                ? deadlines.findByCaseIdAndEpisodeIdIsNullAndRuleAndSupersededAtIsNull(caseId, rule)
                : deadlines.findByEpisodeIdAndRuleAndSupersededAtIsNull(episodeId, rule);
    }

    private Deadline running(EhcCase held, Long episodeId, String rule) {
        return find(held.id(), episodeId, rule)
                .orElseThrow(
                        () -> new Refusal("No deadline of rule " + rule + " runs in case " + held.reference() + "."));
    }

    /** A request that is over leaves the council no duty of request, advice or plan; without this they would count as late forever. */
    void endCouncilsDuties(Long caseId, String why) {
        supersede(
                deadlines.findByCaseIdAndMetOnIsNullAndSupersededAtIsNull(caseId).stream()
                        .filter(open -> open.episodeId() == null)
                        .toList(),
                ENDS_WITH_THE_CASE,
                why);
    }

    /** Further facts can move a due date although the clock starts on the same day. */
    private static boolean isTheSame(Deadline running, DueDate computed) {
        return running.clockStart().equals(computed.from()) && running.due().equals(computed.due());
    }

    private static String replaced(Deadline running, DueDate computed) {
        return running.clockStart().equals(computed.from())
                ? "Further dates became known; it is due on " + Entry.inWords(computed.due()) + "."
                : "The clock starts on %s, not on %s."
                        .formatted(Entry.inWords(computed.from()), Entry.inWords(running.clockStart()));
    }

    private static LocalDate warnOn(DueDate computed) {
        LocalDate warnOn = computed.warnOn();
        return warnOn == null || warnOn.isAfter(computed.due()) ? computed.due() : warnOn;
    }
}
