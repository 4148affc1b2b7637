package org.ehcpathway.casefile;

/**
 * The grounds on which a council may cease to maintain a plan (Children and Families Act 2014 s.45(1); Code of Practice 9.199 to
 * 9.210). Turning 19, low attendance, cost or a waiting list are none.
 */
public enum CeasingGround {
    NOT_NECESSARY(
            "The plan is no longer necessary", "s.45(1)(b): it is no longer necessary for the plan to be maintained"),
    PAID_WORK("Took paid work without training", "s.45(1)(a): no longer responsible; paid employment without training"),
    HIGHER_EDUCATION("Entered higher education", "s.45(1)(a): no longer responsible; higher education"),
    LEFT_EDUCATION(
            "Left education or training and does not wish to return",
            "s.45(1)(a): no longer responsible; left education or training and does not wish to return (regulation 30)"),
    LEFT_ENGLAND("Moved out of England", "s.45(1)(a): no longer responsible; moved out of England"),
    DIED("The person has died", "s.45(1)(a): no longer responsible");

    private final String title;
    private final String inLaw;

    CeasingGround(String title, String inLaw) {
        this.title = title;
        this.inLaw = inLaw;
    }

    public String title() {
        return title;
    }

    /** The provision it rests on, in words. */
    public String inLaw() {
        return "Children and Families Act 2014 " + inLaw;
    }

    /** Whether it rests on having left education or training, which is not enough for a person under 18 (regulation 29; CEA-06). */
    boolean isOfLeaving() {
        return this == PAID_WORK || this == HIGHER_EDUCATION || this == LEFT_EDUCATION;
    }
}
