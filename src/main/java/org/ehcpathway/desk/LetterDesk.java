package org.ehcpathway.desk;

import org.ehcpathway.casefile.Documents;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.letter.Letters;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Letters to read: as they were sent, or as they would go out today. */
@Controller
class LetterDesk {

    private final CaseAccess access;
    private final Papers papers;
    private final Letters letters;
    private final Documents documents;

    LetterDesk(CaseAccess access, Papers papers, Letters letters, Documents documents) {
        this.access = access;
        this.papers = papers;
        this.letters = letters;
        this.documents = documents;
    }

    @GetMapping("/letters/{letterId}/recipients/{recipientId}.pdf")
    ResponseEntity<byte[]> open(@PathVariable long letterId, @PathVariable long recipientId) {
        Letter letter = readable(letterId);
        LetterRecipient recipient = letters.recipients(letterId).stream()
                .filter(candidate -> candidate.id() == recipientId)
                .findFirst()
                .orElseThrow(NoSuchThing::ofPaper);
        boolean made = letter.state().compareTo(LetterState.RENDERED) >= 0 && recipient.documentId() != null;
        return PaperDesk.answer(
                "%s%s-%d.pdf".formatted(made ? "" : "Preview-", letter.kind().id(), recipientId),
                MediaType.APPLICATION_PDF_VALUE,
                made ? documents.content(recipient.documentId()) : letters.preview(letterId, recipientId));
    }

    private Letter readable(long letterId) {
        try {
            Letter letter = letters.get(letterId);
            Seen seen = access.seenById(letter.caseId());
            if (papers.mayRead(seen, letter)) {
                return letter;
            }
        } catch (Refusal | NoSuchThing notTheirs) {
            throw NoSuchThing.ofPaper();
        }
        throw NoSuchThing.ofPaper();
    }
}
