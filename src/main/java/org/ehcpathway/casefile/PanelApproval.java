package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * What the chair said of minutes. Never changed.
 *
 * @param words what has to be corrected; null where they were approved
 */
public record PanelApproval(@Id Long id, Long paperId, boolean approved, String words, String by, Instant at) {}
