package org.ehcpathway.plan;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.letter.PdfRenderer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One plan of 34 pages after the other, in 256 MB: milliseconds from its words to the checked bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx256m", "-Duser.timezone=Europe/London"})
public class PlanBenchmark {

    private static final LocalDate ISSUED = LocalDate.of(2027, 2, 1);
    private static final int PAGES = 34;

    private final CaseFile file = mock(CaseFile.class);
    private final CouncilSettings council = mock(CouncilSettings.class);
    private final PlanVersion version = PlanVersion.opened(1L, PlanKind.DRAFT, 1, null);
    private PlanDocument document;
    private List<PlanSection> sections;

    @Setup
    public void thirtyFourPages() throws IOException {
        Person child = mock(Person.class);
        when(child.fullName()).thenReturn("Sam Oliver O’Neill");
        when(child.birthDate()).thenReturn(LocalDate.of(2017, 3, 3));
        EhcCase c = mock(EhcCase.class);
        when(c.reference()).thenReturn("EHC-2026-00042");
        when(file.person()).thenReturn(child);
        when(file.c()).thenReturn(c);
        when(file.advice()).thenReturn(List.of());
        when(council.name()).thenReturn("Wolds and Fens County Council");
        document = new PlanDocument(new PdfRenderer(), council);
        int paragraphs = 1;
        do {
            sections = sections(paragraphs++);
        } while (pages() < PAGES);
        if (pages() > PAGES + 1) {
            throw new IllegalStateException("The plan measured has " + pages() + " pages.");
        }
    }

    @Benchmark
    public byte[] ours() {
        return document.of(file, version, sections, null, ISSUED);
    }

    private int pages() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ours())) {
            return pdf.getNumberOfPages();
        }
    }

    private static List<PlanSection> sections(int paragraphs) {
        String paragraph =
                "Sam learns best when the room is quiet and the day is the same every week. A teaching assistant who knows him "
                        + "sits with him for the first ten minutes of each lesson, for 25 hours a week in all, and shows him on a card what comes next. "
                        + "The speech and language therapist sees him every Tuesday for 45 minutes and writes a programme for the staff, "
                        + "which they follow for 20 minutes each day. The school nurse reviews this at the end of every term.";
        String words = String.join("\n", java.util.Collections.nCopies(paragraphs, paragraph));
        return Stream.of(PlanPart.values())
                .map(part -> new PlanSection(null, 1L, part, words, 0, "caseworker", null))
                .toList();
    }
}
