package org.ehcpathway.statute;

/**
 * What a setting is in law: whether a family may ask for it with the right of section 39, and whether it must admit whom a plan
 * names it for. The two lists differ, for a maintained school in Wales stands only in the first.
 */
public enum SettingKind {
    MAINTAINED_SCHOOL("maintained school", true, true),
    MAINTAINED_SCHOOL_IN_WALES("maintained school in Wales", true, false),
    MAINTAINED_NURSERY("maintained nursery school", true, true),
    ACADEMY("Academy", true, true),
    FURTHER_EDUCATION("institution of the further education sector", true, true),
    NON_MAINTAINED_SPECIAL("non-maintained special school", true, true),
    SECTION_41("institution approved under section 41", true, true),
    INDEPENDENT("wholly independent setting", false, false),
    EARLY_YEARS("early years provider", false, false);

    private final String title;
    private final boolean askable;
    private final boolean bound;

    SettingKind(String title, boolean askable, boolean bound) {
        this.title = title;
        this.askable = askable;
        this.bound = bound;
    }

    public String title() {
        return title;
    }

    /**
     * Whether a request for it is one of section 38(3), to be followed unless section 39(4) applies. Any other is a representation
     * (Education Act 1996 s.9).
     */
    public boolean canBeAskedFor() {
        return askable;
    }

    /** Whether it must admit the child or young person when a plan names it (Children and Families Act 2014 s.43; PLAN-09). */
    public boolean mustAdmit() {
        return bound;
    }

    /** Whether a council maintains it, so that another council's is consulted beside it (ss.39(2)(b), 40(3)(b)). */
    public boolean isMaintained() {
        return this == MAINTAINED_SCHOOL || this == MAINTAINED_SCHOOL_IN_WALES || this == MAINTAINED_NURSERY;
    }
}
