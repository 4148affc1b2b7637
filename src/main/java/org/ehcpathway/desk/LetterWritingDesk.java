package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.letter.FactAsked;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.LettersFromTheCase;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A letter that no step of the pathway writes: its kind is chosen, its questions answered, and it goes to be checked and signed. */
@Controller
class LetterWritingDesk {

    private final CaseAccess access;
    private final LetterPreparation preparation;
    private final LettersFromTheCase fromTheCase;
    private final Documents documents;

    LetterWritingDesk(
            CaseAccess access, LetterPreparation preparation, LettersFromTheCase fromTheCase, Documents documents) {
        this.access = access;
        this.preparation = preparation;
        this.fromTheCase = fromTheCase;
        this.documents = documents;
    }

    /** @param kind the letter's id; empty to choose one first */
    @GetMapping("/cases/{reference}/letters/new")
    String ask(@PathVariable String reference, @RequestParam(defaultValue = "") String kind, Model model) {
        writer(reference);
        return fill(model, reference, kind.isBlank() ? null : kindOf(kind), Map.of(), null);
    }

    /** @param given kind, answers as {@code fact.<name>}, and papers as {@code paper.<id>} */
    @PostMapping("/cases/{reference}/letters/new")
    String write(
            @PathVariable String reference,
            @RequestParam Map<String, String> given,
            Model model,
            HttpServletResponse response) {
        writer(reference);
        LetterKind kind = kindOf(given.getOrDefault("kind", ""));
        Map<String, String> facts = new HashMap<>();
        for (FactAsked asked : preparation.questions(kind)) {
            String answer = given.getOrDefault("fact." + asked.name(), "");
            if (!answer.isBlank()) {
                facts.put(asked.name(), answer.replace("\r\n", "\n"));
            }
        }
        List<Document> papers = papers(reference).stream()
                .filter(paper -> given.containsKey("paper." + paper.id()))
                .toList();
        try {
            fromTheCase.write(reference, kind, facts, papers);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return fill(model, reference, kind, given, refusal.getMessage());
        }
        return "redirect:/cases/" + reference;
    }

    private String fill(Model model, String reference, LetterKind kind, Map<String, String> given, String error) {
        model.addAttribute("reference", reference);
        model.addAttribute("kinds", fromTheCase.kinds());
        model.addAttribute("kind", kind);
        model.addAttribute("given", given);
        model.addAttribute("error", error);
        if (kind != null) {
            model.addAttribute("summary", preparation.summary(kind));
            model.addAttribute("questions", preparation.questions(kind));
            model.addAttribute("papers", papers(reference));
        }
        return "letters/write";
    }

    private void writer(String reference) {
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE || !seen.mayPrepareLetters()) {
            throw new NotAllowed("Letters are written by the caseworkers of the team and by managers.");
        }
    }

    private LetterKind kindOf(String id) {
        return fromTheCase.kinds().stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose one of the letters in the list."));
    }

    /** What may be enclosed: papers of the case, but no letters that were sent in it. */
    private List<Document> papers(String reference) {
        return documents.of(reference).stream()
                .filter(paper -> paper.kind() != DocumentKind.LETTER)
                .toList();
    }
}
