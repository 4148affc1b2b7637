package org.ehcpathway.casefile;

/** For whom somebody acts who lacks capacity to decide for themself (SEND Regulations 2014 regs 63 and 64). */
public enum StandsFor {
    /** A deputy or attorney of a parent. */
    PARENT("a parent"),
    /** A deputy or attorney of the young person; where there is none the parent stands in, without a record of it. */
    YOUNG_PERSON("the young person");

    private final String title;

    StandsFor(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
