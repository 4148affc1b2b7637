package org.ehcpathway.letter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps, beside every PDF, the words it was made from, so that its other forms say the same for ever. */
@Component
class WordsKept {

    /** Stands for the council's picture, which would otherwise be kept once more with every letter. */
    private static final String PICTURE = "data:,council";

    private final JdbcTemplate jdbc;
    private final CouncilLetterhead letterhead;

    WordsKept(JdbcTemplate jdbc, CouncilLetterhead letterhead) {
        this.jdbc = jdbc;
        this.letterhead = letterhead;
    }

    void keep(long documentId, LetterWords words) {
        String picture = letterhead.council().logo();
        String kept = picture == null ? words.xhtml() : words.xhtml().replace(picture, PICTURE);
        jdbc.update(
                "insert into letter_words (document_id, xhtml, letter_date, names) values (?, ?, ?, ?)",
                documentId,
                kept.getBytes(StandardCharsets.UTF_8),
                words.date(),
                String.join("\n", words.names()));
    }

    /** Empty for a PDF of before the words were kept. The picture is the one the council uses now. */
    Optional<LetterWords> of(long documentId) {
        return jdbc
                .query(
                        "select xhtml, letter_date, names from letter_words where document_id = ?",
                        (row, i) -> new LetterWords(
                                new String(row.getBytes(1), StandardCharsets.UTF_8),
                                row.getObject(2, LocalDate.class),
                                List.of(row.getString(3).split("\n"))),
                        documentId)
                .stream()
                .findFirst()
                .map(this::withPicture);
    }

    private LetterWords withPicture(LetterWords words) {
        String picture = letterhead.council().logo();
        return new LetterWords(
                words.xhtml().replace(PICTURE, picture == null ? "data:," : picture), words.date(), words.names());
    }
}
