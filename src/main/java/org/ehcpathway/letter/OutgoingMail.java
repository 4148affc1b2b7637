package org.ehcpathway.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A message that bears the letter's idempotency key as its id, so that the same letter can be recognised wherever it went, and that
 * knows whether the server was given all of it. A server may take a message only when it got the whole.
 */
final class OutgoingMail extends MimeMessage {

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
