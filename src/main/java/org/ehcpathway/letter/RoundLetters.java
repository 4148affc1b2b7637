package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ehcpathway.casefile.ConsultationRounds;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Setting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes the covering letter of a round of consultations as accessible PDF from {@code rounds/cover/<version>/}, and keeps it: one list for
 * a setting of all children it is consulted about, beside the letter of each.
 */
@Component
public class RoundLetters {

    private static final int VERSION = 1;

    private final ConsultationRounds rounds;
    private final CouncilSettings council;
    private final PdfRenderer renderer;
    private final Clock clock;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    RoundLetters(ConsultationRounds rounds, CouncilSettings council, PdfRenderer renderer, Clock clock) {
        this.rounds = rounds;
        this.council = council;
        this.renderer = renderer;
        this.clock = clock;
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        resolver.setPrefix("rounds/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
        templates.setEnableSpringELCompiler(true);
    }

    /**
     * A child or young person of the list.
     *
     * @param yearGroup such as Year 7
     * @param consultationId the consultation of their own
     */
    public record Child(
            long consultationId,
            String name,
            LocalDate birthDate,
            LocalDate movesOn,
            String yearGroup,
            String reference) {}

    /**
     * Makes and keeps the covering letter of a round.
     *
     * @param year the calendar year of the transfers
     * @return the id of the round
     */
    @Transactional
    public long make(Setting setting, int year, List<Child> children, String by) {
        Context context = new Context(Locale.UK);
        context.setVariable("council", council);
        context.setVariable("setting", setting);
        context.setVariable(
                "address",
                setting.address() == null ? List.of() : setting.address().lines());
        context.setVariable("year", year);
        context.setVariable("children", children);
        context.setVariable("today", LocalDate.now(clock));
        context.setVariable("f", new LetterDates());
        byte[] pdf = renderer.render(
                templates.process("cover/" + VERSION + "/cover", context),
                LocalDate.now(clock),
                children.stream().map(Child::name).distinct().toList());
        return rounds.keep(
                setting, year, children.stream().map(Child::consultationId).toList(), VERSION, Sha256.of(pdf), pdf, by);
    }
}
