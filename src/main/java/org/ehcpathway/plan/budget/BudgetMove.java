package org.ehcpathway.plan.budget;

import org.ehcpathway.letter.LetterKind;

/**
 * What can happen with a personal budget, in the order of its life (Children and Families Act 2014 s.49; Special Educational Needs
 * (Personal Budgets) Regulations 2014).
 */
public enum BudgetMove {
    /** Inside the window only: PB-01. */
    ASKED("The family asks for a personal budget", false, null),
    WITHDRAWN("The family no longer wants it", false, null),
    /** PB-01, PB-06; direct payments only on the conditions of PB-07. */
    AGREED("Agree the personal budget", true, null),
    /** Of direct payments, with reasons and the right to a review: PB-02. */
    REFUSED("Refuse direct payments", true, LetterKind.L_24_REFUSAL),
    REVIEW_ASKED("The family asks to review the refusal", false, null),
    REVIEWED("Decide the review of the refusal", true, LetterKind.L_24_REFUSAL_REVIEWED),
    /** Before paying: PB-04. */
    NOTICE("Give notice of the direct payments", false, LetterKind.L_24_NOTICE),
    CONSENTED("Agreement and consents have come in writing", false, null),
    /** Starts the clock of PB-03. */
    FIRST_PAID("The first direct payment is made", false, null),
    /** PB-03, PB-08. */
    PAYMENTS_REVIEWED("Review how the payments are used", false, null),
    /** PB-05, like the next two. */
    REDUCED("Reduce the payments", true, LetterKind.L_24_REDUCTION),
    REPAYMENT("Ask for money back", true, LetterKind.L_24_REPAYMENT),
    STOPPED("Stop the payments", true, LetterKind.L_24_STOP),
    RECONSIDERATION_ASKED("The family asks to reconsider", false, null),
    RECONSIDERED("Decide the reconsideration", true, LetterKind.L_24_RECONSIDERED);

    private final String title;
    private final boolean byManager;
    private final LetterKind letter;

    BudgetMove(String title, boolean byManager, LetterKind letter) {
        this.title = title;
        this.byManager = byManager;
        this.letter = letter;
    }

    public String title() {
        return title;
    }

    /** Whether it is a decision, which a manager of the case's team takes. */
    public boolean byManager() {
        return byManager;
    }

    /** The letter that tells it; null when none does. Its questions are asked with the step. */
    public LetterKind letter() {
        return letter;
    }

    /** Whether the family may ask once to reconsider it (PB-05). */
    boolean canBeReconsidered() {
        return this == REDUCED || this == REPAYMENT || this == STOPPED;
    }
}
