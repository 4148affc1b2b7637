package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signature under a letter, and the say of a second person where the council's table letter-handling wants one.
 *
 * <p>Whoever calls must have the right to do so. Bad input is a {@link Refusal}, and then nothing has changed.
 */
@Service
@Transactional
public class LetterSigning {

    /** No letter of fewer characters fills the pages that an envelope holds, however short its lines are. */
    private static final int MAY_HAVE_TOO_MANY_PAGES = 8_000;

    private final LetterStore store;
    private final LetterMatter matter;
    private final LetterCircle circle;
    private final LetterDraft draft;
    private final LetterHandling handling;
    private final LetterTemplates templates;
    private final PdfRenderer renderer;
    private final LetterMaking making;
    private final CaseFiles cases;
    private final Clock clock;

    LetterSigning(
            LetterStore store,
            LetterMatter matter,
            LetterCircle circle,
            LetterDraft draft,
            LetterHandling handling,
            LetterTemplates templates,
            PdfRenderer renderer,
            LetterMaking making,
            CaseFiles cases,
            Clock clock) {
        this.store = store;
        this.matter = matter;
        this.circle = circle;
        this.draft = draft;
        this.handling = handling;
        this.templates = templates;
        this.renderer = renderer;
        this.making = making;
        this.cases = cases;
        this.clock = clock;
    }

    /** Signs the letter as it would go out today. Refused, with the reason, when it could not go out. */
    public void sign(long id, String userId, String signerName, String signerTitle) {
        Letter letter = store.changeable(id);
        Typed.line(userId, "who signs");
        renderer.checkCharacters(
                Typed.line(signerName, "the signer’s name") + Typed.line(signerTitle, "the signer’s job title"));
        store.sign(id, userId, signerName.strip(), signerTitle.strip(), clock.instant());
        handling.signed(id, userId);
        LocalDate today = LocalDate.now(clock);
        CaseFile file = matter.file(letter);
        circle.bringUpToDate(letter, file, today);
        for (LetterRecipient recipient : store.recipients(id)) {
            LetterValues values = draft.values(id, file, recipient, today);
            String xhtml = templates.xhtml(values);
            renderer.checkCharacters(xhtml);
            if (ComposedLetter.of(xhtml).text().length() > MAY_HAVE_TOO_MANY_PAGES) {
                // Found when it is made, nobody would be there any more to shorten it.
                templates.make(values);
            }
            draft.checkEnclosures(id, recipient, values.hidden());
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
        store.changeable(id);
        handling.agreed(id, Typed.line(by, "who agrees"));
    }

    /**
     * Withdraws a letter that tells a decision which has to be looked at again. It is kept as it stood, and never goes out.
     *
     * @param why what has to be changed
     * @throws Refusal when it is on its way already, or cannot be kept because something in it is missing
     */
    public void withdraw(long id, String why, String by) {
        Letter letter = store.changeable(id);
        if (letter.state() != LetterState.PREPARED && letter.state() != LetterState.SIGNED) {
            throw new Refusal("The letter is on its way already and cannot be withdrawn.");
        }
        String who = Typed.line(by, "who withdraws it");
        making.keepWithdrawn(letter, LocalDate.now(clock), who);
        store.withdraw(id, "Its decision was taken back before anybody was told.");
        cases.note(
                store.reference(letter.caseId()),
                who,
                "Letter withdrawn: " + letter.kind().id(),
                why);
    }

    /** Takes back the signature of a letter that a second person does not agree to. */
    public void sendBack(long id, String by) {
        Letter letter = store.changeable(id);
        store.writeFreeText(id, letter.freeText());
        handling.sentBack(id, Typed.line(by, "who sends it back"));
    }
}
