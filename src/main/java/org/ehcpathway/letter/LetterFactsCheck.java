package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/** Whether what was given with a letter is all there and possible on a day. */
@Component
class LetterFactsCheck {

    private final Timescales timescales;

    LetterFactsCheck(Timescales timescales) {
        this.timescales = timescales;
    }

    /**
     * The facts as they are kept.
     *
     * @throws Refusal when one is missing, impossible, or asked for by no question of the letter
     */
    LetterFacts checked(LetterKind kind, int version, Map<String, String> given, LocalDate today) {
        List<FactAsked> asked = LetterFolder.of(kind, version).facts();
        Map<String, String> kept = new HashMap<>();
        for (FactAsked fact : asked) {
            String value = given.get(fact.name());
            if (value != null && !value.isBlank()) {
                kept.put(fact.name(), fact.checked(value, today));
            } else if (fact.required()) {
                throw new Refusal("The letter needs an answer first: " + fact.question());
            }
        }
        for (String name : given.keySet()) {
            if (asked.stream().noneMatch(fact -> fact.name().equals(name))) {
                throw new Refusal("The letter " + kind.id() + " does not ask for “" + name + "”.");
            }
        }
        LetterFacts facts = new LetterFacts(kept, asked);
        asked.forEach(fact -> checkAhead(fact, facts, today));
        return facts;
    }

    private void checkAhead(FactAsked fact, LetterFacts facts, LocalDate today) {
        if (!facts.has(fact.name()) || fact.type() != FactAsked.Type.DATE) {
            return;
        }
        LocalDate day = facts.date(fact.name());
        boolean lifted = fact.unless() != null && facts.yes(fact.unless());
        if (fact.tellBy() != null && !lifted) {
            LocalDate latest = timescales.due(fact.tellBy(), day).due();
            if (today.isAfter(latest)) {
                throw fact.refusal("The day is too soon: people had to be told by " + new LetterDates().day(latest));
            }
        }
        if (fact.notBefore() != null) {
            LocalDate earliest = timescales.due(fact.notBefore(), today).due();
            if (day.isBefore(earliest)) {
                throw fact.refusal("The day is too soon: the earliest is " + new LetterDates().day(earliest)
                        + " for a letter sent today");
            }
        }
    }
}
