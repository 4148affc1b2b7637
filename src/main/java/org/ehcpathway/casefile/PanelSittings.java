package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.casefile.PanelEvent.What;
import org.ehcpathway.casefile.PanelSeat.Standing;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sittings of the panel: convened with a rota that changes each time, held with a quorum, or cancelled. Every method is one
 * transaction; whoever calls must have the right to do so. Bad input is a {@link Refusal}, and then nothing has changed.
 */
@Service
@Transactional
public class PanelSittings {

    /** Further back nobody asks who sat last. */
    private static final int A_YEAR_OF_SITTINGS = 104;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final PanelSittingRepository sittings;
    private final PanelSeatRepository seats;
    private final PanelMemberRepository members;
    private final PanelAgenda agenda;
    private final PanelCalendar calendar;
    private final PanelSettings settings;
    private final Cases cases;

    PanelSittings(
            PanelSittingRepository sittings,
            PanelSeatRepository seats,
            PanelMemberRepository members,
            PanelAgenda agenda,
            PanelCalendar calendar,
            PanelSettings settings,
            Cases cases) {
        this.sittings = sittings;
        this.seats = seats;
        this.members = members;
        this.agenda = agenda;
        this.calendar = calendar;
        this.settings = settings;
        this.cases = cases;
    }

    /** The regular sitting days ahead that have not been convened yet, as far as the council plans ahead. */
    @Transactional(readOnly = true)
    public List<LocalDate> toConvene() {
        LocalDate today = cases.today();
        return calendar.sittingDays(today.plusDays(1), today.plusWeeks(settings.weeksAhead())).stream()
                .filter(day -> sittings.findBySitsOn(day).isEmpty())
                .toList();
    }

    /** The sittings whose day is over and that nobody held: not even the attendance was taken. */
    @Transactional(readOnly = true)
    public List<PanelSitting> notHeld() {
        return sittings.findAllByOrderBySitsOnDesc().stream()
                .filter(sitting -> sitting.state().isAhead() && sitting.sitsOn().isBefore(cases.today()))
                .filter(sitting -> seats(sitting).stream().noneMatch(PanelSeat::wasThere))
                .toList();
    }

    /**
     * Convenes a sitting and proposes its rota.
     *
     * @param day a working day from today on
     * @param startsAt null for the usual hour
     * @throws Refusal when that day has a sitting already
     */
    public PanelSitting convene(LocalDate day, LocalTime startsAt) {
        if (Entry.date(day, "the day of the sitting").isBefore(cases.today()) || !calendar.isWorkingDay(day)) {
            throw new Refusal("Choose a working day from today on for the sitting.");
        }
        if (sittings.findBySitsOn(day).isPresent()) {
            throw new Refusal("There is a sitting on this day already.");
        }
        LocalDate papersOn = calendar.papersOn(day);
        PanelSitting sitting = sittings.save(new PanelSitting(
                null,
                "PANEL-" + day,
                day,
                startsAt == null ? settings.startsAt() : HOUR.format(startsAt),
                settings.place(),
                settings.capacity(),
                settings.quorum(),
                papersOn.isBefore(cases.today()) ? cases.today() : papersOn,
                PanelSitting.State.CONVENED,
                null,
                null,
                cases.now()));
        proposeRota(sitting);
        return sitting;
    }

    @Transactional(readOnly = true)
    public PanelSitting get(String reference) {
        return sittings.findByReference(reference).orElseThrow(PanelSittings::unknown);
    }

    /** Every sitting, the latest day first. */
    @Transactional(readOnly = true)
    public List<PanelSitting> all() {
        return sittings.findAllByOrderBySitsOnDesc();
    }

    @Transactional(readOnly = true)
    public Optional<PanelSitting> on(LocalDate day) {
        return sittings.findBySitsOn(day);
    }

    @Transactional(readOnly = true)
    public List<PanelSeat> seats(PanelSitting sitting) {
        return seats.findBySittingIdOrderById(sitting.id());
    }

