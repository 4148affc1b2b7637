package org.ehcpathway.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.PanelEvent.What;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases before the panel: waiting, on an agenda, recommended on, or gone to the manager because the panel could not reach them
 * in time. The order is the legal date, never the day a case arrived. Waiting stops no clock, and missing advice keeps no case
 * off an agenda.
 *
 * <p>Every method is one transaction; whoever calls must have the right to do so. Bad input is a {@link Refusal}, and then
 * nothing has changed.
 */
@Service
@Transactional
public class PanelAgenda {

    private static final BigDecimal MOST_HOURS = new BigDecimal(60);

    private final Cases cases;
    private final CaseRepository caseRows;
    private final PanelItemRepository items;
    private final PanelEventRepository events;
    private final PanelSittingRepository sittings;
    private final PanelSeatRepository seats;
    private final PanelMemberRepository members;
    private final PanelLeavingRepository leavings;
    private final PanelConnections connections;
    private final RecommendationRepository recommendations;
    private final Deadlines deadlines;
    private final PanelCalendar calendar;
    private final PanelSettings settings;

    PanelAgenda(
            Cases cases,
            CaseRepository caseRows,
            PanelItemRepository items,
            PanelEventRepository events,
            PanelSittingRepository sittings,
            PanelSeatRepository seats,
            PanelMemberRepository members,
            PanelLeavingRepository leavings,
            PanelConnections connections,
            RecommendationRepository recommendations,
            Deadlines deadlines,
            PanelCalendar calendar,
            PanelSettings settings) {
        this.cases = cases;
        this.caseRows = caseRows;
        this.items = items;
        this.events = events;
        this.sittings = sittings;
        this.seats = seats;
        this.members = members;
        this.leavings = leavings;
        this.connections = connections;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.settings = settings;
    }

    /**
     * Puts a case before the panel. Doing it again while it waits changes nothing.
     *
     * @throws Refusal when the duty has no deadline in this case
     */
    public PanelItem putBefore(String reference, PanelQuestion question) {
        EhcCase held = cases.hold(reference);
        refuseIfClosed(held);
        Optional<PanelItem> open = open(held.id(), question);
        if (open.isPresent()) {
            return open.get();
        }
        LocalDate legalDate = legalDate(reference, question);
        PanelItem item = items.save(new PanelItem(
                null,
                held.id(),
                question,
                legalDate,
                calendar.toManagerOn(legalDate),
                PanelItemState.WAITING,
                null,
                null,
                null,
                cases.now(),
                null));
        note(item, null, What.WAITS, null, null, Cases.THE_PROCESS);
        cases.tell(
                held.id(),
                Cases.THE_PROCESS,
                "Waits for the panel: " + question.title(),
                "The legal date is " + Entry.inWords(legalDate) + "; on " + Entry.inWords(item.toManagerOn())
                        + " the manager gets the case without the panel.");
        return item;
    }

    /** Whether a case that arrives today still finds a sitting before the manager has to have it. */
    @Transactional(readOnly = true)
    public boolean canBeReached(String reference, PanelQuestion question) {
        return canBeReached(calendar.toManagerOn(legalDate(reference, question)));
    }

    /** Whether the agenda of a sitting before this item goes to the manager is still open. */
    @Transactional(readOnly = true)
    public boolean canBeReached(PanelItem item) {
        return canBeReached(item.toManagerOn());
    }

    private boolean canBeReached(LocalDate toManagerOn) {
        LocalDate today = cases.today();
        boolean regular = calendar.sittingDays(today, toManagerOn.minusDays(1)).stream()
                .anyMatch(day -> calendar.papersOn(day).isAfter(today)
                        && sittings.findBySitsOn(day)
                                .map(sitting -> sitting.state() == PanelSitting.State.CONVENED)
                                .orElse(true));
        return regular
                || sittings.findBySitsOnGreaterThanEqualOrderBySitsOn(today).stream()
                        .anyMatch(sitting -> sitting.state() == PanelSitting.State.CONVENED
                                && sitting.sitsOn().isBefore(toManagerOn));
    }

    /** The cases that wait, the one with the nearest legal date first. */
    @Transactional(readOnly = true)
    public List<PanelItem> waiting() {
        return items.findByStateOrderByLegalDateAscIdAsc(PanelItemState.WAITING);
    }

