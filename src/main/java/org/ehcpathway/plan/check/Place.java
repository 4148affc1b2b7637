package org.ehcpathway.plan.check;

import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;

/**
 * Where in a plan something was found.
 *
 * @param section A to K; H1 and H2 apart
 * @param line the item, which keeps its line when it moves; null when it is about the section
 * @param field which answer of the item, or what of the section
 */
public record Place(String section, Long line, Field field) {

    /** What can be wrong in an item or a section. Its code is the name that forms and addresses give it. */
    public enum Field {
        WORDS("words"),
        BY_WHEN("byWhen"),
        MEASURE("measure"),
        AMOUNT("amount"),
        DURATION("duration"),
        BY_WHOM("byWhom"),
        TRAINING("training"),
        MONITORING("monitoring"),
        OTHER_SOURCE("otherSource"),
        STRAND("strand"),
        TIES("ties"),
        ADVICE("sources"),
        NAMING("naming"),
        HEALTH_AGREED_ON("healthAgreedOn"),
        SIGNATURE("signature");

        private final String code;

        Field(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    static Place of(PlanItem item, Field field) {
        return new Place(item.part().name(), item.line(), field);
    }

    static Place of(PlanPart part, Field field) {
        return new Place(part.name(), null, field);
    }
}
