package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last part of a letter's life: its PDFs are made, it leaves once for each recipient, and its day of service is recorded. Each
 * step is safe to repeat, and what was sent cannot change.
 *
 * <p>Whoever calls must have the right to do so.
 */
@Service
@Transactional
public class LetterSending {

    private final LetterStore store;
    private final LetterMaking making;
    private final Dispatch dispatch;
    private final LetterClaims claims;
    private final ServiceOfLetters service;
    private final CaseFiles cases;
    private final Clock clock;
    private final TransactionTemplate alone;

    LetterSending(
            LetterStore store,
            LetterMaking making,
            Dispatch dispatch,
            LetterClaims claims,
            ServiceOfLetters service,
            CaseFiles cases,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.making = making;
        this.dispatch = dispatch;
        this.claims = claims;
        this.service = service;
        this.cases = cases;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Makes the PDF of every recipient with today's date and keeps it as a document of the case. */
    public void render(long id) {
        Letter letter = store.letter(id);
        if (!letter.state().isOver()) {
            making.make(letter, today());
        }
    }

    /** As {@link #dispatch(long, boolean)}, with more tries to come. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Dispatched dispatch(long id) {
        return dispatch(id, false);
    }

    /**
     * Lets the letter leave on the way the council has chosen, to each recipient once, however often this is called. Made anew first
     * when its date is no longer today, so that the date on the letter is the day of sending. Whoever cannot be reached by email
     * gets the letter by post.
     *
     * <p>Each step is a transaction of its own, so that a record of what happened outlives a failure of the caller. Call it in a
     * step of its own, not in a transaction that has changed the letter.
     *
     * @param lastTry whether nobody will try again by itself: email that is still not taken then counts as failed
     * @throws ChannelUnavailable when a way is closed or full; calling again later finishes what is left
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Dispatched dispatch(long id, boolean lastTry) {
        // Read apart from the caller's transaction: what that has not committed could be undone after the letter has
        // left.
        Letter letter = alone.execute(status -> store.letter(id));
        if (letter.state() == LetterState.SENT) {
            return Dispatched.SENT;
        }
        if (letter.state() != LetterState.RENDERED) {
            throw new Refusal("The letter is not signed and made yet: sign it before it is sent.");
        }
        return claims.holding(id, () -> dispatchClaimed(id, lastTry));
    }

    private Dispatched dispatchClaimed(long id, boolean lastTry) {
        // Waits for whoever withdraws the letter at this moment; after this they see that it is being sent.
        Letter letter = alone.execute(status -> store.held(id));
        if (letter.state() == LetterState.SENT) {
            return Dispatched.SENT;
        }
        if (letter.state() == LetterState.WITHDRAWN) {
            throw new Refusal("The letter was withdrawn and goes to nobody any more.");
        }
        alone.executeWithoutResult(status -> dispatch.takeUpWhatWasBegun(letter));
        LocalDate today = today();
        if (!letter.letterDate().equals(today) && !dispatch.open(id).isEmpty()) {
            alone.executeWithoutResult(status -> making.make(store.letter(id), today));
        }
        Dispatch.Round round = dispatch.round(letter, today, lastTry);
        if (round.fellBack()) {
            // By post the letter is served later, and may have to give a later date for an answer.
            alone.executeWithoutResult(status -> making.make(store.letter(id), today));
            round = dispatch.round(letter, today, lastTry);
        }
        alone.executeWithoutResult(status -> complete(id));
        if (round.failure() != null) {
            throw round.failure();
        }
        if (round.again() != null) {
            return Dispatched.later(round.again());
        }
        return anyUnsent(id) ? Dispatched.TO_BE_SETTLED : Dispatched.SENT;
    }

    /**
     * Settles what became of every try that was not confirmed.
     *
     * @param hasLeft whether the letter has left; it is then taken as sent on the day of that try, and else sent anew
     */
    public void settle(long id, boolean hasLeft, String by) {
        Letter letter = store.changeable(id);
        for (LetterRecipient recipient : dispatch.unconfirmed(id)) {
            dispatch.settle(recipient, hasLeft, by);
        }
        if (hasLeft && letter.state() == LetterState.RENDERED) {
            complete(id);
        }
    }

    /** The recipients whom the letter reached by post because email failed, and for whom nobody has asked why yet. */
    public List<LetterRecipient> toFollowUp(long id) {
        return dispatch.toFollowUp(id);
    }

    /** Records that a task asks why email failed. */
    public void followedUp(LetterRecipient recipient) {
        dispatch.followedUp(recipient);
    }

    /**
     * Records when the letter is taken as served: by email on the day of sending, by post on the 2nd working day after.
     *
     * @throws Refusal when it has not been sent
     */
    public Served recordService(long id) {
        if (store.letter(id).state() != LetterState.SENT) {
            throw new Refusal("The letter has not been sent yet, so its service cannot be recorded.");
        }
        for (LetterRecipient recipient : store.recipients(id)) {
            if (recipient.servedOn() == null) {
                store.served(recipient.id(), service.servedOn(recipient.sentOn(), recipient.channel()));
            }
        }
        List<LetterRecipient> served = store.recipients(id).stream()
                .filter(recipient -> recipient.role() == RecipientRole.ADDRESSEE)
                .toList();
        return new Served(
                served.stream()
                        .map(LetterRecipient::sentOn)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                served.stream()
                        .map(LetterRecipient::servedOn)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private boolean anyUnsent(long id) {
        return store.recipients(id).stream().anyMatch(recipient -> !recipient.isSent());
    }

    private void complete(long id) {
        Letter letter = store.letter(id);
        if (letter.state() == LetterState.RENDERED && !anyUnsent(id)) {
            store.sent(id);
            cases.note(
                    store.reference(letter.caseId()),
                    letter.signedBy(),
                    "Letter sent: %s %s"
                            .formatted(letter.kind().id(), letter.kind().title()),
                    null);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
