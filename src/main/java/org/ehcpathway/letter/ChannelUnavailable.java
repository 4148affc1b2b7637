package org.ehcpathway.letter;

/** A letter cannot leave now. Trying again later is right; nothing has been lost or sent twice. */
public class ChannelUnavailable extends RuntimeException {

    /** @param sentence for the caseworker; names nobody */
    ChannelUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
