package org.ehcpathway.letter;

/**
 * Somebody who would get a letter, and does not because they are flagged as unsafe to write to.
 *
 * @param key by which a second person releases the letter for them
 */
public record HeldBack(String key, String name) {}
