package org.ehcpathway.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.letter.EditableCopy;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A version of a plan in the forms people ask for: PDF, bundle for printing, Word document, and one page for the family. What has
 * not been issued says on every page that it is a working paper.
 *
 * <p>Whoever calls must have the right to read the plan.
 */
@Service
@Transactional(readOnly = true)
public class PlanPapers {

    static final String NOT_THE_PLAN =
            "Copy for editing. This is not the plan of %s, %s: the plan itself is the PDF in the case.";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Plans plans;
    private final CaseFiles files;
    private final Documents documents;
    private final PlanDocument document;
    private final PlanReports reports;
    private final PlanBundle bundle;
    private final FamilySummary summary;
    private final Clock clock;

    PlanPapers(
            Plans plans,
            CaseFiles files,
            Documents documents,
            PlanDocument document,
            PlanReports reports,
            PlanBundle bundle,
            FamilySummary summary,
            Clock clock) {
        this.plans = plans;
        this.files = files;
        this.documents = documents;
        this.document = document;
        this.reports = reports;
        this.bundle = bundle;
        this.summary = summary;
        this.clock = clock;
    }

    /** A version with all that papers are made from. */
    private record Read(CaseFile file, PlanText text, LocalDate date, boolean working) {}

    /** The name of a paper as a file, without its ending, such as EHC-2026-00042-draft-ehc-plan-version-1. */
    public String fileName(String reference, int number) {
        return reference + "-"
                + version(reference, number)
                        .title()
                        .toLowerCase(Locale.UK)
                        .replace(",", "")
                        .replace(' ', '-');
    }

    /** The PDF: as it was issued, or as the version stands now. */
    public byte[] pdf(String reference, int number) {
        return pdf(read(reference, number));
    }

    /**
     * Writes the plan and its advice as one PDF for printing. It has no tags, so it is neither PDF/UA nor PDF/A; those are for
     * {@link #pdf}.
     */
    public void bundle(String reference, int number, OutputStream out) throws IOException {
        Read read = read(reference, number);
        bundle.write(read.file(), read.text(), pdf(read), read.date(), out);
    }

    /** The plan as a Word document for those who must edit elsewhere; it says on every page that it is not the plan. */
    public byte[] docx(String reference, int number) {
        Read read = read(reference, number);
        return EditableCopy.of(
                document.xhtml(read.file(), read.text(), read.date(), read.working(), reports.of(read.text())),
                read.date(),
                NOT_THE_PLAN.formatted(read.file().person().fullName(), reference));
    }

    /** One page in plain English for the family. */
    public byte[] summary(String reference, int number) {
        Read read = read(reference, number);
        return summary.of(read.file(), read.text(), read.date(), read.working());
    }

    private byte[] pdf(Read read) {
        return read.working()
                ? document.copy(read.file(), read.text(), read.date(), reports.of(read.text()))
                : documents.content(read.text().version().documentId());
    }

    private Read read(String reference, int number) {
        PlanVersion version = version(reference, number);
        boolean working = version.state() != PlanState.ISSUED;
        return new Read(
                files.whole(reference),
                plans.text(reference, version),
                working ? LocalDate.now(clock) : LocalDate.ofInstant(version.issuedAt(), LONDON),
                working);
    }

    private PlanVersion version(String reference, int number) {
        return plans.of(reference).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal("This plan has no version %d.".formatted(number)));
    }
}
