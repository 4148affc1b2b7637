package org.ehcpathway.plan.check;

/** What is about to happen to the version that is checked. Each moment asks for what those before it do. */
public enum Moment {
    /** It is written, or a draft is to be served. */
    WRITING,
    /** A final plan is to be signed: section I and the agreement of the health body must be there. */
    SIGNING,
    /** A final plan is to go out: signature and date must be there. */
    ISSUING
}
