package org.ehcpathway.plan.compare;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.letter.PdfRenderer;
import org.ehcpathway.plan.PlanVersion;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints an amendment notice: each change with the words as they are and as they would be. */
@Component
class AmendmentNoticeDocument {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final PdfRenderer renderer;
    private final CouncilSettings council;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    AmendmentNoticeDocument(PdfRenderer renderer, CouncilSettings council) {
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

    byte[] of(AmendmentNotice notice, CaseFile file, LocalDate date) {
        Context context = new Context(Locale.UK);
        context.setVariable("notice", notice);
        context.setVariable("council", council);
        context.setVariable("person", file.person());
        context.setVariable("birthDate", LONG.format(file.person().birthDate()));
        context.setVariable("date", LONG.format(date));
        context.setVariable("planDate", signedOn(notice.plan()));
        context.setVariable(
                "footer",
                inStyleSheet(file.person().fullName() + ", " + file.c().reference()));
        return renderer.render(
                templates.process("amendment-notice", context),
                date,
                List.of(file.person().fullName()));
    }

    private static String signedOn(PlanVersion plan) {
        return plan.signature() == null ? null : LONG.format(plan.signature().signedOn());
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
}
