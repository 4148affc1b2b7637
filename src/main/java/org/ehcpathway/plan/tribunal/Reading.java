package org.ehcpathway.plan.tribunal;

/**
 * A stretch of a Word document as it is set, whatever set it so: the run itself, its style, or that of its paragraph.
 *
 * @param inserted whether it is an insertion that Word tracked; {@code deleted} a deletion
 * @param author who made the tracked change; null where none was tracked
 */
record Reading(
        String words,
        boolean bold,
        boolean italic,
        boolean underlined,
        boolean struck,
        boolean inserted,
        boolean deleted,
        String author) {

    static Reading plain(String words) {
        return new Reading(words, false, false, false, false, false, false, null);
    }

    Reading withWords(String others) {
        return new Reading(others, bold, italic, underlined, struck, inserted, deleted, author);
    }

    boolean deletes() {
        return struck || deleted;
    }

    /** Whether it is set as words that were not in the plan. */
    boolean adds() {
        return !deletes() && (bold || italic || underlined || inserted);
    }

    boolean agreed() {
        return underlined;
    }

    /** Whose change it is by the key; null when it is set as nobody's or as both sides'. */
    Side side() {
        if (bold == italic) {
            return null;
        }
        return bold ? Side.FAMILY : Side.COUNCIL;
    }
}
