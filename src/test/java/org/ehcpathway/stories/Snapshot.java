package org.ehcpathway.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How a database stands: the number of rows of every table, the file's and the engine's, and word for word what a refused step
 * could have changed in place. Two are equal when nothing has happened between them.
 */
record Snapshot(Map<String, Long> rows, List<String> contents) {

    /** A refusal may change rows of these without leaving another count behind. */
    private static final List<String> WORD_FOR_WORD = List.of(
            "select reference_year, last_number from case_reference order by 1",
            "select id, stage, team, case_manager, named_setting_id, closed_on from ehc_case order by 1",
            "select id, met_on, superseded_at from deadline order by 1",
            "select id, state, received_on, words from advice order by 1",
            "select id, state, free_text, signed_by from letter order by 1",
            "select id_, rev_, name_, assignee_, owner_, priority_, due_date_, delegation_ from act_ru_task order by 1",
            "select id_, rev_, name_, text_, long_ from act_ru_variable order by 1",
            "select id_, rev_, duedate_, retries_ from act_ru_job order by 1",
            "select id_, rev_, act_id_, suspension_state_ from act_ru_execution order by 1");

    /** What is another in the later of two, for the report of a failure. */
    String difference(Snapshot later) {
        Map<String, String> tables = new TreeMap<>();
        later.rows.forEach((table, count) -> {
            if (!count.equals(rows.get(table))) {
                tables.put(table, rows.get(table) + " rows, then " + count);
            }
        });
        for (int i = 0; i < contents.size(); i++) {
            if (!contents.get(i).equals(later.contents.get(i))) {
                tables.put(WORD_FOR_WORD.get(i), contents.get(i) + ", then " + later.contents.get(i));
            }
        }
        return tables.toString();
    }

    static Snapshot of(JdbcTemplate database) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : database.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                String.class)) {
            rows.put(table, database.queryForObject("select count(*) from \"" + table + "\"", Long.class));
        }
        List<String> contents = new ArrayList<>();
        for (String query : WORD_FOR_WORD) {
            contents.add(database.queryForList(query).stream()
                    .map(row -> row.values().toString())
                    .collect(Collectors.joining("\n")));
        }
        return new Snapshot(rows, contents);
    }
}
