package org.ehcpathway.casefile;

/** What happens in the life of a plan, each as one process of its own. */
public enum EpisodeKind {
    ANNUAL_REVIEW("Annual review", "annual-review"),
    /** Without a review (regulation 28). */
    AMENDMENT("Amendment without a review", "amendment"),
    PHASE_TRANSFER("Phase transfer", "phase-transfer"),
    REASSESSMENT("Re-assessment", "reassessment"),
    TRANSFER_IN("Moved into the area", "transfer-in"),
    TRANSFER_OUT("Moved to another council", "transfer-out"),
    CEASING("Ending the plan", "cease-plan"),
    RIGHTS_PASS("Rights pass to the young person", "rights-pass"),
    TURNS_25("Turns 25", "turns-25"),
    DISAGREEMENT("Disagreement", "disagreement");

    private final String title;
    private final String process;

    EpisodeKind(String title, String process) {
        this.title = title;
        this.process = process;
    }

    public String title() {
        return title;
    }

    /** Id of the process that carries it out. */
    public String process() {
        return process;
    }
}
