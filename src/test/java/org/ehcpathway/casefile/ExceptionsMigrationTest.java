package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ehcpathway.testing.PostgresServer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A council that has run cases already loses no deadline when exceptions get tables of their own. */
class ExceptionsMigrationTest {

    @Test
    void inH2_theDeadlinesOfBeforeStay_andAreKeptAsBefore() {
        deadlinesStay(
                new JdbcTemplate(
                        new DriverManagerDataSource("jdbc:h2:mem:before_exceptions;DB_CLOSE_DELAY=-1", "sa", "")),
                "h2");
    }

    @Test
    void inPostgres_theDeadlinesOfBeforeStay_andAreKeptAsBefore() {
        String database = PostgresServer.running().newDatabase("before_exceptions");
        deadlinesStay(new JdbcTemplate(new DriverManagerDataSource(database, "postgres", "")), "postgresql");
    }

    private static void deadlinesStay(JdbcTemplate jdbc, String vendor) {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(jdbc.getDataSource())
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor);
        flyway.target("6").load().migrate();
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
        jdbc.update(START, "2026-09-11", "2026-10-23");
        jdbc.update("update deadline set superseded_at = current_timestamp");
        jdbc.update(START, "2026-09-14", "2026-10-26");

        flyway.target("latest").load().migrate();

        assertThat(jdbc.queryForList("select due from deadline order by id", java.sql.Date.class))
                .extracting(java.sql.Date::toString)
                .containsExactly("2026-10-23", "2026-10-26");
        assertThatThrownBy(() -> jdbc.update("update deadline set due = date '2030-01-01'"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("A deadline keeps its dates as they were computed");
        assertThatThrownBy(() -> jdbc.update("delete from deadline"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("Rows of deadline are kept as they were written: DELETE refused");
        assertThatThrownBy(() -> jdbc.update(START, "2026-09-15", "2026-10-27"))
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc.update("update deadline set superseded_at = current_timestamp, superseded_why = 'Another day.'"
                        + " where superseded_at is null"))
                .isEqualTo(1);
        assertThatThrownBy(() -> jdbc.update("update deadline set superseded_why = 'Yet another reason.'"
                        + " where superseded_why is not null"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("superseded_why is already set");
    }

    private static final String START = """
            insert into deadline (case_id, rule, rule_version, clock_start, due, warn_on, computed_at)
            select id, 'REQ-04', 'REQ-04@2014-09-01', cast(? as date), cast(? as date), date '2026-10-12', current_timestamp
            from ehc_case
            """;
}
