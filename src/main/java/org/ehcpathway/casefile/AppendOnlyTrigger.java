package org.ehcpathway.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.Trigger;

/**
 * Refuses every change of a table whose rows are kept as they were written.
 *
 * <p>The rule must hold for whoever reaches the database, not only for this program. On PostgreSQL it is a function of the
 * database; H2 has no procedural language, so there it is this class, named in the migration of H2.
 */
public final class AppendOnlyTrigger implements Trigger {

    private String table;

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        this.table = table;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        throw new SQLException(
                "Rows of %s are kept as they were written: %s refused"
                        .formatted(table.toLowerCase(Locale.ROOT), newRow == null ? "DELETE" : "UPDATE"),
                "23000");
    }
}
