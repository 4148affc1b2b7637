package org.ehcpathway.plan.audit;

import org.springframework.data.annotation.Id;

/**
 * A plan that could have been drawn.
 *
 * @param place in the sample, from 1; null when it was not drawn
 */
public record AuditCandidate(@Id Long id, long drawId, long versionId, Integer place) {}
