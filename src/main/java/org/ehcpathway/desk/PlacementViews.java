package org.ehcpathway.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.ConsultationState;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.Meetings;
import org.ehcpathway.casefile.Representations;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.SettingRequest;
import org.ehcpathway.casefile.SettingRequestTakenBack;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CaseView.Named;
import org.ehcpathway.desk.PlacementView.ConsultationView;
import org.ehcpathway.desk.PlacementView.MeetingView;
import org.ehcpathway.desk.PlacementView.RepresentationView;
import org.ehcpathway.desk.PlacementView.RequestView;
import org.springframework.stereotype.Component;

/** Makes the view of the placement that fits what the person may see: all of it, or for a setting its own consultation. */
@Component
class PlacementViews {

    private final SettingConsultations consultations;
    private final Representations representations;
    private final Meetings meetings;
    private final Clock clock;

    PlacementViews(
            SettingConsultations consultations, Representations representations, Meetings meetings, Clock clock) {
        this.consultations = consultations;
        this.representations = representations;
        this.meetings = meetings;
        this.clock = clock;
    }

    PlacementView of(Seen seen, CaseFile file) {
        String reference = seen.c().reference();
        return switch (seen.sight()) {
            case WHOLE ->
                new PlacementView(
                        requests(reference),
                        consultations.of(reference).stream()
                                .map(this::consultation)
                                .toList(),
                        representations(reference, file),
                        meetings.of(reference).stream()
                                .map(step -> new MeetingView(
                                        named(step.move(), step.move().title()),
                                        step.onDay(),
                                        step.place(),
                                        step.who(),
                                        step.words()))
                                .toList());
            case ADVICE, CONSULTED ->
                new PlacementView(
                        List.of(),
                        consultations.of(reference).stream()
                                .filter(one -> seen.groups()
                                        .contains(consultations.setting(one).adviserGroup()))
                                .map(this::consultation)
                                .toList(),
                        List.of(),
                        List.of());
            default -> PlacementView.NOTHING;
        };
    }

    private List<RequestView> requests(String reference) {
        Map<Long, SettingRequestTakenBack> gone = consultations.takenBack(reference);
        return consultations.everyRequest(reference).stream()
                .map(asked -> request(asked, gone.get(asked.id())))
                .toList();
    }

    private List<RepresentationView> representations(String reference, CaseFile file) {
        Map<Long, FamilyView> views =
                file.views().stream().collect(Collectors.toMap(FamilyView::id, Function.identity()));
        return representations.of(reference).stream()
                .map(one -> {
                    FamilyView view = views.get(one.viewId());
                    return new RepresentationView(
                            named(one.how(), one.how().title()),
                            view.topic().title(),
                            view.saidBy(),
                            view.saidOn(),
                            view.words());
                })
                .toList();
    }

    private RequestView request(SettingRequest asked, SettingRequestTakenBack back) {
        String meant = asked.settingId() == null
                ? null
                : consultations.setting(asked.settingId()).name();
        return new RequestView(
                asked.id(),
                asked.askedFor(),
                asked.kind() == null ? null : asked.kind().title(),
                asked.isOfRight(),
                asked.askedBy(),
                asked.askedOn(),
                back == null ? null : back.saidBy(),
                back == null ? null : back.saidOn(),
                back == null && asked.isOfRight() && !consultations.isSettled(asked),
                asked.askedFor().equals(meant) ? null : meant,
                consultations.meansNone(asked).orElse(null));
    }

    private ConsultationView consultation(SettingConsultation one) {
        Setting setting = consultations.setting(one);
        LocalDate answered = one.repliedOn() == null ? LocalDate.now(clock) : one.repliedOn();
        boolean waits = one.state() == ConsultationState.CONSULTED || one.repliedOn() != null;
        return new ConsultationView(
                one.id(),
                setting.urn(),
                setting.name(),
                one.kind() == null ? null : one.kind().title(),
                named(one.why(), one.why().title()),
                one.otherCouncil() == null
                        ? null
                        : one.otherCouncil().lines().findFirst().orElse(null),
                named(one.state(), one.state().title()),
                one.consultedOn(),
                one.dueOn(),
                one.repliedOn(),
                one.repliedBy(),
                one.reply() == null ? null : named(one.reply(), one.reply().title()),
                one.grounds(),
                one.facts(),
                one.councilReply(),
                waits && one.dueOn() != null && answered.isAfter(one.dueOn()));
    }

    private static Named named(Enum<?> code, String title) {
        return new Named(code.name(), title);
    }
}
