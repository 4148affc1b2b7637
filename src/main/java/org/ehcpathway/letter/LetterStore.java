package org.ehcpathway.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.statute.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The tables of letters. Changes name the state they start from, so that two nodes cannot both make them. */
@Component
class LetterStore {

    private final JdbcClient jdbc;

    LetterStore(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    Letter letter(long id) {
        return jdbc.sql("select * from letter where id = ?")
                .param(id)
                .query(LetterStore::letter)
                .optional()
                .orElseThrow(() -> new Refusal("There is no such letter."));
    }

    /** The letter, held until the transaction ends. */
    Letter held(long id) {
        return jdbc.sql("select * from letter where id = ? for update")
                .param(id)
                .query(LetterStore::letter)
                .optional()
                .orElseThrow(() -> new Refusal("There is no such letter."));
    }

    /** @throws Refusal when it was sent or withdrawn: then nothing of it changes any more */
    Letter changeable(long id) {
        Letter letter = letter(id);
        if (letter.state() == LetterState.SENT) {
            throw new Refusal("The letter has been sent and cannot change any more.");
        }
        if (letter.state() == LetterState.WITHDRAWN) {
            throw new Refusal("The letter was withdrawn and goes to nobody any more.");
        }
        return letter;
    }

    List<Letter> ofCase(long caseId) {
        return jdbc.sql("select * from letter where case_id = ? order by id")
                .param(caseId)
                .query(LetterStore::letter)
                .list();
    }

    String reference(long caseId) {
        return jdbc.sql("select reference from ehc_case where id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /**
     * Holds the case's row, so that two who prepare the same letter at once get one.
     *
     * @param about what tells letters of one kind apart that may wait side by side, such as the advice; empty when nothing does
     */
    Optional<Letter> unsent(long caseId, LetterKind kind, String about) {
        jdbc.sql("select id from ehc_case where id = ? for update")
                .param(caseId)
                .query(Long.class)
                .single();
        return jdbc.sql("select * from letter where unsent_key = ?")
                .param(unsentKey(caseId, kind, about))
                .query(LetterStore::letter)
                .optional();
    }

    Letter insert(long caseId, LetterKind kind, Long aboutId, String about, String by, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into letter (case_id, kind, about_id, state, template_version, prepared_by, prepared_at, unsent_key)
                values (:case, :kind, :about, 'PREPARED', :version, :by, :at, :key)""")
                .param("case", caseId)
                .param("kind", kind.name())
                .param("about", aboutId)
                .param("version", kind.templateVersion())
                .param("by", by)
                .param("at", utc(at))
                .param("key", unsentKey(caseId, kind, about))
                .update(key, "id");
        return letter(key.getKey().longValue());
    }

    /** Takes back the signature, because nobody has signed these words. */
    void writeFreeText(long id, String text) {
        jdbc.sql("""
                update letter set free_text = ?, state = 'PREPARED',
                    signed_by = null, signer_name = null, signer_title = null, signed_at = null
                where id = ?""").param(text).param(id).update();
    }

    void sign(long id, String userId, String name, String title, Instant at) {
        jdbc.sql("""
                update letter set state = 'SIGNED', signed_by = ?, signer_name = ?, signer_title = ?, signed_at = ?
                where id = ?""").params(userId, name, title, utc(at), id).update();
    }

    void rendered(long id, LocalDate date) {
        jdbc.sql("update letter set state = 'RENDERED', letter_date = ? where id = ?")
                .params(date, id)
                .update();
    }

    void sent(long id) {
        jdbc.sql("update letter set state = 'SENT', unsent_key = null where id = ? and state = 'RENDERED'")
                .param(id)
                .update();
    }

    /** @return whether it was still to be sent */
    boolean withdraw(long id, String why) {
        return jdbc.sql("""
                update letter set state = 'WITHDRAWN', unsent_key = null, withdrawn_why = ?
                where id = ? and state in ('PREPARED', 'SIGNED', 'RENDERED')""").params(why, id).update() == 1;
    }

    List<LetterRecipient> recipients(long letterId) {
        return jdbc.sql("select * from letter_recipient where letter_id = ? and withdrawn_at is null order by id")
                .param(letterId)
                .query(LetterStore::recipient)
                .list();
    }

    LetterRecipient recipient(long id) {
        return jdbc.sql("select * from letter_recipient where id = ? and withdrawn_at is null")
                .param(id)
                .query(LetterStore::recipient)
                .optional()
                .orElseThrow(() -> new Refusal("The letter has no such recipient."));
    }

    /** Makes the recipients those who are to get the letter now. Whoever fell out is withdrawn, not deleted. */
    void keepRecipients(long letterId, List<Addressees.Entry> wanted, Instant at) {
        List<String> keys = jdbc.sql("select recipient_key from letter_recipient where letter_id = ?")
                .param(letterId)
                .query(String.class)
                .list();
        for (Addressees.Entry entry : wanted) {
            jdbc.sql(keys.contains(entry.key()) ? UPDATE_RECIPIENT : INSERT_RECIPIENT)
                    .params(recipientParameters(letterId, entry))
                    .update();
        }
        List<String> wantedKeys = wanted.stream().map(Addressees.Entry::key).toList();
        for (String key : keys) {
            if (!wantedKeys.contains(key)) {
                jdbc.sql("""
                        update letter_recipient set withdrawn_at = ?
                        where letter_id = ? and recipient_key = ? and withdrawn_at is null""").params(utc(at), letterId, key).update();
            }
        }
    }

    void madeAnew(long recipientId, long documentId, String sha256) {
        jdbc.sql("update letter_recipient set document_id = ?, sha256 = ? where id = ?")
                .params(documentId, sha256, recipientId)
                .update();
    }

    void keepIdempotencyKey(long recipientId, String key) {
        jdbc.sql("update letter_recipient set idempotency_key = ? where id = ? and idempotency_key is null")
                .params(key, recipientId)
                .update();
    }

    /** For another try, or another way: the old key stays in the record of what happened. */
    void rekey(long recipientId, String key) {
        jdbc.sql("update letter_recipient set idempotency_key = ? where id = ? and sent_at is null")
                .params(key, recipientId)
                .update();
    }

    void toPost(long recipientId) {
        jdbc.sql("update letter_recipient set channel = 'POST' where id = ? and sent_at is null")
                .param(recipientId)
                .update();
    }

    void resends(long id, long firstId, String reason, String by, Instant at) {
        jdbc.sql("insert into letter_resending (letter_id, resends_id, reason, by, at) values (?, ?, ?, ?, ?)")
                .params(id, firstId, reason, by, utc(at))
                .update();
    }

    Optional<Long> resends(long id) {
        return jdbc.sql("select resends_id from letter_resending where letter_id = ?")
                .param(id)
                .query(Long.class)
                .optional();
    }

    void sent(long recipientId, Instant at, LocalDate on, String receipt) {
        jdbc.sql("update letter_recipient set sent_at = ?, sent_on = ?, receipt = ? where id = ? and sent_at is null")
                .params(utc(at), on, receipt, recipientId)
                .update();
    }

    void served(long recipientId, LocalDate on) {
        jdbc.sql("update letter_recipient set served_on = ? where id = ? and served_on is null")
                .params(on, recipientId)
                .update();
    }

    List<Enclosure> enclosures(long letterId) {
        return jdbc.sql("""
                select id, letter_id, document_id, title from letter_enclosure
                where letter_id = ? and withdrawn_at is null order by id""")
                .param(letterId)
                .query((row, i) -> new Enclosure(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)))
                .list();
    }

    void enclose(long letterId, long documentId, String title, String by, Instant at) {
        jdbc.sql("""
                insert into letter_enclosure (letter_id, document_id, title, enclosed_by, enclosed_at)
                values (?, ?, ?, ?, ?)""").params(letterId, documentId, title, by, utc(at)).update();
    }

    void withdrawEnclosure(long id, Instant at) {
        jdbc.sql("update letter_enclosure set withdrawn_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    /** What was given with the letter and not taken out again, by name. */
    Map<String, String> facts(long letterId) {
        Map<String, String> facts = new HashMap<>();
        jdbc.sql("select name, given from letter_fact where letter_id = ? and given is not null")
                .param(letterId)
                .query(row -> {
                    facts.put(row.getString(1), row.getString(2));
                });
        return facts;
    }

    /** @param given null takes the fact out */
    void keepFact(long letterId, String name, String given, String by, Instant at) {
        int updated = jdbc.sql(
                        "update letter_fact set given = ?, given_by = ?, given_at = ? where letter_id = ? and name = ?")
                .params(given, by, utc(at), letterId, name)
                .update();
        if (updated == 0 && given != null) {
            jdbc.sql("insert into letter_fact (letter_id, name, given, given_by, given_at) values (?, ?, ?, ?, ?)")
                    .params(letterId, name, given, by, utc(at))
                    .update();
        }
    }

    Optional<TranslatedLetter> translation(long letterId) {
        return jdbc.sql("""
                select language, words, supplied_by from letter_translation
                where letter_id = ? and withdrawn_at is null""")
                .param(letterId)
                .query((row, i) -> new TranslatedLetter(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** Takes the place of an earlier translation; null leaves the letter without one. */
    void keepTranslation(long letterId, TranslatedLetter translation, String by, Instant at) {
        jdbc.sql("update letter_translation set withdrawn_at = ? where letter_id = ? and withdrawn_at is null")
                .params(utc(at), letterId)
                .update();
        if (translation != null) {
            jdbc.sql("""
                    insert into letter_translation (letter_id, language, words, supplied_by, recorded_by, recorded_at)
                    values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            letterId,
                            translation.language(),
                            translation.words(),
                            translation.suppliedBy(),
                            by,
                            utc(at))
                    .update();
        }
    }

    /** The keys of those for whom a second person said that this letter may go to them. */
    Set<String> released(long letterId) {
        return Set.copyOf(jdbc.sql("select distinct recipient_key from letter_release where letter_id = ?")
                .param(letterId)
                .query(String.class)
                .list());
    }

    /** @param contactId null for the young person */
    void release(long letterId, String key, Long contactId, String reason, String by, Instant at) {
        jdbc.sql("""
                insert into letter_release (letter_id, recipient_key, contact_id, reason, released_by, released_at)
                values (?, ?, ?, ?, ?, ?)""").params(letterId, key, contactId, reason, by, utc(at)).update();
    }

    /** Takes back the signature, because nobody has signed this letter as it is now. */
    void unsign(long id) {
        jdbc.sql("""
                update letter set state = 'PREPARED',
                    signed_by = null, signer_name = null, signer_title = null, signed_at = null
                where id = ?""").param(id).update();
    }

    private static final String INSERT_RECIPIENT = """
            insert into letter_recipient (letter_id, recipient_key, name, address_line1, address_line2, address_line3,
                address_line4, address_postcode, email, role, channel, reader, stands_for)
            values (:letter, :key, :name, :line1, :line2, :line3, :line4, :postcode, :email, :role, :channel,
                :reader, :standsFor)""";

    private static final String UPDATE_RECIPIENT = """
            update letter_recipient set name = :name, address_line1 = :line1, address_line2 = :line2, address_line3 = :line3,
                address_line4 = :line4, address_postcode = :postcode, email = :email, role = :role, channel = :channel,
                reader = :reader, stands_for = :standsFor,
                withdrawn_at = null
            where letter_id = :letter and recipient_key = :key""";

    private static Map<String, Object> recipientParameters(long letterId, Addressees.Entry entry) {
        Address address = entry.address();
        Map<String, Object> values = new HashMap<>();
        values.put("letter", letterId);
        values.put("key", entry.key());
        values.put("name", entry.name());
        values.put("line1", address == null ? null : address.line1());
        values.put("line2", address == null ? null : address.line2());
        values.put("line3", address == null ? null : address.line3());
        values.put("line4", address == null ? null : address.line4());
        values.put("postcode", address == null ? null : address.postcode());
        values.put("email", entry.email());
        values.put("role", entry.role().name());
        values.put("channel", entry.channel().name());
        values.put("reader", entry.reader().name());
        values.put("standsFor", entry.standsFor());
        return values;
    }

    private static String unsentKey(long caseId, LetterKind kind, String about) {
        return caseId + "/" + kind.id() + "/" + about;
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getLong("case_id"),
                LetterKind.valueOf(row.getString("kind")),
                row.getObject("about_id", Long.class),
                row.getString("free_text"),
                LetterState.valueOf(row.getString("state")),
                row.getInt("template_version"),
                row.getObject("letter_date", LocalDate.class),
                row.getString("prepared_by"),
                instant(row, "prepared_at"),
                row.getString("signed_by"),
                row.getString("signer_name"),
                row.getString("signer_title"),
                instant(row, "signed_at"));
    }

    private static LetterRecipient recipient(ResultSet row, int number) throws SQLException {
        String line1 = row.getString("address_line1");
        return new LetterRecipient(
                row.getLong("id"),
                row.getLong("letter_id"),
                row.getString("name"),
                line1 == null
                        ? null
                        : new Address(
                                line1,
                                row.getString("address_line2"),
                                row.getString("address_line3"),
                                row.getString("address_line4"),
                                row.getString("address_postcode")),
                row.getString("email"),
                RecipientRole.valueOf(row.getString("role")),
                Channel.valueOf(row.getString("channel")),
                row.getObject("document_id", Long.class),
                row.getString("sha256"),
                row.getString("idempotency_key"),
                instant(row, "sent_at"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("served_on", LocalDate.class),
                row.getString("receipt"),
                Reader.valueOf(row.getString("reader")),
                row.getString("stands_for"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
