package org.ehcpathway.desk;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.desk.CaseView.Named;

/**
 * What the naming of a setting rests on: requests of the family, replies of settings, what it said about the draft, and meetings
 * about it.
 */
record PlacementView(
        List<RequestView> requests,
        List<ConsultationView> consultations,
        List<RepresentationView> representations,
        List<MeetingView> meetings) {

    static final PlacementView NOTHING = new PlacementView(List.of(), List.of(), List.of(), List.of());

    public boolean isEmpty() {
        return requests.isEmpty() && consultations.isEmpty() && representations.isEmpty() && meetings.isEmpty();
    }

    /**
     * A setting the family asked for.
     *
     * @param kind what the setting is in law; null where nobody said
     * @param ofRight whether it is a request of section 38(3), and not a representation only
     * @param open whether nobody has said yet which setting a request of section 38(3) means
     * @param meant the name of the setting in the register; null where there is none
     * @param whyNone why it means no setting; null where it means one
     * @param takenBackBy who of the family took it back; null while it stands
     */
    record RequestView(
            long id,
            String askedFor,
            String kind,
            boolean ofRight,
            String askedBy,
            LocalDate askedOn,
            String takenBackBy,
            LocalDate takenBackOn,
            boolean open,
            String meant,
            String whyNone) {}

    /**
     * The consultation of one setting.
     *
     * @param reply what the setting said, as a code with its words; null while it has not replied
     * @param late whether the reply came after its day, or has not come although that is over
     * @param otherCouncil the name of the other council that was asked too; null where there is none
     */
    record ConsultationView(
            long id,
            String urn,
            String setting,
            String kind,
            Named why,
            String otherCouncil,
            Named state,
            LocalDate consultedOn,
            LocalDate dueOn,
            LocalDate repliedOn,
            String repliedBy,
            Named reply,
            List<String> grounds,
            String facts,
            String councilReply,
            boolean late) {}

    /** @param how how the words reached the council */
    record RepresentationView(Named how, String about, String saidBy, LocalDate saidOn, String words) {}

    /** One step with a meeting the family asked for. */
    record MeetingView(Named step, LocalDate on, String place, String who, String outcome) {}
}
