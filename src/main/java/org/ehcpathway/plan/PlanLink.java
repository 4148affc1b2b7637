package org.ehcpathway.plan;

import org.springframework.data.annotation.Id;

/** A tie of the golden thread in one version: from an outcome to a need, or from provision to a need or an outcome. */
public record PlanLink(@Id Long id, Long versionId, long fromLine, long toLine) {}
