package org.ehcpathway.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.Trigger;

/** On H2, keeps an issued plan as it was; on PostgreSQL a function of the database does the same. */
public final class IssuedPlanTrigger implements Trigger {

    private String table;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        this.table = table;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        if (newRow == null || issued(connection, oldRow)) {
            throw new SQLException("An issued plan is kept as it was", "23000");
        }
    }

    private boolean issued(Connection connection, Object[] row) throws SQLException {
        if (table.equalsIgnoreCase("plan_version")) {
            return Arrays.asList(row).contains("ISSUED");
        }
        // The version of a section is its second column.
        try (PreparedStatement version = connection.prepareStatement("select state from plan_version where id = ?")) {
            version.setObject(1, row[1]);
            try (ResultSet found = version.executeQuery()) {
                return found.next() && "ISSUED".equals(found.getString(1));
            }
        }
    }
}
