package org.ehcpathway.casefile;

/** The advice the council must seek, by the paragraphs of regulation 6(1). */
public enum AdviceKind {
    FAMILY("a", "Advice from the parent or young person"),
    EDUCATIONAL("b", "Educational advice"),
    MEDICAL("c", "Medical advice"),
    PSYCHOLOGICAL("d", "Psychological advice"),
    SOCIAL_CARE("e", "Social care advice"),
    OTHER("f", "Other advice"),
    PREPARATION_FOR_ADULTHOOD("g", "Advice on preparation for adulthood"),
    REQUESTED_BY_FAMILY("h", "Advice the family reasonably asks for"),
    /** The teacher whom whoever gives the educational advice has to consult (regulation 6(2)), asked by themself. */
    SENSORY("b", "Advice of a teacher of the sensory impaired");

    private final String letter;
    private final String title;

    AdviceKind(String letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    /** The paragraph of regulation 6(1) of the SEN and Disability Regulations 2014. */
    public String letter() {
        return letter;
    }

    /**
     * Whether it may come from one of the bodies that section 31 of the Children and Families Act 2014 names: only they are bound by
     * the six weeks of regulation 8, and only they may decline. Schools, psychologists, social care and families are none.
     */
    public boolean mayBeOfABody() {
        return this == MEDICAL || this == OTHER || this == REQUESTED_BY_FAMILY;
    }

    /** Where it stands in the SEN and Disability Regulations 2014, such as regulation 6(1)(b). */
    public String regulation() {
        return this == SENSORY ? "regulation 6(2)" : "regulation 6(1)(" + letter + ")";
    }

    public String title() {
        return title;
    }

    /**
     * Whether the assessment needs its report whatever the adviser answers: regulation 6(1)(b) to (e) and (g). The family may say
     * nothing (a), and what is asked for as appropriate (f) or on the family's wish (h) may come to nothing.
     */
    public boolean isNeverLeftOut() {
        return switch (this) {
            case EDUCATIONAL, MEDICAL, PSYCHOLOGICAL, SOCIAL_CARE, PREPARATION_FOR_ADULTHOOD -> true;
            case FAMILY, OTHER, REQUESTED_BY_FAMILY, SENSORY -> false;
        };
    }

    /** Whether only a second person settles that it cannot be had: a service the council can turn to another of (reg 6(1)(c)-(e)). */
    public boolean isClosedByASecondPerson() {
        return this == MEDICAL || this == PSYCHOLOGICAL || this == SOCIAL_CARE;
    }

    /**
     * Whether the regulation itself makes the council seek it. What the council asks for because it thinks it appropriate (f) is
     * the council's own to leave.
     */
    public boolean isCompulsory() {
        return this != OTHER;
    }
}
