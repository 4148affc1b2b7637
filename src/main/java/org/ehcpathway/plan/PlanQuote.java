package org.ehcpathway.plan;

import org.springframework.data.annotation.Id;

/** That section A of a version repeats what the family said. */
record PlanQuote(@Id Long id, Long versionId, long viewId) {}
