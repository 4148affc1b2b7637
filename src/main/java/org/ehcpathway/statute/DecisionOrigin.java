package org.ehcpathway.statute;

/** What a decision comes from. Only the council's own mind can be appealed. */
public enum DecisionOrigin {
    /** The council decided by itself. */
    COUNCIL("the council itself"),
    /** Parties agreed on it in mediation (SI 2014/1530 reg 42). */
    MEDIATION_AGREEMENT("a mediation agreement"),
    /** The tribunal ordered it, or ordered the step before it (SI 2014/1530 reg 44). */
    TRIBUNAL_ORDER("a tribunal's order"),
    /** It, or the step before it, follows from an appeal that the council did not oppose (SI 2014/1530 reg 45). */
    UNOPPOSED_APPEAL("an unopposed appeal");

    private final String words;

    DecisionOrigin(String words) {
        this.words = words;
    }

    /** As a sentence carries it: "a tribunal's order". */
    public String words() {
        return words;
    }
}
