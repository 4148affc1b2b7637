package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * How a request came, and the SEN support its evidence shows (S-28). Everything may be null: no request is too thin. Never
 * changed.
 *
 * @param supportCycles how many cycles of assess, plan, do, review; 0 to 99
 * @param supportSince since when the setting has given SEN support
 * @param supportTried what was tried and what came of it
 * @param supportCosts what is known of its costs
 */
public record RequestDetail(
        @Id Long id,
        Long caseId,
        CameBy cameBy,
        Integer supportCycles,
        LocalDate supportSince,
        String supportTried,
        String supportCosts,
        String recordedBy,
        Instant recordedAt) {

    /** Whether anything of SEN support is known. */
    public boolean showsSupport() {
        return supportCycles != null || supportSince != null || supportTried != null || supportCosts != null;
    }
}
