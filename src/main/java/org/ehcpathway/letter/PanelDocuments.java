package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.PanelEvent.What;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.casefile.PanelPapers;
import org.ehcpathway.casefile.PanelSettings;
import org.ehcpathway.casefile.PanelSittings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes the papers and the minutes of a sitting as accessible PDF from {@code panel/<kind>/<version>/}, and keeps them. Members who
 * may see the same share one document; a member who is connected with a case gets papers without it.
 */
@Component
public class PanelDocuments {

    private static final int PAPERS = 1;
    private static final int MINUTES = 1;

    private final PanelFiles files;
    private final PanelSittings sittings;
    private final PanelPapers kept;
    private final CaseFiles cases;
    private final CouncilSettings council;
    private final PanelSettings settings;
    private final PdfRenderer renderer;
    private final Clock clock;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PanelDocuments(
            PanelFiles files,
            PanelSittings sittings,
            PanelPapers kept,
            CaseFiles cases,
            CouncilSettings council,
            PanelSettings settings,
            PdfRenderer renderer,
            Clock clock) {
        this.files = files;
        this.sittings = sittings;
        this.kept = kept;
        this.cases = cases;
        this.council = council;
        this.settings = settings;
        this.renderer = renderer;
        this.clock = clock;
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        resolver.setPrefix("panel/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
        templates.setEnableSpringELCompiler(true);
    }

    /** A line of the agenda; of a hidden one only number, question and date are told. */
    public record AgendaRow(
            int number, boolean hidden, String child, String reference, String question, LocalDate legalDate) {}

    /** What the papers say of one case. */
    public record Sheet(
            int number,
            String child,
            String reference,
            String question,
            String rule,
            LocalDate legalDate,
            LocalDate birthDate,
            int age,
            String setting,
            LocalDate receivedOn,
            String source,
            String missing,
            String request,
            List<Said> views,
            List<AdviceRow> advice,
            List<Paper> enclosures) {}

    public record Said(String by, String words) {}

    /** @param words advice that came in words and not as a paper; otherwise null */
    public record AdviceRow(String kind, String from, String answer, String words) {}

    /** @param link null where the council has not set the address of the application */
    public record Paper(String title, String fileName, String link) {}

    /** What the minutes say of one case. */
    public record Minute(
            int number,
            String child,
            String reference,
            String question,
            String rule,
            LocalDate legalDate,
            String outcome,
            List<String> left,
            String reasons,
            String provision,
            String funding) {}

    /** Makes the papers of everybody who sits, and opens them to the members. */
    @Transactional
    public void sendPapers(String sittingReference) {
        makePapers(sittingReference);
        sittings.papersSent(sittingReference);
    }

    /** Makes the papers again after the agenda, the rota or a connection has changed. Papers that went out before stay kept. */
    @Transactional
    public void makePapers(String sittingReference) {
        PanelFile file = files.read(sittingReference);
        Map<Set<Integer>, List<Long>> readers = new LinkedHashMap<>();
        for (PanelFile.Seat seat : file.takingPart()) {
            Set<Integer> hidden = file.entries().stream()
                    .filter(entry -> entry.isConnected(seat.member().id()))
                    .map(PanelFile.Entry::number)
                    .collect(Collectors.toCollection(TreeSet::new));
            readers.computeIfAbsent(hidden, none -> new java.util.ArrayList<>())
                    .add(seat.member().id());
        }
        readers.forEach((hidden, members) -> kept.keepPapers(file.sitting(), PAPERS, papers(file, hidden), members));
    }

    /** Makes the minutes; they wait for the chair. */
    @Transactional
    public void makeMinutes(String sittingReference) {
        PanelFile file = files.read(sittingReference);
        kept.keepMinutes(file.sitting(), MINUTES, minutes(file));
    }

    byte[] papers(PanelFile file, Set<Integer> hidden) {
        Context context = context(file, file.takingPart());
        List<PanelFile.Entry> listed = file.entries().stream()
                .filter(entry -> entry.isOpen() || entry.recommendation() != null)
                .toList();
        context.setVariable(
                "agenda",
                listed.stream()
                        .map(entry -> new AgendaRow(
                                entry.number(),
                                hidden.contains(entry.number()),
                                entry.person().fullName(),
                                entry.c().reference(),
                                entry.item().question().title(),
                                entry.item().legalDate()))
                        .toList());
        List<PanelFile.Entry> readable = listed.stream()
                .filter(entry -> !hidden.contains(entry.number()))
                .toList();
        context.setVariable("sheets", readable.stream().map(this::sheet).toList());
        return renderer.render(
                templates.process("papers/" + PAPERS + "/papers", context), LocalDate.now(clock), names(readable));
    }

    byte[] minutes(PanelFile file) {
        Context context = context(file, file.there());
        context.setVariable(
                "absent",
                file.seats().stream()
                        .filter(seat -> !seat.seat().wasThere()
                                && seat.seat().standing() != org.ehcpathway.casefile.PanelSeat.Standing.SUBSTITUTE)
                        .map(seat -> seat.member().name())
                        .toList());
        context.setVariable(
                "sheets", file.entries().stream().map(PanelDocuments::minute).toList());
        return renderer.render(
                templates.process("minutes/" + MINUTES + "/minutes", context),
                LocalDate.now(clock),
                names(file.entries()));
    }

    private Context context(PanelFile file, List<PanelFile.Seat> seats) {
        Context context = new Context(Locale.UK);
        context.setVariable("council", council);
        context.setVariable("sitting", file.sitting());
        context.setVariable("seats", seats);
        context.setVariable("f", new LetterDates());
        return context;
    }

    private Sheet sheet(PanelFile.Entry entry) {
        CaseFile file = cases.whole(entry.c().reference());
        return new Sheet(
                entry.number(),
                entry.person().fullName(),
                entry.c().reference(),
                entry.item().question().title(),
                entry.item().question().rule(),
                entry.item().legalDate(),
                entry.person().birthDate(),
                Period.between(entry.person().birthDate(), LocalDate.now(clock)).getYears(),
                entry.setting() == null ? "None attended" : entry.setting().name(),
                entry.c().receivedOn(),
                entry.c().source().title(),
                entry.item().missing(),
                entry.c().requestSummary(),
                file.views().stream()
                        .map(view ->
                                new Said(view.saidBy() + ", " + new LetterDates().plain(view.saidOn()), view.words()))
                        .toList(),
                file.advice().stream().map(PanelDocuments::advice).toList(),
                file.documents().stream()
                        .filter(paper -> paper.kind() != DocumentKind.LETTER)
                        .map(paper -> new Paper(
                                paper.title(),
                                paper.fileName(),
                                settings.address() == null ? null : settings.address() + "/documents/" + paper.id()))
                        .toList());
    }

    private static AdviceRow advice(Advice one) {
        String answer = one.state().title()
                + (one.receivedOn() == null ? "" : " on " + new LetterDates().plain(one.receivedOn()))
                + (one.reasons() == null ? "" : ": " + one.reasons());
        return new AdviceRow(one.kind().title(), one.adviserName(), answer, one.words());
    }

    private static Minute minute(PanelFile.Entry entry) {
        boolean recommended = entry.recommendation() != null;
        return new Minute(
                entry.number(),
                entry.person().fullName(),
                entry.c().reference(),
                entry.item().question().title(),
                entry.item().question().rule(),
                entry.item().legalDate(),
                outcome(entry),
                entry.left().stream()
                        .map(left -> left.member().name() + " left for this case. " + left.why() + ".")
                        .toList(),
                recommended ? entry.recommendation().reasons() : null,
                recommended ? entry.recommendation().provision() : null,
                recommended ? entry.recommendation().funding() : null);
    }

    private static String outcome(PanelFile.Entry entry) {
        if (entry.last().what() == What.RECOMMENDED) {
            return "The panel recommends: "
                    + entry.item().question().answer(entry.recommendation().inFavour()) + ".";
        }
        String words = entry.last().words();
        return entry.last().what().title() + "." + (words == null ? "" : " " + words);
    }

    private static List<String> names(List<PanelFile.Entry> entries) {
        return entries.stream()
                .map(entry -> entry.person().fullName())
                .distinct()
                .toList();
    }
}
