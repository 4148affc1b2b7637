package org.ehcpathway.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ehcpathway.letter.SendingEvent.What;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to letters on their way, line by line. Nothing here is ever changed. */
@Component
class SendingLog {

    static final String PROCESS = "process";

    private static final int LONGEST_SENTENCE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    SendingLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    void tell(LetterRecipient recipient, String key, String way, What what, String sentence, String by) {
        jdbc.sql("""
                insert into letter_sending (letter_id, recipient_id, idempotency_key, way, what, sentence, by, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        recipient.letterId(),
                        recipient.id(),
                        key,
                        way,
                        what.name(),
                        sentence == null || sentence.length() <= LONGEST_SENTENCE
                                ? sentence
                                : sentence.substring(0, LONGEST_SENTENCE),
                        by,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order in which it happened. */
    List<SendingEvent> of(long letterId) {
        return jdbc.sql("select * from letter_sending where letter_id = ? order by id")
                .param(letterId)
                .query(SendingLog::event)
                .list();
    }

    /** The last line of each recipient, by the recipient's id. A notice on the side is none. */
    Map<Long, SendingEvent> last(long letterId) {
        return of(letterId).stream()
                .filter(event -> event.what() != What.NOTICE_SENT && event.what() != What.FOLLOWED_UP)
                .collect(Collectors.toMap(SendingEvent::recipientId, event -> event, (earlier, later) -> later));
    }

    /** The day in England on which the try with this key began. */
    Optional<SendingEvent> started(long recipientId, String key) {
        return jdbc.sql("""
                select * from letter_sending where recipient_id = ? and idempotency_key = ? and what = 'STARTED'
                order by id desc fetch first 1 row only""").params(recipientId, key).query(SendingLog::event).optional();
    }

    private static SendingEvent event(ResultSet row, int number) throws SQLException {
        return new SendingEvent(
                row.getLong("letter_id"),
                row.getLong("recipient_id"),
                row.getString("idempotency_key"),
                row.getString("way"),
                What.valueOf(row.getString("what")),
                row.getString("sentence"),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
