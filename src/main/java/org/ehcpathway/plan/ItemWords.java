package org.ehcpathway.plan;

import java.util.function.UnaryOperator;

/**
 * What an item says. A need has words and an area; an outcome words, a day and a measure; provision words and the five answers that
 * make it specific (Code of Practice 9.69). Fields that do not belong to the section are null, and so are empty ones.
 *
 * @param words the need, the outcome, or what is provided
 * @param byWhen when an outcome is to be reached
 * @param measure how everybody will see that an outcome is reached
 * @param amount how much and how often
 * @param duration for how long
 * @param byWhom who provides it
 * @param training the training or qualification that person has
 * @param monitoring how and when it is seen whether it is given and works
 * @param otherSource where the item comes from when no advice of the case says it, such as a review's report
 */
public record ItemWords(
        String words,
        AreaOfNeed area,
        Adulthood strand,
        String byWhen,
        String measure,
        String amount,
        String duration,
        String byWhom,
        String training,
        String monitoring,
        String otherSource) {

    /** An item that says nothing but these words. */
    public static ItemWords of(String words) {
        return new ItemWords(words, null, null, null, null, null, null, null, null, null, null);
    }

    public static ItemWords need(String words, AreaOfNeed area) {
        return new ItemWords(words, area, null, null, null, null, null, null, null, null, null);
    }

    public static ItemWords outcome(String words, String byWhen, String measure) {
        return new ItemWords(words, null, null, byWhen, measure, null, null, null, null, null, null);
    }

    public static ItemWords provision(
            String words, String amount, String duration, String byWhom, String training, String monitoring) {
        return new ItemWords(words, null, null, null, null, amount, duration, byWhom, training, monitoring, null);
    }

    public ItemWords withWords(String others) {
        return new ItemWords(
                others, area, strand, byWhen, measure, amount, duration, byWhom, training, monitoring, otherSource);
    }

    public ItemWords preparingFor(Adulthood what) {
        return new ItemWords(
                words, area, what, byWhen, measure, amount, duration, byWhom, training, monitoring, otherSource);
    }

    /** The same from a source that is no advice of the case. */
    public ItemWords from(String source) {
        return new ItemWords(
                words, area, strand, byWhen, measure, amount, duration, byWhom, training, monitoring, source);
    }

    /** The same with every text passed through {@code change}, which is never given null. */
    ItemWords each(UnaryOperator<String> change) {
        return new ItemWords(
                text(words, change),
                area,
                strand,
                text(byWhen, change),
                text(measure, change),
                text(amount, change),
                text(duration, change),
                text(byWhom, change),
                text(training, change),
                text(monitoring, change),
                text(otherSource, change));
    }

    private static String text(String text, UnaryOperator<String> change) {
        return text == null ? null : change.apply(text);
    }

    /** Both in one: texts one after the other where they differ, and of the codes the first that was given. */
    ItemWords joined(ItemWords other) {
        return new ItemWords(
                joined(words, other.words),
                area == null ? other.area : area,
                strand == null ? other.strand : strand,
                joined(byWhen, other.byWhen),
                joined(measure, other.measure),
                joined(amount, other.amount),
                joined(duration, other.duration),
                joined(byWhom, other.byWhom),
                joined(training, other.training),
                joined(monitoring, other.monitoring),
                joined(otherSource, other.otherSource));
    }

    private static String joined(String first, String second) {
        if (first == null || first.equals(second)) {
            return second;
        }
        return second == null ? first : first + "\n" + second;
    }

    /** The same without what has no place in this section. */
    ItemWords fitting(PlanPart part) {
        boolean need = part.holds() == PlanPart.Holds.NEEDS;
        boolean outcome = part.holds() == PlanPart.Holds.OUTCOMES;
        boolean provision = part.holds() == PlanPart.Holds.PROVISION;
        return new ItemWords(
                words,
                need ? area : null,
                need ? null : strand,
                outcome ? byWhen : null,
                outcome ? measure : null,
                provision ? amount : null,
                provision ? duration : null,
                provision ? byWhom : null,
                provision ? training : null,
                provision ? monitoring : null,
                otherSource);
    }
}
