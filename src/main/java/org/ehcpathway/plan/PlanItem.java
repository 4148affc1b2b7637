package org.ehcpathway.plan;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A need, an outcome or a piece of provision in one version of a plan.
 *
 * @param line what makes it the same item in all versions of the plan
 * @param place its place in the section, from 0; places may have gaps
 * @param counter goes up with every save, so that a stale save is seen
 */
public record PlanItem(
        @Id Long id,
        Long versionId,
        PlanPart part,
        long line,
        int place,
        @Embedded.Empty ItemWords says,
        int counter,
        String editedBy,
        Instant editedAt) {

    PlanItem rewritten(ItemWords newWords, String by, Instant at) {
        return new PlanItem(id, versionId, part, line, place, newWords, counter + 1, by, at);
    }

    /** A new place is no new text: who is writing the words meanwhile can still save them. */
    PlanItem movedTo(int newPlace) {
        return new PlanItem(id, versionId, part, line, newPlace, says, counter, editedBy, editedAt);
    }

    PlanItem copiedTo(Long version) {
        return new PlanItem(null, version, part, line, place, says, 0, editedBy, editedAt);
    }
}
