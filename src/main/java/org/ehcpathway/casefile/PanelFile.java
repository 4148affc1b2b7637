package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.PanelConnections.Connected;

/**
 * Everything of one sitting, for pages, papers and minutes.
 *
 * @param seats the rota in its order
 * @param entries what is or was on its agenda, by number
 */
public record PanelFile(PanelSitting sitting, List<Seat> seats, List<Entry> entries) {

    public record Seat(PanelSeat seat, PanelMember member) {}

    /**
     * A case on the agenda.
     *
     * @param number its place, from 1
     * @param last what happened to it at this sitting last
     * @param recommendation null unless one was made
     * @param connected the connections of everybody on the rota
     * @param left who was there and left for it; known once a recommendation was made
     */
    public record Entry(
            int number,
            PanelItem item,
            EhcCase c,
            Person person,
            Setting setting,
            PanelEvent last,
            Recommendation recommendation,
            List<Connected> connected,
            List<Left> left) {

        public boolean isConnected(Long memberId) {
            return connected.stream().anyMatch(one -> one.memberId().equals(memberId));
        }

        /** Whether the panel still has to say something here. */
        public boolean isOpen() {
            return last.what() == PanelEvent.What.ON_AGENDA && item.state() == PanelItemState.ON_AGENDA;
        }
    }

    /** A member who left while a case was considered. */
    public record Left(PanelMember member, String why) {}

    public Optional<Seat> seatOf(String userId) {
        return seats.stream()
                .filter(seat -> seat.member().userId().equals(userId))
                .findFirst();
    }

    /** Those who are to sit: neither excused nor only standing by. */
    public List<Seat> takingPart() {
        return standing(PanelSeat.Standing.SITS);
    }

    public List<Seat> standing(PanelSeat.Standing standing) {
        return seats.stream().filter(seat -> seat.seat().standing() == standing).toList();
    }

    /** Those who were there. */
    public List<Seat> there() {
        return seats.stream().filter(seat -> seat.seat().wasThere()).toList();
    }

    /** What this member may read of the agenda: every case but those the member is connected with. */
    public List<Entry> readableBy(Long memberId) {
        return entries.stream().filter(entry -> !entry.isConnected(memberId)).toList();
    }

    /** Who leads, or led. */
    public Optional<PanelMember> chair() {
        return seats.stream()
                .filter(seat -> seat.seat().chairs())
                .map(Seat::member)
                .findFirst();
    }
}
