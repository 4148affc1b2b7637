package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A person around the child or young person: a parent, a foster carer, anyone who has parental responsibility or care
 * (Education Act 1996 s.576).
 *
 * @param emailConsent whether the person agreed in writing to get notices at this e-mail address
 * @param standsFor for whom the person acts who lacks capacity to decide; null for almost everybody
 * @param standsForContactId the parent for whom a parent's representative acts, null otherwise
 * @param authority on what the standing rests, such as "deputy appointed by the Court of Protection on 3 May 2026"
 * @param addressWithheld whether nobody else around the child or young person may learn the address
 * @param unsafeReason why a letter could do harm; null when it is safe to write
 * @param unsafeFlaggedBy user id of the one who flagged it
 */
public record Contact(
        @Id Long id,
        Long personId,
        String name,
        String relationship,
        boolean parentalResponsibility,
        Channel preferredChannel,
        boolean emailConsent,
        String email,
        String phone,
        @Embedded.Nullable(prefix = "address_") Address address,
        StandsFor standsFor,
        Long standsForContactId,
        String authority,
        boolean addressWithheld,
        String unsafeReason,
        String unsafeFlaggedBy,
        Instant unsafeFlaggedAt) {

    public boolean unsafeToWriteTo() {
        return unsafeReason != null;
    }

    /** The same, around a person of another file; who stands in for a parent of no known id stands in for nobody. */
    Contact around(Long otherPersonId, Long otherParentId) {
        boolean standsForNobody = standsForContactId != null && otherParentId == null;
        return new Contact(
                null,
                otherPersonId,
                name,
                relationship,
                parentalResponsibility,
                preferredChannel,
                emailConsent,
                email,
                phone,
                address,
                standsForNobody ? null : standsFor,
                otherParentId,
                standsForNobody ? null : authority,
                addressWithheld,
                unsafeReason,
                unsafeFlaggedBy,
                unsafeFlaggedAt);
    }

    Contact standingFor(StandsFor whom, Long contactId, String onAuthority) {
        return new Contact(
                id,
                personId,
                name,
                relationship,
                parentalResponsibility,
                preferredChannel,
                emailConsent,
                email,
                phone,
                address,
                whom,
                contactId,
                onAuthority,
                addressWithheld,
                unsafeReason,
                unsafeFlaggedBy,
                unsafeFlaggedAt);
    }

    Contact withAddressWithheld(boolean withheld) {
        return new Contact(
                id,
                personId,
                name,
                relationship,
                parentalResponsibility,
                preferredChannel,
                emailConsent,
                email,
                phone,
                address,
                standsFor,
                standsForContactId,
                authority,
                withheld,
                unsafeReason,
                unsafeFlaggedBy,
                unsafeFlaggedAt);
    }

    Contact flaggedUnsafe(String reason, String by, Instant at) {
        return new Contact(
                id,
                personId,
                name,
                relationship,
                parentalResponsibility,
                preferredChannel,
                emailConsent,
                email,
                phone,
                address,
                standsFor,
                standsForContactId,
                authority,
                addressWithheld,
                reason,
                by,
                at);
    }
}
