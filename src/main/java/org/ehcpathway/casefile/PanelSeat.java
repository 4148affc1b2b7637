package org.ehcpathway.casefile;

import org.springframework.data.annotation.Id;

/**
 * A member's place on the rota of one sitting.
 *
 * @param chairs whether this member leads the sitting
 * @param attended null until the attendance was taken
 */
public record PanelSeat(
        @Id Long id, Long sittingId, Long memberId, Standing standing, boolean chairs, Boolean attended) {

    public enum Standing {
        SITS("Sits"),
        SUBSTITUTE("Substitute"),
        EXCUSED("Excused");

        private final String title;

        Standing(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public boolean wasThere() {
        return Boolean.TRUE.equals(attended);
    }

    PanelSeat as(Standing newStanding, boolean leads) {
        return new PanelSeat(id, sittingId, memberId, newStanding, leads, attended);
    }

    PanelSeat attending(boolean there, boolean leads) {
        return new PanelSeat(id, sittingId, memberId, standing, leads, there);
    }
}
