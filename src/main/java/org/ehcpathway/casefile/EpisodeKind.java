package org.ehcpathway.casefile;

/** What happens in the life of a plan, each as one process of its own. */
public enum EpisodeKind {
    ANNUAL_REVIEW("Annual review", "annual-review"),
    CEASING("Ending the plan", "cease-plan"),
    PHASE_TRANSFER("Phase transfer", "phase-transfer"),
    /** Outside a review or re-assessment (regulation 28). */
    AMENDMENT("Change without a review", "change-plan");

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
