package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** Something that happened in a case, for its history. Never changed. Detail may be null. */
public record CaseEvent(@Id Long id, Long caseId, Instant at, String by, String what, String detail) {}
