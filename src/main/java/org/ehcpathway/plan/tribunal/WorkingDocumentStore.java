package org.ehcpathway.plan.tribunal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of working documents. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WorkingDocumentStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    WorkingDocumentStore(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** In the order they were made. */
    List<WorkingDocument> ofCase(long caseId) {
        return jdbc.sql("select * from working_document where case_id = ? order by id")
                .param(caseId)
                .query((row, number) -> read(row))
                .list();
    }

    /** Holds the case's row, so that two who take in a round at once do so one after the other. */
    void hold(long caseId) {
        jdbc.sql("select id from ehc_case where id = ? for update")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    WorkingDocument save(WorkingDocument made) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into working_document (case_id, version_id, round, sender, document_id, received_id, positions, made_by,
                    made_at)
                values (:case, :version, :round, :sender, :document, :received, :positions, :by, :at)""")
                .param("case", made.caseId())
                .param("version", made.versionId())
                .param("round", made.round())
                .param("sender", made.sender().name())
                .param("document", made.documentId())
                .param("received", made.receivedId())
                .param("positions", written(made.text()))
                .param("by", made.madeBy())
                .param("at", OffsetDateTime.ofInstant(made.madeAt(), ZoneOffset.UTC))
                .update(key, "id");
        return new WorkingDocument(
                key.getKey().longValue(),
                made.caseId(),
                made.versionId(),
                made.round(),
                made.sender(),
                made.documentId(),
                made.receivedId(),
                made.text(),
                made.madeBy(),
                made.madeAt());
    }

    private static WorkingDocument read(ResultSet row) throws SQLException {
        Instant at = row.getObject("made_at", OffsetDateTime.class).toInstant();
        return new WorkingDocument(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getLong("version_id"),
                row.getInt("round"),
                Side.valueOf(row.getString("sender")),
                row.getLong("document_id"),
                row.getObject("received_id", Long.class),
                read(row.getBytes("positions")),
                row.getString("made_by"),
                at);
    }

    static byte[] written(WorkingText text) {
        try {
            return JSON.writeValueAsBytes(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A working document cannot be written as JSON.", impossible);
        }
    }

    static WorkingText read(byte[] positions) {
        try {
            return JSON.readValue(positions, WorkingText.class);
        } catch (IOException broken) {
            throw new UncheckedIOException("A working document cannot be read.", broken);
        }
    }
}
