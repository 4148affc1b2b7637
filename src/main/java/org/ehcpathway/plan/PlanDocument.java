package org.ehcpathway.plan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Setting;
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

    /** A section as it is printed: its paragraphs, one for every line that is not blank. */
    record Printed(String letter, String title, List<String> paragraphs) {}

    /** A line of section K. */
    record Appendix(String kind, String from, String date) {}

    void checkCharacters(String words) {
        renderer.checkCharacters(words);
    }

    byte[] of(CaseFile file, PlanVersion version, List<PlanSection> sections, Setting setting, LocalDate date) {
        Context context = new Context(Locale.UK);
        context.setVariable("title", version.kind().title());
        context.setVariable("isFinal", version.kind() == PlanKind.FINAL);
        context.setVariable("council", council);
        context.setVariable("person", file.person());
        context.setVariable("reference", file.c().reference());
        context.setVariable(
                "footer",
                inStyleSheet(file.person().fullName() + ", " + file.c().reference()));
        context.setVariable("birthDate", LONG.format(file.person().birthDate()));
        context.setVariable("date", LONG.format(date));
        context.setVariable("before", printed(sections, part -> part != PlanPart.J));
        context.setVariable("after", printed(sections, part -> part == PlanPart.J && !isEmpty(sections, part)));
        context.setVariable("noBudget", isEmpty(sections, PlanPart.J));
        context.setVariable("setting", setting);
        context.setVariable("settingType", version.settingType());
        context.setVariable("appendices", appendices(file));
        context.setVariable("spokenAdvice", spoken(file));
        context.setVariable("signerName", version.signerName());
        context.setVariable("signerTitle", version.signerTitle());
        context.setVariable("signedOn", version.signedOn() == null ? null : LONG.format(version.signedOn()));
        return renderer.render(
                templates.process("plan", context), date, List.of(file.person().fullName()));
    }

    /** Advice that came in words and not as a paper belongs to section K all the same, word for word. */
    private static List<Printed> spoken(CaseFile file) {
        return file.advice().stream()
                .filter(advice -> advice.state() == AdviceState.RECEIVED && advice.words() != null)
                .map(advice -> new Printed(
                        "K",
                        advice.kind().title() + ", " + advice.adviserName() + ", word for word",
                        paragraphs(advice.words())))
                .toList();
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

    private static boolean isEmpty(List<PlanSection> sections, PlanPart part) {
        return sections.stream()
                .noneMatch(section -> section.part() == part && !section.words().isBlank());
    }

    private static List<Printed> printed(List<PlanSection> sections, java.util.function.Predicate<PlanPart> which) {
        return sections.stream()
                .filter(section -> which.test(section.part()))
                .map(section ->
                        new Printed(section.part().name(), section.part().title(), paragraphs(section.words())))
                .toList();
    }

    private static List<String> paragraphs(String words) {
        List<String> lines = Arrays.stream(words.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines;
    }

    /** Section K lists all the advice the assessment obtained, and says what could not be obtained. */
    private static List<Appendix> appendices(CaseFile file) {
        Stream<Advice> obtained = file.advice().stream().filter(advice -> advice.state() != AdviceState.TO_BE_ASKED);
        return obtained.map(advice -> new Appendix(
                        advice.kind().title(),
                        advice.adviserName(),
                        switch (advice.state()) {
                            case RECEIVED -> LONG.format(advice.receivedOn());
                            case DECLINED -> "Declined with reasons";
                            case NOT_AVAILABLE -> "Could not be obtained";
                            default -> "Not received yet";
                        }))
                .toList();
    }
}
