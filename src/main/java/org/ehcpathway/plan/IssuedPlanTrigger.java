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
        if (table.equalsIgnoreCase("plan_version")) {
            if (newRow == null || Arrays.asList(oldRow).contains("ISSUED")) {
                throw refused();
            }
        } else if (belongsToAnIssued(connection, oldRow) || belongsToAnIssued(connection, newRow)) {
            throw refused();
        }
    }

    /** The version is the second column of every table that belongs to one. */
    private static boolean belongsToAnIssued(Connection connection, Object[] row) throws SQLException {
        if (row == null) {
            return false;
        }
        try (PreparedStatement version = connection.prepareStatement("select state from plan_version where id = ?")) {
            version.setObject(1, row[1]);
            try (ResultSet found = version.executeQuery()) {
                return found.next() && "ISSUED".equals(found.getString(1));
            }
        }
    }

    private static SQLException refused() {
        return new SQLException("An issued plan is kept as it was", "23000");
    }
}
