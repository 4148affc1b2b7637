package org.ehcpathway.plan.audit;

/**
 * What the answers of an audit come to.
 *
 * @param percent of what the applicable questions could reach, by weight
 * @param legalZeros how many questions about the law were answered with 0
 */
public record AuditScore(int percent, int legalZeros) {}
