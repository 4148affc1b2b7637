package org.ehcpathway.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.ehcpathway.plan.audit.AuditAnswer;
import org.ehcpathway.plan.audit.PlanAudits.Opened;
import org.ehcpathway.statute.Refusal;

/**
 * The answers of an audit as they stand on the page: those kept, or those sent and not kept.
 *
 * @param answers by question: 0, 1, 2 or "NA"; questions without an answer are left out
 * @param comments by section
 * @param error why they were not kept; null when nothing went wrong
 */
record AuditForm(Map<String, String> answers, Map<String, String> comments, String feedback, String error) {

    static final String NOT_APPLICABLE = "NA";

    static AuditForm of(Opened opened) {
        Map<String, String> answers = new HashMap<>();
        for (AuditAnswer answer : opened.answers().values()) {
            if (answer.answered()) {
                answers.put(answer.question(), code(answer.score()));
            }
        }
        String feedback = opened.audit().feedback();
        return new AuditForm(answers, opened.comments(), feedback == null ? "" : feedback, null);
    }

    /** @param sent {@code answer.ID}, {@code comment.SECTION} and {@code feedback} */
    static AuditForm sent(Map<String, String> sent) {
        Map<String, String> answers = new HashMap<>();
        Map<String, String> comments = new HashMap<>();
        for (Entry<String, String> field : sent.entrySet()) {
            if (field.getKey().startsWith("answer.")) {
                answers.put(field.getKey().substring("answer.".length()), field.getValue());
            } else if (field.getKey().startsWith("comment.")) {
                comments.put(field.getKey().substring("comment.".length()), field.getValue());
            }
        }
        return new AuditForm(answers, comments, sent.getOrDefault("feedback", ""), null);
    }

    AuditForm refused(String sentence) {
        return new AuditForm(answers, comments, feedback, sentence);
    }

    /** By question, null for not applicable. */
    Map<String, Integer> scores() {
        Map<String, Integer> scores = new HashMap<>();
        answers.forEach((question, answer) -> scores.put(question, score(answer)));
        return scores;
    }

    /** A score in the code of the page. */
    static String code(Integer score) {
        return score == null ? NOT_APPLICABLE : score.toString();
    }

    private static Integer score(String answer) {
        return switch (answer) {
            case NOT_APPLICABLE -> null;
            case "0", "1", "2" -> Integer.valueOf(answer);
            default -> throw new Refusal("Answer each question with one of the choices.");
        };
    }
}
