package org.ehcpathway.pathway.form;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.HandlingOfLetters;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who may sign a letter by the council's table letter-handling, and under which name and office. */
@Component
class Signers {

    /** Who signs a letter or a plan, as it is printed. */
    record Signer(String userId, String name, String title) {}

    private final IdentityService identities;
    private final HandlingOfLetters table;

    Signers(@Lazy IdentityService identities, HandlingOfLetters table) {
        this.identities = identities;
        this.table = table;
    }

    /** @throws org.ehcpathway.statute.NotAllowed when the table lets somebody else sign letters of this kind */
    void checkMaySign(FormEntry entry, LetterKind kind) {
        if (table.of(kind).byManager()) {
            entry.onlyFor("Letter " + kind.id() + " is signed by a manager.", Roles.MANAGERS);
        } else {
            entry.onlyFor(
                    "Letter " + kind.id() + " is signed by a caseworker or a manager.",
                    Roles.CASEWORKERS,
                    Roles.MANAGERS);
        }
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
