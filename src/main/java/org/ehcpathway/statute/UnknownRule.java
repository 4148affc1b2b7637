package org.ehcpathway.statute;

/** A rule id that the timescale table does not hold. */
public class UnknownRule extends Refusal {

    UnknownRule(String rule) {
        super("There is no rule \"" + rule + "\" in the timescale table; rule ids look like REQ-04 or PLAN-06.");
    }
}
