package org.ehcpathway.letter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.ClaimedException;
import org.ehcpathway.casefile.ExceptionOfDeadline;
import org.ehcpathway.casefile.Limit;

/**
 * Which days of the law a letter must not promise, because an exception was claimed for them and accepted (regs 5(4), 10(4),
 * 13(3)). The law gives no other day, and asks that the family is told the reason (Code 9.43).
 */
final class ExcusedDays {

    private static final Map<String, String> WHAT = Map.of(
            "REQ-04", "tell you whether we will assess",
            "PLAN-01", "tell you that no plan is needed, if that is so",
            "PLAN-06", "send you the final plan");

    private ExcusedDays() {}

    /** The excused days among those that letters of this kind name. */
    static List<LetterValues.Excused> in(LetterKind kind, CaseFile file, LetterFacts facts) {
        return switch (kind) {
            case L_01, L_02 -> of(file, Set.of("REQ-04"));
            case L_04, O_02 -> of(file, Set.of("PLAN-01", "PLAN-06"));
            case L_07, L_08 -> of(file, Set.of("PLAN-06"));
            case O_03 ->
                of(file, WHAT.keySet()).stream()
                        .filter(excused -> excused.due().equals(facts.date("dueOn")))
                        .toList();
            default -> List.of();
        };
    }

    private static List<LetterValues.Excused> of(CaseFile file, Set<String> rules) {
        return file.limits().stream()
                .filter(limit -> limit.deadline().supersededAt() == null
                        && limit.deadline().metOn() == null
                        && rules.contains(limit.deadline().rule()))
                .flatMap(ExcusedDays::of)
                .toList();
    }

    private static Stream<LetterValues.Excused> of(Limit limit) {
        return limit.exceptions().stream()
                .filter(exception ->
                        exception.isApproved() && !exception.claim().ground().setsANewDate())
                .map(exception -> excused(limit, exception));
    }

    private static LetterValues.Excused excused(Limit limit, ExceptionOfDeadline exception) {
        String rule = limit.deadline().rule();
        return new LetterValues.Excused(
                rule,
                limit.deadline().due(),
                WHAT.get(rule),
                inPlainWords(exception.claim()),
                exception.decision().targetOn());
    }

    private static String inPlainWords(ClaimedException claim) {
        LetterDates dates = new LetterDates();
        return switch (claim.ground()) {
            case SCHOOL_CLOSED, ORDER_SCHOOL_CLOSED ->
                "the school or college was closed from " + dates.plain(claim.firstDay()) + " to "
                        + dates.plain(claim.reopensOn().minusDays(1)) + ", when we needed its advice";
            case PROVIDER_CLOSED, ORDER_PROVIDER_CLOSED ->
                "the nursery or other early years setting was closed from " + dates.plain(claim.firstDay()) + " to "
                        + dates.plain(claim.reopensOn().minusDays(1)) + ", when we needed its advice";
            case AWAY, ORDER_AWAY ->
                "somebody of the family was away from our area from " + dates.plain(claim.firstDay()) + " to "
                        + dates.plain(claim.lastDay());
            default -> "there are exceptional personal circumstances in the family";
        };
    }
}
