package org.ehcpathway.plan.grounds;

/** What a change since the draft rests on (regulation 14(1); PLAN-07). */
public enum RestsOn {
    REPRESENTATION("a representation of the family"),
    PLACEMENT("the decision on the placement"),
    /** Such a change goes to the family first, with another 15 days. */
    COUNCIL("the council’s own view");

    private final String title;

    RestsOn(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
