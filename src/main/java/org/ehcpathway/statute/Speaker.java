package org.ehcpathway.statute;

/** Somebody whose word counts in a case, seen from the child or young person. */
public enum Speaker {
    /** Also anyone else who has parental responsibility or care of the child (Education Act 1996 s.576). */
    PARENT("the parent"),
    /** Deputy or attorney of a parent who lacks capacity. */
    PARENTS_REPRESENTATIVE("the parent's representative"),
    /** Not over compulsory school age. */
    CHILD("the child"),
    YOUNG_PERSON("the young person"),
    /** Deputy or attorney of a young person who lacks capacity. */
    YOUNG_PERSONS_REPRESENTATIVE("the young person's representative");

    private final String words;

    Speaker(String words) {
        this.words = words;
    }

    /** Such as "the parent". */
    public String words() {
        return words;
    }
}
