package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A letter's words in every form: before it was made as it would go out today, and then as it was made.
 *
 * <p>Whoever calls must have the right to do so.
 */
@Service
@Transactional
public class LetterCopies {

    private final LetterStore store;
    private final LetterMatter matter;
    private final LetterDraft draft;
    private final LetterTemplates templates;
    private final LetterForms forms;
    private final WordsKept words;
    private final MadeFrom madeFrom;
    private final Documents documents;
    private final Clock clock;

    LetterCopies(
            LetterStore store,
            LetterMatter matter,
            LetterDraft draft,
            LetterTemplates templates,
            LetterForms forms,
            WordsKept words,
            MadeFrom madeFrom,
            Documents documents,
            Clock clock) {
        this.store = store;
        this.matter = matter;
        this.draft = draft;
        this.templates = templates;
        this.forms = forms;
        this.words = words;
        this.madeFrom = madeFrom;
        this.documents = documents;
        this.clock = clock;
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
        return templates.pdf(draft.values(id, matter.file(store.letter(id)), recipient, today()));
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

    /** The values that a recipient's PDF was made from, as JSON; empty before it was made. */
    @Transactional(readOnly = true)
    public Optional<String> madeFrom(long recipientId) {
        LetterRecipient recipient = store.recipient(recipientId);
        return recipient.documentId() == null ? Optional.empty() : madeFrom.of(recipient.documentId());
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
        return templates.words(draft.values(id, matter.file(letter), recipient, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
