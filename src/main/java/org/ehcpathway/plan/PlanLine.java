package org.ehcpathway.plan;

import org.springframework.data.annotation.Id;

/** What stays the same of an item through all versions of the plan of a case. */
record PlanLine(@Id Long id, Long caseId) {}
