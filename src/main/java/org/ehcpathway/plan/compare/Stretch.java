package org.ehcpathway.plan.compare;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A piece of text that both of two versions say, or only one of them. */
public record Stretch(Kind kind, String words) {

    /** In which of the two versions it stands. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    public boolean added() {
        return kind == Kind.ADDED;
    }

    public boolean removed() {
        return kind == Kind.REMOVED;
    }

    /** The earlier text. */
    public static String before(List<Stretch> stretches) {
        return text(stretches, stretch -> !stretch.added());
    }

    /** The later text. */
    public static String after(List<Stretch> stretches) {
        return text(stretches, stretch -> !stretch.removed());
    }

    private static String text(List<Stretch> stretches, Predicate<Stretch> counts) {
        return stretches.stream().filter(counts).map(Stretch::words).collect(Collectors.joining());
    }
}
