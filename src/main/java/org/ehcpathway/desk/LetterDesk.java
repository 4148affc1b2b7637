package org.ehcpathway.desk;

import java.nio.charset.StandardCharsets;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterCopies;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.LettersFromTheCase;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.ContentDisposition;
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

    /** Nothing in the page runs and nothing is fetched; its own style and the council's picture are shown. */
    private static final String ONLY_SHOWN = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final CaseAccess access;
    private final Papers papers;
    private final LetterReading reading;
    private final LetterCopies copies;
    private final Documents documents;
    private final LettersFromTheCase fromTheCase;

    LetterDesk(
            CaseAccess access,
            Papers papers,
            LetterReading reading,
            LetterCopies copies,
            Documents documents,
            LettersFromTheCase fromTheCase) {
        this.access = access;
        this.papers = papers;
        this.reading = reading;
        this.copies = copies;
        this.documents = documents;
        this.fromTheCase = fromTheCase;
    }

    @GetMapping("/letters/{letterId}/recipients/{recipientId}.pdf")
    ResponseEntity<byte[]> open(@PathVariable long letterId, @PathVariable long recipientId) {
        Letter letter = readable(letterId);
        LetterRecipient recipient = recipient(letterId, recipientId);
        boolean made = isMade(letter, recipient);
        return PaperDesk.answer(
                fileName(letter, recipient, ".pdf"),
                MediaType.APPLICATION_PDF_VALUE,
                made ? documents.content(recipient.documentId()) : copies.preview(letterId, recipientId));
    }

    /** The same letter with nothing smaller than 18 pt. */
    @GetMapping(path = "/letters/{letterId}/recipients/{recipientId}.pdf", params = "print=large")
    ResponseEntity<byte[]> openLarge(@PathVariable long letterId, @PathVariable long recipientId) {
        Letter letter = readable(letterId);
        return PaperDesk.answer(
                fileName(letter, recipient(letterId, recipientId), "-large-print.pdf"),
                MediaType.APPLICATION_PDF_VALUE,
                copies.largePrint(letterId, recipientId));
    }

    /** The same letter as a page, for screens of every size and those who have letters read to them. */
    @GetMapping("/letters/{letterId}/recipients/{recipientId}.html")
    ResponseEntity<byte[]> openPage(@PathVariable long letterId, @PathVariable long recipientId) {
        Letter letter = readable(letterId);
        String name = fileName(letter, recipient(letterId, recipientId), ".html");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", ONLY_SHOWN)
                .body(copies.page(letterId, recipientId).getBytes(StandardCharsets.UTF_8));
    }

    /** A copy that can be edited elsewhere, for those who prepare letters. It says on every page that it is not the letter. */
    @GetMapping("/letters/{letterId}/recipients/{recipientId}.docx")
    ResponseEntity<byte[]> openForEditing(@PathVariable long letterId, @PathVariable long recipientId) {
        Letter letter = readable(letterId);
        if (!access.seenById(letter.caseId()).mayPrepareLetters()) {
            throw NoSuchThing.ofPaper();
        }
        return PaperDesk.answer(
                "Not-the-letter-" + fileName(letter, recipient(letterId, recipientId), ".docx"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                copies.editableCopy(letterId, recipientId));
    }

    private LetterRecipient recipient(long letterId, long recipientId) {
        return reading.recipients(letterId).stream()
                .filter(candidate -> candidate.id() == recipientId)
                .findFirst()
                .orElseThrow(NoSuchThing::ofPaper);
    }

    private static boolean isMade(Letter letter, LetterRecipient recipient) {
        return letter.state().compareTo(LetterState.RENDERED) >= 0 && recipient.documentId() != null;
    }

    private static String fileName(Letter letter, LetterRecipient recipient, String ending) {
        return "%s%s-%d%s"
                .formatted(
                        isMade(letter, recipient) ? "" : "Preview-",
                        letter.kind().id(),
                        recipient.id(),
                        ending);
    }

    /** A letter is sent again by those who work on the case; it is checked and signed anew. */
    @PostMapping("/letters/{letterId}/again")
    String again(@PathVariable long letterId, @RequestParam(defaultValue = "") String reason) {
        Letter letter = readable(letterId);
        Seen seen = access.seenById(letter.caseId());
        if (!seen.mayWritePlan()) {
            throw new NotAllowed("Letters are sent again by the caseworkers of the team and by managers.");
        }
        fromTheCase.again(seen.c().reference(), letterId, reason);
        return "redirect:/cases/" + seen.c().reference();
    }

    private Letter readable(long letterId) {
        try {
            Letter letter = reading.get(letterId);
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
