package org.ehcpathway.casefile;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A person around the child or young person: a parent, a foster carer, anyone who has parental responsibility or care
 * (Education Act 1996 s.576).
 *
 * @param emailConsent whether the person agreed in writing to get notices at this e-mail address
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
        @Embedded.Nullable(prefix = "address_") Address address) {}
