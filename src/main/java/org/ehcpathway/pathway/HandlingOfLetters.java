package org.ehcpathway.pathway;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The council's table letter-handling: who signs, who checks, and how a letter of each kind goes out. */
@Component
public class HandlingOfLetters {

    /**
     * What the table says of one kind.
     *
     * @param byManager whether a manager signs; otherwise caseworkers may, too
     * @param secondCheck whether a person other than the signer has to agree
     * @param onlyByPost whether it goes by post also to those who wish for email
     * @param bulk whether it may be signed together with others after a sample was read
     */
    public record Handling(boolean byManager, boolean secondCheck, boolean onlyByPost, boolean bulk) {}

    private final DecisionService decisions;
    private final AsNobody asNobody;

    HandlingOfLetters(@Lazy DecisionService decisions, AsNobody asNobody) {
        this.decisions = decisions;
        this.asNobody = asNobody;
    }

    /**
     * What holds today for letters of this kind.
     *
     * @throws Refusal when the table has no row for it
     */
    public Handling of(LetterKind kind) {
        DmnDecisionRuleResult row = asNobody.ask(() -> decisions
                .evaluateDecisionTableByKey(
                        "letter-handling", Variables.createVariables().putValue("letterKind", kind.id()))
                .getSingleResult());
        if (row == null) {
            throw new Refusal("The table letter-handling has no row for letter " + kind.id()
                    + ": ask an analyst to add one before the letter is prepared.");
        }
        return new Handling(
                "MANAGER".equals(row.getEntry("signer")),
                Boolean.TRUE.equals(row.getEntry("secondCheck")),
                "POST".equals(row.getEntry("channel")),
                Boolean.TRUE.equals(row.getEntry("bulk")));
    }
}
