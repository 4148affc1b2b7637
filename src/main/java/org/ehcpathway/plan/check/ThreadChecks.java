package org.ehcpathway.plan.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;

/** The golden thread: every need is met, and all that is provided or sought is for a need. */
final class ThreadChecks {

    private ThreadChecks() {}

    static void check(Findings findings) {
        for (PlanItem need : findings.items(PlanPart.Holds.NEEDS)) {
            need(findings, need);
        }
        for (PlanItem outcome : findings.items(PlanPart.Holds.OUTCOMES)) {
            if (tiesOf(findings, outcome, PlanPart.Holds.NEEDS).isEmpty()) {
                findings.add(
                        PlanRule.OUTCOME_WITHOUT_NEED,
                        Severity.STYLE,
                        outcome,
                        Place.Field.TIES,
                        "is sought for no need. Tie it to the need it grows from.",
                        outcome.says().words());
            }
        }
        for (PlanItem provision : findings.items(PlanPart.Holds.PROVISION)) {
            provision(findings, provision);
        }
    }

    /**
     * Only special educational provision is owed for every need (s.37(2)(d)); health and social care are owed as far as they
     * are reasonably required, so a need of C or D may be met by none, for a reason.
     */
    private static void need(Findings findings, PlanItem need) {
        Set<PlanPart> metBy = findings.text().tiedTo(need).stream()
                .map(PlanItem::part)
                .filter(part -> part.holds() == PlanPart.Holds.PROVISION)
                .collect(Collectors.toSet());
        boolean educational = need.part() == PlanPart.B;
        boolean met =
                switch (need.part()) {
                    case B -> metBy.contains(PlanPart.F);
                    case C -> metBy.contains(PlanPart.G) || metBy.contains(PlanPart.F);
                    default -> metBy.contains(PlanPart.H1) || metBy.contains(PlanPart.H2) || metBy.contains(PlanPart.F);
                };
        if (!met) {
            String where =
                    switch (need.part()) {
                        case B -> "section F";
                        case C -> "section G or F";
                        default -> "section H1, H2 or F";
                    };
            findings.add(
                    PlanRule.NEED_WITHOUT_PROVISION,
                    educational ? Severity.LEGAL : Severity.STYLE,
                    need,
                    Place.Field.WORDS,
                    "is met by no provision. Write provision for it in " + where + ", or tie it to what is there.",
                    need.says().words());
        }
    }

    private static void provision(Findings findings, PlanItem provision) {
        if (tiesOf(findings, provision, PlanPart.Holds.NEEDS).isEmpty()) {
            findings.add(
                    PlanRule.PROVISION_WITHOUT_NEED,
                    provision.part() == PlanPart.F ? Severity.LEGAL : Severity.STYLE,
                    provision,
                    Place.Field.TIES,
                    "is for no need. Tie it to the need it meets.",
                    provision.says().words());
        }
        if (tiesOf(findings, provision, PlanPart.Holds.OUTCOMES).isEmpty()) {
            findings.add(
                    PlanRule.PROVISION_WITHOUT_OUTCOME,
                    Severity.STYLE,
                    provision,
                    Place.Field.TIES,
                    "leads to no outcome. Tie it to what it is to achieve.",
                    provision.says().words());
        }
    }

    private static List<PlanItem> tiesOf(Findings findings, PlanItem item, PlanPart.Holds holds) {
        return findings.text().tiesOf(item).stream()
                .filter(other -> other.part().holds() == holds)
                .toList();
    }
}
