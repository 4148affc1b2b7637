package org.ehcpathway.plan;

/** Where a version of a plan stands. */
public enum PlanState {
    WORKING("Being written"),
    /** Signed by the manager; its document is not made yet. */
    SIGNED("Signed"),
    /** Its document is made and it never changes again. */
    ISSUED("Issued"),
    /** Begun as an amendment and not pursued: the plan stays as it is. */
    GIVEN_UP("Not pursued");

    private final String title;

    PlanState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
