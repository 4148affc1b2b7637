package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first part of a letter's life: it is begun, told what the file does not know, given its papers, its translation and its next
 * steps, until somebody signs it. Each step is safe to repeat.
 *
 * <p>Whoever calls must have the right to do so. Bad input is a {@link Refusal}, and then nothing has changed.
 */
@Service
@Transactional
public class LetterPreparation {

    /** A letter in the place of one that was sent has a key of its own, so that no step takes it up as the letter it is to send. */
    private static final String AGAIN = " again";

    private static final int LONGEST_TEXT = 20000;

    private final LetterStore store;
    private final LetterMatter matter;
    private final LetterCircle circle;
    private final LetterHandling handling;
    private final LetterFactsCheck factsCheck;
    private final PdfRenderer renderer;
    private final CaseFiles cases;
    private final Documents documents;
    private final Clock clock;

    LetterPreparation(
            LetterStore store,
            LetterMatter matter,
            LetterCircle circle,
            LetterHandling handling,
            LetterFactsCheck factsCheck,
            PdfRenderer renderer,
            CaseFiles cases,
            Documents documents,
            Clock clock) {
        this.store = store;
        this.matter = matter;
        this.circle = circle;
        this.handling = handling;
        this.factsCheck = factsCheck;
        this.renderer = renderer;
        this.cases = cases;
        this.documents = documents;
        this.clock = clock;
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
     * as it is, unless it takes the place of one that was sent: what follows from a letter follows from the first. Facts that are given anew take the place of the earlier ones.
     *
     * @param aboutId the advice that an L-05 asks for, null for every other kind
     * @param facts answers to the questions of {@link #questions}, by name; dates as 2026-10-26
     * @throws Refusal also when an answer is missing or impossible
     */
    public Letter prepare(String reference, LetterKind kind, Long aboutId, Map<String, String> facts, String by) {
        return prepare(reference, kind, aboutId, about(aboutId, facts), facts, by);
    }

    private Letter prepare(
            String reference, LetterKind kind, Long aboutId, String about, Map<String, String> facts, String by) {
        CaseFile file = cases.whole(reference);
        if ((kind == LetterKind.L_05) != (aboutId != null)) {
            throw new Refusal("A request for advice is about one advice of the case, and no other letter is.");
        }
        if (aboutId != null && LetterMatter.about(file, aboutId).isEmpty()) {
            throw new Refusal("There is no such advice in the case.");
        }
        if (kind.isOnlyTold()) {
            throw new Refusal(
                    "The letter " + kind.id() + " goes out beside the letter to the family: prepare that one.");
        }
        long caseId = file.c().id();
        Optional<Letter> begun = store.unsent(caseId, kind, about);
        if (begun.isEmpty() || !facts.isEmpty()) {
            factsCheck.checked(kind, begun.map(Letter::templateVersion).orElse(kind.templateVersion()), facts, today());
        }
        Letter letter = begun.orElseGet(() -> store.insert(caseId, kind, aboutId, about, by, clock.instant()));
        if (!facts.isEmpty()) {
            keepFacts(letter, facts, by);
        }
        circle.bringUpToDate(letter, file, today());
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

    /** Gives the facts of an unsent letter anew, all of them. A letter that was signed must be signed again. */
    public void giveFacts(long id, Map<String, String> facts, String by) {
        Letter letter = store.changeable(id);
        String setting = store.facts(id).get("setting");
        if (setting != null && !setting.equals(facts.get("setting"))) {
            throw new Refusal("The letter was begun for another setting: prepare a new letter for this one.");
        }
        keepFacts(letter, facts, by);
        circle.bringUpToDate(letter, matter.file(letter), today());
    }

    /**
     * Keeps what the council's table letter-handling says of this letter.
     *
     * @param onlyByPost whether it goes by post even to those who wish for email
     * @param secondCheck whether a second person must agree before it goes out
     */
    public void handle(long id, boolean onlyByPost, boolean secondCheck) {
        Letter letter = store.letter(id);
        if (!letter.state().isOver() && handling.keep(id, onlyByPost, secondCheck)) {
            circle.bringUpToDate(letter, matter.file(letter), today());
        }
    }

    /**
     * Adds the letter again in the family's language. A letter that was signed must be signed again.
     *
     * @param language its tag (BCP 47), such as pl for Polish
     * @param words as they are printed; null takes a translation out
     * @param suppliedBy the translator or the agency
     */
    public void translate(long id, String language, String words, String suppliedBy, String by) {
        store.changeable(id);
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
            String supplier = Typed.line(suppliedBy, "who supplied the translation");
            renderer.checkCharacters(words + supplier);
            Characters.checkDirection(words);
            translation = new TranslatedLetter(locale.toLanguageTag(), words.strip(), supplier);
        }
        if (!Optional.ofNullable(translation).equals(store.translation(id))) {
            store.keepTranslation(id, translation, by, clock.instant());
            store.unsign(id);
        }
    }

    /**
     * A second person's say that this letter may go to somebody who is flagged as unsafe to write to.
     *
     * @param key of the {@link HeldBack}
     * @param reason why it may go, at least 20 characters
     * @param by neither who set the flag nor who prepared the letter
     */
    public void release(long id, String key, String reason, String by) {
        Letter letter = store.changeable(id);
        CaseFile file = matter.file(letter);
        Flag flag = flags(file)
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal("Nobody of that name is flagged as unsafe to write to in this case."));
        String who = Typed.line(by, "who releases the letter");
        if (who.equals(flag.by()) || who.equals(letter.preparedBy())) {
            throw new Refusal(
                    "Ask a colleague; a letter to somebody who is unsafe to write to needs the say of a second person.");
        }
        if (reason == null || reason.strip().length() < 20 || reason.length() > 2000) {
            throw new Refusal("Give the reason why the letter may go, in 20 to 2000 characters.");
        }
        store.release(id, key, flag.contactId(), reason.strip(), who, clock.instant());
        store.unsign(id);
        cases.note(
                store.reference(letter.caseId()),
                who,
                "Letter released by a second person: " + letter.kind().id(),
                null);
        circle.bringUpToDate(letter, file, today());
    }

    /**
     * Encloses a paper of the case, such as the draft plan. A paper of the same title takes the place of the earlier one.
     *
     * @param title as the letter lists it, at most 200 characters
     */
    public void enclose(long id, long documentId, String title, String by) {
        Letter letter = store.changeable(id);
        String line = Typed.line(title, "a title for the enclosed paper");
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

    /**
     * Works out anew who gets the letters of a case that nobody has signed yet, after something was learnt about its people. A letter
     * that has nobody to go to stays as it is: signing it is refused with the reason.
     */
    public void peopleChanged(String reference) {
        CaseFile file = cases.whole(reference);
        store.ofCase(file.c().id()).stream()
                .filter(letter -> letter.state() == LetterState.PREPARED)
                .forEach(letter -> {
                    try {
                        circle.bringUpToDate(letter, file, today());
                    } catch (Refusal nobody) {
                        // Told to whoever signs.
                    }
                });
    }

    /** Writes the next steps for this family. A letter that was signed must be signed again. */
    public void writeFreeText(long id, String text, String by) {
        store.changeable(id);
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
        String why = Typed.line(reason, "why the letter is sent again");
        String reference = store.reference(first.caseId());
        Map<String, String> facts = store.facts(id);
        String about = about(first.aboutId(), facts);
        if (store.unsent(first.caseId(), first.kind(), about).isPresent()
                || store.unsent(first.caseId(), first.kind(), about + AGAIN).isPresent()) {
            throw new Refusal("A new letter of this kind is already being prepared in the case: use that one.");
        }
        Letter again = prepare(reference, first.kind(), first.aboutId(), about + AGAIN, facts, by);
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

    /** @param contactId null for the young person */
    private record Flag(String key, Long contactId, String by) {}

    private static Stream<Flag> flags(CaseFile file) {
        Stream<Flag> contacts = file.contacts().stream()
                .filter(Contact::unsafeToWriteTo)
                .map(contact -> new Flag(Addressees.key(contact), contact.id(), contact.unsafeFlaggedBy()));
        Stream<Flag> person = Stream.of(file.person())
                .filter(Person::unsafeToWriteTo)
                .map(one -> new Flag(Addressees.key(one), null, one.unsafeFlaggedBy()));
        return Stream.concat(contacts, person);
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

    /** What a letter is about, so that two of one kind can be under way: one of several pieces of advice or settings. */
    private static String about(Long aboutId, Map<String, String> facts) {
        return aboutId != null
                ? aboutId.toString()
                : facts.getOrDefault("setting", facts.getOrDefault("advice", ""))
                        .strip();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
