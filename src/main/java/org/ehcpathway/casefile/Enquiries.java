package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.EnquiryEvent.What;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people ask the service, about a case or none: somebody is named for each at once, it is answered within 5 working days, and
 * whoever asked is told when somebody else deals with it (S-08). Every method is one transaction; whoever calls must have the
 * right to do so. Bad input is a {@link Refusal}, and then nothing has changed.
 */
@Service
@Transactional
public class Enquiries {

    private static final int ANSWER_WITHIN_WORKING_DAYS = 5;

    private final Cases cases;
    private final CaseRepository caseRows;
    private final EnquiryRepository enquiries;
    private final EnquiryEventRepository events;
    private final WorkingDays workingDays;

    Enquiries(
            Cases cases,
            CaseRepository caseRows,
            EnquiryRepository enquiries,
            EnquiryEventRepository events,
            WorkingDays workingDays) {
        this.cases = cases;
        this.caseRows = caseRows;
        this.enquiries = enquiries;
        this.events = events;
        this.workingDays = workingDays;
    }

    /**
     * An enquiry with what was done about it, in order.
     *
     * @param caseReference null when it is about no case
     */
    public record Told(Enquiry enquiry, String caseReference, List<EnquiryEvent> events) {

        /** Who deals with it, or answered it: a log-in, or a name elsewhere. */
        public String owner() {
            return events.stream()
                    .map(EnquiryEvent::toWhom)
                    .filter(who -> who != null)
                    .reduce((earlier, later) -> later)
                    .orElse(enquiry.recordedBy());
        }

        public boolean isOpen() {
            return events.stream().noneMatch(event -> event.what().ends());
        }

        public boolean isLate(LocalDate today) {
            return isOpen() && today.isAfter(enquiry.due());
        }

        /** The answer; empty while there is none. */
        public Optional<EnquiryEvent> answer() {
            return events.stream()
                    .filter(event -> event.what() == What.ANSWERED)
                    .findFirst();
        }
    }

    /** Records what somebody asks, and who deals with it. */
    public Enquiry record(NewEnquiry typed, String by) {
        EhcCase about = typed.caseReference() == null ? null : cases.get(typed.caseReference());
        LocalDate receivedOn = Entry.pastDate(typed.receivedOn(), "the day it was received", cases.today());
        Enquiry enquiry = enquiries.save(new Enquiry(
                null,
                about == null ? null : about.id(),
                Entry.line(typed.team(), "the team that answers", 64),
                receivedOn,
                workingDays.plus(receivedOn, ANSWER_WITHIN_WORKING_DAYS),
                Entry.line(typed.askedBy(), "who asks", 200),
                Entry.line(typed.reach(), "how to reach who asks", 500),
                typed.cameBy(),
                Entry.wordForWord(typed.words(), "what is asked"),
                Entry.line(by, "who records it", 255),
                cases.now()));
        note(enquiry, What.NAMED, Entry.line(typed.owner(), "who deals with it", 200), null, null, cases.today(), by);
        return enquiry;
    }

    /**
     * Keeps the answer word for word.
     *
     * @param toldHow how it was given, such as by e-mail
     */
    public void answer(long id, String words, String toldHow, LocalDate on, String by) {
        note(
                open(id),
                What.ANSWERED,
                null,
                Entry.wordForWord(words, "the answer"),
                Entry.line(toldHow, "how the answer was given", 500),
                day(id, on),
                by);
    }

    /** Gives the enquiry to a colleague, and keeps why and how the person was told. The day it is due stays. */
    public void passOn(long id, String colleague, String reason, String toldHow, LocalDate on, String by) {
        moved(id, What.PASSED_ON, colleague, reason, toldHow, on, by);
    }

    /** Sends the person elsewhere, and keeps why and how they were told. */
    public void redirect(long id, String elsewhere, String reason, String toldHow, LocalDate on, String by) {
        moved(id, What.REDIRECTED, elsewhere, reason, toldHow, on, by);
    }

    /**
     * Notes that the day for the answer has passed. Doing it again changes nothing.
     *
     * @return whether it was not known before
     */
    public boolean late(long id) {
        Enquiry enquiry = held(id);
        List<EnquiryEvent> before = events.findByEnquiryIdInOrderById(List.of(id));
        boolean first = before.stream()
                .noneMatch(event -> event.what() == What.LATE || event.what().ends());
        if (first) {
            note(enquiry, What.LATE, null, null, null, cases.today(), Cases.THE_PROCESS);
        }
        return first;
    }

    /** @throws Refusal when there is none */
    @Transactional(readOnly = true)
    public Told get(long id) {
        return told(List.of(enquiries.findById(id).orElseThrow(Enquiries::unknown)))
                .get(0);
    }

    /** What was asked about a case, in order. */
    @Transactional(readOnly = true)
    public List<Told> of(String caseReference) {
        return told(enquiries.findByCaseIdOrderById(cases.get(caseReference).id()));
    }

    /** The latest 200 enquiries of these teams (null: of all teams), the newest first. */
    @Transactional(readOnly = true)
    public List<Told> latest(Set<String> teams) {
        if (teams == null) {
            return told(enquiries.findTop200ByOrderByIdDesc());
        }
        return teams.isEmpty() ? List.of() : told(enquiries.findTop200ByTeamInOrderByIdDesc(teams));
    }

    private void moved(long id, What what, String toWhom, String reason, String toldHow, LocalDate on, String by) {
        note(
                open(id),
                what,
                Entry.line(toWhom, "who deals with it from now on", 200),
                Entry.text(reason, "why somebody else deals with it"),
                Entry.line(toldHow, "how the person was told", 500),
                day(id, on),
                by);
    }

    private LocalDate day(long id, LocalDate on) {
        LocalDate day = Entry.pastDate(on, "the day the person was told", cases.today());
        if (day.isBefore(held(id).receivedOn())) {
            throw new Refusal("Check the day the person was told; it is before the enquiry was received.");
        }
        return day;
    }

    private void note(
            Enquiry enquiry, What what, String toWhom, String words, String toldHow, LocalDate on, String by) {
        events.save(new EnquiryEvent(
                null, enquiry.id(), what, toWhom, words, toldHow, on, Entry.line(by, "who did it", 255), cases.now()));
        if (enquiry.caseId() != null) {
            cases.tell(enquiry.caseId(), by, "Enquiry " + enquiry.reference() + ": " + what.title(), null);
        }
    }

    private Enquiry open(long id) {
        Enquiry enquiry = held(id);
        if (events.findByEnquiryIdInOrderById(List.of(id)).stream()
                .anyMatch(event -> event.what().ends())) {
            throw new Refusal("This enquiry is dealt with already. Load the page again.");
        }
        return enquiry;
    }

    private Enquiry held(long id) {
        return enquiries.readById(id).orElseThrow(Enquiries::unknown);
    }

    private List<Told> told(List<Enquiry> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<EnquiryEvent>> done =
                events.findByEnquiryIdInOrderById(rows.stream().map(Enquiry::id).toList()).stream()
                        .collect(Collectors.groupingBy(EnquiryEvent::enquiryId));
        Map<Long, String> references = references(
                rows.stream().map(Enquiry::caseId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Told(
                        row,
                        row.caseId() == null ? null : references.get(row.caseId()),
                        done.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<Long, String> references(Set<Long> caseIds) {
        return caseIds.isEmpty()
                ? Map.of()
                : caseRows.findByIdIn(caseIds).stream().collect(Collectors.toMap(EhcCase::id, EhcCase::reference));
    }

    private static Refusal unknown() {
        return new Refusal("There is no such enquiry.");
    }
}
