package org.ehcpathway.plan;

import org.springframework.data.annotation.Id;

/** That an item of a version comes from an advice of the case. */
public record PlanSource(@Id Long id, Long versionId, long line, long adviceId) {}
