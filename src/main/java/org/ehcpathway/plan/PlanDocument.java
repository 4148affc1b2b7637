package org.ehcpathway.plan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.letter.PdfRenderer;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes the PDF of a plan: sections A to K, each separately identified (regulation 12), name and reference on every page, and the
 * advice of section K inside it as attached files.
 */
@Component
class PlanDocument {

    private final PdfRenderer renderer;
    private final CouncilSettings council;
    private final PlanReports advice;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PlanDocument(PdfRenderer renderer, CouncilSettings council, PlanReports advice) {
        this.renderer = renderer;
        this.council = council;
        this.advice = advice;
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        resolver.setPrefix("plans/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
    }

    void checkCharacters(String words) {
        renderer.unprintable(words).ifPresent(character -> {
            throw new Refusal("The plan cannot be printed with the character " + character
                    + ": write it in words, or in Latin letters the way the person spells it in English.");
        });
    }

    /** The plan as it is issued on this day. */
    byte[] of(CaseFile file, PlanText text, LocalDate date, List<PlanReport> reports) {
        return pdf(file, text, date, false, reports);
    }

    /** The plan as it stands, marked on every page as a working paper. */
    byte[] copy(CaseFile file, PlanText text, LocalDate date, List<PlanReport> reports) {
        return pdf(file, text, date, true, reports);
    }

    private byte[] pdf(CaseFile file, PlanText text, LocalDate date, boolean working, List<PlanReport> reports) {
        return renderer.render(
                xhtml(file, text, date, working, reports),
                date,
                List.of(file.person().fullName()),
                advice.attached(reports));
    }

    /** The plan as XHTML, from which PDF and Word document are made. */
    String xhtml(CaseFile file, PlanText text, LocalDate date, boolean working, List<PlanReport> reports) {
        PrintedPlan plan = PrintedPlan.of(file, text, date, working, reports, renderer::legible);
        Context context = new Context(Locale.UK);
        context.setVariable("plan", plan);
        context.setVariable("council", council.name());
        return xhtml("plan", plan.name() + ", born " + plan.birthDate() + ", " + plan.reference(), context);
    }

    /** A page of {@code plans/} with {@code footer} for its style sheet. */
    String xhtml(String template, String footer, Context context) {
        context.setVariable("footer", inStyleSheet(footer));
        return templates.process(template, context);
    }

    /** A name may hold quotes or angle brackets; in a style sheet each such character is written by its number. */
    static String inStyleSheet(String text) {
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
}
