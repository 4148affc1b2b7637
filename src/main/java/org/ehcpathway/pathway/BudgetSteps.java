package org.ehcpathway.pathway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.letter.FactAsked;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.plan.budget.BudgetMove;
import org.ehcpathway.plan.budget.PersonalBudgets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A step with a personal budget and its letter, both or neither. */
@Component
public class BudgetSteps {

    private final PersonalBudgets budgets;
    private final LetterPreparation preparation;
    private final LettersFromTheCase letters;
    private final Colleagues colleagues;

    BudgetSteps(
            PersonalBudgets budgets, LetterPreparation preparation, LettersFromTheCase letters, Colleagues colleagues) {
        this.budgets = budgets;
        this.preparation = preparation;
        this.letters = letters;
        this.colleagues = colleagues;
    }

    /**
     * Takes a step as the person who asks, and begins the letter that tells it.
     *
     * @param given answers to {@link PersonalBudgets#questions}, by name
     */
    @Transactional
    public void take(String reference, BudgetMove move, Map<String, String> given) {
        Map<String, String> told = budgets.take(reference, move, given, colleagues.asking());
        if (move.letter() != null) {
            Map<String, String> facts = new HashMap<>();
            for (FactAsked asked : preparation.questions(move.letter())) {
                if (told.containsKey(asked.name())) {
                    facts.put(asked.name(), told.get(asked.name()));
                }
            }
            letters.begin(reference, move.letter(), facts, List.of());
        }
    }
}
