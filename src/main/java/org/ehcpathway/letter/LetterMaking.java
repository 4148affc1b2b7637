package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Makes a signed letter for each of its recipients, and keeps what was made as documents of the case. */
@Component
class LetterMaking {

    private static final int LONGEST_TITLE = 200;

    private final LetterStore store;
    private final LetterMatter matter;
    private final LetterCircle circle;
    private final LetterDraft draft;
    private final LetterHandling handling;
    private final Dispatch dispatch;
    private final LetterTemplates templates;
    private final Documents documents;
    private final MadeFrom madeFrom;
    private final WordsKept words;

    LetterMaking(
            LetterStore store,
            LetterMatter matter,
            LetterCircle circle,
            LetterDraft draft,
            LetterHandling handling,
            Dispatch dispatch,
            LetterTemplates templates,
            Documents documents,
            MadeFrom madeFrom,
            WordsKept words) {
        this.store = store;
        this.matter = matter;
        this.circle = circle;
        this.draft = draft;
        this.handling = handling;
        this.dispatch = dispatch;
        this.templates = templates;
        this.documents = documents;
        this.madeFrom = madeFrom;
        this.words = words;
    }

    /**
     * Made anew for everybody who has not got it yet.
     *
     * @param day the date on the letter
     * @throws Refusal when it is not signed, not checked by a second person where it must be, or cannot go out
     */
    void make(Letter letter, LocalDate day) {
        if (letter.signedBy() == null) {
            throw new Refusal("The letter is not signed yet: have it checked and signed first.");
        }
        if (handling.waitsForSecondCheck(letter.id())) {
            throw new Refusal("A second person has to agree to the letter before it goes out.");
        }
        CaseFile file = matter.file(letter);
        circle.bringUpToDate(letter, file, day);
        List<LetterRecipient> unsent = dispatch.open(letter.id());
        List<LetterValues> values = unsent.stream()
                .map(recipient -> draft.values(letter.id(), file, recipient, day))
                .toList();
        unsent.forEach(
                recipient -> draft.checkEnclosures(letter.id(), recipient, WithheldAddresses.from(recipient, file)));
        // Making a PDF takes ten times as long as keeping it, and needs no database: a letter with copies uses every
        // core.
        List<LetterTemplates.Made> made =
                values.parallelStream().map(templates::make).toList();
        for (int i = 0; i < unsent.size(); i++) {
            keepPdf(letter, file, unsent.get(i), values.get(i), made.get(i), "", letter.signedBy());
        }
        store.rendered(letter.id(), day);
    }

    /** Keeps a letter that will not go out as it stood, for everybody it would have gone to. */
    void keepWithdrawn(Letter letter, LocalDate day, String by) {
        CaseFile file = matter.file(letter);
        for (LetterRecipient recipient : store.recipients(letter.id())) {
            LetterValues values = draft.values(letter.id(), file, recipient, day);
            keepPdf(letter, file, recipient, values, templates.make(values), "Withdrawn, not sent: ", by);
        }
    }

    private void keepPdf(
            Letter letter,
            CaseFile file,
            LetterRecipient recipient,
            LetterValues values,
            LetterTemplates.Made made,
            String before,
            String by) {
        String sha256 = Sha256.of(made.pdf());
        if (sha256.equals(recipient.sha256())) {
            return;
        }
        String title = before
                + "%s %s, to %s".formatted(letter.kind().id(), letter.kind().title(), recipient.name());
        Document document = documents.addMade(
                file.c().reference(),
                DocumentKind.LETTER,
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                "%s_%s_%d_%d_%s.pdf"
                        .formatted(
                                file.c().reference(), letter.kind().id(), letter.id(), recipient.id(), values.date()),
                made.pdf(),
                by);
        madeFrom.keep(document.id(), letter, values);
        words.keep(document.id(), made.words());
        store.madeAnew(recipient.id(), document.id(), sha256);
    }
}
