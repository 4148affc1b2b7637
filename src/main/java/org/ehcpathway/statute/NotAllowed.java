package org.ehcpathway.statute;

/**
 * A person asked for something that their role, team or setting gives them no right to.
 *
 * <p>The message is one sentence for that person. It does not say whether what they asked for exists.
 */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String sentence) {
        super(sentence);
    }
}
