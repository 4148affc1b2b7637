package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.SettingRegister;
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
    private final WordsKept words;
    private final LetterForms forms;
    private final CaseFiles cases;
    private final Documents documents;
    private final Addressees addressees;
    private final LetterFactsCheck factsCheck;
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
            WordsKept words,
            LetterForms forms,
            CaseFiles cases,
            Documents documents,
            CouncilSettings council,
            SettingRegister settings,
            LetterFactsCheck factsCheck,
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
        this.words = words;
        this.forms = forms;
        this.cases = cases;
        this.documents = documents;
        this.addressees = new Addressees(council, settings);
        this.factsCheck = factsCheck;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Begins a letter that needs nothing but the file, with its recipients as of today.
     *
     * @param aboutId the advice that an L-05 asks for, null for every other kind
     * @see #prepare(String, LetterKind, Long, Map, String)
     */
    public Letter prepare(String reference, LetterKind kind, Long aboutId, String by) {
        return prepare(reference, kind, aboutId, Map.of(), by);
    }

    /**
     * Begins a letter, with its recipients as of today. An unsent letter of the same case, kind and advice, or setting, is returned
     * as it is; facts that are given anew take the place of the earlier ones.
     *
     * @param aboutId the advice that an L-05 asks for, null for every other kind
     * @param facts answers to the questions of {@link #questions}, by name; dates as 2026-10-26
     * @throws Refusal also when an answer is missing or impossible
     */
    public Letter prepare(String reference, LetterKind kind, Long aboutId, Map<String, String> facts, String by) {
        CaseFile file = cases.whole(reference);
        if ((kind == LetterKind.L_05) != (aboutId != null)) {
            throw new Refusal("A request for advice is about one advice of the case, and no other letter is.");
        }
        if (aboutId != null && about(file, aboutId).isEmpty()) {
            throw new Refusal("There is no such advice in the case.");
        }
        if (kind.isOnlyTold()) {
            throw new Refusal(
                    "The letter " + kind.id() + " goes out beside the letter to the family: prepare that one.");
        }
        long caseId = file.c().id();
        String about = about(aboutId, facts);
        Optional<Letter> begun = store.unsent(caseId, kind, about);
        if (begun.isEmpty() || !facts.isEmpty()) {
            factsCheck.checked(kind, begun.map(Letter::templateVersion).orElse(kind.templateVersion()), facts, today());
        }
        Letter letter = begun.orElseGet(() -> store.insert(caseId, kind, aboutId, about, by, clock.instant()));
        if (!facts.isEmpty()) {
            keepFacts(letter, facts, by);
        }
        bringUpToDate(letter, file, today());
        return store.letter(letter.id());
    }

    /** What a letter of this kind must be told beyond the file, in the order of asking. */
    public List<FactAsked> questions(LetterKind kind) {
        return LetterFolder.of(kind, kind.templateVersion()).facts();
    }

    /** What a letter of this kind is for, in one plain paragraph. */
    public String summary(LetterKind kind) {
        return LetterFolder.of(kind, kind.templateVersion()).summary();
    }

    /** What was given with the letter, by name. */
    @Transactional(readOnly = true)
    public Map<String, String> facts(long id) {
        return store.facts(store.letter(id).id());
    }

    /** Gives the facts of an unsent letter anew, all of them. A letter that was signed must be signed again. */
    public void giveFacts(long id, Map<String, String> facts, String by) {
        Letter letter = unsent(id);
        String setting = store.facts(id).get("setting");
        if (setting != null && !setting.equals(facts.get("setting"))) {
            throw new Refusal("The letter was begun for another setting: prepare a new letter for this one.");
        }
        keepFacts(letter, facts, by);
        bringUpToDate(letter, file(letter), today());
    }

    /**
     * Adds the letter again in the family's language. A letter that was signed must be signed again.
     *
     * @param language its tag (BCP 47), such as pl for Polish
     * @param words as they are printed; null takes a translation out
     * @param suppliedBy the translator or the agency
     */
    public void translate(long id, String language, String words, String suppliedBy, String by) {
        unsent(id);
        TranslatedLetter translation = null;
        if (words != null && !words.isBlank()) {
            Locale locale = Locale.forLanguageTag(language == null ? "" : language.strip());
            if (locale.getLanguage().isEmpty()
                    || locale.getDisplayLanguage(Locale.UK).equals(locale.getLanguage())) {
                throw new Refusal("Give the language of the translation by its code, such as pl for Polish.");
            }
            if (words.length() > LONGEST_TEXT) {
                throw new Refusal("The translation is longer than 20,000 characters: shorten it.");
            }
            String supplier = line(suppliedBy, "who supplied the translation");
            renderer.checkCharacters(words + supplier);
            Characters.checkDirection(words);
            translation = new TranslatedLetter(locale.toLanguageTag(), words.strip(), supplier);
        }
        if (!Optional.ofNullable(translation).equals(store.translation(id))) {
            store.keepTranslation(id, translation, by, clock.instant());
            store.unsign(id);
        }
    }

    /** The contacts who do not get the letter because they are flagged as unsafe to write to. */
    @Transactional(readOnly = true)
    public List<Contact> heldBack(long id) {
        Letter letter = store.letter(id);
        CaseFile file = file(letter);
        return addressees.heldBack(
                letter.kind(),
                file,
                about(file, letter.aboutId()).orElse(null),
                factsOf(letter),
                store.released(id),
                today());
    }

    /**
     * A second person's say that this letter may go to somebody who is flagged as unsafe to write to.
     *
     * @param reason why it may go, at least 20 characters
     * @param by neither who set the flag nor who prepared the letter
     */
    public void release(long id, long contactId, String reason, String by) {
        Letter letter = unsent(id);
        CaseFile file = file(letter);
        Contact contact = file.contacts().stream()
                .filter(one -> one.id() == contactId && one.unsafeToWriteTo())
                .findFirst()
                .orElseThrow(() -> new Refusal("Nobody of that name is flagged as unsafe to write to in this case."));
        String who = line(by, "who releases the letter");
        if (who.equals(contact.unsafeFlaggedBy()) || who.equals(letter.preparedBy())) {
            throw new Refusal(
                    "Ask a colleague; a letter to somebody who is unsafe to write to needs the say of a second person.");
        }
        if (reason == null || reason.strip().length() < 20 || reason.length() > 2000) {
            throw new Refusal("Give the reason why the letter may go, in 20 to 2000 characters.");
        }
        store.release(id, contactId, reason.strip(), who, clock.instant());
        store.unsign(id);
        cases.note(
                store.reference(letter.caseId()),
                who,
                "Letter released by a second person: " + letter.kind().id(),
                null);
        bringUpToDate(letter, file, today());
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
            LetterValues values = values(id, file, recipient, today());
            renderer.checkCharacters(templates.xhtml(values));
            checkEnclosures(id, recipient, values.hidden());
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
        Map<String, String> facts = store.facts(id);
        if (store.unsent(first.caseId(), first.kind(), about(first.aboutId(), facts))
                .isPresent()) {
            throw new Refusal("A new letter of this kind is already being prepared in the case: use that one.");
        }
        Letter again = prepare(reference, first.kind(), first.aboutId(), facts, by);
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
        unsent.forEach(recipient ->
                checkEnclosures(letter.id(), recipient, WithheldAddresses.from(recipient, file.contacts())));
        // Making a PDF takes ten times as long as keeping it, and needs no database: a letter with copies uses every
        // core.
        List<LetterTemplates.Made> made =
                values.parallelStream().map(templates::make).toList();
        for (int i = 0; i < unsent.size(); i++) {
            keepPdf(letter, file, unsent.get(i), values.get(i), made.get(i));
        }
        store.rendered(letter.id(), day);
    }

    private void keepPdf(
            Letter letter, CaseFile file, LetterRecipient recipient, LetterValues values, LetterTemplates.Made made) {
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
                        .formatted(
                                file.c().reference(), letter.kind().id(), letter.id(), recipient.id(), values.date()),
                made.pdf(),
                letter.signedBy());
        madeFrom.keep(document.id(), letter, values);
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
        boolean onlyByPost = handling.onlyByPost(letter.id());
        store.keepRecipients(
                letter.id(),
                addressees
                        .of(letter.kind(), file, about.orElse(null), factsOf(letter), store.released(letter.id()), day)
                        .stream()
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
        Letter letter = store.letter(id);
        LetterFacts facts = factsCheck.checked(letter.kind(), letter.templateVersion(), store.facts(id), day);
        LetterValues values = composer.values(
                new LetterComposer.Material(
                        letter,
                        file,
                        store.recipients(id),
                        store.enclosures(id),
                        facts,
                        store.translation(id).orElse(null),
                        day),
                recipient);
        if (recipient.channel() == Channel.POST) {
            Envelope.checkAddress(values.recipient().windowLines());
        }
        return values;
    }

    /** A paper in the envelope must not tell a reader what the letter hides. Scanned pages cannot be read, only text. */
    private void checkEnclosures(long id, LetterRecipient recipient, List<String> hidden) {
        if (hidden.isEmpty() || recipient.reader() == Reader.PROFESSIONAL) {
            return;
        }
        for (Enclosure enclosure : store.enclosures(id)) {
            Document document = documents.get(enclosure.documentId());
            String text = ComposedLetter.squeezed(
                    PaperText.of(document.mediaType(), documents.content(enclosure.documentId())));
            if (hidden.stream().map(ComposedLetter::squeezed).anyMatch(text::contains)) {
                throw new Refusal(
                        "The enclosed paper “%s” shows an address that is withheld from %s: enclose a paper without it."
                                .formatted(enclosure.title(), recipient.name()));
            }
        }
    }

    private LetterFacts factsOf(Letter letter) {
        return new LetterFacts(
                store.facts(letter.id()),
                LetterFolder.of(letter.kind(), letter.templateVersion()).facts());
    }

    private void keepFacts(Letter letter, Map<String, String> given, String by) {
        Map<String, String> now = factsCheck
                .checked(letter.kind(), letter.templateVersion(), given, today())
                .given();
        Map<String, String> before = store.facts(letter.id());
        if (now.equals(before)) {
            return;
        }
        now.values().forEach(renderer::checkCharacters);
        now.forEach((name, value) -> store.keepFact(letter.id(), name, value, by, clock.instant()));
        before.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> store.keepFact(letter.id(), name, null, by, clock.instant()));
        store.unsign(letter.id());
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

    /** What a letter is about, so that two of one kind can be under way: an advice, or one of several settings. */
    private static String about(Long aboutId, Map<String, String> facts) {
        return aboutId == null ? facts.getOrDefault("setting", "").strip() : aboutId.toString();
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
