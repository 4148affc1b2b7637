package org.ehcpathway.casefile;

import java.time.Instant;
import org.ehcpathway.statute.SettingKind;
import org.springframework.data.annotation.Id;

/**
 * What a request for a setting meant that named no register number. Never changed.
 *
 * @param settingId the setting it meant; null where it meant none
 * @param kind what that is in law
 * @param whyNone why it means no setting that can be consulted; null where it means one
 */
public record SettingRequestMeaning(
        @Id Long id,
        Long requestId,
        Long settingId,
        SettingKind kind,
        String whyNone,
        String recordedBy,
        Instant recordedAt) {}
