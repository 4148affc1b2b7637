package org.ehcpathway.plan.tribunal;

/**
 * Something a person should look at before a document is taken as the next round.
 *
 * @param words what it is about
 */
public record Note(Kind kind, String words) {

    /** What is to be looked at. {@code %s} is the side that sent the document, {@code %2$s} the other one. */
    public enum Kind {
        UNMARKED_ADDITION("Added without a mark; taken as an addition by %s"),
        UNMARKED_DELETION("Gone without a mark; taken as a deletion by %s"),
        CLAIMED("Marked as agreed by %s alone; it stays a proposal until %2$s agrees"),
        OTHERS_MARK("Marked as a change by %2$s; taken as one by %s, who sent it"),
        OBJECTED("Taken out or undone by %s; it stays a proposal by %2$s"),
        UNDONE("Was agreed and is undone; it stays agreed until both say otherwise"),
        WITHDRAWN("No longer added by %s"),
        RESTORED("No longer deleted by %s"),
        REMARKED("No longer marked as before; the marks stay as they were"),
        STRUCK_BUT_NOT_THERE("Struck through, but not in the plan; nothing was changed for it"),
        COMMENT("A comment in the margin");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        public String sentence(Side sender) {
            return sentence.formatted(sender.title(), sender.other().title());
        }
    }
}
