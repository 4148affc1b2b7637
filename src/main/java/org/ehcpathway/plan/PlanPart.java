package org.ehcpathway.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The sections of an EHC plan that people write (regulation 12). I comes from the naming decision, K from the advice. */
public enum PlanPart {
    A("The views, interests and aspirations of the child and their parents, or of the young person", Holds.WORDS),
    B("Special educational needs", Holds.NEEDS),
    C("Health needs which relate to the special educational needs", Holds.NEEDS),
    D("Social care needs which relate to the special educational needs or to a disability", Holds.NEEDS),
    E("Outcomes sought", Holds.OUTCOMES),
    F("Special educational provision required", Holds.PROVISION),
    G("Health provision reasonably required", Holds.PROVISION),
    H1(
            "Social care provision that must be made for a person under 18 (Chronically Sick and Disabled Persons Act 1970, section 2)",
            Holds.PROVISION),
    H2("Any other social care provision reasonably required", Holds.PROVISION),
    J("Personal budget, where there is one", Holds.WORDS);

    /** What the items of a section are. A section of words has none. */
    public enum Holds {
        WORDS,
        NEEDS,
        OUTCOMES,
        PROVISION
    }

    private final String title;
    private final Holds holds;

    PlanPart(String title, Holds holds) {
        this.title = title;
        this.holds = holds;
    }

    public String title() {
        return title;
    }

    public Holds holds() {
        return holds;
    }

    public boolean hasItems() {
        return holds != Holds.WORDS;
    }

    /** Whether a plan may not go out without a word here. Where nothing was found, the words say so. */
    public boolean mustBeFilled() {
        return this != J;
    }

    /** The sections whose items an item of this one may be tied to: an outcome to needs, provision to needs and outcomes. */
    public Set<PlanPart> tiedTo() {
        return switch (this) {
            case A, B, C, D, J -> Set.of();
            case E -> Set.of(B, C, D);
            // Health and social care provision that educates or trains stands in F (s.21(5)), so it may meet any need.
            case F -> Set.of(B, C, D, E);
            case G -> Set.of(B, C, E);
            case H1, H2 -> Set.of(B, C, D, E);
        };
    }

    /** The sections that hold this. */
    public static List<PlanPart> holding(Holds what) {
        return Arrays.stream(values()).filter(part -> part.holds == what).toList();
    }
}
