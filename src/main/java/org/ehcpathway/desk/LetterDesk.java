package org.ehcpathway.desk;

import org.ehcpathway.casefile.Documents;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.letter.Letters;
import org.ehcpathway.pathway.Resending;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters to read: as they were sent, or as they would go out today; and the way to send one again. */
@Controller
class LetterDesk {

    private final CaseAccess access;
    private final Papers papers;
    private final Letters letters;
    private final Documents documents;
    private final Resending resending;

    LetterDesk(CaseAccess access, Papers papers, Letters letters, Documents documents, Resending resending) {
        this.access = access;
        this.papers = papers;
        this.letters = letters;
        this.documents = documents;
        this.resending = resending;
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

    /** A letter is sent again by those who work on the case; it is checked and signed anew. */
    @PostMapping("/letters/{letterId}/again")
    String again(@PathVariable long letterId, @RequestParam(defaultValue = "") String reason) {
        Letter letter = readable(letterId);
        Seen seen = access.seenById(letter.caseId());
        if (!seen.mayWritePlan()) {
            throw new NotAllowed("Letters are sent again by the caseworkers of the team and by managers.");
        }
        resending.begin(seen.c().reference(), letterId, reason);
        return "redirect:/cases/" + seen.c().reference();
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
