package org.ehcpathway.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.EhcPathwayApplication;
import org.ehcpathway.pathway.PlanSweep;
import org.ehcpathway.security.StoryPeople;
import org.ehcpathway.testing.PostgresServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the daily sweep over the register of plans takes: a day on which nothing falls due, an ordinary day, and the first day after a
 * week off. Not a test; the command is in docs/performance.md. Arguments: h2 or postgresql; number of plans, 25,000 unless given.
 */
public final class SweepBenchmark {

    private static final int BATCH = 5000;

    private SweepBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        boolean h2 = arguments.length == 0 || arguments[0].equals("h2");
        int plans = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25_000;
        Path folder = Files.createTempDirectory("benchmark");
        String database = h2
                ? "jdbc:h2:file:" + folder.resolve("db") + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;WRITE_DELAY=0"
                : PostgresServer.running().newDatabase("benchmark");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        EhcPathwayApplication.class, StoryPeople.class)
                .profiles("stories")
                .run(
                        "--spring.config.import=classpath:council-demo.yaml",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + (h2 ? "sa" : "postgres"),
                        "--spring.datasource.password=",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--ehc.panel.clockwork=false",
                        "--ehc.register.clockwork=false",
                        "--ehc.admin.user=headofservice",
                        "--ehc.admin.password=a-long-password-of-tests",
                        "--ehc.outbox=" + Files.createDirectory(folder.resolve("outbox")),
                        "--logging.level.root=warn",
                        "--server.address=127.0.0.1",
                        "--server.port=0")) {
            LocalDate today = LocalDate.now();
            JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
            fill(jdbc, plans, today);
            PlanSweep sweep = application.getBean(PlanSweep.class);
            System.out.printf("%s, %,d plans:%n", h2 ? "H2 file" : "PostgreSQL", plans);
            tell("everything that is due by today, a week and a day of the year", sweep);
            tell("a second sweep of the same day, with nothing to begin", sweep);
            jdbc.update(
                    "update episode set due_on = ? where state = 'PLANNED' and due_on = ?",
                    today.plusWeeks(14),
                    today.plusWeeks(14).plusDays(1));
            tell("an ordinary day", sweep);
        }
        System.exit(0);
    }

    private static void tell(String what, PlanSweep sweep) {
        long begun = System.nanoTime();
        PlanSweep.Swept swept = sweep.sweep();
        System.out.printf(
                "  %s: %d begun, %d failed, %.2f s%n",
                what, swept.begun(), swept.failed(), (System.nanoTime() - begun) / 1e9);
    }

    /** Plans made on all days of the last year, so that as many reviews fall due on each day; the last week was not swept. */
    private static void fill(JdbcTemplate jdbc, int plans, LocalDate today) {
        OffsetDateTime now = OffsetDateTime.now();
        for (int from = 1; from <= plans; from += BATCH) {
            List<Object[]> persons = new ArrayList<>();
            List<Object[]> cases = new ArrayList<>();
            List<Object[]> held = new ArrayList<>();
            List<Object[]> episodes = new ArrayList<>();
            List<Object[]> deadlines = new ArrayList<>();
            for (long id = from; id < from + BATCH && id <= plans; id++) {
                // The year's reviews but the first 13 weeks, which had begun before.
                LocalDate due = today.plusWeeks(14).minusDays(7).plusDays(id % 260);
                LocalDate made = due.minusYears(1).plusDays(1);
                persons.add(new Object[] {id, "Child " + id, "Example", LocalDate.of(2015, 1, 1).plusDays(id % 900)});
                cases.add(new Object[] {
                    id, "EHC-%04d-%05d".formatted(2020 + id / 90_000, id % 90_000), id, "team-north", made.minusDays(140), now
                });
                held.add(new Object[] {id, made, made, now});
                episodes.add(new Object[] {id, id, due, now});
                deadlines.add(new Object[] {id, id, made, due, due.minusDays(84), now});
            }
            jdbc.batchUpdate(
                    "insert into person (id, first_names, last_name, birth_date, address_line1, address_postcode, first_language)"
                            + " values (?, ?, ?, ?, '1 Example Road', 'ZX4 1AA', 'English')",
                    persons);
            jdbc.batchUpdate(
                    "insert into ehc_case (id, reference, person_id, team, stage, received_on, source, requested_by, request_summary,"
                            + " opened_at, opened_by) values (?, ?, ?, ?, 'PLAN_FINALISED', ?, 'PARENT', 'A parent', 'A request.', ?, 'import')",
                    cases);
            jdbc.batchUpdate(
                    "insert into held_plan (case_id, made_on, held_since, origin, recorded_at) values (?, ?, ?, 'MADE', ?)",
                    held);
            jdbc.batchUpdate(
                    "insert into episode (id, case_id, kind, episode_key, state, due_on, planned_at)"
                            + " values (?, ?, 'ANNUAL_REVIEW', '1', 'PLANNED', ?, ?)",
                    episodes);
            jdbc.batchUpdate(
                    "insert into deadline (case_id, episode_id, rule, rule_version, clock_start, due, warn_on, computed_at)"
                            + " values (?, ?, 'REV-01', '2014-09-01', ?, ?, ?, ?)",
                    deadlines);
        }
        jdbc.update("analyze");
    }
}
