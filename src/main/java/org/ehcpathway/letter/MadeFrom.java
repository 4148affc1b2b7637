package org.ehcpathway.letter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps, beside every PDF, the values it was made from: what a letter says stays readable without its template. */
@Component
class MadeFrom {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(LetterValues.Council.class, WithoutLogo.class)
            .build();

    MadeFrom(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The picture is in the PDF; beside five thousand letters it would be kept five thousand times more. */
    private interface WithoutLogo {
        @JsonIgnore
        String logo();
    }

    void keep(long documentId, Letter letter, LetterValues values) {
        byte[] written;
        try {
            written = json.writeValueAsBytes(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The values of a letter cannot be written.", e);
        }
        jdbc.update(
                "insert into letter_made_from (document_id, letter_id, template_version, made_from) values (?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, documentId);
                    insert.setLong(2, letter.id());
                    insert.setInt(3, values.templateVersion());
                    insert.setBytes(4, written);
                });
    }

    /** As JSON; empty for letters of before this was kept. */
    Optional<String> of(long documentId) {
        return jdbc
                .query(
                        "select made_from from letter_made_from where document_id = ?",
                        (row, i) -> row.getBytes(1),
                        documentId)
                .stream()
                .findFirst()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
