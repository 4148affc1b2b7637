package org.ehcpathway.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The teams of the council, each a candidate group for tasks with a group of managers beside it. Read from
 * {@code ehc.council.teams}; without it the two teams of the demo council.
 *
 * @param teams keep a team to about 2,000 open tasks: the engine's work per look into Tasklist grows with the square of it
 */
@ConfigurationProperties("ehc.council")
public record CouncilTeams(List<Team> teams) {

    /**
     * @param id candidate group of the team's caseworkers, for example {@code team-north}
     * @param name what people call the team
     * @param managerGroup candidate group of the managers who decide for the team, for example {@code managers-north}
     */
    public record Team(String id, String name, String managerGroup) {}

    public CouncilTeams {
        teams = teams == null || teams.isEmpty()
                ? List.of(
                        new Team("team-north", "North team", "managers-north"),
                        new Team("team-south", "South team", "managers-south"))
                : List.copyOf(teams);
    }
}
