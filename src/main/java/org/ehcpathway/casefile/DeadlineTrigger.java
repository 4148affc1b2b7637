package org.ehcpathway.casefile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.h2.api.Trigger;

/**
 * Lets a deadline be met, or superseded by a new one, each a single time, and keeps its dates as they were computed.
 *
 * <p>H2's form of the function keep_deadline of PostgreSQL; see {@link AppendOnlyTrigger} why it is a class.
 */
public final class DeadlineTrigger implements Trigger {

    private static final Set<String> MAY_BE_SET =
            Set.of("met_on", "met_by", "met_how", "superseded_at", "superseded_why");
    /** Follows from superseded_at. */
    private static final String GENERATED = "current_rule";

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        List<String> columns = columnsOf(connection);
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column.equals(GENERATED) || Objects.equals(oldRow[i], newRow[i])) {
                continue;
            }
            if (!MAY_BE_SET.contains(column)) {
                throw new SQLException("A deadline keeps its dates as they were computed", "23000");
            }
            if (oldRow[i] != null) {
                throw new SQLException("A deadline is met or superseded once: " + column + " is already set", "23000");
            }
        }
    }

    /** Read at every change, because a later migration may add a column while this trigger lives on. */
    private static List<String> columnsOf(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, "PUBLIC", "DEADLINE", null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