    /** A member cannot come: the substitute of the same role takes the seat, where there is one. */
    public void excuse(String reference, long memberId) {
        PanelSitting sitting = ahead(reference);
        List<PanelSeat> rota = seats(sitting);
        PanelSeat seat = seatOf(rota, memberId);
        if (seat.standing() == Standing.EXCUSED) {
            return;
        }
        boolean sat = seat.standing() == Standing.SITS;
        seats.save(seat.as(Standing.EXCUSED, false));
        if (sat) {
            Optional<PanelSeat> substitute = rota.stream()
                    .filter(one -> one.standing() == Standing.SUBSTITUTE && role(one) == role(seat))
                    .findFirst();
            substitute.ifPresent(one -> seats.save(one.as(Standing.SITS, seat.chairs() && mayChair(one))));
            chairAgain(sitting);
        }
    }

    /** Gives a member a seat beside the proposed rota, or back after being excused. */
    public void seat(String reference, long memberId) {
        PanelSitting sitting = ahead(reference);
        PanelMember member = members.findById(memberId).orElseThrow(PanelMembers::unknown);
        Optional<PanelSeat> known = seats(sitting).stream()
                .filter(seat -> seat.memberId().equals(member.id()))
                .findFirst();
        if (known.isPresent()) {
            seats.save(known.get().as(Standing.SITS, known.get().chairs()));
        } else {
            seats.save(new PanelSeat(null, sitting.id(), member.id(), Standing.SITS, false, null));
        }
        chairAgain(sitting);
    }

    /** Takes down who is there. Whoever of the rota is not among them is not there. */
    public void attendance(String reference, Set<Long> there) {
        PanelSitting sitting = ahead(reference);
        if (cases.today().isBefore(sitting.sitsOn())) {
            throw new Refusal("The attendance is taken at the sitting, on " + Entry.inWords(sitting.sitsOn()) + ".");
        }
        List<PanelSeat> rota = seats(sitting);
        there.forEach(memberId -> seatOf(rota, memberId));
        Optional<PanelSeat> leads = rota.stream()
                .filter(seat -> there.contains(seat.memberId()) && mayChair(seat))
                .min(Comparator.comparing((PanelSeat seat) -> !seat.chairs()).thenComparing(PanelSeat::id));
        rota.forEach(seat -> seats.save(seat.attending(
                there.contains(seat.memberId()),
                leads.map(one -> one.id().equals(seat.id())).orElse(false))));
    }

    /** Whether enough members are there, one of them leading. */
    @Transactional(readOnly = true)
    public boolean isQuorate(PanelSitting sitting) {
        List<PanelSeat> rota = seats(sitting);
        return rota.stream().filter(PanelSeat::wasThere).count() >= sitting.quorum()
                && rota.stream().anyMatch(seat -> seat.wasThere() && seat.chairs());
    }

    /** Notes that the papers have gone out. */
    public void papersSent(String reference) {
        PanelSitting sitting = held(reference);
        if (sitting.state() == PanelSitting.State.AGENDA) {
            sittings.save(sitting.at(PanelSitting.State.PAPERS_SENT, null));
        }
    }

    /**
     * Ends a sitting that was held; what it did not come to waits again.
     *
     * @param notes for the minutes; may be null
     * @return the cases that no later sitting reaches in time
     */
    public List<PanelItem> end(String reference, String notes) {
        PanelSitting sitting = held(reference);
        if (!sitting.state().isAhead()) {
            return List.of();
        }
        PanelSitting noted = sittings.save(sitting.noting(Entry.optionalText(notes, "the notes of the minutes")));
        if (!isQuorate(sitting)) {
            return without(noted, PanelSitting.State.NO_QUORUM, "Too few members were there.");
        }
        sittings.save(noted.at(PanelSitting.State.HELD, null));
        return agenda.putBack(noted, What.NOT_REACHED, "The sitting ended before it came to this case.");
    }

