package org.ehcpathway.plan;

/** Where a version of a plan stands. */
public enum PlanState {
    WORKING,
    /** Signed by the manager; its document is not made yet. */
    SIGNED,
    /** Its document is made and it never changes again. */
    ISSUED
}
