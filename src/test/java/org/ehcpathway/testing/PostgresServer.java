package org.ehcpathway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The one PostgreSQL server of a test JVM. It listens on a free port of this machine and vanishes with the JVM. */
public final class PostgresServer {

    static final String USER = "postgres";

    private static PostgresServer running;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server, started at first use. */
    public static synchronized PostgresServer running() {
        if (running == null) {
            try {
                // Nothing in a test outlives the JVM, so no write has to wait for the disk.
                running = new PostgresServer(EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "300")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
        return running;
    }

    /** Creates an empty database and tells its JDBC address; the user is postgres, without a password. */
    public String newDatabase(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " was not created", e);
        }
        return server.getJdbcUrl(USER, name);
    }
}
