package org.ehcpathway.plan.check;

import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;

/** Whether everybody will be able to see that an outcome is reached, and by when. */
final class OutcomeChecks {

    private OutcomeChecks() {}

    static void check(Findings findings) {
        for (PlanItem item : findings.items(PlanPart.Holds.OUTCOMES)) {
            if (item.says().byWhen() == null) {
                findings.add(
                        PlanRule.OUTCOME_WITHOUT_DATE,
                        Severity.STYLE,
                        item,
                        Place.Field.BY_WHEN,
                        "does not say by when. Give a day, or the end of a school year or key stage.",
                        item.says().words());
            }
            String measure = item.says().measure();
            if (measure == null) {
                findings.add(
                        PlanRule.OUTCOME_NOT_MEASURABLE,
                        Severity.STYLE,
                        item,
                        Place.Field.MEASURE,
                        "does not say how it is measured. Write what somebody will see, hear or count, and who does.",
                        item.says().words());
            } else if (!Signs.canBeObserved(measure)) {
                findings.add(
                        PlanRule.OUTCOME_NOT_MEASURABLE,
                        Severity.STYLE,
                        item,
                        Place.Field.MEASURE,
                        "cannot be measured as it is written. Give a number, how often or how well, or what somebody will"
                                + " see or hear.",
                        measure);
            }
        }
    }
}