    @Transactional(readOnly = true)
    public PanelItem get(long itemId) {
        return items.findById(itemId).orElseThrow(PanelAgenda::unknown);
    }

    /** The case of an item. */
    @Transactional(readOnly = true)
    public EhcCase caseOf(PanelItem item) {
        return caseRows.findById(item.caseId()).orElseThrow();
    }

    /**
     * Closes the agenda of a sitting: the waiting cases by legal date, as many as it takes. Doing it again changes nothing.
     *
     * @return the cases left over that no later sitting reaches in time; they still wait
     */
    public List<PanelItem> close(String sittingReference) {
        PanelSitting sitting = held(sittingReference);
        if (sitting.state() == PanelSitting.State.CONVENED) {
            // Whoever must be with the manager by the sitting's day would not be there any more.
            List<PanelItem> inTime = waiting().stream()
                    .filter(item -> sitting.sitsOn().isBefore(item.toManagerOn()))
                    .filter(item -> caseOf(item).isInAssessment())
                    .limit(sitting.capacity())
                    .toList();
            int number = items.findBySittingIdOrderByAgendaNumber(sitting.id()).size();
            for (PanelItem item : inTime) {
                putOn(sitting, item, ++number, Cases.THE_PROCESS);
            }
            sittings.save(sitting.at(PanelSitting.State.AGENDA, null));
        }
        return outOfReach(waiting());
    }

    /** Adds a waiting case to an agenda that is closed already, while there is room. */
    public void addLate(String sittingReference, long itemId, String by) {
        PanelSitting sitting = held(sittingReference);
        PanelItem item = hold(itemId);
        if (item.state() != PanelItemState.WAITING) {
            throw new Refusal("This case does not wait for a sitting: " + lower(item.state()) + ".");
        }
        List<PanelItem> there = items.findBySittingIdOrderByAgendaNumber(sitting.id());
        if (!sitting.state().isAhead() || sitting.state() == PanelSitting.State.CONVENED) {
            throw new Refusal(
                    "A case is added by hand only after the agenda was closed and before the sitting is over.");
        }
        if (there.stream()
                        .filter(one -> one.state() != PanelItemState.WITHDRAWN)
                        .count()
                >= sitting.capacity()) {
            throw new Refusal("The agenda is full: it takes " + sitting.capacity() + " cases.");
        }
        int last = there.stream().mapToInt(PanelItem::agendaNumber).max().orElse(0);
        putOn(sitting, item, last + 1, Entry.line(by, "who adds the case", 255));
    }

    /**
     * Records what the panel recommends in one case. Members who are connected are recorded as having left for it.
     *
     * @param by who records it
     * @throws Refusal when somebody has recorded it already, the sitting has not begun or is over, or too few members are left
     */
    public Recommendation recommend(String sittingReference, long itemId, NewRecommendation given, String by) {
        PanelSitting sitting = sitting(sittingReference);
        PanelItem item = holdAt(sitting, itemId);
        EhcCase held = cases.hold(caseOf(item).reference());
        refuseIfClosed(held);
        List<PanelConnections.Connected> left = thoseWhoLeave(sitting, held);
        refuseWithoutQuorum(sitting, left);
        boolean inFavour = Entry.chosen(given.inFavour(), "what the panel recommends");
        Recommendation recommendation = recommendations.save(new Recommendation(
                null,
                held.id(),
                item.question(),
                inFavour,
                Entry.reasons(given.reasons(), "the reasons for the recommendation"),
                Entry.optionalLine(given.provision(), "the provision recommended", 500),
                band(item, inFavour, given),
                hours(item, inFavour, given),
                Entry.line(by, "who records the recommendation", 255),
                cases.today(),
                cases.now()));
        items.save(item.settled(PanelItemState.RECOMMENDED, cases.now()));
        PanelEvent event = note(item, sitting.id(), What.RECOMMENDED, null, recommendation.id(), by);
        left.stream()
                .map(one -> new PanelLeaving(
                        null, event.id(), one.memberId(), one.kind().title() + ": " + one.words()))
                .collect(java.util.stream.Collectors.toMap(
                        PanelLeaving::memberId, one -> one, (first, second) -> first, java.util.TreeMap::new))
                .values()
                .forEach(leavings::save);
        cases.tell(
                held.id(),
                by,
                "Panel recommends: " + item.question().answer(inFavour),
                "Sitting " + sitting.reference() + ". The manager decides.");
        return recommendation;
    }

