package org.ehcpathway.casefile;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the case references of each year, without gaps and never one twice, however many cases are opened at once.
 *
 * <p>A sequence would leave gaps at every rollback, and a missing reference looks like a lost file. So the row of the year
 * is counted up, which holds it until the transaction ends.
 */
@Component
class CaseReferences {

    private static final int GUARD = 0;

    private final JdbcTemplate jdbc;

    CaseReferences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    String next(int year) {
        if (!countUp(year)) {
            startYear(year);
            countUp(year);
        }
        Integer number = jdbc.queryForObject(
                "select last_number from case_reference where reference_year = ?", Integer.class, year);
        return "EHC-%d-%05d".formatted(year, number);
    }

    private boolean countUp(int year) {
        return jdbc.update("update case_reference set last_number = last_number + 1 where reference_year = ?", year)
                == 1;
    }

    /** Whoever is first in a year holds the guard's row; the others wait there, then find the year started. */
    private void startYear(int year) {
        jdbc.queryForObject(
                "select last_number from case_reference where reference_year = ? for update", Integer.class, GUARD);
        Integer started = jdbc.queryForObject(
                "select count(*) from case_reference where reference_year = ?", Integer.class, year);
        if (started == 0) {
            jdbc.update("insert into case_reference (reference_year, last_number) values (?, 0)", year);
        }
    }
}
