package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ehcpathway.casefile.CaseFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters as they stand: to whom they go, what goes with them, and what became of them.
 *
 * <p>Whoever calls must have the right to do so.
 */
@Service
@Transactional
public class LetterReading {

    private final LetterStore store;
    private final LetterCircle circle;
    private final LetterHandling handling;
    private final SendingLog sendings;
    private final Dispatch dispatch;
    private final CaseFiles cases;
    private final Clock clock;

    LetterReading(
            LetterStore store,
            LetterCircle circle,
            LetterHandling handling,
            SendingLog sendings,
            Dispatch dispatch,
            CaseFiles cases,
            Clock clock) {
        this.store = store;
        this.circle = circle;
        this.handling = handling;
        this.sendings = sendings;
        this.dispatch = dispatch;
        this.cases = cases;
        this.clock = clock;
    }

    /** The letter with this id. */
    @Transactional(readOnly = true)
    public Letter get(long id) {
        return store.letter(id);
    }

    /** The letters of a case, in the order they were begun. */
    @Transactional(readOnly = true)
    public List<Letter> of(String reference) {
        return store.ofCase(cases.get(reference).id());
    }

    /** Those the letter goes to, or went to. */
    @Transactional(readOnly = true)
    public List<LetterRecipient> recipients(long id) {
        return store.recipients(store.letter(id).id());
    }

    /** The papers that go, or went, in the same envelope. */
    @Transactional(readOnly = true)
    public List<Enclosure> enclosures(long id) {
        return store.enclosures(store.letter(id).id());
    }

    /** What was given with the letter, by name. */
    @Transactional(readOnly = true)
    public Map<String, String> facts(long id) {
        return store.facts(store.letter(id).id());
    }

    /** The letter again in the family's language, where a translation was given. */
    @Transactional(readOnly = true)
    public Optional<TranslatedLetter> translation(long id) {
        return store.translation(store.letter(id).id());
    }

    /**
     * Whether a translation may be given or taken out: it takes the signature back, so somebody must still have the letter before
     * them to sign it again.
     */
    @Transactional(readOnly = true)
    public boolean isTranslatable(long id) {
        Letter letter = store.letter(id);
        return letter.state() == LetterState.PREPARED
                || letter.state() == LetterState.SIGNED && handling.waitsForSecondCheck(id);
    }

    /** The sent letter whose place this one takes, if it takes one. */
    @Transactional(readOnly = true)
    public Optional<Long> resends(long id) {
        return store.resends(id);
    }

    /** Those who do not get the letter because they are flagged as unsafe to write to. */
    @Transactional(readOnly = true)
    public List<HeldBack> heldBack(long id) {
        return circle.heldBack(store.letter(id), LocalDate.now(clock));
    }

    /** What happened on the letter's way, in order. */
    @Transactional(readOnly = true)
    public List<SendingEvent> sendings(long id) {
        return sendings.of(id);
    }

    /** The recipients of whom nobody knows whether the letter has left for them. A person has to settle it. */
    @Transactional(readOnly = true)
    public List<LetterRecipient> unconfirmed(long id) {
        return dispatch.unconfirmed(id);
    }
}