    /**
     * Cancels a sitting; its cases wait again. Doing it again changes nothing.
     *
     * @return the cases that no later sitting reaches in time
     */
    public List<PanelItem> cancel(String reference, String why) {
        PanelSitting sitting = held(reference);
        if (!sitting.state().isAhead()) {
            return List.of();
        }
        return without(sitting, PanelSitting.State.CANCELLED, Entry.line(why, "why the sitting is cancelled", 500));
    }

    /** Corrects what the minutes say beside the cases. */
    public void note(String reference, String notes) {
        sittings.save(held(reference).noting(Entry.optionalText(notes, "the notes of the minutes")));
    }

    private List<PanelItem> without(PanelSitting sitting, PanelSitting.State state, String why) {
        PanelSitting ended = sittings.save(sitting.at(state, why));
        return agenda.putBack(ended, What.PUT_BACK, why);
    }

    /** For every role whoever sat longest ago, or never; the next one stands by. So the rota changes each time. */
    private void proposeRota(PanelSitting sitting) {
        Map<Long, LocalDate> satLast = lastSittings();
        Set<Long> taken = new HashSet<>();
        List<PanelSeat> rota = new ArrayList<>();
        for (PanelRole role : settings.seats()) {
            List<PanelMember> ofRole = members.findAllByOrderByRoleAscNameAsc().stream()
                    .filter(member -> member.role() == role && member.serves() && !taken.contains(member.id()))
                    .sorted(Comparator.comparing(
                                    (PanelMember member) -> satLast.getOrDefault(member.id(), LocalDate.MIN))
                            .thenComparing(PanelMember::id))
                    .toList();
            ofRole.stream().limit(2).forEach(member -> {
                boolean first = member.equals(ofRole.get(0));
                taken.add(member.id());
                rota.add(seats.save(new PanelSeat(
                        null, sitting.id(), member.id(), first ? Standing.SITS : Standing.SUBSTITUTE, false, null)));
            });
        }
        chairAgain(sitting);
    }

    private Map<Long, LocalDate> lastSittings() {
        Map<Long, LocalDate> last = new HashMap<>();
        for (PanelSitting sitting : sittings.findAllByOrderBySitsOnDesc().stream()
                .limit(A_YEAR_OF_SITTINGS)
                .toList()) {
            seats(sitting).stream()
                    .filter(seat -> seat.standing() == Standing.SITS)
                    .forEach(seat -> last.putIfAbsent(seat.memberId(), sitting.sitsOn()));
        }
        return last;
    }

    /** One of those who sit and may chair leads; whoever led already stays. */
    private void chairAgain(PanelSitting sitting) {
        List<PanelSeat> rota = seats(sitting);
        if (rota.stream().noneMatch(seat -> seat.chairs() && seat.standing() == Standing.SITS)) {
            rota.stream()
                    .filter(seat -> seat.standing() == Standing.SITS && mayChair(seat))
                    .findFirst()
                    .ifPresent(seat -> seats.save(seat.as(Standing.SITS, true)));
        }
    }

    private PanelRole role(PanelSeat seat) {
        return members.findById(seat.memberId()).orElseThrow().role();
    }

    private boolean mayChair(PanelSeat seat) {
        return members.findById(seat.memberId()).orElseThrow().mayChair();
    }

    private PanelSitting ahead(String reference) {
        PanelSitting sitting = held(reference);
        if (!sitting.state().isAhead()) {
            throw new Refusal(
                    "This sitting is over: " + sitting.state().title().toLowerCase(java.util.Locale.UK) + ".");
        }
        return sitting;
    }

    private PanelSitting held(String reference) {
        return sittings.readByReference(reference).orElseThrow(PanelSittings::unknown);
    }

    private static PanelSeat seatOf(List<PanelSeat> rota, long memberId) {
        return rota.stream()
                .filter(seat -> seat.memberId() == memberId)
                .findFirst()
                .orElseThrow(PanelMembers::unknown);
    }

    static Refusal unknown() {
        return new Refusal("There is no such sitting of the panel.");
    }
}
