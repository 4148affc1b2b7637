package org.ehcpathway.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** What an item may say, be tied to and come from. What holds comes back clean; anything else is a {@link Refusal}. */
@Component
class ItemCheck {

    private static final int WORDS = 20_000;
    private static final int ANSWER = 2_000;
    private static final int SHORT_ANSWER = 500;

    private final PlanItemRepository items;
    private final AdviceRegister advice;
    private final PlanDocument document;

    ItemCheck(PlanItemRepository items, AdviceRegister advice, PlanDocument document) {
        this.items = items;
        this.advice = advice;
        this.document = document;
    }

    /** @param self the item as it is kept; null for a new one */
    Typed checked(PlanVersion version, PlanPart part, PlanItem self, Typed typed) {
        List<PlanItem> all = items.findByVersionId(version.id());
        for (Long to : typed.ties()) {
            PlanItem target = all.stream()
                    .filter(item -> item.line() == to)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("An item this one was tied to was taken out meanwhile."
                            + " Choose its needs and outcomes anew."));
            if (target.equals(self) || !part.tiedTo().contains(target.part())) {
                throw new Refusal(
                        "An item of section " + part + " cannot be tied to one of section " + target.part() + ".");
            }
        }
        if (!typed.advice().isEmpty()) {
            Set<Long> known =
                    advice.ofCase(version.caseId()).stream().map(Advice::id).collect(Collectors.toSet());
            if (!known.containsAll(typed.advice())) {
                throw new Refusal("Choose from the advice of this case; load the page again.");
            }
        }
        return new Typed(words(typed.says(), part), new TreeSet<>(typed.ties()), new TreeSet<>(typed.advice()));
    }

    ItemWords words(ItemWords typed, PlanPart part) {
        ItemWords clean = typed.each(text -> Optional.of(PlanWords.clean(text))
                        .filter(words -> !words.isEmpty())
                        .orElse(null))
                .fitting(part);
        clean.each(text -> {
            document.checkCharacters(text);
            return text;
        });
        requireShort(WORDS, "text", clean.words());
        requireShort(SHORT_ANSWER, "answer to by when", clean.byWhen());
        requireShort(SHORT_ANSWER, "source", clean.otherSource());
        requireShort(
                ANSWER,
                "answer",
                clean.measure(),
                clean.amount(),
                clean.duration(),
                clean.byWhom(),
                clean.training(),
                clean.monitoring());
        return clean.words() == null ? clean.withWords("") : clean;
    }

    private static void requireShort(int longest, String what, String... texts) {
        Arrays.stream(texts)
                .filter(text -> text != null && text.length() > longest)
                .findFirst()
                .ifPresent(text -> {
                    throw new Refusal("Shorten the %s to at most %,d characters; it has %,d."
                            .formatted(what, longest, text.length()));
                });
    }
}
