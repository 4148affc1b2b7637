package org.ehcpathway.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.casefile.PanelItem;
import org.ehcpathway.casefile.PanelMember;
import org.ehcpathway.casefile.PanelMembers;
import org.ehcpathway.casefile.PanelRole;
import org.ehcpathway.casefile.PanelSeat;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.pathway.PanelMeetings;

/** The people of the panel and what they do, for stories. */
final class PanelStory {

    private final PanelMeetings meetings;
    private final PanelSittings sittings;
    private final PanelFiles files;
    private final PanelMembers members;

    PanelStory(PanelMeetings meetings, PanelSittings sittings, PanelFiles files, PanelMembers members) {
        this.meetings = meetings;
        this.sittings = sittings;
        this.files = files;
        this.members = members;
    }

    /** Four members with one substitute; the log-in names need not exist for the file. */
    void membersAreKnown() {
        if (members.all().isEmpty()) {
            members.enrol("panel", "Pat Nowak", PanelRole.SEN_MANAGER, true, null);
            members.enrol("panel-psychology", "Noor Haddad", PanelRole.EDUCATIONAL_PSYCHOLOGY, false, null);
            members.enrol("panel-psychology2", "Ines Varga", PanelRole.EDUCATIONAL_PSYCHOLOGY, false, null);
            members.enrol("panel-health", "Bola Adeyemi", PanelRole.HEALTH, false, null);
            members.enrol("panel-head", "Grace Holloway", PanelRole.SCHOOL_HEAD, true, "100001");
        }
    }

    PanelMember member(String userId) {
        return members.byUser(userId).orElseThrow();
    }

    /** Everybody who is to sit is there. */
    void attend(String sitting) {
        sittings.attendance(sitting, ids(files.read(sitting).takingPart()));
    }

    void attend(String sitting, String... userIds) {
        sittings.attendance(
                sitting, Set.of(userIds).stream().map(user -> member(user).id()).collect(Collectors.toSet()));
    }

    PanelFile read(String sitting) {
        return files.read(sitting);
    }

    /** The references on the agenda, by number. */
    List<String> agenda(String sitting) {
        return files.read(sitting).entries().stream()
                .map(entry -> entry.number() + " " + entry.c().reference())
                .toList();
    }

    PanelItem item(String sitting, String reference) {
        return files.read(sitting).entries().stream()
                .filter(entry -> entry.c().reference().equals(reference))
                .findFirst()
                .orElseThrow()
                .item();
    }

    String convenedToday(LocalDate today, java.time.LocalTime now) {
        return sittings.on(today).orElseGet(() -> meetings.convene(today, now)).reference();
    }

    List<String> rota(String sitting) {
        return files.read(sitting).seats().stream()
                .map(seat -> seat.member().name() + " " + seat.seat().standing()
                        + (seat.seat().chairs() ? " chairs" : ""))
                .toList();
    }

    private static Set<Long> ids(List<PanelFile.Seat> seats) {
        return seats.stream().map(PanelFile.Seat::seat).map(PanelSeat::memberId).collect(Collectors.toSet());
    }

    static Map<String, Object> over(String notes) {
        return Map.of("over", true, "notes", notes);
    }
}
