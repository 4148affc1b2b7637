package org.ehcpathway.letter;

/** The outbox cannot take a letter now. Trying again later is right; nothing has been lost or sent twice. */
public class OutboxUnavailable extends ChannelUnavailable {

    OutboxUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
