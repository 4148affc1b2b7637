package org.ehcpathway.plan;

/** The sections of an EHC plan that people write (regulation 12). I comes from the naming decision, K from the advice. */
public enum PlanPart {
    A("The views, interests and aspirations of the child and their parents, or of the young person", true),
    B("Special educational needs", true),
    C("Health needs which relate to the special educational needs", true),
    D("Social care needs which relate to the special educational needs or to a disability", true),
    E("Outcomes sought", true),
    F("Special educational provision required", true),
    G("Health provision reasonably required", true),
    H1(
            "Social care provision that must be made for a person under 18 (Chronically Sick and Disabled Persons Act 1970, section 2)",
            true),
    H2("Any other social care provision reasonably required", true),
    J("Personal budget, where there is one", false);

    private final String title;
    private final boolean mustBeFilled;

    PlanPart(String title, boolean mustBeFilled) {
        this.title = title;
        this.mustBeFilled = mustBeFilled;
    }

    public String title() {
        return title;
    }

    /** Whether a plan may not go out without words here. Where nothing was found, the words say so. */
    public boolean mustBeFilled() {
        return mustBeFilled;
    }
}
