package org.ehcpathway.desk;

import java.util.Optional;
import java.util.Set;
import org.ehcpathway.casefile.PanelApproval;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.casefile.PanelMember;
import org.ehcpathway.casefile.PanelPapers;
import org.ehcpathway.casefile.PanelSeat.Standing;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * Who may see what of the panel. Business support and managers prepare it and see every sitting; a member sees the sittings of the
 * own rota, and of their agendas what the member is not connected with, once the papers are out.
 */
@Component
class PanelAccess {

    private static final Set<String> ORGANISE = Set.of(Roles.BUSINESS_SUPPORT, Roles.MANAGERS);

    private final PanelFiles files;
    private final PanelPapers papers;
    private final Colleagues colleagues;

    PanelAccess(PanelFiles files, PanelPapers papers, Colleagues colleagues) {
        this.files = files;
        this.papers = papers;
        this.colleagues = colleagues;
    }

    /**
     * A sitting and how much of it the person who asks may see.
     *
     * @param organises whether the person prepares the panel and sees all of it
     * @param member the person as a member of this sitting; null for those who are none
     * @param done whether the minutes are approved, and so the members' work is over
     */
    record Seen(PanelFile file, boolean organises, PanelMember member, boolean chairs, boolean done) {

        /** Whether cases may be shown to this person at all. */
        boolean seesCases() {
            return organises
                    || switch (file.sitting().state()) {
                        case PAPERS_SENT -> sits();
                        case HELD -> sits() && !done;
                        default -> false;
                    };
        }

        boolean sees(PanelFile.Entry entry) {
            return organises || seesCases() && !entry.isConnected(member.id());
        }

        /** Whether the person records what the panel recommends: who organises, and the chair. */
        boolean records() {
            return organises || chairs;
        }

        boolean readsMinutes() {
            return organises || chairs;
        }

        private boolean sits() {
            return file.takingPart().stream()
                    .anyMatch(seat -> seat.member().id().equals(member.id()));
        }
    }

    static boolean hasWorkThere(Set<String> groups) {
        return groups.contains(Roles.PANEL_MEMBERS) || groups.stream().anyMatch(ORGANISE::contains);
    }

    boolean organises() {
        return colleagues.groupsOfAsking().stream().anyMatch(ORGANISE::contains);
    }

    /** @throws NotAllowed when the person has no work with the panel */
    void enter() {
        if (!hasWorkThere(colleagues.groupsOfAsking())) {
            throw new NotAllowed("The panel is for its members and for those who prepare it.");
        }
    }

    /** @throws NotAllowed when the person does not prepare the panel */
    void organise() {
        enter();
        if (!organises()) {
            throw new NotAllowed("The panel is prepared by business support and managers.");
        }
    }

    /** @throws NoSuchThing when there is no such sitting, or it is not the person's */
    Seen seen(String reference) {
        enter();
        PanelFile file;
        try {
            file = files.read(reference);
        } catch (Refusal unknown) {
            throw NoSuchThing.ofSitting();
        }
        Optional<PanelFile.Seat> own = file.seatOf(colleagues.asking())
                .filter(seat -> seat.seat().standing() != Standing.EXCUSED)
                .filter(seat -> colleagues.groupsOfAsking().contains(Roles.PANEL_MEMBERS));
        if (!organises() && own.isEmpty()) {
            throw NoSuchThing.ofSitting();
        }
        return new Seen(
                file,
                organises(),
                own.map(PanelFile.Seat::member).orElse(null),
                own.map(seat -> seat.seat().chairs()).orElse(false),
                papers.minutesOf(file.sitting())
                        .flatMap(papers::said)
                        .filter(PanelApproval::approved)
                        .isPresent());
    }
}
