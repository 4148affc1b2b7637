package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters from the first draft to the day of service, each step safe to repeat. What was sent is kept and cannot change.
 *
 * <p>Whoever calls must have the right to do so. Bad input is a {@link Refusal}, and then nothing has changed.
 */
@Service
@Transactional
public class Letters {

    private static final int LONGEST_TEXT = 20000;
    private static final int LONGEST_LINE = 200;

    private final LetterStore store;
    private final LetterComposer composer;
    private final LetterTemplates templates;
    private final PdfRenderer renderer;
    private final ServiceOfLetters service;
    private final Dispatch dispatch;
    private final SendingLog sendings;
    private final LetterHandling handling;
    private final LetterClaims claims;
    private final MadeFrom madeFrom;
    private final CaseFiles cases;
    private final Documents documents;
    private final Addressees addressees;
    private final Clock clock;
    private final TransactionTemplate alone;

    Letters(
            LetterStore store,
            LetterComposer composer,
            LetterTemplates templates,
            PdfRenderer renderer,
            ServiceOfLetters service,
            Dispatch dispatch,
            SendingLog sendings,
            LetterHandling handling,
            LetterClaims claims,
            MadeFrom madeFrom,
            CaseFiles cases,
            Documents documents,
            CouncilSettings council,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.composer = composer;
        this.templates = templates;
        this.renderer = renderer;
        this.service = service;
        this.dispatch = dispatch;
        this.sendings = sendings;
        this.handling = handling;
        this.claims = claims;
        this.madeFrom = madeFrom;
        this.cases = cases;
        this.documents = documents;
        this.addressees = new Addressees(council);
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Begins a letter, with its recipients as of today. An unsent letter of the same case, kind and advice is returned as it is.
     *
     * @param aboutId the advice that an L-05 asks for, null for every other kind
     */
    public Letter prepare(String reference, LetterKind kind, Long aboutId, String by) {
        CaseFile file = cases.whole(reference);
        if ((kind == LetterKind.L_05) != (aboutId != null)) {
            throw new Refusal("A request for advice is about one advice of the case, and no other letter is.");
        }
        if (aboutId != null && about(file, aboutId).isEmpty()) {
            throw new Refusal("There is no such advice in the case.");
        }
        long caseId = file.c().id();
        Letter letter = store.unsent(caseId, kind, aboutId)
                .orElseGet(() -> store.insert(caseId, kind, aboutId, by, clock.instant()));
        bringUpToDate(letter, file, today());
        return letter;
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

    /**
     * Encloses a paper of the case, such as the draft plan. A paper of the same title takes the place of the earlier one.
     *
     * @param title as the letter lists it, at most 200 characters
     */
    public void enclose(long id, long documentId, String title, String by) {
        Letter letter = unsent(id);
        String line = line(title, "a title for the enclosed paper");
        Document document = documents.get(documentId);
        if (!document.caseId().equals(letter.caseId())) {
            throw new Refusal("The paper belongs to another case and cannot be enclosed.");
        }
        for (Enclosure enclosure : store.enclosures(id)) {
            if (enclosure.documentId() == documentId) {
                return;
            }
            if (enclosure.title().equals(line)) {
                store.withdrawEnclosure(enclosure.id(), clock.instant());
            }
        }
        store.enclose(id, documentId, line, by, clock.instant());
    }

    /** Writes the next steps for this family. A letter that was signed must be signed again. */
    public void writeFreeText(long id, String text, String by) {
        unsent(id);
        String kept = text == null || text.isBlank() ? null : text.strip();
        if (kept != null) {
            if (kept.length() > LONGEST_TEXT) {
                throw new Refusal("The next steps are longer than 20,000 characters: shorten them.");
            }
            renderer.checkCharacters(kept);
        }
        if (!Objects.equals(store.letter(id).freeText(), kept)) {
            store.writeFreeText(id, kept);
            handling.sentBack(id, by);
        }
    }

    /** Signs the letter as it would go out today. Refused, with the reason, when it could not go out. */
    public void sign(long id, String userId, String signerName, String signerTitle) {
        Letter letter = unsent(id);
        line(userId, "who signs");
        renderer.checkCharacters(line(signerName, "the signer’s name") + line(signerTitle, "the signer’s job title"));
        store.sign(id, userId, signerName.strip(), signerTitle.strip(), clock.instant());
        handling.signed(id, userId);
        CaseFile file = file(letter);
        bringUpToDate(letter, file, today());
        for (LetterRecipient recipient : store.recipients(id)) {
            renderer.checkCharacters(templates.xhtml(values(id, file, recipient, today())));
        }
    }

    /** The PDF as it would go out today, signed or not; of a letter that was sent the PDF that was sent. */
    @Transactional(readOnly = true)
    public byte[] preview(long id, long recipientId) {
        LetterRecipient recipient = store.recipient(recipientId);
        if (recipient.letterId() != id) {
            throw new Refusal("The letter has no such recipient.");
        }
        if (recipient.isSent()) {
            return documents.content(recipient.documentId());
        }
        return templates.pdf(values(id, file(store.letter(id)), recipient, today()));
    }

    /** Makes the PDF of every recipient with today's date and keeps it as a document of the case. */
    public void render(long id) {
        Letter letter = store.letter(id);
        if (letter.state() != LetterState.SENT) {
            renderFor(letter, today());
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
        Letter letter = alone.execute(status -> store.letter(id));
        if (letter.state() == LetterState.SENT) {
            return Dispatched.SENT;
        }
        alone.executeWithoutResult(status -> dispatch.takeUpWhatWasBegun(letter));
        LocalDate today = today();
        if (!letter.letterDate().equals(today) && !dispatch.open(id).isEmpty()) {
            alone.executeWithoutResult(status -> renderFor(store.letter(id), today));
        }
        Dispatch.Round round = dispatch.round(letter, today, lastTry);
        if (round.fellBack()) {
            // By post the letter is served later, and may have to give a later date for an answer.
            alone.executeWithoutResult(status -> renderFor(store.letter(id), today));
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
     * Keeps what the council's table letter-handling says of this letter.
     *
     * @param onlyByPost whether it goes by post even to those who wish for email
     * @param secondCheck whether a second person must agree before it goes out
     */
    public void handle(long id, boolean onlyByPost, boolean secondCheck) {
        Letter letter = store.letter(id);
        if (letter.state() != LetterState.SENT && handling.keep(id, onlyByPost, secondCheck)) {
            bringUpToDate(letter, file(letter), today());
        }
    }

    /** Whether a person other than the signer has still to agree to the letter. */
    @Transactional(readOnly = true)
    public boolean waitsForSecondCheck(long id) {
        return handling.waitsForSecondCheck(id);
    }

    /**
     * Records that a second person has read the letter and agrees.
     *
     * @throws Refusal when it is the person who signed
     */
    public void agree(long id, String by) {
        unsent(id);
        handling.agreed(id, line(by, "who agrees"));
    }

    /** Takes back the signature of a letter that a second person does not agree to. */
    public void sendBack(long id, String by) {
        Letter letter = unsent(id);
        store.writeFreeText(id, letter.freeText());
        handling.sentBack(id, line(by, "who sends it back"));
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

    /**
     * Settles what became of every try that was not confirmed.
     *
     * @param hasLeft whether the letter has left; it is then taken as sent on the day of that try, and else sent anew
     */
    public void settle(long id, boolean hasLeft, String by) {
        Letter letter = unsent(id);
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
     * Begins a new letter in the place of one that was sent, with today's recipients and the same words and papers. It must be
     * signed like any other; the first one stays as it is.
     *
     * @param reason why it is sent again, for the file
     */
    public Letter resend(long id, String reason, String by) {
        Letter first = store.letter(id);
        if (first.state() != LetterState.SENT) {
            throw new Refusal("The letter has not been sent yet, so it cannot be sent again.");
        }
        String why = line(reason, "why the letter is sent again");
        String reference = store.reference(first.caseId());
        if (store.unsent(first.caseId(), first.kind(), first.aboutId()).isPresent()) {
            throw new Refusal("A new letter of this kind is already being prepared in the case: use that one.");
        }
        Letter again = prepare(reference, first.kind(), first.aboutId(), by);
        if (first.freeText() != null) {
            store.writeFreeText(again.id(), first.freeText());
        }
        List<Long> enclosed =
                store.enclosures(again.id()).stream().map(Enclosure::documentId).toList();
        for (Enclosure enclosure : store.enclosures(id)) {
            if (!enclosed.contains(enclosure.documentId())) {
                store.enclose(again.id(), enclosure.documentId(), enclosure.title(), by, clock.instant());
            }
        }
        store.resends(again.id(), id, why, by, clock.instant());
        cases.note(reference, by, "Letter sent again: " + first.kind().id(), why);
        return store.letter(again.id());
    }

    /** The sent letter whose place this one takes, if it takes one. */
    @Transactional(readOnly = true)
    public Optional<Long> resends(long id) {
        return store.resends(id);
    }

    /** The values that a recipient's PDF was made from, as JSON; empty before it was made. */
    @Transactional(readOnly = true)
    public Optional<String> madeFrom(long recipientId) {
        LetterRecipient recipient = store.recipient(recipientId);
        return recipient.documentId() == null ? Optional.empty() : madeFrom.of(recipient.documentId());
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

    private void renderFor(Letter letter, LocalDate day) {
        if (letter.signedBy() == null) {
            throw new Refusal("The letter is not signed yet: have it checked and signed first.");
        }
        if (handling.waitsForSecondCheck(letter.id())) {
            throw new Refusal("A second person has to agree to the letter before it goes out.");
        }
        CaseFile file = file(letter);
        bringUpToDate(letter, file, day);
        List<LetterRecipient> unsent = dispatch.open(letter.id());
        List<LetterValues> values = unsent.stream()
                .map(recipient -> values(letter.id(), file, recipient, day))
                .toList();
        // Making a PDF takes ten times as long as keeping it, and needs no database: a letter with copies uses every
        // core.
        List<byte[]> pdfs = values.parallelStream().map(templates::pdf).toList();
        for (int i = 0; i < unsent.size(); i++) {
            keepPdf(letter, file, unsent.get(i), values.get(i), pdfs.get(i));
        }
        store.rendered(letter.id(), day);
    }

    private void keepPdf(Letter letter, CaseFile file, LetterRecipient recipient, LetterValues values, byte[] pdf) {
        String sha256 = Sha256.of(pdf);
        if (sha256.equals(recipient.sha256())) {
            return;
        }
        String title =
                "%s %s, to %s".formatted(letter.kind().id(), letter.kind().title(), recipient.name());
        Document document = documents.add(
                file.c().reference(),
                DocumentKind.LETTER,
                title.length() > LONGEST_LINE ? title.substring(0, LONGEST_LINE) : title,
                "%s_%s_%d_%d_%s.pdf"
                        .formatted(
                                file.c().reference(), letter.kind().id(), letter.id(), recipient.id(), values.date()),
                pdf,
                letter.signedBy());
        madeFrom.keep(document.id(), letter, values);
        store.madeAnew(recipient.id(), document.id(), sha256);
    }

    /**
     * The addressees of the day, and with a request for advice the papers of the request. Once the first recipient's letter is on
     * its way the circle is closed.
     */
    private void bringUpToDate(Letter letter, CaseFile file, LocalDate day) {
        boolean onItsWay =
                store.recipients(letter.id()).stream().anyMatch(recipient -> recipient.idempotencyKey() != null);
        if (onItsWay) {
            return;
        }
        Optional<Advice> about = about(file, letter.aboutId());
        boolean onlyByPost = handling.onlyByPost(letter.id());
        store.keepRecipients(
                letter.id(),
                addressees.of(letter.kind(), file, about.orElse(null), day).stream()
                        .map(entry -> dispatch.onItsWay(entry, onlyByPost))
                        .toList(),
                clock.instant());
        if (LetterComposer.enclosesRequestPapers(letter.kind(), about)) {
            List<Long> enclosed = store.enclosures(letter.id()).stream()
                    .map(Enclosure::documentId)
                    .toList();
            file.documents().stream()
                    .filter(document -> document.kind() == DocumentKind.REQUEST && !enclosed.contains(document.id()))
                    .forEach(document -> store.enclose(
                            letter.id(), document.id(), document.title(), letter.preparedBy(), clock.instant()));
        }
    }

    private LetterValues values(long id, CaseFile file, LetterRecipient recipient, LocalDate day) {
        return composer.values(
                new LetterComposer.Material(store.letter(id), file, store.recipients(id), store.enclosures(id), day),
                recipient);
    }

    private Letter unsent(long id) {
        Letter letter = store.letter(id);
        if (letter.state() == LetterState.SENT) {
            throw new Refusal("The letter has been sent and cannot change any more.");
        }
        return letter;
    }

    private CaseFile file(Letter letter) {
        return cases.whole(store.reference(letter.caseId()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Optional<Advice> about(CaseFile file, Long aboutId) {
        return file.advice().stream()
                .filter(advice -> advice.id().equals(aboutId))
                .findFirst();
    }

    private static String line(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new Refusal("Please give " + what + ".");
        }
        if (value.strip().length() > LONGEST_LINE) {
            throw new Refusal("Please shorten " + what + " to 200 characters.");
        }
        return value.strip();
    }
}
