package org.ehcpathway.letter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.h2.api.Trigger;

/**
 * Keeps letters that were sent, their recipients, their enclosures, facts and translations as they were sent.
 *
 * <p>H2's form of the functions keep_sent_letter, keep_sent_recipient, keep_sent_enclosure and keep_sent_words of PostgreSQL; H2 has no procedural
 * language, so there it is this class, named in the migration of H2.
 */
public final class SentLetterTrigger implements Trigger {

    private String table;
    private volatile List<String> known = List.of();

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        this.table = table.toLowerCase(Locale.ROOT);
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        if (newRow == null) {
            throw refused("Letters are kept: DELETE of " + table + " refused");
        }
        List<String> columns = columns(connection, newRow.length);
        Map<String, Object> before = named(columns, oldRow);
        Map<String, Object> after = named(columns, newRow);
        switch (table) {
            case "letter" -> keepLetter(before);
            case "letter_recipient" -> keepRecipient(connection, before, after);
            case "letter_enclosure" -> keepEnclosure(connection, after);
            default -> keepWords(connection, after);
        }
    }

    private static void keepLetter(Map<String, Object> before) throws SQLException {
        if (LetterState.SENT.name().equals(before.get("state"))) {
            throw refused("A letter that was sent cannot change");
        }
        if (LetterState.WITHDRAWN.name().equals(before.get("state"))) {
            throw refused("A letter that was withdrawn cannot change");
        }
    }

    private static void keepRecipient(Connection connection, Map<String, Object> before, Map<String, Object> after)
            throws SQLException {
        if (before.get("sent_at") != null) {
            boolean onlyServed = before.get("served_on") == null
                    && before.keySet().stream()
                            .filter(column -> !column.equals("served_on"))
                            .allMatch(column -> Objects.equals(before.get(column), after.get(column)));
            if (!onlyServed) {
                throw refused("What was sent to a recipient cannot change");
            }
        } else if (isSent(connection, after)) {
            throw refused("A letter that was sent gets no other recipient");
        }
    }

    private static void keepEnclosure(Connection connection, Map<String, Object> after) throws SQLException {
        if (isSent(connection, after)) {
            throw refused("What was enclosed with a letter that was sent cannot change");
        }
    }

    private static void keepWords(Connection connection, Map<String, Object> after) throws SQLException {
        if (isSent(connection, after)) {
            throw refused("What a letter that was sent said cannot change");
        }
    }

    private static boolean isSent(Connection connection, Map<String, Object> row) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from letter where id = ? and state = 'SENT'")) {
            query.setObject(1, row.get("letter_id"));
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static Map<String, Object> named(List<String> columns, Object[] row) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; row != null && i < columns.size(); i++) {
            named.put(columns.get(i), row[i]);
        }
        return named;
    }

    /** Read anew when a migration has added a column while this trigger lives on. */
    private List<String> columns(Connection connection, int howMany) throws SQLException {
        List<String> columns = known;
        if (columns.size() != howMany) {
            columns = columnsOf(connection);
            known = columns;
        }
        return columns;
    }

    private List<String> columnsOf(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getColumns(null, "PUBLIC", table.toUpperCase(Locale.ROOT), null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static SQLException refused(String why) {
        return new SQLException(why, "23000");
    }
}
