package org.ehcpathway.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that bears the letter's idempotency key as its id, so that the same letter can be recognised wherever it went, and that
 * knows whether the server was given all of it. A server may take a message only when it got the whole.
 */
final class OutgoingMail extends MimeMessage {

    private static final Pattern OURS = Pattern.compile("<?(\\S+)@letters\\.ehcpathway>?");

    private final String key;
    private boolean writtenToTheEnd;

    OutgoingMail(Session session, String key) {
        super(session);
        this.key = key;
    }

    boolean isWrittenToTheEnd() {
        return writtenToTheEnd;
    }

    String getMessageIdOfKey() {
        return "<" + key + "@letters.ehcpathway>";
    }

    /** The key of the letter in a message's id; empty for a message that is not ours. */
    static Optional<String> keyOf(String messageId) {
        Matcher ours = OURS.matcher(messageId == null ? "" : messageId.strip());
        return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", getMessageIdOfKey());
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        super.writeTo(out, ignoreList);
        out.flush();
        writtenToTheEnd = true;
    }
}