    /** Sends a case back to wait, because the panel needs to know more first. */
    public PanelItem defer(String sittingReference, long itemId, String missing, String by) {
        PanelSitting sitting = sitting(sittingReference);
        PanelItem item = holdAt(sitting, itemId);
        String words = Entry.line(missing, "what is missing", 2000);
        note(item, sitting.id(), What.DEFERRED, words, null, Entry.line(by, "who records it", 255));
        cases.tell(item.caseId(), by, "Panel defers the case for more information", words);
        return items.save(item.waitingAgain(words));
    }

    /**
     * Puts every case of an agenda that was not settled back to wait.
     *
     * @return the cases put back, and among them those no later sitting reaches in time
     */
    List<PanelItem> putBack(PanelSitting sitting, What what, String why) {
        List<PanelItem> back = new ArrayList<>();
        for (PanelItem one : items.findBySittingIdOrderByAgendaNumber(sitting.id())) {
            PanelItem item = hold(one.id());
            if (item.state() == PanelItemState.ON_AGENDA) {
                note(item, sitting.id(), what, why, null, Cases.THE_PROCESS);
                cases.tell(item.caseId(), Cases.THE_PROCESS, "Back to waiting for the panel", why);
                back.add(items.save(item.waitingAgain(null)));
            }
        }
        return outOfReach(back);
    }

    /** Of these the ones that no sitting reaches in time; by legal date. */
    List<PanelItem> outOfReach(List<PanelItem> waiting) {
        return waiting.stream()
                .filter(item -> !canBeReached(item))
                .sorted(Comparator.comparing(PanelItem::legalDate))
                .toList();
    }

    /** Gives a case to the manager without the panel. Does nothing when the panel has answered already. */
    public void toManager(long itemId, String why) {
        PanelItem item = hold(itemId);
        if (item.state().isOpen()) {
            note(item, item.sittingId(), What.TO_MANAGER, why, null, Cases.THE_PROCESS);
            items.save(item.settled(PanelItemState.TO_MANAGER, cases.now()));
            cases.tell(
                    item.caseId(),
                    Cases.THE_PROCESS,
                    "The manager decides without the panel",
                    why + " The legal date is " + Entry.inWords(item.legalDate()) + ".");
        }
    }

    /** The case no longer needs the panel, because it was withdrawn or ended otherwise. */
    public void withdraw(String reference, PanelQuestion question) {
        open(cases.get(reference).id(), question)
                .map(PanelItem::id)
                .map(this::hold)
                .ifPresent(item -> {
                    note(item, item.sittingId(), What.WITHDRAWN, null, null, Cases.THE_PROCESS);
                    items.save(item.settled(PanelItemState.WITHDRAWN, cases.now()));
                    cases.tell(item.caseId(), Cases.THE_PROCESS, "No longer before the panel", null);
                });
    }

    /** The connected members who are there, and so leave for this case. */
    private List<PanelConnections.Connected> thoseWhoLeave(PanelSitting sitting, EhcCase ehcCase) {
        return connections.with(ehcCase, there(sitting));
    }

    private List<PanelMember> there(PanelSitting sitting) {
        return seats.findBySittingIdOrderById(sitting.id()).stream()
                .filter(PanelSeat::wasThere)
                .map(seat -> members.findById(seat.memberId()).orElseThrow())
                .toList();
    }

    private void refuseWithoutQuorum(PanelSitting sitting, List<PanelConnections.Connected> left) {
        long stay = there(sitting).stream()
                .filter(member -> left.stream().noneMatch(one -> one.memberId().equals(member.id())))
                .count();
        boolean ledByOneWhoStays = seats.findBySittingIdOrderById(sitting.id()).stream()
                        .filter(seat -> seat.chairs() && seat.wasThere())
                        .anyMatch(seat ->
                                left.stream().noneMatch(one -> one.memberId().equals(seat.memberId())))
                || there(sitting).stream().filter(PanelMember::mayChair).anyMatch(member -> left.stream()
                        .noneMatch(one -> one.memberId().equals(member.id())));
        if (stay < sitting.quorum() || !ledByOneWhoStays) {
            throw new Refusal(
                    "For this case %d members who are not connected are there; %d are needed, one of them able to"
                                    .formatted(stay, sitting.quorum())
                            + " chair. Take the attendance first, or defer the case.");
        }
    }

