package org.ehcpathway.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * One version of the plan of a case.
 *
 * @param number counts the versions of the case from 1
 * @param settingId the setting section I names; null in a draft and where only a type is named
 * @param settingType the type section I names; null in a draft
 * @param consultedOn the day the setting was consulted (SCH-01)
 * @param healthAgreedOn the day the responsible commissioning body agreed section G (PLAN-12)
 * @param changes what was changed since the draft and why (regulation 14(1))
 * @param documentId the document, once issued
 */
public record PlanVersion(
        @Id Long id,
        Long caseId,
        PlanKind kind,
        int number,
        PlanState state,
        Long settingId,
        String settingType,
        LocalDate consultedOn,
        SettingReply settingReply,
        LocalDate healthAgreedOn,
        String changes,
        String signedBy,
        String signerName,
        String signerTitle,
        LocalDate signedOn,
        Long documentId,
        Instant openedAt,
        Instant issuedAt) {

    static PlanVersion opened(Long caseId, PlanKind kind, int number, Instant at) {
        return new PlanVersion(
                null,
                caseId,
                kind,
                number,
                PlanState.WORKING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at,
                null);
    }

    PlanVersion proposing(
            Long setting, String type, LocalDate consulted, SettingReply reply, LocalDate healthAgreed, String why) {
        return new PlanVersion(
                id,
                caseId,
                kind,
                number,
                state,
                setting,
                type,
                consulted,
                reply,
                healthAgreed,
                why,
                signedBy,
                signerName,
                signerTitle,
                signedOn,
                documentId,
                openedAt,
                issuedAt);
    }

    PlanVersion signed(String by, String name, String title, LocalDate on) {
        return new PlanVersion(
                id,
                caseId,
                kind,
                number,
                PlanState.SIGNED,
                settingId,
                settingType,
                consultedOn,
                settingReply,
                healthAgreedOn,
                changes,
                by,
                name,
                title,
                on,
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
                settingId,
                settingType,
                consultedOn,
                settingReply,
                healthAgreedOn,
                changes,
                signedBy,
                signerName,
                signerTitle,
                signedOn,
                document,
                openedAt,
                at);
    }
}
