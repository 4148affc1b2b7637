package org.ehcpathway.letter;

/** A paper of the file that goes out in the same envelope. */
public record Enclosure(Long id, Long letterId, Long documentId, String title) {}
