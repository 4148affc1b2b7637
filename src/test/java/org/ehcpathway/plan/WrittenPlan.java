package org.ehcpathway.plan;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.letter.PdfRenderer;
import org.ehcpathway.testing.BroughtFiles;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** A plan written in full, of any length, with reports of any number, and without a database. */
final class WrittenPlan {

    static final LocalDate ISSUED = LocalDate.of(2027, 2, 1);

    private static final Instant TAKEN_IN = Instant.parse("2026-11-02T09:30:00Z");

    private final PdfRenderer renderer = new PdfRenderer();
    /** Made with the first report only: a mock slows the whole program down, and a plan without reports is measured. */
    private Documents documents;

    private final Map<Long, byte[]> contents = new HashMap<>();
    private final List<PlanSection> sections = new ArrayList<>();
    private final List<PlanItem> items = new ArrayList<>();
    private final List<PlanLink> links = new ArrayList<>();
    private final List<PlanSource> sources = new ArrayList<>();
    private final List<FamilyView> quotes = new ArrayList<>();
    private final List<PlanAppendix> appendices = new ArrayList<>();
    private PlanReports reports;
    private PlanDocument document;
    private final PlanKind kind;
    private Person child = child("Sam Oliver", "O’Neill", "Sam");

    WrittenPlan(PlanKind kind) {
        this.kind = kind;
        for (PlanPart part : PlanPart.values()) {
            sections.add(new PlanSection((long) part.ordinal(), 1L, part, "", 0, "casey", TAKEN_IN));
        }
        keepReportsIn(null);
    }

    private void keepReportsIn(Documents papers) {
        documents = papers;
        reports = new PlanReports(papers, DataSize.ofMegabytes(60));
        document = new PlanDocument(renderer, council(), reports);
    }

