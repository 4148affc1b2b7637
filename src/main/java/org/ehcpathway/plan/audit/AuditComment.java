package org.ehcpathway.plan.audit;

import org.springframework.data.annotation.Id;

/** What an auditor says of a section. */
public record AuditComment(@Id Long id, long auditId, String section, String words) {}
