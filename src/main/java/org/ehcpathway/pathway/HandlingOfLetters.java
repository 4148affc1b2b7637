package org.ehcpathway.pathway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
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
    private final RepositoryService repository;
    private final AsNobody asNobody;
    /** By the id of the table's version and the kind: a version never changes, and every letter asks at each of its steps. */
    private final Map<String, Handling> known = new ConcurrentHashMap<>();

    HandlingOfLetters(@Lazy DecisionService decisions, @Lazy RepositoryService repository, AsNobody asNobody) {
        this.decisions = decisions;
        this.repository = repository;
        this.asNobody = asNobody;
    }

    /**
     * What holds today for letters of this kind.
     *
     * @throws Refusal when the table has no row for it
     */
    public Handling of(LetterKind kind) {
        return asNobody.ask(() -> {
            String version = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey("letter-handling")
                    .latestVersion()
                    .singleResult()
                    .getId();
            return known.computeIfAbsent(version + " " + kind.id(), unread -> read(version, kind));
        });
    }

    private Handling read(String version, LetterKind kind) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableById(version, Variables.createVariables().putValue("letterKind", kind.id()))
                .getSingleResult();
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
