package org.ehcpathway.casefile;

import org.springframework.data.annotation.Id;

/** A member who was there and left while one case was considered. Never changed. */
public record PanelLeaving(@Id Long id, Long eventId, Long memberId, String why) {}