    static CouncilSettings council() {
        try {
            return new Binder(ConfigurationPropertySources.from(new YamlPropertySourceLoader()
                            .load("council", new ClassPathResource("council-demo.yaml"))
                            .get(0)))
                    .bind("ehc.council", CouncilSettings.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WrittenPlan of(String firstNames, String lastName, String knownAs) {
        child = child(firstNames, lastName, knownAs);
        return this;
    }

    private static Person child(String firstNames, String lastName, String knownAs) {
        return new Person(
                1L,
                firstNames,
                lastName,
                knownAs,
                LocalDate.of(2017, 3, 3),
                null,
                null,
                new Address("1 Mill Lane", null, "Exampleton", null, "ZX1 4QQ"),
                "English",
                null,
                null,
                null,
                Channel.POST,
                false,
                null,
                false,
                null,
                null,
                null,
                0);
    }

    WrittenPlan section(PlanPart part, String words) {
        sections.set(part.ordinal(), new PlanSection((long) part.ordinal(), 1L, part, words, 0, "casey", TAKEN_IN));
        return this;
    }

    WrittenPlan said(String by, String words) {
        quotes.add(new FamilyView(
                quotes.size() + 1L,
                1L,
                ViewTopic.ASPIRATIONS,
                by,
                LocalDate.of(2026, 11, 2),
                words,
                "casey",
                TAKEN_IN));
        return this;
    }

    /** @param ties of items by their number, from 1, in the order of writing */
    WrittenPlan item(PlanPart part, ItemWords says, long... ties) {
        long line = items.size() + 1L;
        items.add(new PlanItem(line, 1L, part, line, items.size(), says, 0, "casey", TAKEN_IN));
        for (long tie : ties) {
            links.add(new PlanLink((long) links.size(), 1L, line, tie));
        }
        return this;
    }

    /** The last item comes from this advice. */
    WrittenPlan from(int appendix) {
        sources.add(new PlanSource((long) sources.size(), 1L, items.size(), appendix));
        return this;
    }

    /** Needs, each with an outcome and two pieces of provision, in sections that say something everywhere. */
    WrittenPlan inFull(int needs) {
        section(PlanPart.C, "Sam has asthma and uses an inhaler before sport.");
        section(PlanPart.D, "No social care needs were found.");
        section(PlanPart.H1, "None was found to be needed.");
        section(PlanPart.H2, "None was found to be needed.");
        said("Ruth O’Neill", "Sam loves the sea and knows every ferry by name.\nWe hope that he will have a friend.");
        List<long[]> ties = new ArrayList<>();
        for (int i = 0; i < needs; i++) {
            item(
                    PlanPart.B,
                    ItemWords.need(
                            "Sam understands what is said to him as most children do who are two years younger. In a noisy room he"
                                    + " takes in the first word of an instruction and guesses the rest, which others take for"
                                    + " disobedience.",
                            AreaOfNeed.values()[i % AreaOfNeed.values().length]));
            ties.add(new long[] {items.size(), 0});
        }
        for (int i = 0; i < needs; i++) {
            item(
                    PlanPart.E,
                    ItemWords.outcome(
                                    "Sam follows an instruction of three parts in a lesson with his whole class.",
                                    "By July 2028",
                                    "His teacher counts it in four of five lessons in the last week of each term.")
                            .preparingFor(Adulthood.values()[i % Adulthood.values().length]),
                    ties.get(i)[0]);
            ties.get(i)[1] = items.size();
        }
        for (int i = 0; i < needs; i++) {
            item(
                    PlanPart.F,
                    ItemWords.provision(
                            "A speech and language therapist works with Sam one to one on a programme she has written for him, and"
                                    + " shows the teaching assistant what to do between her visits.",
                            "45 minutes every Tuesday, in 39 weeks of the year",
                            "Until July 2028",
                            "A speech and language therapist",
                            "Registered with the Health and Care Professions Council, with two years of work with children of his"
                                    + " age",
                            "She writes down each visit; the coordinator reads it with Sam’s parents at the end of every term."),
                    ties.get(i));
            item(
                    PlanPart.F,
                    ItemWords.provision(
                            "A teaching assistant who knows Sam sits with him at the start of each lesson and shows him on a card what"
                                    + " comes next.",
                            "The first ten minutes of each lesson, 25 lessons a week",
                            "All school weeks",
                            "A teaching assistant",
                            "Taught by the therapist for half a day each term",
                            "The class teacher counts once a month how often Sam begins without help."),
                    ties.get(i));
        }
        item(
                PlanPart.G,
                ItemWords.provision(
                        "The school nurse checks how Sam uses his inhaler.",
                        "30 minutes each term",
                        "While Sam is at this school",
                        "The school nurse",
                        "A registered nurse",
                        "The nurse writes to the parents after each visit."),
                ties.get(0));
        return this;
    }

    /** A report that came as a paper. */
    WrittenPlan report(String title, String author, String role, String fileName, String mediaType, byte[] content) {
        long id = appendices.size() + 1L;
        Document paper = new Document(
                100 + id,
                1L,
                DocumentKind.ADVICE,
                title,
                fileName,
                mediaType,
                content.length,
                sha256(content),
                "adviser",
                TAKEN_IN);
        contents.put(paper.id(), content);
        if (documents == null) {
            keepReportsIn(mock(Documents.class));
            when(documents.content(anyLong())).thenAnswer(asked -> contents.get(asked.<Long>getArgument(0)));
        }
        when(documents.get(paper.id())).thenReturn(paper);
        int pages = pages(mediaType, content);
        when(documents.open(paper)).thenAnswer(asked -> new Documents.Opened(content, pages));
        appendix(title, author, role, paper.id(), null);
        return this;
    }

    WrittenPlan reports(int howMany, int pages) {
        for (int i = 1; i <= howMany; i++) {
            report(
                    "Psychological advice",
                    "Dr Amira Khan",
                    "Educational psychologist",
                    "khan " + i + ".pdf",
                    "application/pdf",
                    BroughtFiles.pdf(pages, "Report " + i));
        }
        return this;
    }

    /** Advice that came in words. */
    WrittenPlan words(String title, String author, String words) {
        appendix(title, author, null, null, words);
        return this;
    }

    private void appendix(String title, String author, String role, Long document, String words) {
        int number = appendices.size() + 1;
        appendices.add(new PlanAppendix(
                (long) number,
                1L,
                number,
                number,
                title,
                author,
                role,
                AdviceState.RECEIVED,
                LocalDate.of(2026, 10, 20),
                document,
                words));
    }

    PdfRenderer renderer() {
        return renderer;
    }

    PlanDocument document() {
        return document;
    }

    PlanReports reports() {
        return reports;
    }

    byte[] issued() {
        return document.of(file(), text(), ISSUED, reports.of(text()));
    }

    byte[] bundle() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeBundle(issued(), out);
        return out.toByteArray();
    }

    void writeBundle(byte[] plan, OutputStream out) throws IOException {
        new PlanBundle(renderer, document, reports).write(file(), text(), plan, ISSUED, out);
    }

    byte[] summary() {
        return new FamilySummary(renderer, document, council()).of(file(), text(), ISSUED, false);
    }

    byte[] workingCopy() {
        return document.copy(file(), text(), ISSUED, reports.of(text()));
    }

    CaseFile file() {
        return new CaseFile(
                new EhcCase(
                        1L,
                        "EHC-2026-00042",
                        1L,
                        null,
                        null,
                        "team-north",
                        Stage.PLAN_FINALISED,
                        LocalDate.of(2026, 9, 14),
                        null,
                        "Ruth O’Neill",
                        "Sam finds it hard to follow what is said.",
                        null,
                        TAKEN_IN,
                        "casey",
                        null,
                        null),
                child,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    PlanText text() {
        PlanVersion version = PlanVersion.opened(1L, kind, 2, null, TAKEN_IN);
        Setting setting = null;
        if (kind.isFinal()) {
            version = version.proposing(
                            Naming.atOnce(
                                    7L, "mainstream primary school", LocalDate.of(2027, 1, 5), SettingReply.ACCEPTS),
                            LocalDate.of(2027, 1, 20),
                            "Nothing was changed.")
                    .signed(new Signature("morgan", "Morgan Ellery", "SEN team manager", LocalDate.of(2027, 1, 31)));
            setting = new Setting(
                    7L,
                    "100001",
                    "Birchwood School",
                    "Mr Daniel Reeve",
                    "office@birchwood.example.org",
                    null,
                    null,
                    null);
        }
        return new PlanText(
                version,
                sections,
                items.stream()
                        .sorted(java.util.Comparator.comparing(PlanItem::part).thenComparing(PlanItem::place))
                        .toList(),
                links,
                sources,
                quotes,
                appendices,
                setting);
    }

    private static int pages(String mediaType, byte[] content) {
        if (!mediaType.equals("application/pdf")) {
            return mediaType.startsWith("image/") ? 1 : 0;
        }
        try (PDDocument pdf = org.apache.pdfbox.Loader.loadPDF(content)) {
            return pdf.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
