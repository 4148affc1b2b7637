package org.ehcpathway.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One version of the plan of a case. Until it is signed or issued it is a working paper.
 *
 * @param number counts the versions of the case from 1
 * @param basedOn the version whose words this one began with; null in a first draft
 * @param naming section I; null in a draft
 * @param healthAgreedOn the day the responsible commissioning body agreed section G (PLAN-12)
 * @param changes what was changed since the draft and why (regulation 14(1))
 * @param signature null until a final plan is signed
 * @param documentId the document, once issued
 */
public record PlanVersion(
        @Id Long id,
        Long caseId,
        PlanKind kind,
        int number,
        PlanState state,
        Long basedOn,
        @Embedded.Nullable Naming naming,
        LocalDate healthAgreedOn,
        String changes,
        @Embedded.Nullable Signature signature,
        Long documentId,
        Instant openedAt,
        Instant issuedAt) {

    static PlanVersion opened(Long caseId, PlanKind kind, int number, Long basedOn, Instant at) {
        return new PlanVersion(
                null, caseId, kind, number, PlanState.WORKING, basedOn, null, null, null, null, null, at, null);
    }

    /** The working paper for something else, such as another draft in the place of the final plan. Section I is empty again. */
    PlanVersion turnedInto(PlanKind other) {
        return new PlanVersion(id, caseId, other, number, state, basedOn, null, null, null, null, null, openedAt, null);
    }

    PlanVersion proposing(Naming proposed, LocalDate healthAgreed, String why) {
        return new PlanVersion(
                id,
                caseId,
                kind,
                number,
                state,
                basedOn,
                proposed,
                healthAgreed,
                why,
                signature,
                documentId,
                openedAt,
                issuedAt);
    }

    PlanVersion signed(Signature by) {
        return new PlanVersion(
                id,
                caseId,
                kind,
                number,
                PlanState.SIGNED,
                basedOn,
                naming,
                healthAgreedOn,
                changes,
                by,
                documentId,
                openedAt,
                issuedAt);
    }

    PlanVersion givenUp() {
        return new PlanVersion(
                id,
                caseId,
                kind,
                number,
                PlanState.GIVEN_UP,
                basedOn,
                naming,
                healthAgreedOn,
                changes,
                signature,
                documentId,
                openedAt,
                issuedAt);
    }

    PlanVersion issued(Long document, Instant at) {
        return new PlanVersion(
                id,
                caseId,
                kind,
                number,
                PlanState.ISSUED,
                basedOn,
                naming,
                healthAgreedOn,
                changes,
                signature,
                document,
                openedAt,
                at);
    }

    /** The setting section I names; null where none is. */
    public Long settingId() {
        return naming == null ? null : naming.settingId();
    }

    /** The type section I names; null in a draft. */
    public String settingType() {
        return naming == null ? null : naming.settingType();
    }

    public String title() {
        return kind.title() + ", version " + number;
    }
}
