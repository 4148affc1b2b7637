package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.TranslatedLetter;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes in a letter again in the family's language, as a translator wrote it, as long as somebody has still to sign it. */
@Controller
class TranslationDesk {

    /** A language with its tag, such as Polish and pl. */
    record Language(String tag, String name) {}

    private static final List<Language> LANGUAGES = languages();

    private final CaseAccess access;
    private final LetterReading reading;
    private final LetterPreparation preparation;
    private final Colleagues colleagues;

    TranslationDesk(CaseAccess access, LetterReading reading, LetterPreparation preparation, Colleagues colleagues) {
        this.access = access;
        this.reading = reading;
        this.preparation = preparation;
        this.colleagues = colleagues;
    }

    /** What was typed, or what is kept. */
    record Typed(String language, String words, String suppliedBy) {}

    @GetMapping("/letters/{letterId}/translation")
    String ask(@PathVariable long letterId, Model model) {
        Letter letter = writers(letterId);
        Typed kept = reading.translation(letterId)
                .map(one -> new Typed(one.languageName(), one.words(), one.suppliedBy()))
                .orElse(new Typed("", "", ""));
        return fill(model, letter, kept, null);
    }

    /** Keeps the translation, or takes it out when {@code taking} says so. */
    @PostMapping("/letters/{letterId}/translation")
    String keep(
            @PathVariable long letterId,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String suppliedBy,
            @RequestParam(defaultValue = "") String taking,
            Model model,
            HttpServletResponse response) {
        Letter letter = writers(letterId);
        try {
            if (!reading.isTranslatable(letterId)) {
                throw new Refusal(
                        "The letter is signed and on its way: send it again with the translation once it has been sent.");
            }
            if (taking.equals("out")) {
                preparation.translate(letterId, null, null, null, colleagues.asking());
            } else {
                keep(letterId, new Typed(language, words, suppliedBy));
            }
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return fill(model, letter, new Typed(language, words, suppliedBy), refusal.getMessage());
        }
        return "redirect:/letters/" + letterId + "/translation";
    }

    private void keep(long letterId, Typed typed) {
        if (typed.words().isBlank()) {
            throw new Refusal("Enter the words of the translation.");
        }
        preparation.translate(
                letterId,
                tagOf(typed.language()),
                typed.words().replace("\r\n", "\n"),
                typed.suppliedBy(),
                colleagues.asking());
    }

    private String fill(Model model, Letter letter, Typed typed, String error) {
        model.addAttribute("reference", access.seenById(letter.caseId()).c().reference());
        model.addAttribute("letter", letter);
        model.addAttribute("recipients", reading.recipients(letter.id()));
        model.addAttribute("languages", LANGUAGES);
        model.addAttribute(
                "kept",
                reading.translation(letter.id())
                        .map(TranslatedLetter::languageName)
                        .orElse(null));
        model.addAttribute("open", reading.isTranslatable(letter.id()));
        model.addAttribute("typed", typed);
        model.addAttribute("error", error);
        return "letters/translation";
    }

    private Letter writers(long letterId) {
        try {
            Letter letter = reading.get(letterId);
            Seen seen = access.seenById(letter.caseId());
            if (seen.sight() != Sight.WHOLE || !seen.mayPrepareLetters()) {
                throw new NotAllowed("Translations are given by the caseworkers of the team and by managers.");
            }
            return letter;
        } catch (Refusal | NoSuchThing notTheirs) {
            throw NoSuchThing.ofPaper();
        }
    }

    private static String tagOf(String name) {
        return LANGUAGES.stream()
                .filter(language -> language.name().equalsIgnoreCase(name.strip()))
                .map(Language::tag)
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose the language of the translation in the list, such as Polish."));
    }

    /** By name; of two codes for one language, such as iw and he, the one in use. */
    private static List<Language> languages() {
        TreeMap<String, Language> languages = new TreeMap<>();
        Arrays.stream(Locale.getISOLanguages())
                .map(code -> Locale.forLanguageTag(code))
                .filter(locale -> !locale.getLanguage().equals("en"))
                .forEach(locale -> languages.put(
                        locale.getDisplayLanguage(Locale.UK),
                        new Language(locale.toLanguageTag(), locale.getDisplayLanguage(Locale.UK))));
        return List.copyOf(languages.values());
    }
}
