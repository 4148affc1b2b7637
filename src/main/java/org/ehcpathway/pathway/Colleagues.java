package org.ehcpathway.pathway;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.ehcpathway.casefile.CaseEvent;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people and groups that work on cases: who is asking now, and what everybody is called. */
@Component
public class Colleagues {

    private static final String SETTING = "setting-";

    private final IdentityService identities;
    private final SettingRegister settings;
    private final AsNobody asNobody;

    Colleagues(@Lazy IdentityService identities, SettingRegister settings, AsNobody asNobody) {
        this.identities = identities;
        this.settings = settings;
        this.asNobody = asNobody;
    }

    /** Log-in name of the person behind this request; empty outside a request. */
    public String asking() {
        Authentication person = identities.getCurrentAuthentication();
        return person == null || person.getUserId() == null ? "" : person.getUserId();
    }

    /** The groups of that person as they are now, not as they were when the person signed in. */
    public Set<String> groupsOfAsking() {
        Authentication person = identities.getCurrentAuthentication();
        return person == null || person.getGroupIds() == null ? Set.of() : Set.copyOf(person.getGroupIds());
    }

    /** First and last names by log-in name. Who is not known, or has no name on record, is left out. */
    public Map<String, String> names(Collection<String> userIds) {
        String[] wanted = userIds.stream()
                .filter(id -> id != null && !id.isBlank())
                .distinct()
                .toArray(String[]::new);
        if (wanted.length == 0) {
            return Map.of();
        }
        List<User> found =
                asNobody.ask(() -> identities.createUserQuery().userIdIn(wanted).list());
        return found.stream()
                .filter(user -> !nameOf(user).isEmpty())
                .collect(Collectors.toMap(User::getId, Colleagues::nameOf));
    }

    /** The office of a person of the service, as it is printed under what they sign. */
    public String office(String userId) {
        List<String> groups = asNobody
                .ask(() -> identities.createGroupQuery().groupMember(userId).list())
                .stream()
                .map(Group::getId)
                .toList();
        if (groups.contains(Roles.MANAGERS)) {
            return "SEN team manager";
        }
        return groups.contains(Roles.CASEWORKERS) ? "SEN caseworker" : "SEN business support";
    }

    /** @throws Refusal when nobody with this log-in is in one of these groups */
    public void refuseUnlessIn(String userId, String... groups) {
        boolean found = asNobody.ask(() -> identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .anyMatch(Set.of(groups)::contains));
        if (!found) {
            throw new Refusal("There is nobody with this log-in in the team; write it as the person signs in with.");
        }
    }

    /** The people of a group: full names by log-in name, in the order of the log-in names. Who has no name on record is left out. */
    public Map<String, String> members(String group) {
        Map<String, String> members = new TreeMap<>();
        asNobody.ask(() -> identities.createUserQuery().memberOfGroup(group).list()).stream()
                .filter(user -> !nameOf(user).isEmpty())
                .forEach(user -> members.put(user.getId(), nameOf(user)));
        return members;
    }

    /** The e-mail address somebody has at the council. */
    public Optional<String> email(String userId) {
        return Optional.ofNullable(asNobody.ask(
                        () -> identities.createUserQuery().userId(userId).singleResult()))
                .map(user -> text(user.getEmail()))
                .filter(email -> !email.isEmpty());
    }

    /** Who of these people considered the request of a case last. */
    public Optional<String> whoConsidered(CaseFile file, Map<String, String> people) {
        return file.events().stream()
                .filter(event -> event.what().startsWith("Request considered"))
                .map(CaseEvent::by)
                .filter(people::containsKey)
                .reduce((earlier, later) -> later);
    }

    /** Names of groups by id; a group that is not known is called by its id, that of a setting by the setting's name. */
    Map<String, String> groupNames(Collection<String> groupIds) {
        Map<String, String> names = new HashMap<>();
        groupIds.forEach(id -> names.put(id, id));
        if (names.isEmpty()) {
            return names;
        }
        asNobody
                .ask(() -> identities
                        .createGroupQuery()
                        .groupIdIn(names.keySet().toArray(String[]::new))
                        .list())
                .stream()
                .filter(group -> group.getName() != null && !group.getName().isBlank())
                .forEach((Group group) -> names.put(group.getId(), group.getName()));
        if (names.keySet().stream().anyMatch(id -> id.startsWith(SETTING))) {
            settings.all().stream()
                    .filter(setting -> names.containsKey(setting.adviserGroup()))
                    .forEach((Setting setting) -> names.put(setting.adviserGroup(), setting.name()));
        }
        return names;
    }

    private static String nameOf(User user) {
        return (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
    }

    private static String text(String name) {
        return name == null ? "" : name.strip();
    }
}
