package org.ehcpathway.letter;

import java.time.LocalDate;

/**
 * When a letter was sent and when it is taken as served on the last of its addressees. Copies do not count.
 */
public record Served(LocalDate sentOn, LocalDate servedOn) {}
