package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Channel;
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
    private final Outbox outbox;
    private final WordsKept words;
    private final LetterForms forms;
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
            Outbox outbox,
            WordsKept words,
            LetterForms forms,
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
        this.outbox = outbox;
        this.words = words;
        this.forms = forms;
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
        }
    }

    /** Signs the letter as it would go out today. Refused, with the reason, when it could not go out. */
    public void sign(long id, String userId, String signerName, String signerTitle) {
        Letter letter = unsent(id);
        line(userId, "who signs");
        renderer.checkCharacters(line(signerName, "the signer’s name") + line(signerTitle, "the signer’s job title"));
        store.sign(id, userId, signerName.strip(), signerTitle.strip(), clock.instant());
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

    /** The letter of {@link #preview} in large print: PDF with nothing smaller than 18 pt, and not for a window envelope. */
    @Transactional(readOnly = true)
    public byte[] largePrint(long id, long recipientId) {
        return forms.largePrint(wordsOf(id, recipientId));
    }

    /** The letter of {@link #preview} as one page of HTML that needs nothing else. */
    @Transactional(readOnly = true)
    public String page(long id, long recipientId) {
        return forms.page(wordsOf(id, recipientId));
    }

    /** The letter of {@link #preview} as a Word document, marked as a copy that is not the letter. */
    @Transactional(readOnly = true)
    public byte[] editableCopy(long id, long recipientId) {
        return forms.editable(wordsOf(id, recipientId));
    }

    private LetterWords wordsOf(long id, long recipientId) {
        LetterRecipient recipient = store.recipient(recipientId);
        if (recipient.letterId() != id) {
            throw new Refusal("The letter has no such recipient.");
        }
        Letter letter = store.letter(id);
        if (letter.state().compareTo(LetterState.RENDERED) >= 0 && recipient.documentId() != null) {
            return words.of(recipient.documentId())
                    .orElseThrow(() -> new Refusal(
                            "The letter was made before its words were kept for other forms: open its PDF instead."));
        }
        return templates.words(values(id, file(letter), recipient, today()));
    }

    /** Makes the PDF of every recipient with today's date and keeps it as a document of the case. */
    public void render(long id) {
        Letter letter = store.letter(id);
        if (letter.state() != LetterState.SENT) {
            renderFor(letter, today());
        }
    }

    /**
     * Puts the letter into the outbox, for each recipient once, however often this is called. Made anew first when its date is no
     * longer today, so that the date on the letter is the day of sending.
     *
     * <p>Each step is a transaction of its own, so that a record of what happened outlives a failure of the caller. Call it in a
     * step of its own, not in a transaction that has changed the letter.
     *
     * @throws OutboxUnavailable when the folder is missing or full; calling again later finishes what is left
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void dispatch(long id) {
        // Read apart from the caller's transaction: what that has not committed could be undone after the letter has
        // left.
        Letter letter = alone.execute(status -> store.letter(id));
        if (letter.state() == LetterState.SENT) {
            return;
        }
        if (letter.state() != LetterState.RENDERED) {
            throw new Refusal("The letter is not signed and made yet: sign it before it is sent.");
        }
        alone.executeWithoutResult(status -> recordWhatWasHandedOver(id));
        LocalDate today = today();
        if (!letter.letterDate().equals(today) && anyUnsent(id)) {
            alone.executeWithoutResult(status -> renderFor(store.letter(id), today));
        }
        for (LetterRecipient recipient : store.recipients(id)) {
            if (!recipient.isSent()) {
                send(letter, recipient, today);
            }
        }
        alone.executeWithoutResult(status -> complete(id));
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

    private void send(Letter letter, LetterRecipient recipient, LocalDate today) {
        String reference = store.reference(letter.caseId());
        String key = "%s_%s_%d_%d".formatted(reference, letter.kind().id(), letter.id(), recipient.id());
        alone.executeWithoutResult(status -> store.keepIdempotencyKey(recipient.id(), key));
        List<Outbox.EnclosedFile> listed = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (Enclosure enclosure : store.enclosures(letter.id())) {
            Document document = documents.get(enclosure.documentId());
            String fileName = "%s_enclosure-%d%s".formatted(key, listed.size() + 1, ending(document.fileName()));
            listed.add(new Outbox.EnclosedFile(fileName, enclosure.title(), document.sha256()));
            contents.add(documents.content(document.id()));
        }
        outbox.handOver(
                new Outbox.Note(
                        key,
                        reference,
                        letter.kind().id(),
                        recipient.channel().name(),
                        recipient.name(),
                        recipient.address() == null
                                ? List.of()
                                : recipient.address().lines(),
                        recipient.email(),
                        today,
                        key + ".pdf",
                        recipient.sha256(),
                        listed),
                documents.content(recipient.documentId()),
                contents);
        alone.executeWithoutResult(status -> store.sent(recipient.id(), clock.instant(), today, key + ".pdf"));
    }

    /** After a stop between handing over and recording: what left yesterday was sent yesterday. */
    private void recordWhatWasHandedOver(long id) {
        for (LetterRecipient recipient : store.recipients(id)) {
            if (!recipient.isSent() && recipient.idempotencyKey() != null) {
                outbox.handedOverOn(recipient.idempotencyKey(), recipient.sha256())
                        .ifPresent(day ->
                                store.sent(recipient.id(), clock.instant(), day, recipient.idempotencyKey() + ".pdf"));
            }
        }
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
        CaseFile file = file(letter);
        bringUpToDate(letter, file, day);
        List<LetterRecipient> unsent = store.recipients(letter.id()).stream()
                .filter(recipient -> !recipient.isSent())
                .toList();
        // Making a PDF takes ten times as long as keeping it, and needs no database: a letter with copies uses every
        // core.
        List<LetterTemplates.Made> made =
                unsent.stream().map(recipient -> values(letter.id(), file, recipient, day)).toList().parallelStream()
                        .map(templates::make)
                        .toList();
        for (int i = 0; i < unsent.size(); i++) {
            keepPdf(letter, file, unsent.get(i), made.get(i), day);
        }
        store.rendered(letter.id(), day);
    }

    private void keepPdf(
            Letter letter, CaseFile file, LetterRecipient recipient, LetterTemplates.Made made, LocalDate day) {
        String sha256 = Sha256.of(made.pdf());
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
                        .formatted(file.c().reference(), letter.kind().id(), letter.id(), recipient.id(), day),
                made.pdf(),
                letter.signedBy());
        words.keep(document.id(), made.words());
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
        store.keepRecipients(letter.id(), addressees.of(letter.kind(), file, about.orElse(null), day), clock.instant());
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
        LetterValues values = composer.values(
                new LetterComposer.Material(store.letter(id), file, store.recipients(id), store.enclosures(id), day),
                recipient);
        if (recipient.channel() == Channel.POST) {
            Envelope.checkAddress(values.recipient().windowLines());
        }
        return values;
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

    private static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot).toLowerCase(java.util.Locale.ROOT);
    }
}
