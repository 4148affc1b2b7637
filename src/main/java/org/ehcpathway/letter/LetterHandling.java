package org.ehcpathway.letter;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.ehcpathway.statute.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What holds for a single letter by the council's table letter-handling, and who has checked it. */
@Component
class LetterHandling {

    private enum What {
        SIGNED,
        AGREED,
        SENT_BACK
    }

    private record Line(What what, String by) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LetterHandling(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the way of the letter changed with it */
    boolean keep(long letterId, boolean onlyByPost, boolean secondCheck) {
        boolean before = onlyByPost(letterId);
        int changed = jdbc.update(
                "update letter_handling set only_by_post = ?, second_check = ? where letter_id = ?",
                onlyByPost,
                secondCheck,
                letterId);
        if (changed == 0) {
            jdbc.update(
                    "insert into letter_handling (letter_id, only_by_post, second_check) values (?, ?, ?)",
                    letterId,
                    onlyByPost,
                    secondCheck);
        }
        return before != onlyByPost;
    }

    boolean onlyByPost(long letterId) {
        return says("only_by_post", letterId);
    }

    /** Whether the letter waits for a person other than its signer. */
    boolean waitsForSecondCheck(long letterId) {
        return says("second_check", letterId)
                && lines(letterId).stream()
                        .reduce((earlier, later) -> later)
                        .map(last -> last.what() != What.AGREED)
                        .orElse(true);
    }

    void signed(long letterId, String by) {
        tell(letterId, What.SIGNED, by);
    }

    /** @throws Refusal when the person signed the letter, or nobody has */
    void agreed(long letterId, String by) {
        Line last = lines(letterId).stream().reduce((earlier, later) -> later).orElse(null);
        if (last == null || last.what() != What.SIGNED) {
            throw new Refusal("The letter is not signed yet: it is checked a second time after it was signed.");
        }
        if (last.by().equals(by)) {
            throw new Refusal("You signed this letter yourself. Another person has to check it before it goes out.");
        }
        tell(letterId, What.AGREED, by);
    }

    void sentBack(long letterId, String by) {
        tell(letterId, What.SENT_BACK, by);
    }

    private boolean says(String column, long letterId) {
        return jdbc
                .queryForList("select " + column + " from letter_handling where letter_id = ?", Boolean.class, letterId)
                .stream()
                .anyMatch(Boolean::booleanValue);
    }

    private List<Line> lines(long letterId) {
        return jdbc.query(
                "select what, by from letter_second_check where letter_id = ? order by id",
                (row, i) -> new Line(What.valueOf(row.getString(1)), row.getString(2)),
                letterId);
    }

    private void tell(long letterId, What what, String by) {
        jdbc.update(
                "insert into letter_second_check (letter_id, what, by, at) values (?, ?, ?, ?)",
                letterId,
                what.name(),
                by,
                clock.instant().atOffset(ZoneOffset.UTC));
    }
}
