package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.FamilyView;
import org.springframework.stereotype.Component;

/**
 * What the family said, word for word, for whoever is asked for advice (regulation 6(3)). A letter quotes it while there is room; longer
 * words go with the letter as a paper, because the post takes ten pages and nobody may shorten what a family said.
 */
@Component
class FamilysWords {

    /** The title of the paper, as the letter lists it. */
    static final String TITLE = "What the family has told us";

    /** About three pages of a letter. */
    private static final int QUOTED_AT_MOST = 8_000;

    /** A line of a letter holds about so many characters, and a short line takes its room, too. */
    private static final int SHORTEST_LINE = 80;

    private final LetterTemplates templates;
    private final PdfRenderer renderer;
    private final Documents documents;

    FamilysWords(LetterTemplates templates, PdfRenderer renderer, Documents documents) {
        this.templates = templates;
        this.renderer = renderer;
        this.documents = documents;
    }

    /** Whether a letter has room to quote all that the family said. */
    boolean canBeQuoted(CaseFile file) {
        return file.views().stream()
                        .flatMap(view -> view.words().lines())
                        .mapToLong(line -> Math.max(line.length(), SHORTEST_LINE))
                        .sum()
                <= QUOTED_AT_MOST;
    }

    /** As a letter quotes it; of words that go with it as a paper, only who said them and when. */
    List<LetterValues.Representation> inALetter(CaseFile file) {
        return canBeQuoted(file) ? quoted(file) : named(file);
    }

    /**
     * The paper with all that the family said so far, made once for the same words and kept in the file.
     *
     * @param by who makes it
     */
    Document paper(CaseFile file, String by) {
        LocalDate last = file.views().stream()
                .map(FamilyView::saidOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        String name = Characters.printable(file.person().fullName());
        byte[] pdf = renderer.render(
                templates.familysWords(file.c().reference(), name, TITLE, quoted(file)), last, List.of(name));
        String sha256 = Sha256.of(pdf);
        Optional<Document> made = file.documents().stream()
                .filter(document -> document.sha256().equals(sha256))
                .findFirst();
        return made.orElseGet(() -> documents.addMade(
                file.c().reference(),
                DocumentKind.OTHER,
                TITLE,
                "%s_%s.pdf"
                        .formatted(file.c().reference(), TITLE.replace(' ', '_').toLowerCase(Locale.UK)),
                pdf,
                by));
    }

    /** Nobody may change what the family said, so whatever signs stand in it must not hold the letter up. */
    private List<LetterValues.Representation> quoted(CaseFile file) {
        return file.views().stream()
                .map(view -> new LetterValues.Representation(
                        Characters.printable(view.saidBy()),
                        view.saidOn(),
                        Passage.wordForWord(renderer.legible(view.words()))))
                .toList();
    }

    private static List<LetterValues.Representation> named(CaseFile file) {
        return file.views().stream()
                .map(view ->
                        new LetterValues.Representation(Characters.printable(view.saidBy()), view.saidOn(), List.of()))
                .toList();
    }
}
