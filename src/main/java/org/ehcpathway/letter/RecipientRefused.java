package org.ehcpathway.letter;

/** The letter will never be taken for this recipient on this way, for example because there is no such mailbox. */
class RecipientRefused extends RuntimeException {

    RecipientRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
