package org.ehcpathway.statute;

/**
 * Whether somebody can take one decision on one day, and who can for them (Mental Capacity Act 2005). Capacity is presumed; it
 * is asked anew for every decision.
 */
public enum Capacity {
    /** The person can decide; a deputy or attorney has no part in it. */
    HAS_CAPACITY,
    /**
     * The person lacks capacity for this decision and has a representative for it: a deputy of the Court of Protection, or an
     * attorney under a lasting or enduring power (Children and Families Act 2014 s.80(6)).
     */
    REPRESENTED,
    /** The person lacks capacity for this decision and nobody represents them; also a parent who cannot be found. */
    UNREPRESENTED;

    /** From the two facts as a form asks them. */
    public static Capacity of(boolean hasCapacity, boolean hasRepresentative) {
        if (hasCapacity) {
            return HAS_CAPACITY;
        }
        return hasRepresentative ? REPRESENTED : UNREPRESENTED;
    }
}
