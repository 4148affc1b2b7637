package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.Set;

/** Whose case it is, as far as it decides whose circumstances and absence count (SI 2014/1530 Sch 3 Part 3). */
public enum PersonConcerned {
    /** The law counts the child and the parent alike. */
    CHILD("For a child only the child and the child's parent count", AffectedPerson.CHILD, AffectedPerson.PARENT),
    /** The parents of a young person with capacity count no longer. */
    YOUNG_PERSON("For a young person with capacity only the young person counts", AffectedPerson.YOUNG_PERSON),
    /** Here the alternative person joins the young person and does not take their place: either is enough. */
    YOUNG_PERSON_LACKING_CAPACITY(
            "For a young person who lacks capacity the young person and the person who stands for them count",
            AffectedPerson.YOUNG_PERSON,
            AffectedPerson.ALTERNATIVE_PERSON);

    private final String whoCounts;
    private final Set<AffectedPerson> counting;

    PersonConcerned(String whoCounts, AffectedPerson... counting) {
        this.whoCounts = whoCounts;
        this.counting = Set.of(counting);
    }

    /**
     * Whose case it is on a day.
     *
     * @param lacksCapacity whether a young person lacks capacity for this decision (Mental Capacity Act 2005); says nothing
     *     about a child
     */
    public static PersonConcerned on(LocalDate day, LocalDate birth, boolean lacksCapacity) {
        if (!Persons.speaksForThemself(birth, day)) {
            return CHILD;
        }
        return lacksCapacity ? YOUNG_PERSON_LACKING_CAPACITY : YOUNG_PERSON;
    }

    /** Whether circumstances of this person can excuse a late act. */
    public boolean counts(AffectedPerson person) {
        return counting.contains(person);
    }

    /** The people who count, as a clause that begins a sentence. */
    String whoCounts() {
        return whoCounts;
    }
}
