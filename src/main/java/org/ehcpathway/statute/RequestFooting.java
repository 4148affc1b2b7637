package org.ehcpathway.statute;

/**
 * What opens the case when somebody asks for an assessment. The clock is the same for both: it starts on the day the words
 * reached the council.
 */
public enum RequestFooting {
    /** A request in law (Children and Families Act 2014 s.36(1)). */
    REQUEST,
    /** No request in law, but the child or young person was brought to the council's attention (ss.23, 24; A-27). */
    BROUGHT_TO_ATTENTION
}
