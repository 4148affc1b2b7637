package org.ehcpathway.security;

/** The application must not start as it is set up; the message is one sentence that says what to change. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }
}
