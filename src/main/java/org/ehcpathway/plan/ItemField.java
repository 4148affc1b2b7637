package org.ehcpathway.plan;

import java.util.Arrays;
import java.util.List;

/** One thing an item says: its words, or an answer beside them. What {@link ItemWords} holds, by name. */
public enum ItemField {
    WORDS("Words"),
    AREA("Area of need"),
    BY_WHEN("By when"),
    MEASURE("How we will see it"),
    AMOUNT("How much and how often"),
    DURATION("For how long"),
    BY_WHOM("By whom"),
    TRAINING("With what training"),
    MONITORING("How it is monitored"),
    STRAND("Prepares for"),
    OTHER_SOURCE("From");

    private final String title;

    ItemField(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The fields an item of this section is written in, {@link #WORDS} first; codes and the source are not among them. */
    public static List<ItemField> writtenIn(PlanPart part) {
        return switch (part.holds()) {
            case WORDS -> List.of();
            case NEEDS -> List.of(WORDS);
            case OUTCOMES -> List.of(WORDS, BY_WHEN, MEASURE);
            case PROVISION -> List.of(WORDS, AMOUNT, DURATION, BY_WHOM, TRAINING, MONITORING);
        };
    }

    /** The fields in which two items differ, in the order of this list. */
    public static List<ItemField> differing(ItemWords one, ItemWords other) {
        return Arrays.stream(values())
                .filter(field -> !java.util.Objects.equals(field.of(one), field.of(other)))
                .toList();
    }

    /** What is said in this field, a code by its name; null when nothing is. */
    public String of(ItemWords says) {
        return switch (this) {
            case WORDS -> says.words();
            case AREA -> says.area() == null ? null : says.area().name();
            case BY_WHEN -> says.byWhen();
            case MEASURE -> says.measure();
            case AMOUNT -> says.amount();
            case DURATION -> says.duration();
            case BY_WHOM -> says.byWhom();
            case TRAINING -> says.training();
            case MONITORING -> says.monitoring();
            case STRAND -> says.strand() == null ? null : says.strand().name();
            case OTHER_SOURCE -> says.otherSource();
        };
    }

    /** As {@link #of(ItemWords)}, with the title of a code, as it is printed. */
    public String printed(ItemWords says) {
        return printed(of(says));
    }

    /** What {@link #of(ItemWords)} gave, with the title of a code. */
    public String printed(String said) {
        if (said == null) {
            return null;
        }
        return switch (this) {
            case AREA -> AreaOfNeed.valueOf(said).title();
            case STRAND -> Adulthood.valueOf(said).title();
            default -> said;
        };
    }

    /** The same item saying something else in this field; null for nothing. */
    public ItemWords in(ItemWords says, String other) {
        return new ItemWords(
                this == WORDS ? other : says.words(),
                this == AREA ? (other == null ? null : AreaOfNeed.valueOf(other)) : says.area(),
                this == STRAND ? (other == null ? null : Adulthood.valueOf(other)) : says.strand(),
                this == BY_WHEN ? other : says.byWhen(),
                this == MEASURE ? other : says.measure(),
                this == AMOUNT ? other : says.amount(),
                this == DURATION ? other : says.duration(),
                this == BY_WHOM ? other : says.byWhom(),
                this == TRAINING ? other : says.training(),
                this == MONITORING ? other : says.monitoring(),
                this == OTHER_SOURCE ? other : says.otherSource());
    }
}
