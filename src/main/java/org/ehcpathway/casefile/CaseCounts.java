package org.ehcpathway.casefile;

/**
 * How many cases are open, and how many of these have a deadline that is overdue, or due soon, today. A case can count as
 * both overdue and due soon.
 */
public record CaseCounts(int open, int overdue, int dueSoon) {}
