package org.ehcpathway.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The roles of the service. Each is a group of the engine's identity tables; a person has one or more. A role says what a
 * person may do at all; teams ({@code team-north}, {@code managers-north}, {@code advisers-health},
 * {@code setting-100001}) say whose tasks the person gets.
 */
public final class Roles {

    /** Run cases from the request to the plan; see the cases of their own team only. */
    public static final String CASEWORKERS = "caseworkers";

    /** Decide for the council, watch the limits of every team in Cockpit, and give tasks to people. */
    public static final String MANAGERS = "managers";

    /** Sit on the panel and give recommendations. */
    public static final String PANEL_MEMBERS = "panel-members";

    /** Give the advice of regulation 6(1) of the SEND Regulations 2014: psychology, health, social care and others. */
    public static final String ADVISERS = "advisers";

    /** Schools, colleges and nurseries. */
    public static final String SETTINGS = "settings";

    /** Log requests and papers for the caseworkers. */
    public static final String BUSINESS_SUPPORT = "business-support";

    /** Handle mediation and appeals to the First-tier Tribunal. */
    public static final String TRIBUNAL_OFFICERS = "tribunal-officers";

    /** Read everything for the statistical returns and change nothing. */
    public static final String DATA_OFFICERS = "data-officers";

    /**
     * Change the process diagrams and deploy them. A process definition can call any bean of the application, so analysts
     * are trusted as its developers are; they see no cases.
     */
    public static final String ANALYSTS = "analysts";

    /** Look after people, groups and the system itself; everything is allowed. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /** The roles whose work is done in Tasklist. */
    public static final List<String> OF_TASKLIST =
            List.of(CASEWORKERS, MANAGERS, PANEL_MEMBERS, ADVISERS, SETTINGS, BUSINESS_SUPPORT, TRIBUNAL_OFFICERS);

    /** The roles that start their day in Cockpit. */
    public static final Set<String> START_IN_COCKPIT = Set.of(MANAGERS, DATA_OFFICERS, ANALYSTS, ADMINISTRATORS);

    /** The roles that may log a request, which starts the process {@code needs-assessment}, record its end, or an enquiry. */
    public static final List<String> LOG_REQUESTS = List.of(CASEWORKERS, BUSINESS_SUPPORT, MANAGERS);

    private Roles() {}

    /** Every role with the name people read. */
    public static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        names.put(CASEWORKERS, "Caseworkers");
        names.put(MANAGERS, "Managers");
        names.put(PANEL_MEMBERS, "Panel members");
        names.put(ADVISERS, "Advisers");
        names.put(SETTINGS, "Settings");
        names.put(BUSINESS_SUPPORT, "Business support");
        names.put(TRIBUNAL_OFFICERS, "Tribunal officers");
        names.put(DATA_OFFICERS, "Data officers");
        names.put(ANALYSTS, "Analysts");
        names.put(ADMINISTRATORS, "Administrators");
        return names;
    }
}
