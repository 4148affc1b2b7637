package org.ehcpathway.plan;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * Words that stood in a version before, kept so that they can be taken back.
 *
 * @param line the item they stood in; null for the words of a section
 * @param words of a section as they were; of an item its {@link ItemWords}, ties and sources as JSON
 * @param editedBy who had written them
 */
public record EarlierWords(
        @Id Long id,
        Long versionId,
        PlanPart part,
        Long line,
        What what,
        String words,
        String editedBy,
        Instant editedAt,
        String keptBy,
        Instant keptAt) {

    /** Why they no longer stand there. */
    public enum What {
        REMOVED,
        SPLIT,
        MERGED,
        WRITTEN_OVER
    }
}
