package org.ehcpathway.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.letter.PdfRenderer;

/**
 * A plan as it is printed: everything a version says, in sections, items and answers, with the references between them.
 *
 * @param standing what kind of paper this is, for the head of every page
 * @param notice the same in sentences, for the first page
 * @param dateOf what the date is the date of
 * @param budget section J
 * @param attached whether any report is inside the PDF
 */
record PrintedPlan(
        String title,
        String name,
        String knownAs,
        String birthDate,
        String reference,
        int version,
        String date,
        String dateOf,
        String standing,
        String notice,
        List<Section> before,
        Naming naming,
        Section budget,
        List<Appendix> appendices,
        boolean attached,
        List<Spoken> spoken,
        Signed signed) {

    static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private static final int LONGEST_BOOKMARK = 60;

    /**
     * @param paragraphs one for every line that is not blank
     * @param none what is said where the section says nothing
     */
    record Section(
            String part, String title, List<String> paragraphs, List<Quote> quotes, List<Item> items, String none) {}

    /** What somebody of the family said. */
    record Quote(String heading, List<String> paragraphs) {}

    /**
     * @param label such as F2
     * @param heading such as Provision F2
     * @param bookmark the label with the first words
     */
    record Item(String label, String heading, String bookmark, List<String> paragraphs, List<Answer> answers) {}

    /**
     * One answer of an item: words, or references to other places of the plan.
     *
     * @param to labels of items or of lines of section K
     */
    record Answer(String what, List<String> paragraphs, List<String> to) {}

    /**
     * Section I: sentences, or the setting with its type.
     *
     * @param from the day from which it is named; null where it is named at once
     * @param until what is named until that day; may be null
     */
    record Naming(String sentence, String setting, String type, String from, String until) {

        static Naming saying(String sentence) {
            return new Naming(sentence, null, null, null, null);
        }
    }

    /** A line of section K. */
    record Appendix(String label, String title, String from, String date, String paper) {}

    /** Advice that came in words and not as a paper. */
    record Spoken(String label, String heading, List<String> paragraphs) {}

    record Signed(String by, String title, String on) {}

    /**
     * @param working whether this is a copy of what has not been issued
     * @param quoted makes words printable that nobody here may change
     */
    static PrintedPlan of(
            CaseFile file,
            PlanText text,
            LocalDate date,
            boolean working,
            List<PlanReport> reports,
            UnaryOperator<String> quoted) {
        PlanVersion version = text.version();
        PlanKind kind = version.kind();
        return new PrintedPlan(
                kind.title(),
                PdfRenderer.printable(file.person().fullName()),
                file.person().knownAs() == null
                        ? null
                        : PdfRenderer.printable(file.person().knownAs()),
                LONG.format(file.person().birthDate()),
                file.c().reference(),
                version.number(),
                LONG.format(date),
                working ? "Printed on" : dateOf(kind),
                working ? "Working paper, not served" : standing(kind),
                (working ? "This is a working paper. It has not been served on anybody and can still change. " : "")
                        + notice(kind),
                Stream.of(PlanPart.values())
                        .filter(part -> part != PlanPart.J)
                        .map(part -> section(text, part, quoted))
                        .toList(),
                naming(text),
                section(text, PlanPart.J, quoted),
                text.appendices().stream()
                        .map(appendix -> appendix(appendix, reports))
                        .toList(),
                reports.stream().anyMatch(PlanReport::attached),
                text.appendices().stream()
                        .filter(appendix -> appendix.words() != null)
                        .map(appendix -> new Spoken(
                                appendix.label(),
                                PdfRenderer.printable(appendix.label() + ": " + appendix.title() + ", "
                                        + appendix.author() + ", word for word"),
                                paragraphs(quoted.apply(appendix.words()))))
                        .toList(),
                version.signature() == null
                        ? null
                        : new Signed(
                                PdfRenderer.printable(version.signature().signerName()),
                                PdfRenderer.printable(version.signature().signerTitle()),
                                LONG.format(version.signature().signedOn())));
    }

    private static String dateOf(PlanKind kind) {
        return switch (kind) {
            case DRAFT -> "Date of the draft";
            case PROPOSED_AMENDMENT -> "Date of the proposal";
            case FINAL, FINAL_AMENDED -> "Date of the plan";
        };
    }

    private static String standing(PlanKind kind) {
        return switch (kind) {
            case DRAFT -> "Draft, not a final plan";
            case PROPOSED_AMENDMENT -> "Proposed amendments, not a final plan";
            case FINAL -> "Final plan";
            case FINAL_AMENDED -> "Final plan as amended";
        };
    }

    private static String notice(PlanKind kind) {
        return switch (kind) {
            case DRAFT ->
                "This is a draft. It names no school, college or other setting, and no type of setting: the law says that it"
                        + " must not. You can ask for one. The letter with this draft explains how, and until when.";
            case PROPOSED_AMENDMENT ->
                "This is how the plan would read with the changes that the council proposes. Nothing is decided: the plan you"
                        + " have stays in force. The letter with this proposal explains what you can say to it, and until"
                        + " when.";
            case FINAL ->
                "This is the final plan. The council must make sure that the provision in section F is made, and the health"
                        + " body that the provision in section G is made (Children and Families Act 2014, section 42).";
            case FINAL_AMENDED ->
                "This is the final plan as amended. It takes the place of every earlier one. The council must make sure that"
                        + " the provision in section F is made, and the health body that the provision in section G is made"
                        + " (Children and Families Act 2014, section 42).";
        };
    }

    private static Naming naming(PlanText text) {
        PlanVersion version = text.version();
        return switch (version.kind()) {
            case DRAFT ->
                Naming.saying(
                        "Left empty in a draft, as section 38(5) of the Children and Families Act 2014 requires.");
            case PROPOSED_AMENDMENT ->
                Naming.saying(
                        "Left empty in a proposal: you can ask for a school, college or other setting, or for another one. Until"
                                + " the plan is amended, the setting that the plan in force names stays named.");
            case FINAL, FINAL_AMENDED ->
                version.settingType() == null
                        ? Naming.saying("Not named yet.")
                        : new Naming(
                                null,
                                text.setting() == null
                                        ? null
                                        : PdfRenderer.printable(text.setting().name()),
                                PdfRenderer.printable(version.settingType()),
                                version.naming().startsOn() == null
                                        ? null
                                        : LONG.format(version.naming().startsOn()),
                                version.naming().untilThen() == null
                                        ? null
                                        : PdfRenderer.printable(version.naming().untilThen()));
        };
    }

    private static Section section(PlanText text, PlanPart part, UnaryOperator<String> quoted) {
        List<String> paragraphs = new ArrayList<>(
                paragraphs(PdfRenderer.printable(text.section(part).words())));
        LocalDate agreed = text.version().healthAgreedOn();
        if (part == PlanPart.G && agreed != null) {
            paragraphs.add("The responsible commissioning body agreed this provision on " + LONG.format(agreed) + ".");
        }
        return new Section(
                part.name(),
                part.title(),
                paragraphs,
                part == PlanPart.A
                        ? text.quotes().stream()
                                .map(view -> quote(view, quoted))
                                .toList()
                        : List.of(),
                text.items(part).stream().map(item -> item(text, item)).toList(),
                text.isEmpty(part) ? none(text.version().kind(), part) : null);
    }

    private static String none(PlanKind kind, PlanPart part) {
        if (part != PlanPart.J) {
            return "Nothing is written here yet.";
        }
        return kind.isFinal()
                ? "There is no personal budget in this plan."
                : "No personal budget has been asked for or agreed yet. You can ask for one now.";
    }

    private static Quote quote(FamilyView view, UnaryOperator<String> quoted) {
        return new Quote(
                PdfRenderer.printable(view.saidBy()) + ", " + LONG.format(view.saidOn()) + ", word for word",
                paragraphs(quoted.apply(view.words())));
    }

    private static Item item(PlanText text, PlanItem item) {
        ItemWords says = item.says();
        String label = text.label(item);
        String words = PdfRenderer.printable(says.words());
        List<Answer> answers = new ArrayList<>();
        Map<PlanPart.Holds, List<String>> ties = byKind(text, text.tiesOf(item));
        Map<PlanPart.Holds, List<String>> tied = byKind(text, text.tiedTo(item));
        switch (item.part().holds()) {
            case NEEDS -> {
                add(
                        answers,
                        "Area of need",
                        says.area() == null ? null : says.area().title());
                refer(answers, "Met by", tied.get(PlanPart.Holds.PROVISION));
                refer(answers, "Outcomes", tied.get(PlanPart.Holds.OUTCOMES));
            }
            case OUTCOMES -> {
                add(answers, "By when", says.byWhen());
                add(answers, "How we will see it", says.measure());
                refer(answers, "Needs", ties.get(PlanPart.Holds.NEEDS));
                refer(answers, "Reached through", tied.get(PlanPart.Holds.PROVISION));
            }
            case PROVISION -> {
                add(answers, "How much and how often", says.amount());
                add(answers, "For how long", says.duration());
                add(answers, "By whom", says.byWhom());
                add(answers, "With what training", says.training());
                add(answers, "How it is monitored", says.monitoring());
                refer(answers, "Meets", ties.get(PlanPart.Holds.NEEDS));
                refer(answers, "Towards", ties.get(PlanPart.Holds.OUTCOMES));
            }
            case WORDS -> {
                // A section of words has no items.
            }
        }
        add(
                answers,
                "Prepares for",
                says.strand() == null ? null : says.strand().title());
        refer(
                answers,
                "Advice it comes from",
                text.sourcesOf(item).stream().map(PlanAppendix::label).toList());
        add(answers, "Also comes from", says.otherSource());
        return new Item(label, heading(item.part(), label), label + ": " + start(words), paragraphs(words), answers);
    }

    private static String heading(PlanPart part, String label) {
        return switch (part.holds()) {
                    case NEEDS -> "Need ";
                    case OUTCOMES -> "Outcome ";
                    case PROVISION -> "Provision ";
                    case WORDS -> "";
                }
                + label;
    }

    private static String start(String words) {
        String line = words.replace('\n', ' ');
        if (line.length() <= LONGEST_BOOKMARK) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_BOOKMARK);
        return line.substring(0, end > 0 ? end : LONGEST_BOOKMARK) + " …";
    }

    private static Map<PlanPart.Holds, List<String>> byKind(PlanText text, List<PlanItem> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.part().holds(), Collectors.mapping(text::label, Collectors.toList())));
    }

    private static void add(List<Answer> answers, String what, String words) {
        if (words != null) {
            answers.add(new Answer(what, paragraphs(PdfRenderer.printable(words)), List.of()));
        }
    }

    private static void refer(List<Answer> answers, String what, List<String> to) {
        if (to != null && !to.isEmpty()) {
            answers.add(new Answer(what, List.of(), to));
        }
    }

    private static Appendix appendix(PlanAppendix appendix, List<PlanReport> reports) {
        Function<PlanReport, String> paper = report -> report.attached()
                ? report.kind() + ", attached as “" + report.fileName() + "”"
                : report.kind() + ", sent with this plan as a file of its own";
        return new Appendix(
                appendix.label(),
                PdfRenderer.printable(appendix.title()),
                PdfRenderer.printable(
                        appendix.authorRole() == null
                                ? appendix.author()
                                : appendix.author() + ", " + appendix.authorRole()),
                switch (appendix.state()) {
                    case RECEIVED -> LONG.format(appendix.dated());
                    case DECLINED -> "Declined with reasons";
                    case NOT_AVAILABLE, NOT_ASKED -> "Could not be obtained";
                    case TO_BE_ASKED, REQUESTED -> "Not received yet";
                },
                Stream.concat(
                                reports.stream()
                                        .filter(report -> report.appendix().adviceId() == appendix.adviceId())
                                        .map(paper),
                                appendix.words() == null ? Stream.empty() : Stream.of("in words, below"))
                        .collect(Collectors.joining("; ")));
    }

    static List<String> paragraphs(String words) {
        return Arrays.stream(words.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
