package org.ehcpathway.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.letter.SendingEvent.What;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to letters on their way, line by line. Nothing here is ever changed. */
@Component
class SendingLog {

    /** Lines that do not tell whether a recipient has still to get the letter. */
    private static final Set<What> ASIDE =
            EnumSet.of(What.NOTICE_SENT, What.FOLLOWED_UP, What.ON_ITS_WAY, What.DELIVERED);

    static final String PROCESS = "process";

    private static final int LONGEST_SENTENCE = 500;
    private static final Duration LOOKS_BACK = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofMinutes(30);

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
                .filter(event -> !ASIDE.contains(event.what()))
                .collect(Collectors.toMap(SendingEvent::recipientId, event -> event, (earlier, later) -> later));
    }

    /** The day in England on which the try with this key began. */
    Optional<SendingEvent> started(long recipientId, String key) {
        return jdbc.sql("""
                select * from letter_sending where recipient_id = ? and idempotency_key = ? and what = 'STARTED'
                order by id desc fetch first 1 row only""").params(recipientId, key).query(SendingLog::event).optional();
    }

    /** To whom a try with this key was handed over, if one was. */
    Optional<Long> handedOver(String key) {
        return jdbc.sql("""
                select recipient_id from letter_sending where idempotency_key = ? and what in ('HANDED_OVER', 'CAME_THROUGH')
                order by id desc fetch first 1 row only""").param(key).query(Long.class).optional();
    }

    boolean knows(long recipientId, String key, What what) {
        return jdbc.sql(
                                "select count(*) from letter_sending where recipient_id = ? and idempotency_key = ? and what = ?")
                        .params(recipientId, key, what.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The lines of letters that came back and can still go on another way, of the last 30 days; not more often than every half hour. */
    List<SendingEvent> cameBackAndNotSentInstead() {
        return jdbc.sql("""
                select * from letter_sending s where s.what = 'CAME_BACK' and s.at > ?
                    and s.idempotency_key not like '%|_instead' escape '|'
                    and not exists (select 1 from letter_sending n where n.idempotency_key = s.idempotency_key || '_instead'
                        and (n.what in ('HANDED_OVER', 'CAME_THROUGH', 'REFUSED', 'UNCONFIRMED')
                            or (n.what = 'NOT_TAKEN' and n.at > ?)))
                order by s.id fetch first 100 rows only""")
                .params(
                        clock.instant().minus(LOOKS_BACK).atOffset(ZoneOffset.UTC),
                        clock.instant().minus(PAUSE).atOffset(ZoneOffset.UTC))
                .query(SendingLog::event)
                .list();
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
