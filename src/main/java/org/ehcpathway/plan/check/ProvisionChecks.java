package org.ehcpathway.plan.check;

import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;

/** Whether provision is specific: how much, how often, for how long, by whom with what training, and how it is monitored. */
final class ProvisionChecks {

    private ProvisionChecks() {}

    static void check(Findings findings) {
        for (PlanItem item : findings.items(PlanPart.Holds.PROVISION)) {
            amount(findings, item);
            // In G and H a part of it may be for others to settle; special educational provision has to be enforceable.
            missing(
                    findings,
                    PlanRule.PROVISION_WITHOUT_PROVIDER,
                    owed(item),
                    item,
                    Place.Field.BY_WHOM,
                    item.says().byWhom(),
                    "does not say by whom it is given. Name the role, such as a specialist teacher.");
            missing(
                    findings,
                    PlanRule.PROVISION_WITHOUT_DURATION,
                    Severity.STYLE,
                    item,
                    Place.Field.DURATION,
                    item.says().duration(),
                    "does not say for how long. Give weeks, terms, or a day or stage until which it is given.");
            missing(
                    findings,
                    PlanRule.PROVISION_WITHOUT_TRAINING,
                    Severity.STYLE,
                    item,
                    Place.Field.TRAINING,
                    item.says().training(),
                    "does not say what training or qualification the person has who gives it.");
            missing(
                    findings,
                    PlanRule.PROVISION_WITHOUT_MONITORING,
                    Severity.STYLE,
                    item,
                    Place.Field.MONITORING,
                    item.says().monitoring(),
                    "does not say how it is monitored. Write who looks, at what, and when.");
        }
    }

    private static Severity owed(PlanItem item) {
        return item.part() == PlanPart.F ? Severity.LEGAL : Severity.STYLE;
    }

    private static void amount(Findings findings, PlanItem item) {
        ItemWords says = item.says();
        boolean given = says.amount() != null;
        // A plan from before the answers were asked apart may well say in one sentence how much it is.
        String amount = given ? says.amount() : says.words();
        boolean number = Signs.hasNumber(amount);
        boolean often = Signs.hasFrequency(amount);
        if (!given && !(number && often)) {
            findings.add(
                    PlanRule.PROVISION_NOT_QUANTIFIED,
                    owed(item),
                    item,
                    Place.Field.AMOUNT,
                    "does not say how much and how often. Write it in numbers, such as 30 minutes on each school day.",
                    says.words());
            return;
        }
        if (!number) {
            findings.add(
                    PlanRule.AMOUNT_WITHOUT_NUMBER,
                    Severity.STYLE,
                    item,
                    Place.Field.AMOUNT,
                    "gives no number for how much. Write minutes, hours or sessions.",
                    amount);
        }
        if (!often) {
            findings.add(
                    PlanRule.AMOUNT_WITHOUT_FREQUENCY,
                    Severity.STYLE,
                    item,
                    Place.Field.AMOUNT,
                    "does not say how often. Write how many times a day, a week or a term.",
                    amount);
        }
    }

    private static void missing(
            Findings findings,
            PlanRule rule,
            Severity severity,
            PlanItem item,
            Place.Field field,
            String answer,
            String sentence) {
        if (answer == null) {
            findings.add(rule, severity, item, field, sentence, item.says().words());
        }
    }
}
