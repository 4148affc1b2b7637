package org.ehcpathway.statute;

/**
 * Something was asked that the law or the record does not allow, or a value does not hold.
 *
 * <p>The message is one sentence that a caseworker can act on. It goes to the screen as it stands, so it names no class,
 * column or variable, and no child.
 */
public class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
