package org.ehcpathway.plan;

import org.ehcpathway.statute.Refusal;

/** Somebody else has changed the same words meanwhile. Nothing was saved; the page shows both texts. */
public final class StaleSave extends Refusal {

    StaleSave(String sentence) {
        super(sentence);
    }
}
