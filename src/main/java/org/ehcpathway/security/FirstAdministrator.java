package org.ehcpathway.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Outside the demo: makes the first administrator, or refuses to start without one. */
@Component
@Profile("!" + DemoStaysLocal.PROFILE)
class FirstAdministrator {

    private final IdentityService identities;
    private final AdministratorSettings settings;

    FirstAdministrator(IdentityService identities, AdministratorSettings settings) {
        this.identities = identities;
        this.settings = settings;
    }

    /** @throws StartRefused when there is no administrator and the settings name none, or a weak password */
    void moveIn(GroupBook groups) {
        refuseDemoPeople();
        if (identities.createUserQuery().memberOfGroup(Roles.ADMINISTRATORS).count() > 0) {
            return;
        }
        if (!settings.user().matches("[a-zA-Z0-9]+")) {
            throw new StartRefused("There is no administrator yet: set EHC_ADMIN_USER to a log-in name of letters and"
                    + " digits, and EHC_ADMIN_PASSWORD to a password of at least " + PasswordRules.LEAST_LENGTH
                    + " characters.");
        }
        if (identities.createUserQuery().userId(settings.user()).count() == 0) {
            create();
        }
        groups.join(settings.user(), Roles.ADMINISTRATORS);
    }

    private void create() {
        User administrator = identities.newUser(settings.user());
        administrator.setLastName("Administrator");
        administrator.setPassword(settings.password());
        if (!identities
                .checkPasswordAgainstPolicy(settings.password(), administrator)
                .isValid()) {
            throw new StartRefused(
                    "The first administrator needs a better password: set EHC_ADMIN_PASSWORD to at least "
                            + PasswordRules.LEAST_LENGTH + " characters that do not contain the log-in name.");
        }
        identities.saveUser(administrator);
    }

    private void refuseDemoPeople() {
        boolean demo = identities
                        .createUserQuery()
                        .userEmailLike("%" + DemoCouncil.MAIL_DOMAIN)
                        .count()
                > 0;
        if (demo) {
            throw new StartRefused("This database holds the demo council with its public passwords: give"
                    + " spring.datasource.url an empty database, or start with the profile demo.");
        }
    }
}
