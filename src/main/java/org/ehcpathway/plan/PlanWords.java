package org.ehcpathway.plan;

import org.ehcpathway.statute.Refusal;

/** Text as it comes from a writer's clipboard, made fit to be kept and printed. */
final class PlanWords {

    private static final int LONGEST = 100_000;

    private PlanWords() {}

    /** Keeps every word; takes out what cannot be printed and is not meant: control characters and Word's odd spaces and hyphens. */
    static String clean(String typed) {
        if (typed == null) {
            return "";
        }
        String clean = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .replace('\u2011', '-')
                .replace("\u00ad", "")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .strip();
        if (clean.length() > LONGEST) {
            throw new Refusal(
                    "This section is longer than 100,000 characters. Put long reports into the advice instead.");
        }
        return clean;
    }
}
