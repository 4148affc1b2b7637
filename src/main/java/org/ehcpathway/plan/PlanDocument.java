package org.ehcpathway.plan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.letter.PdfRenderer;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes the PDF of a plan: sections A to K, each separately identified (regulation 12), name and reference on every page. */
@Component
class PlanDocument {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final PdfRenderer renderer;
    private final CouncilSettings council;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PlanDocument(PdfRenderer renderer, CouncilSettings council) {
        this.renderer = renderer;
        this.council = council;
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        resolver.setPrefix("plans/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
    }

    /** A section as it is printed: its paragraphs, one for every line that is not blank, what the family said, and its items. */
    record Printed(PlanPart part, List<String> paragraphs, List<Quote> quotes, List<Item> items) {}

    /** What somebody of the family said. */
    record Quote(String saidBy, String date, List<String> paragraphs) {}

    /** An item with its name in the plan and its answers, each with what it answers. */
    record Item(String label, List<String> paragraphs, List<Answer> answers) {}

    record Answer(String what, String words) {}

    /** A line of section K. */
    record Appendix(String label, String kind, String from, String date) {}

    /** Advice that came in words and not as a paper. */
    record Spoken(String title, List<String> paragraphs) {}

    void checkCharacters(String words) {
        renderer.checkCharacters(words);
    }

    byte[] of(CaseFile file, PlanText text, LocalDate date) {
        PlanVersion version = text.version();
        Context context = new Context(Locale.UK);
        context.setVariable("title", version.kind().title());
        context.setVariable("isFinal", version.kind().isFinal());
        context.setVariable("council", council);
        context.setVariable("person", file.person());
        context.setVariable("reference", file.c().reference());
        context.setVariable(
                "footer",
                inStyleSheet(file.person().fullName() + ", " + file.c().reference()));
        context.setVariable("birthDate", LONG.format(file.person().birthDate()));
        context.setVariable("date", LONG.format(date));
        context.setVariable(
                "before",
                Stream.of(PlanPart.values())
                        .filter(part -> part != PlanPart.J)
                        .map(part -> printed(text, part))
                        .toList());
        context.setVariable("budget", text.isEmpty(PlanPart.J) ? null : printed(text, PlanPart.J));
        context.setVariable("setting", text.setting());
        context.setVariable("settingType", version.settingType());
        context.setVariable(
                "appendices",
                text.appendices().stream().map(PlanDocument::printed).toList());
        context.setVariable(
                "spokenAdvice",
                text.appendices().stream()
                        .filter(appendix -> appendix.words() != null)
                        .map(appendix -> new Spoken(
                                appendix.label() + ": " + appendix.title() + ", " + appendix.author()
                                        + ", word for word",
                                paragraphs(appendix.words())))
                        .toList());
        context.setVariable("signature", version.signature());
        context.setVariable(
                "signedOn",
                version.signature() == null
                        ? null
                        : LONG.format(version.signature().signedOn()));
        return renderer.render(
                templates.process("plan", context), date, List.of(file.person().fullName()));
    }

    private static Printed printed(PlanText text, PlanPart part) {
        return new Printed(
                part,
                paragraphs(text.section(part).words()),
                part == PlanPart.A
                        ? text.quotes().stream()
                                .map(view ->
                                        new Quote(view.saidBy(), LONG.format(view.saidOn()), paragraphs(view.words())))
                                .toList()
                        : List.of(),
                text.items(part).stream()
                        .map(item -> new Item(
                                text.label(item), paragraphs(item.says().words()), answers(text, item)))
                        .toList());
    }

    private static List<Answer> answers(PlanText text, PlanItem item) {
        ItemWords says = item.says();
        List<Answer> answers = new ArrayList<>();
        add(answers, "Area of need", says.area() == null ? null : says.area().title());
        add(answers, "By when", says.byWhen());
        add(answers, "How we will see it", says.measure());
        add(answers, "How much and how often", says.amount());
        add(answers, "For how long", says.duration());
        add(answers, "By whom", says.byWhom());
        add(answers, "With what training", says.training());
        add(answers, "How it is monitored", says.monitoring());
        add(
                answers,
                "Prepares for",
                says.strand() == null ? null : says.strand().title());
        add(answers, "For", labels(text.tiesOf(item).stream().map(text::label)));
        add(answers, "From", sources(text, item));
        return answers;
    }

    private static String sources(PlanText text, PlanItem item) {
        Stream<String> advice = text.sourcesOf(item).stream().map(PlanAppendix::label);
        String other = item.says().otherSource();
        return labels(other == null ? advice : Stream.concat(advice, Stream.of(other)));
    }

    private static String labels(Stream<String> labels) {
        String all = labels.collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private static void add(List<Answer> answers, String what, String words) {
        if (words != null) {
            answers.add(new Answer(what, words));
        }
    }

    private static Appendix printed(PlanAppendix appendix) {
        return new Appendix(
                appendix.label(),
                appendix.title(),
                appendix.authorRole() == null ? appendix.author() : appendix.author() + ", " + appendix.authorRole(),
                switch (appendix.state()) {
                    case RECEIVED -> LONG.format(appendix.dated());
                    case DECLINED -> "Declined with reasons";
                    case NOT_AVAILABLE -> "Could not be obtained";
                    case TO_BE_ASKED, REQUESTED -> "Not received yet";
                });
    }

    /** A name may hold quotes or angle brackets; in a style sheet each such character is written by its number. */
    private static String inStyleSheet(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c == ',' || c == '-') {
                safe.appendCodePoint(c);
            } else {
                safe.append(String.format("\\%06x", c));
            }
        });
        return safe.toString();
    }

    private static List<String> paragraphs(String words) {
        return Arrays.stream(words.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
