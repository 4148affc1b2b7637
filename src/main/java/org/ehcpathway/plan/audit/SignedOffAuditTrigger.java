package org.ehcpathway.plan.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** On H2, keeps an audit that was signed off as it was; on PostgreSQL a function of the database does the same. */
public final class SignedOffAuditTrigger implements Trigger {

    private String table;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        this.table = table;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        // An audit's own id is its first column; in the tables that belong to one, its id is the second.
        int id = table.equalsIgnoreCase("plan_audit") ? 0 : 1;
        if (isSignedOff(connection, oldRow, id) || id == 1 && isSignedOff(connection, newRow, id)) {
            throw new SQLException("An audit that was signed off is kept as it was", "23000");
        }
    }

    private static boolean isSignedOff(Connection connection, Object[] row, int id) throws SQLException {
        if (row == null) {
            return false;
        }
        try (PreparedStatement audit =
                connection.prepareStatement("select signed_off_at from plan_audit where id = ?")) {
            audit.setObject(1, row[id]);
            try (ResultSet found = audit.executeQuery()) {
                return found.next() && found.getObject(1) != null;
            }
        }
    }
}
