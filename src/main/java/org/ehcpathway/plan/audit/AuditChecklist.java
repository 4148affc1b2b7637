package org.ehcpathway.plan.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.check.Finding;
import org.ehcpathway.plan.check.PlanRule;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The questions of the audit, from {@code plans/audit-checklist.yaml}.
 *
 * @param version kept with every audit
 */
public record AuditChecklist(String version, List<AuditQuestion> questions) {

    private static final String FILE = "/plans/audit-checklist.yaml";

    static AuditChecklist fromClasspath() {
        try (InputStream file = AuditChecklist.class.getResourceAsStream(FILE)) {
            return read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalStateException when a question lacks something, or two have one id */
    static AuditChecklist read(InputStream yaml) {
        Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        List<AuditQuestion> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object one : (List<?>) all.get("questions")) {
            AuditQuestion question = question((Map<?, ?>) one);
            if (!ids.add(question.id())) {
                throw new IllegalStateException("audit-checklist.yaml: two questions " + question.id());
            }
            questions.add(question);
        }
        return new AuditChecklist(all.get("version").toString(), List.copyOf(questions));
    }

    private static AuditQuestion question(Map<?, ?> one) {
        String section = text(one, "section");
        int weight = (Integer) one.get("weight");
        if (weight < 1) {
            throw new IllegalStateException("audit-checklist.yaml: a weight is 1 or more: " + one);
        }
        return new AuditQuestion(
                text(one, "id"),
                section,
                text(one, "asks"),
                weight,
                Boolean.TRUE.equals(one.get("legal")),
                list(one, "rules").stream().map(PlanRule::valueOf).collect(Collectors.toUnmodifiableSet()),
                one.containsKey("in") ? Set.copyOf(list(one, "in")) : Set.of(section),
                Boolean.TRUE.equals(one.get("items")));
    }

    private static String text(Map<?, ?> one, String key) {
        if (!(one.get(key) instanceof String text) || text.isBlank()) {
            throw new IllegalStateException("audit-checklist.yaml: a question has no " + key + ": " + one);
        }
        return text;
    }

    private static List<String> list(Map<?, ?> one, String key) {
        return one.get(key) instanceof List<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of();
    }

    /** What the automatic checks suggest: a score by question, null for not applicable; questions for a person are left out. */
    Map<String, Integer> suggest(PlanText text, List<Finding> findings) {
        Map<String, Integer> suggested = new HashMap<>();
        for (AuditQuestion question : questions) {
            if (question.ofItems()
                    && text.items(PlanPart.valueOf(question.section())).isEmpty()) {
                suggested.put(question.id(), null);
            } else if (!question.rules().isEmpty()) {
                suggested.put(question.id(), suggest(question, findings));
            }
        }
        return suggested;
    }

    private static int suggest(AuditQuestion question, List<Finding> findings) {
        List<Finding> about = findings.stream()
                .filter(finding -> question.rules().contains(finding.rule())
                        && question.in().contains(finding.place().section()))
                .toList();
        if (about.isEmpty()) {
            return AuditQuestion.MET;
        }
        return about.stream().anyMatch(Finding::isLegal) ? 0 : 1;
    }

    /**
     * What the answers come to.
     *
     * @param answers a score by question; null for not applicable
     */
    AuditScore score(Map<String, Integer> answers) {
        int reached = 0;
        int possible = 0;
        int legalZeros = 0;
        for (AuditQuestion question : questions) {
            Integer answer = answers.get(question.id());
            if (answer != null) {
                reached += answer * question.weight();
                possible += AuditQuestion.MET * question.weight();
                legalZeros += question.legal() && answer == 0 ? 1 : 0;
            }
        }
        return new AuditScore(possible == 0 ? 0 : Math.round(100f * reached / possible), legalZeros);
    }
}
