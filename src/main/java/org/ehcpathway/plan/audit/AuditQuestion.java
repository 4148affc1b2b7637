package org.ehcpathway.plan.audit;

import java.util.Set;
import org.ehcpathway.plan.check.PlanRule;

/**
 * A question of the checklist, answered with 0 (not met), 1 (partly met) or 2 (met), or not applicable.
 *
 * @param weight how much it counts, 1 or more
 * @param legal whether a 0 is a breach of the law
 * @param rules the checks that suggest an answer; none where only a person can tell
 * @param in the sections in which their findings count
 * @param ofItems whether it is not applicable where its section has no items
 */
public record AuditQuestion(
        String id,
        String section,
        String asks,
        int weight,
        boolean legal,
        Set<PlanRule> rules,
        Set<String> in,
        boolean ofItems) {

    public static final int MET = 2;
}
