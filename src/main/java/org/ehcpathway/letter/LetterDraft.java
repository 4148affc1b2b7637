package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** A letter as it would go out to each of its recipients on a day. */
@Component
class LetterDraft {

    private final LetterStore store;
    private final LetterFactsCheck factsCheck;
    private final LetterComposer composer;
    private final Documents documents;

    LetterDraft(LetterStore store, LetterFactsCheck factsCheck, LetterComposer composer, Documents documents) {
        this.store = store;
        this.factsCheck = factsCheck;
        this.composer = composer;
        this.documents = documents;
    }

    /**
     * What the letter says to one of them.
     *
     * @throws Refusal when it cannot be said, or the post would not take the address
     */
    LetterValues values(long id, CaseFile file, LetterRecipient recipient, LocalDate day) {
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
    void checkEnclosures(long id, LetterRecipient recipient, List<String> hidden) {
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
}
