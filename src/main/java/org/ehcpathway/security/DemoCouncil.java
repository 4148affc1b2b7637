package org.ehcpathway.security;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The people of the demo council, all invented. Each one's password is the user id, which is why the demo stays local. */
@Component
@Profile(DemoStaysLocal.PROFILE)
class DemoCouncil {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCouncil.class);

    /** Marks the people of the demo council, so that no other profile starts with them in its database. */
    static final String MAIL_DOMAIN = "@demo.ehc-pathway.example";

    /**
     * @param userId the log-in name, and the password
     * @param work what the person does, for the login page
     * @param groups the first is the role
     */
    record LogIn(String userId, String firstName, String lastName, String work, List<String> groups) {}

    private static final List<LogIn> LOG_INS = List.of(
            person("caseworker", "Casey", "Marlow", "Caseworker, North team", Roles.CASEWORKERS, "team-north"),
            person("caseworker2", "Rowan", "Tate", "Caseworker, North team", Roles.CASEWORKERS, "team-north"),
            person("caseworkersouth", "Jo", "Pemberton", "Caseworker, South team", Roles.CASEWORKERS, "team-south"),
            person("manager", "Morgan", "Ellery", "Manager, North team", Roles.MANAGERS, "managers-north"),
            person("managersouth", "Lindsay", "Okoro", "Manager, South team", Roles.MANAGERS, "managers-south"),
            person("panel", "Pat", "Nowak", "Panel member, in the chair", Roles.PANEL_MEMBERS),
            person("panelpsychology", "Noor", "Haddad", "Panel member, educational psychology", Roles.PANEL_MEMBERS),
            person("panelhealth", "Bola", "Adeyemi", "Panel member, health", Roles.PANEL_MEMBERS),
            person("panelsocial", "Wren", "Castell", "Panel member, social care", Roles.PANEL_MEMBERS),
            person("panelhead", "Grace", "Holloway", "Panel member, head of setting 100001", Roles.PANEL_MEMBERS),
            person("adviser", "Robin", "Hale", "Educational psychologist", Roles.ADVISERS, "advisers-psychology"),
            person("adviserhealth", "Sam", "Quirke", "Health adviser", Roles.ADVISERS, "advisers-health"),
            person("advisersocial", "Alex", "Farrow", "Social care adviser", Roles.ADVISERS, "advisers-social-care"),
            person("setting", "Frankie", "Dunmore", "Setting 100001", Roles.SETTINGS, "setting-100001"),
            person("settingsouth", "Charlie", "Vale", "Setting 100002", Roles.SETTINGS, "setting-100002"),
            person("support", "Jamie", "Osgood", "Business support", Roles.BUSINESS_SUPPORT),
            person("tribunal", "Taylor", "Whitcombe", "Tribunal officer", Roles.TRIBUNAL_OFFICERS),
            person("data", "Dee", "Lockhart", "Data officer", Roles.DATA_OFFICERS),
            person("analyst", "Ashley", "Brand", "Analyst", Roles.ANALYSTS),
            person("admin", "Kit", "Sandford", "Administrator", Roles.ADMINISTRATORS));

    private final IdentityService identities;

    DemoCouncil(IdentityService identities) {
        this.identities = identities;
    }

    private static LogIn person(String userId, String firstName, String lastName, String work, String... groups) {
        return new LogIn(userId, firstName, lastName, work, List.of(groups));
    }

    List<LogIn> logIns() {
        return LOG_INS;
    }

    /** Tells a newcomer where to go and whom to be. */
    @EventListener
    void sayWhereTheDoorIs(WebServerInitializedEvent opened) {
        LOG.info(
                "The demo council: open http://127.0.0.1:{} and sign in as {}; each password is the user name",
                opened.getWebServer().getPort(),
                LOG_INS.stream().map(LogIn::userId).collect(Collectors.joining(", ")));
    }

    /** Creates those who are not there yet. */
    void moveIn(GroupBook groups) {
        for (LogIn logIn : LOG_INS) {
            if (identities.createUserQuery().userId(logIn.userId()).count() == 0) {
                User user = identities.newUser(logIn.userId());
                user.setFirstName(logIn.firstName());
                user.setLastName(logIn.lastName());
                user.setEmail(logIn.userId() + MAIL_DOMAIN);
                user.setPassword(logIn.userId());
                identities.saveUser(user);
            }
            logIn.groups().forEach(group -> groups.join(logIn.userId(), group));
        }
    }
}