    private PanelItem holdAt(PanelSitting sitting, long itemId) {
        PanelItem item = hold(itemId);
        if (!sitting.id().equals(item.sittingId())) {
            throw new Refusal("This case is not on the agenda of this sitting.");
        }
        if (item.state() == PanelItemState.RECOMMENDED) {
            PanelEvent recorded = events.findByItemIdOrderById(itemId).stream()
                    .filter(event -> event.what() == What.RECOMMENDED)
                    .findFirst()
                    .orElseThrow();
            throw new Refusal("This recommendation was recorded already, by " + recorded.by()
                    + ". It stands; nothing you typed was kept.");
        }
        if (item.state() != PanelItemState.ON_AGENDA) {
            throw new Refusal("This case is no longer before this sitting: " + lower(item.state()) + ".");
        }
        if (sitting.state() != PanelSitting.State.PAPERS_SENT || cases.today().isBefore(sitting.sitsOn())) {
            throw new Refusal(
                    "Recommendations are recorded at the sitting, on " + Entry.inWords(sitting.sitsOn()) + ".");
        }
        return item;
    }

    private String band(PanelItem item, boolean inFavour, NewRecommendation given) {
        String band = Entry.optionalLine(given.fundingBand(), "the funding band", 40);
        if (band == null) {
            return null;
        }
        refuseFunding(item, inFavour);
        if (given.hoursPerWeek() != null) {
            throw new Refusal("Name the funding as a band or as hours a week, not both.");
        }
        if (!settings.bands().contains(band)) {
            throw new Refusal("Choose one of the council's funding bands.");
        }
        return band;
    }

    private static BigDecimal hours(PanelItem item, boolean inFavour, NewRecommendation given) {
        BigDecimal hours = given.hoursPerWeek();
        if (hours == null) {
            return null;
        }
        refuseFunding(item, inFavour);
        if (hours.signum() <= 0
                || hours.compareTo(MOST_HOURS) > 0
                || hours.stripTrailingZeros().scale() > 1) {
            throw new Refusal("Write the hours a week as a number above 0 and up to 60, such as 15 or 12.5.");
        }
        return hours;
    }

    private static void refuseFunding(PanelItem item, boolean inFavour) {
        if (item.question() != PanelQuestion.ISSUE || !inFavour) {
            throw new Refusal("Funding is recommended only with a plan; leave band and hours empty.");
        }
    }

    private void putOn(PanelSitting sitting, PanelItem item, int number, String by) {
        PanelItem on = items.save(item.onAgenda(sitting.id(), number));
        note(on, sitting.id(), What.ON_AGENDA, null, null, by);
        cases.tell(
                item.caseId(), by, "On the agenda of the panel", "Sitting on " + Entry.inWords(sitting.sitsOn()) + ".");
    }

    private PanelEvent note(PanelItem item, Long sittingId, What what, String words, Long recommendationId, String by) {
        return events.save(new PanelEvent(
                null, item.id(), sittingId, what, words, item.agendaNumber(), recommendationId, by, cases.now()));
    }

    private Optional<PanelItem> open(Long caseId, PanelQuestion question) {
        return items.findByCaseIdOrderById(caseId).stream()
                .filter(item -> item.question() == question && item.state().isOpen())
                .findFirst();
    }

    private LocalDate legalDate(String reference, PanelQuestion question) {
        return deadlines
                .current(reference, question.rule())
                .map(Deadline::due)
                .orElseThrow(() -> new Refusal(
                        "The case has no deadline of " + question.rule() + ", so it cannot go to the panel."));
    }

    private PanelItem hold(long itemId) {
        return items.readById(itemId).orElseThrow(PanelAgenda::unknown);
    }

    private PanelSitting held(String reference) {
        return sittings.readByReference(reference).orElseThrow(PanelSittings::unknown);
    }

    private PanelSitting sitting(String reference) {
        return sittings.findByReference(reference).orElseThrow(PanelSittings::unknown);
    }

    private static void refuseIfClosed(EhcCase held) {
        if (!held.isOpen()) {
            throw new Refusal("Case %s was closed on %s.".formatted(held.reference(), Entry.inWords(held.closedOn())));
        }
    }

    private static String lower(PanelItemState state) {
        return state.title().toLowerCase(java.util.Locale.UK);
    }

    private static Refusal unknown() {
        return new Refusal("There is no such case before the panel.");
    }
}
