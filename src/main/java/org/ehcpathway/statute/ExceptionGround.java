package org.ehcpathway.statute;

import java.util.Arrays;
import java.util.List;

/**
 * What an exception to a time limit can rest on: EX-1 to EX-9, those with several limbs once for each.
 *
 * <p>Regulations are those of SI 2014/1530.
 */
public enum ExceptionGround {
    SCHOOL_CLOSED("EX-1", "The school or college was closed for at least 4 weeks", "regs 5(4)(a), 10(4)(a), 27(3)(a)"),
    PROVIDER_CLOSED(
            "EX-2", "The early years provider was closed for at least 4 weeks", "regs 5(4)(b), 10(4)(b), 27(3)(b)"),
    PERSONAL_CIRCUMSTANCES("EX-3", "Exceptional personal circumstances", "regs 5(4)(c), 10(4)(c), 27(3)(c)"),
    AWAY("EX-4", "Away from the council's area for at least 4 weeks", "regs 5(4)(d), 10(4)(d), 27(3)(d)"),
    BODY_CIRCUMSTANCES("EX-5", "Advice of a body: exceptional circumstances", "reg 8(2)(a)"),
    BODY_AWAY("EX-5", "Advice of a body: away from the council's area for at least 4 weeks", "reg 8(2)(b)"),
    APPOINTMENT_MISSED("EX-5", "Advice of a body: an appointment made by it was missed", "reg 8(2)(c)"),
    EXISTING_ADVICE("EX-6", "There is sufficient advice already", "reg 6(4)"),
    ORDER_SCHOOL_CLOSED(
            "EX-7",
            "EX-1",
            "After an order or concession: the school or college was closed",
            "regs 44(3)(c), 45(7)(c)"),
    ORDER_PROVIDER_CLOSED(
            "EX-7",
            "EX-2",
            "After an order or concession: the early years provider was closed",
            "regs 44(3)(c), 45(7)(c)"),
    ORDER_CIRCUMSTANCES(
            "EX-7",
            "EX-3",
            "After an order or concession: exceptional personal circumstances",
            "regs 44(3)(a), 45(7)(a)"),
    ORDER_AWAY("EX-7", "After an order or concession: away for at least 2 weeks", "regs 44(3)(b), 45(7)(b)"),
    DIRECTED("EX-8", "The tribunal directed another date", "reg 44(1)"),
    AGREED("EX-9", "The parties agreed another period in writing", "reg 42(5)");

    private final String exception;
    private final String borrowed;
    private final String title;
    private final String source;

    ExceptionGround(String exception, String title, String source) {
        this(exception, null, title, source);
    }

    /** @param borrowed the exception whose circumstances a limb of EX-7 takes in: it holds only where that one is printed */
    ExceptionGround(String exception, String borrowed, String title, String source) {
        this.exception = exception;
        this.borrowed = borrowed;
        this.title = title;
        this.source = source;
    }

    /** Id of the exception, EX-1 to EX-9. */
    public String exception() {
        return exception;
    }

    public String title() {
        return title;
    }

    /** The provisions it stands in. */
    public String source() {
        return source;
    }

    /** Whether the law asks why the ground made it impractical to act in time. */
    public boolean asksWhyImpractical() {
        return this != EXISTING_ADVICE && !setsANewDate();
    }

    /** Whether another date takes the place of the limit; otherwise the limit falls away without one. */
    public boolean setsANewDate() {
        return this == DIRECTED || this == AGREED;
    }

    /** What follows when it is relied on, in a sentence. */
    public String effect() {
        return switch (this) {
            case EXISTING_ADVICE -> "This advice need not be asked for again.";
            case DIRECTED, AGREED -> "The new date stands beside the original one, which is kept.";
            case BODY_CIRCUMSTANCES, BODY_AWAY, APPOINTMENT_MISSED ->
                "The body's 6 weeks fall away; it still owes the advice, and the council's own limits stand.";
            default -> "The limit falls away and no other takes its place; act as soon as practicable (A-10).";
        };
    }

    /** Whether the law prints this exception for the rule, or the part of it. */
    public boolean isPrintedFor(Timescale rule) {
        return rule.exceptions().contains(exception)
                && (borrowed == null || rule.exceptions().contains(borrowed));
    }

    /** The grounds the law prints for a rule; empty where it prints none. */
    public static List<ExceptionGround> of(Timescale rule) {
        return Arrays.stream(values())
                .filter(ground -> ground.isPrintedFor(rule))
                .toList();
    }
}
