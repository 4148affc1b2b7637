package org.ehcpathway.plan.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Something a check found.
 *
 * @param label what the place is called in this version, such as F2 or Section C; changes when items move
 * @param sentence what is wrong and what to do about it
 * @param about the words it is about, as they stand now
 */
public record Finding(PlanRule rule, Severity severity, Place place, String label, String sentence, String about) {

    /** The same for the same finding about the same words in every version; another one as soon as the words change. */
    public String fingerprint() {
        String all = String.join(
                "\u0000",
                rule.name(),
                place.section(),
                place.line() == null ? "" : place.line().toString(),
                place.field().code(),
                about);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean isLegal() {
        return severity == Severity.LEGAL;
    }
}
