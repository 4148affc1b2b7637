package org.ehcpathway.casefile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.PanelEvent.What;
import org.ehcpathway.casefile.PanelSeat.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads sittings whole, and says which cases a member may see because of them. */
@Service
@Transactional(readOnly = true)
public class PanelFiles {

    private final PanelSittings sittings;
    private final PanelSeatRepository seats;
    private final PanelMemberRepository members;
    private final PanelItemRepository items;
    private final PanelEventRepository events;
    private final PanelLeavingRepository leavings;
    private final PanelSittingRepository sittingRows;
    private final PanelConnections connections;
    private final PanelPapers papers;
    private final RecommendationRepository recommendations;
    private final CaseRepository cases;
    private final PersonRepository persons;
    private final SettingRepository settings;

    PanelFiles(
            PanelSittings sittings,
            PanelSeatRepository seats,
            PanelMemberRepository members,
            PanelItemRepository items,
            PanelEventRepository events,
            PanelLeavingRepository leavings,
            PanelSittingRepository sittingRows,
            PanelConnections connections,
            PanelPapers papers,
            RecommendationRepository recommendations,
            CaseRepository cases,
            PersonRepository persons,
            SettingRepository settings) {
        this.sittings = sittings;
        this.seats = seats;
        this.members = members;
        this.items = items;
        this.events = events;
        this.leavings = leavings;
        this.sittingRows = sittingRows;
        this.connections = connections;
        this.papers = papers;
        this.recommendations = recommendations;
        this.cases = cases;
        this.persons = persons;
        this.settings = settings;
    }

    /** A case that waits for a sitting, with its child's name. */
    public record Waiting(PanelItem item, EhcCase c, Person person) {}

    /** The sitting with this reference; {@link org.ehcpathway.statute.Refusal} when there is none. */
    public PanelFile read(String reference) {
        PanelSitting sitting = sittings.get(reference);
        Map<Long, PanelMember> known = members.findAllByOrderByRoleAscNameAsc().stream()
                .collect(Collectors.toMap(PanelMember::id, Function.identity()));
        List<PanelFile.Seat> rota = sittings.seats(sitting).stream()
                .map(seat -> new PanelFile.Seat(seat, known.get(seat.memberId())))
                .toList();
        List<PanelMember> there = rota.stream().map(PanelFile.Seat::member).toList();
        Map<Long, PanelEvent> last = new LinkedHashMap<>();
        events.findBySittingIdOrderById(sitting.id()).forEach(event -> last.put(event.itemId(), event));
        List<PanelFile.Entry> entries = last.values().stream()
                .map(event -> entry(event, there, known))
                .sorted(Comparator.comparingInt(PanelFile.Entry::number))
                .toList();
        return new PanelFile(sitting, rota, entries);
    }

    /** The cases that wait, by legal date. */
    public List<Waiting> waiting() {
        return items.findByStateOrderByLegalDateAscIdAsc(PanelItemState.WAITING).stream()
                .map(item -> {
                    EhcCase c = cases.findById(item.caseId()).orElseThrow();
                    return new Waiting(item, c, persons.findById(c.personId()).orElseThrow());
                })
                .toList();
    }

    /** The sittings a member is on the rota of and not excused from, the latest day first. */
    public List<PanelSitting> sittingsOf(String userId) {
        return members.findByUserId(userId).stream()
                .flatMap(member -> seats.findByMemberId(member.id()).stream())
                .filter(seat -> seat.standing() != Standing.EXCUSED)
                .map(seat -> sittingRows.findById(seat.sittingId()).orElseThrow())
                .sorted(Comparator.comparing(PanelSitting::sitsOn).reversed())
                .toList();
    }

    /**
     * Whether a member may see a case now: it is on the agenda of a sitting where the member sits, its papers are out, its
     * minutes are not yet approved, and the member is not connected.
     */
    public boolean maySee(String userId, long caseId) {
        Optional<PanelMember> member = members.findByUserId(userId);
        if (member.isEmpty()) {
            return false;
        }
        List<Long> mine = seats.findByMemberId(member.get().id()).stream()
                .filter(seat -> seat.standing() == Standing.SITS)
                .map(PanelSeat::sittingId)
                .toList();
        boolean before = items.findByCaseIdOrderById(caseId).stream()
                .filter(item -> item.state() == PanelItemState.ON_AGENDA || item.state() == PanelItemState.RECOMMENDED)
                .filter(item -> mine.contains(item.sittingId()))
                .anyMatch(item ->
                        isOpenToMembers(sittingRows.findById(item.sittingId()).orElseThrow()));
        return before && !isConnected(userId, caseId);
    }

    /** Whether somebody is known as a member and is connected with the case. */
    public boolean isConnected(String userId, long caseId) {
        return members.findByUserId(userId)
                .map(member -> connections.with(cases.findById(caseId).orElseThrow(), List.of(member)))
                .filter(connected -> !connected.isEmpty())
                .isPresent();
    }

    private boolean isOpenToMembers(PanelSitting sitting) {
        return switch (sitting.state()) {
            case PAPERS_SENT -> true;
            case HELD ->
                papers.minutesOf(sitting)
                        .flatMap(papers::said)
                        .filter(PanelApproval::approved)
                        .isEmpty();
            default -> false;
        };
    }

    private PanelFile.Entry entry(PanelEvent event, List<PanelMember> there, Map<Long, PanelMember> known) {
        PanelItem item = items.findById(event.itemId()).orElseThrow();
        EhcCase c = cases.findById(item.caseId()).orElseThrow();
        List<PanelFile.Left> left = event.what() == What.RECOMMENDED
                ? leavings.findByEventIdInOrderById(List.of(event.id())).stream()
                        .map(one -> new PanelFile.Left(known.get(one.memberId()), one.why()))
                        .toList()
                : List.of();
        return new PanelFile.Entry(
                event.agendaNumber() == null ? 0 : event.agendaNumber(),
                item,
                c,
                persons.findById(c.personId()).orElseThrow(),
                c.settingId() == null ? null : settings.findById(c.settingId()).orElseThrow(),
                event,
                event.recommendationId() == null
                        ? null
                        : recommendations.findById(event.recommendationId()).orElseThrow(),
                connections.with(c, there),
                left);
    }
}
