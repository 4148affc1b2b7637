package org.ehcpathway.casefile;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * Somebody who may sit on the panel.
 *
 * @param userId log-in name
 * @param mayChair whether this member may lead a sitting and approve its minutes
 * @param settingUrn the school or college this member heads; null for all others
 * @param leftOn from this day on the rota leaves the member out; null while the member serves
 */
public record PanelMember(
        @Id Long id,
        String userId,
        String name,
        PanelRole role,
        boolean mayChair,
        String settingUrn,
        LocalDate leftOn) {

    boolean serves() {
        return leftOn == null;
    }

    PanelMember leaving(LocalDate day) {
        return new PanelMember(id, userId, name, role, mayChair, settingUrn, day);
    }
}
