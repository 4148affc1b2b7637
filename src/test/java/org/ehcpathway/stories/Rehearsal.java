package org.ehcpathway.stories;

import org.ehcpathway.pathway.form.CaseForms;
import org.ehcpathway.statute.Refusal;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Lets forms go all their way, with everything that the file, the engine and the database do about them, and takes them back where
 * they would be committed. So one task stands for as many tries as one likes.
 */
final class Rehearsal implements TransactionExecutionListener {

    private static final String OVER = "This would have been taken.";

    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
    private volatile boolean rehearsing;

    void begin() {
        rehearsing = true;
    }

    void end() {
        rehearsing = false;
    }

    /** Whether this answer to a form says that it went through to its end. */
    boolean isOver(String sentence) {
        return OVER.equals(sentence);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, Throwable failure) {
        depth.set(depth.get() + 1);
    }

    /** Only the transaction of the form itself: what is written apart from it stays written, and would be found. */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (rehearsing && CaseForms.isSending() && depth.get() == 1) {
            throw new Refusal(OVER);
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, Throwable failure) {
        depth.set(depth.get() - 1);
    }

    @Override
    public void afterRollback(TransactionExecution transaction, Throwable failure) {
        depth.set(depth.get() - 1);
    }
}
