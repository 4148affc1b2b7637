package org.ehcpathway.statute;

import java.util.Collection;
import java.util.Set;

/** Which sections of a plan a family disagrees with, as far as it makes a difference to its rights. */
public enum SectionsInDispute {
    /** The dispute is not about single sections, or the family has not said. */
    WHOLE_DECISION,
    /** B or F or both, with or without others. */
    B_OR_F,
    /** Of the sections that can be appealed, I only. */
    I_ONLY,
    /** C, D, G or H, and none of B, F and I. */
    HEALTH_OR_SOCIAL_CARE_ONLY,
    /** A, E, J or K and nothing else. */
    NO_APPEALABLE_SECTION;

    private static final Set<String> HEALTH_OR_SOCIAL_CARE = Set.of("C", "D", "G", "H", "H1", "H2");
    private static final Set<String> OTHERS = Set.of("A", "E", "J", "K");

    /**
     * From the letters of the sections, "A" to "K" with "H1" and "H2".
     *
     * <p>A recommendation asked for on C, D, G or H comes with an appeal and is none itself: I with C is an appeal about I
     * only.
     *
     * @throws Refusal when there is no such section
     */
    public static SectionsInDispute of(Collection<String> letters) {
        for (String letter : letters) {
            boolean known = letter != null
                    && (Set.of("B", "F", "I").contains(letter)
                            || HEALTH_OR_SOCIAL_CARE.contains(letter)
                            || OTHERS.contains(letter));
            if (!known) {
                throw new Refusal("A plan has no section \"" + letter + "\"; choose from A to K, with H1 and H2.");
            }
        }
        if (letters.isEmpty()) {
            return WHOLE_DECISION;
        }
        if (letters.contains("B") || letters.contains("F")) {
            return B_OR_F;
        }
        if (letters.contains("I")) {
            return I_ONLY;
        }
        return letters.stream().anyMatch(HEALTH_OR_SOCIAL_CARE::contains)
                ? HEALTH_OR_SOCIAL_CARE_ONLY
                : NO_APPEALABLE_SECTION;
    }
}
