package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** H2 finds the classes of its triggers anew at every start of the demo's file database. */
class DemoDatabaseRestartTest {

    @TempDir
    Path folder;

    @Test
    void afterARestart_whatWasWrittenIsStillKept() {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:h2:file:" + folder.resolve("demo").toAbsolutePath(), "sa", ""));
        Flyway flyway = Flyway.configure()
                .dataSource(jdbc.getDataSource())
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load();
        flyway.migrate();
        jdbc.update("""
                insert into person (first_names, last_name, birth_date, address_line1, address_postcode, first_language)
                values ('Rowan', 'Ashdown', date '2017-05-03', '7 Mill Lane', 'ZX1 1AB', 'English')
                """);
        jdbc.update("""
                insert into ehc_case (reference, person_id, team, stage, received_on, source, requested_by, request_summary,
                                      opened_at, opened_by)
                select 'EHC-2026-00001', id, 'team-north', 'REQUEST', date '2026-09-14', 'PARENT', 'Maya Ashdown', 'Help',
                       current_timestamp, 'caseworker'
                from person
                """);
        jdbc.update("""
                insert into deadline (case_id, rule, rule_version, clock_start, due, warn_on, computed_at)
                select id, 'REQ-04', 'REQ-04@2014-09-01', date '2026-09-14', date '2026-10-26', date '2026-10-12',
                       current_timestamp
                from ehc_case
                """);

        // The last connection is closed after each statement, so the database is opened anew for the next one.
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
        assertThatThrownBy(() -> jdbc.update("delete from deadline"))
                .hasMessageContaining("Rows of deadline are kept as they were written: DELETE refused");
        assertThatThrownBy(() -> jdbc.update("update deadline set due = date '2030-01-01'"))
                .hasMessageContaining("A deadline keeps its dates as they were computed");
        assertThat(jdbc.update("update deadline set superseded_at = current_timestamp"))
                .isEqualTo(1);
    }
}
