package org.ehcpathway.letter;

import java.util.Optional;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** What a letter rests on: the file of its case, the advice it asks for, and what was given with it. */
@Component
class LetterMatter {

    private final LetterStore store;
    private final CaseFiles cases;

    LetterMatter(LetterStore store, CaseFiles cases) {
        this.store = store;
        this.cases = cases;
    }

    /** The file of the letter's case, as it is now. */
    CaseFile file(Letter letter) {
        return cases.whole(store.reference(letter.caseId()));
    }

    /** What was given with the letter, as it is kept. */
    LetterFacts facts(Letter letter) {
        return new LetterFacts(
                store.facts(letter.id()),
                LetterFolder.of(letter.kind(), letter.templateVersion()).facts());
    }

    /** The advice with this id, if the case has one. */
    static Optional<Advice> about(CaseFile file, Long aboutId) {
        return file.advice().stream()
                .filter(advice -> advice.id().equals(aboutId))
                .findFirst();
    }
}
