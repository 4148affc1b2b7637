package org.ehcpathway.letter;

/** The letter was handed over, and the answer never came: it may have left or not. Only a person can settle it. */
class Unconfirmed extends RuntimeException {

    Unconfirmed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
