package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/** What the parent, child or young person said, word for word. Nobody edits it. */
public record FamilyView(
        @Id Long id,
        Long caseId,
        ViewTopic topic,
        String saidBy,
        LocalDate saidOn,
        String words,
        String recordedBy,
        Instant recordedAt) {}
