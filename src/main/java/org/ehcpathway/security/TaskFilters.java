package org.ehcpathway.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The filters of Tasklist. Each asks for the tasks of whoever looks; the engine's authorisations leave out what that person
 * must not see. They are written anew at every start, so a change to one of them belongs into a filter of another name.
 */
@Component
class TaskFilters {

    /** Dark enough for the contrast of the words beside it. */
    private static final String COLOUR = "#1d4f91";

    /** The copies of the case's facts that the process keeps on each task, in the order of the card. */
    private static final List<Map<String, String>> ON_THE_CARD = List.of(
            Map.of("name", "child", "label", "Child or young person"),
            Map.of("name", "reference", "label", "Reference"),
            Map.of("name", "stage", "label", "Stage"),
            Map.of("name", "legalDate", "label", "Legal date"));

    /** A due date lasts to the end of its day: a task of today is not overdue, at whatever hour it is due. */
    private static final String TODAY = "${dateTime().withTimeAtStartOfDay()}";

    /** The end of yesterday, so that a task due at the first moment of today counts as of this week. */
    private static final String END_OF_YESTERDAY = "${dateTime().withTimeAtStartOfDay().minusMillis(1)}";

    private static final String NEXT_MONDAY = "${dateTime().withDayOfWeek(1).plusWeeks(1).withTimeAtStartOfDay()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final RightsOfRoles rights;

    TaskFilters(FilterService filters, TaskService tasks, RightsOfRoles rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    /** Creates the filters that are missing, and lets the roles see them. */
    void open() {
        save(
                1,
                "My tasks",
                "What I have taken on",
                Roles.OF_TASKLIST,
                query().taskAssigneeExpression("${currentUser()}"));
        save(
                2,
                "My team's tasks",
                "What my team has to do, taken on or not",
                Roles.OF_TASKLIST,
                query().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks());
        save(
                3,
                "Due this week",
                "From today to Sunday",
                Roles.OF_TASKLIST,
                query().dueAfterExpression(END_OF_YESTERDAY).dueBeforeExpression(NEXT_MONDAY));
        save(4, "Overdue", "Due before today", Roles.OF_TASKLIST, query().dueBeforeExpression(TODAY));
        save(5, "All tasks", "Every open task of every team", List.of(Roles.MANAGERS), query());
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().active();
    }

    private void save(int place, String name, String description, List<String> roles, TaskQuery query) {
        Filter present = filters.createFilterQuery().filterName(name).singleResult();
        Filter filter = present == null ? filters.newTaskFilter(name) : present;
        Map<String, Object> properties = new HashMap<>();
        properties.put("priority", place);
        properties.put("description", description);
        properties.put("color", COLOUR);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", ON_THE_CARD);
        filter.setQuery(query);
        filter.setProperties(properties);
        filters.saveFilter(filter);
        rights.letSeeFilter(filter.getId(), roles);
    }
}
