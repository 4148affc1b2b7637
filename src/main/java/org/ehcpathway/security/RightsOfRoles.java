package org.ehcpathway.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * The least rights each role needs. Nobody but managers and data officers gets a right to instances or tasks of a process
 * definition, because that would open the cases of every team; the engine itself gives each candidate group and assignee
 * the right to the one task.
 */
@Component
class RightsOfRoles {

    /** What people start in Tasklist, with a form. */
    private static final Set<String> STARTED_BY_PEOPLE =
            Set.of("needs-assessment", "end-of-request", "enquiry", "annual-review", "change-plan", "cease-plan");

    /** What only those start who know the case. */
    private static final Set<String> OF_A_KNOWN_CASE =
            Set.of("end-of-request", "annual-review", "change-plan", "cease-plan");

    /** A new process needs a line here before anybody sees its diagram. */
    static final List<String> PROCESSES = List.of(
            "needs-assessment",
            "decide-to-assess",
            "advice-gathering",
            "advice-request",
            "draft-plan",
            "finalise-plan",
            "setting-consultation",
            "statutory-letter",
            "statutory-limit",
            "contact-check",
            "panel-consideration",
            "panel-meeting",
            "case-management",
            "offered-conversation",
            "late-advice",
            "end-of-request",
            "duplicate-check",
            "enquiry",
            "annual-review",
            "change-plan",
            "review-decision",
            "amend-plan",
            "finish-amendment",
            "cease-plan",
            "phase-transfer",
            "plan-register-sweep");

    private final AuthorizationService authorizations;

    RightsOfRoles(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    private record Right(String group, Resource resource, String id, List<Permission> permissions) {

        static Right of(String group, Resource resource, String id, Permission... permissions) {
            return new Right(group, resource, id, List.of(permissions));
        }

        boolean isAbout(Authorization authorization) {
            return group.equals(authorization.getGroupId())
                    && resource.resourceType() == authorization.getResourceType()
                    && id.equals(authorization.getResourceId());
        }
    }

    /** Gives every role its rights. What an administrator granted on other resources stays. */
    void grant() {
        List<Right> rights = new ArrayList<>();
        for (String role : Roles.OF_TASKLIST) {
            rights.add(Right.of(role, Resources.APPLICATION, "tasklist", ACCESS));
            if (!role.equals(Roles.MANAGERS)) {
                rights.addAll(diagrams(role));
            }
        }
        for (String role : Roles.LOG_REQUESTS) {
            rights.add(Right.of(role, Resources.PROCESS_INSTANCE, ANY, CREATE));
        }
        // Evaluated with the rights of the person who settles whom to ask for advice.
        rights.add(Right.of(Roles.CASEWORKERS, Resources.DECISION_DEFINITION, "advice-required", CREATE_INSTANCE));
        rights.addAll(allCases(Roles.DATA_OFFICERS));
        // Giving a task to a person brings the right to change its due date with it; the operation log records both.
        rights.addAll(allCases(Roles.MANAGERS, ProcessDefinitionPermissions.TASK_ASSIGN));
        STARTED_BY_PEOPLE.forEach(process -> rights.add(starts(Roles.MANAGERS, process)));
        rights.add(Right.of(Roles.MANAGERS, Resources.USER, ANY, READ));
        rights.add(Right.of(Roles.MANAGERS, Resources.GROUP, ANY, READ));
        rights.addAll(deployments());
        for (Resources resource : Resources.values()) {
            rights.add(Right.of(Roles.ADMINISTRATORS, resource, ANY, ALL));
        }
        give(rights);
    }

    /** Lets these roles see a filter of Tasklist. */
    void letSeeFilter(String filterId, List<String> roles) {
        give(roles.stream()
                .map(role -> Right.of(role, Resources.FILTER, filterId, READ))
                .toList());
    }

    /** The process definitions by key, without their instances; some roles may start those that people start. */
    private static List<Right> diagrams(String role) {
        return PROCESSES.stream()
                .map(process -> mayStart(role, process)
                        ? starts(role, process)
                        : Right.of(role, Resources.PROCESS_DEFINITION, process, READ))
                .toList();
    }

    /** Business support logs what comes in; what is to become of a request or a plan is recorded by who knows the case. */
    private static boolean mayStart(String role, String process) {
        return STARTED_BY_PEOPLE.contains(process)
                && Roles.LOG_REQUESTS.contains(role)
                && !(role.equals(Roles.BUSINESS_SUPPORT) && OF_A_KNOWN_CASE.contains(process));
    }

    private static Right starts(String role, String process) {
        return Right.of(
                role, Resources.PROCESS_DEFINITION, process, READ, ProcessDefinitionPermissions.CREATE_INSTANCE);
    }

    /** Cockpit with the cases of every team, to read. */
    private static List<Right> allCases(String role, Permission... more) {
        List<Permission> onCases = new ArrayList<>(List.of(
                READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                READ_HISTORY));
        onCases.addAll(List.of(more));
        return List.of(
                Right.of(role, Resources.APPLICATION, "cockpit", ACCESS),
                new Right(role, Resources.PROCESS_DEFINITION, ANY, onCases),
                Right.of(role, Resources.DECISION_DEFINITION, ANY, READ, READ_HISTORY),
                Right.of(role, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                Right.of(role, Resources.DEPLOYMENT, ANY, READ));
    }

    /** Cockpit with the definitions, and the right to deploy new ones; no cases. */
    private static List<Right> deployments() {
        return List.of(
                Right.of(Roles.ANALYSTS, Resources.APPLICATION, "cockpit", ACCESS),
                Right.of(Roles.ANALYSTS, Resources.DEPLOYMENT, ANY, CREATE, READ),
                Right.of(Roles.ANALYSTS, Resources.PROCESS_DEFINITION, ANY, READ),
                Right.of(Roles.ANALYSTS, Resources.DECISION_DEFINITION, ANY, READ),
                Right.of(Roles.ANALYSTS, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ));
    }

    private void give(List<Right> rights) {
        List<Authorization> present = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(rights.stream().map(Right::group).distinct().toArray(String[]::new))
                .list();
        for (Right right : rights) {
            Authorization authorization = present.stream()
                    .filter(right::isAbout)
                    .findFirst()
                    .orElseGet(() -> authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT));
            authorization.setGroupId(right.group());
            authorization.setResource(right.resource());
            authorization.setResourceId(right.id());
            authorization.setPermissions(right.permissions().toArray(Permission[]::new));
            authorizations.saveAuthorization(authorization);
        }
    }
}
