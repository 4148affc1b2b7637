package org.ehcpathway.letter;

/** Whether the law addresses the letter to a person, or only has that person told. */
public enum RecipientRole {
    ADDRESSEE,
    COPY
}
