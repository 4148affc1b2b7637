package org.ehcpathway.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.SigningBatches;
import org.ehcpathway.letter.SigningBatches.Batch;
import org.ehcpathway.letter.SigningBatches.Candidate;
import org.ehcpathway.letter.SigningBatches.Entry;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.LettersToSign;
import org.ehcpathway.pathway.LettersToSign.ToSign;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Routine letters signed in one act, after a sample that the lot chose was read. */
@Controller
class SigningDesk {

    private final LettersToSign toSign;
    private final SigningBatches batches;
    private final LetterReading reading;
    private final LetterDesk desk;
    private final Colleagues colleagues;

    SigningDesk(
            LettersToSign toSign,
            SigningBatches batches,
            LetterReading reading,
            LetterDesk desk,
            Colleagues colleagues) {
        this.toSign = toSign;
        this.batches = batches;
        this.reading = reading;
        this.desk = desk;
        this.colleagues = colleagues;
    }

    @GetMapping("/letters/to-sign")
    String list(Model model) {
        String person = signer();
        List<ToSign> mine = toSign.mine();
        Map<String, Long> kinds = mine.stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.kind().id() + " " + letter.kind().title(),
                        TreeMap::new,
                        Collectors.counting()));
        model.addAttribute("letters", mine);
        model.addAttribute("kinds", kinds);
        model.addAttribute("open", batches.open(person).orElse(null));
        return "letters/to-sign";
    }

    @PostMapping("/letters/to-sign")
    String draw() {
        List<Candidate> candidates = toSign.mine().stream()
                .map(letter -> new Candidate(letter.letterId(), letter.taskId()))
                .toList();
        return "redirect:/letters/to-sign/" + batches.draw(candidates, signer());
    }

    @GetMapping("/letters/to-sign/{batch}")
    String batch(@PathVariable long batch, Model model) {
        model.addAttribute("batch", batches.batch(batch, signer()));
        return "letters/signing";
    }

    /** Opens a letter of the batch; opening it is what is kept as having read it. */
    @GetMapping("/letters/to-sign/{batch}/letters/{letterId}.pdf")
    ResponseEntity<byte[]> read(@PathVariable long batch, @PathVariable long letterId) {
        String person = signer();
        if (batches.batch(batch, person).letters().stream().noneMatch(entry -> entry.letterId() == letterId)) {
            throw NoSuchThing.ofPaper();
        }
        LetterRecipient first =
                reading.recipients(letterId).stream().findFirst().orElseThrow(NoSuchThing::ofPaper);
        ResponseEntity<byte[]> pdf = desk.open(letterId, first.id());
        batches.read(batch, letterId, person);
        return pdf;
    }

    /** Signs each letter by itself: one that cannot be signed stops no other, and says why. */
    @PostMapping("/letters/to-sign/{batch}/sign")
    String sign(@PathVariable long batch) {
        Batch found = batches.batch(batch, signer());
        if (!found.isRead()) {
            throw new Refusal("Open every letter of the sample first. Nothing was signed.");
        }
        for (Entry entry : found.letters()) {
            if (entry.result() == null) {
                batches.result(batch, entry.letterId(), toSign.sign(entry.taskId(), entry.letterId()));
            }
        }
        batches.signed(batch);
        return "redirect:/letters/to-sign/" + batch;
    }

    private String signer() {
        if (colleagues.groupsOfAsking().stream()
                .noneMatch(group -> group.equals(Roles.CASEWORKERS) || group.equals(Roles.MANAGERS))) {
            throw new NotAllowed("Letters are signed by caseworkers and managers.");
        }
        return colleagues.asking();
    }
}
