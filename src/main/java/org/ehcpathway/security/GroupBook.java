package org.ehcpathway.security;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The groups of the identity tables: roles, teams and kinds of advisers. Written so that each call can be repeated. */
@Component
class GroupBook {

    private static final String ROLE = "ROLE";
    private static final String TEAM = "TEAM";
    /** The engine's own type for the administrators' group. */
    private static final String SYSTEM = "SYSTEM";

    private final IdentityService identities;
    private final CouncilTeams council;

    GroupBook(IdentityService identities, CouncilTeams council) {
        this.identities = identities;
        this.council = council;
    }

    /** Creates every role, every team of the council with its managers, and the groups of advisers. */
    void open() {
        Roles.names().forEach((id, name) -> ensure(id, name, id.equals(Roles.ADMINISTRATORS) ? SYSTEM : ROLE));
        for (CouncilTeams.Team team : council.teams()) {
            ensure(team.id(), team.name(), TEAM);
            ensure(team.managerGroup(), "Managers, " + team.name(), TEAM);
        }
        adviserGroups().forEach((id, name) -> ensure(id, name, TEAM));
    }

    private static Map<String, String> adviserGroups() {
        return new TreeMap<>(Map.of(
                "advisers-psychology", "Advisers: educational psychology",
                "advisers-health", "Advisers: health",
                "advisers-social-care", "Advisers: social care",
                "advisers-other", "Advisers: other"));
    }

    /** Adds the person to the group, which is made when it is missing (a setting's own group, for example). */
    void join(String userId, String groupId) {
        ensure(groupId, groupId, TEAM);
        boolean isIn = identities
                        .createUserQuery()
                        .userId(userId)
                        .memberOfGroup(groupId)
                        .count()
                > 0;
        if (!isIn) {
            identities.createMembership(userId, groupId);
        }
    }

    private void ensure(String id, String name, String type) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }
}
