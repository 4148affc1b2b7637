package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.ehcpathway.statute.SettingKind;
import org.springframework.data.annotation.Id;

/**
 * A setting the family asked to have named in the plan. Never changed.
 *
 * @param askedFor as the family named it
 * @param settingId the setting in the register; null where it is not known there
 * @param kind what it is in law; null where nobody said
 */
public record SettingRequest(
        @Id Long id,
        Long caseId,
        String askedFor,
        Long settingId,
        SettingKind kind,
        String askedBy,
        LocalDate askedOn,
        String recordedBy,
        Instant recordedAt) {

    /** Whether it is a request of section 38(3), with the right of section 39; a kind that nobody said takes no right away. */
    public boolean isOfRight() {
        return kind == null || kind.canBeAskedFor();
    }

    SettingRequest meaning(SettingRequestMeaning meaning) {
        return new SettingRequest(
                id, caseId, askedFor, meaning.settingId(), meaning.kind(), askedBy, askedOn, recordedBy, recordedAt);
    }
}
