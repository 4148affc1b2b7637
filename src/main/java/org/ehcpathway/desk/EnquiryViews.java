package org.ehcpathway.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Enquiries;
import org.ehcpathway.casefile.Enquiry;
import org.ehcpathway.casefile.EnquiryEvent;
import org.ehcpathway.desk.CaseView.Named;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.NotAllowed;
import org.springframework.stereotype.Component;

/** Makes the views of enquiries, with people called by their names. */
@Component
class EnquiryViews {

    private final Enquiries enquiries;
    private final CaseAccess access;
    private final Colleagues colleagues;
    private final CouncilSettings council;
    private final Clock clock;

    EnquiryViews(Enquiries enquiries, CaseAccess access, Colleagues colleagues, CouncilSettings council, Clock clock) {
        this.enquiries = enquiries;
        this.access = access;
        this.colleagues = colleagues;
        this.council = council;
        this.clock = clock;
    }

    /** What was asked about a case. Only for those who may see the whole case. */
    List<EnquiryView> of(String caseReference) {
        return views(enquiries.of(caseReference));
    }

    /** One enquiry. Only for those who may see it. */
    List<EnquiryView> one(long id) {
        return views(List.of(enquiries.get(id)));
    }

    /**
     * The latest enquiries of the teams of whoever asks, the newest first.
     *
     * @throws NotAllowed for everybody but caseworkers and those who see every team's cases
     */
    List<EnquiryView> latest() {
        if (!access.mayList() || !access.seesNames()) {
            throw new NotAllowed("Enquiries are shown to caseworkers and managers.");
        }
        return views(enquiries.latest(access.teamsToList()));
    }

    private List<EnquiryView> views(List<Enquiries.Told> told) {
        Set<String> people = new HashSet<>();
        told.forEach(one -> {
            people.add(one.enquiry().recordedBy());
            one.events().forEach(event -> {
                people.add(event.by());
                people.add(event.toWhom());
            });
        });
        people.remove(null);
        Map<String, String> names = colleagues.names(people);
        LocalDate today = LocalDate.now(clock);
        return told.stream().map(one -> view(one, names, today)).toList();
    }

    private EnquiryView view(Enquiries.Told told, Map<String, String> names, LocalDate today) {
        Enquiry asked = told.enquiry();
        return new EnquiryView(
                asked.reference(),
                told.caseReference(),
                new Named(
                        asked.team(),
                        council.team(asked.team())
                                .map(CouncilSettings.Team::name)
                                .orElse(asked.team())),
                asked.receivedOn(),
                asked.due(),
                asked.askedBy(),
                asked.reach(),
                asked.cameBy() == null
                        ? null
                        : new Named(asked.cameBy().name(), asked.cameBy().title()),
                asked.words(),
                names.getOrDefault(told.owner(), told.owner()),
                state(told, today),
                told.events().stream().map(event -> done(event, names)).toList());
    }

    private static Named state(Enquiries.Told told, LocalDate today) {
        if (told.answer().isPresent()) {
            return new Named("ANSWERED", "Answered");
        }
        if (!told.isOpen()) {
            return new Named("REDIRECTED", "Redirected");
        }
        return told.isLate(today) ? new Named("LATE", "Late") : new Named("OPEN", "Open");
    }

    private static EnquiryView.Done done(EnquiryEvent event, Map<String, String> names) {
        return new EnquiryView.Done(
                new Named(event.what().name(), event.what().title()),
                event.toWhom() == null ? null : names.getOrDefault(event.toWhom(), event.toWhom()),
                event.words(),
                event.toldHow(),
                event.happenedOn(),
                names.getOrDefault(event.by(), event.by()),
                event.at());
    }
}
