package org.ehcpathway.pathway.form;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Under which name and office a person signs. */
@Component
class Signers {

    /** Who signs a letter or a plan, as it is printed. */
    record Signer(String userId, String name, String title) {}

    private final IdentityService identities;

    Signers(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    /** @throws Refusal when the person has no name on record: an unnamed signature is none */
    Signer of(FormEntry entry) {
        User user = identities.createUserQuery().userId(entry.user()).singleResult();
        String name = user == null ? "" : (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        if (name.isEmpty()) {
            throw new Refusal("Your name is not on record, so you cannot sign. Ask the administrator to enter it.");
        }
        return new Signer(
                entry.user(), name, entry.groups().contains(Roles.MANAGERS) ? "SEN team manager" : "SEN caseworker");
    }

    private static String text(String name) {
        return name == null ? "" : name.strip();
    }
}
