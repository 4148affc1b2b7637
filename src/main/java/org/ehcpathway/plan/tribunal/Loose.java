package org.ehcpathway.plan.tribunal;

/**
 * Words that came in a working document and belong to no place of the plan. They stay with the document until somebody places them.
 *
 * @param near what they stood after, for people
 * @param from whose document they came in
 */
public record Loose(String near, String words, Side from) {}
