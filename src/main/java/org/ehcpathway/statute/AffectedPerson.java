package org.ehcpathway.statute;

/** Whose circumstances or absence an exception rests on. */
public enum AffectedPerson {
    CHILD("the child"),
    /** The child's parent; where the parent lacks capacity, the parent's representative (SI 2014/1530 reg 63). */
    PARENT("the child's parent"),
    YOUNG_PERSON("the young person"),
    /** Who stands for a young person that lacks capacity for the decision (SI 2014/1530 reg 64(2)). */
    ALTERNATIVE_PERSON("the person who stands for the young person");

    private final String title;

    AffectedPerson(String title) {
        this.title = title;
    }

    /** As it stands inside a sentence. */
    public String title() {
        return title;
    }
}
