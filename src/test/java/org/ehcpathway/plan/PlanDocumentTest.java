package org.ehcpathway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ehcpathway.letter.ReadPdf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The PDF of a plan: open to screen readers, fit for the archive, whole, and with its reports inside. */
class PlanDocumentTest {

    @ParameterizedTest(name = "{0} with {1} reports")
    @CsvSource({
        "DRAFT, 1", "DRAFT, 5", "DRAFT, 20",
        "FINAL, 1", "FINAL, 5", "FINAL, 20",
        "PROPOSED_AMENDMENT, 1", "PROPOSED_AMENDMENT, 5", "PROPOSED_AMENDMENT, 20",
        "FINAL_AMENDED, 1", "FINAL_AMENDED, 5", "FINAL_AMENDED, 20"
    })
    void everyPlanKeepsTheStandardsForAccessibleAndLastingPdfWithItsReportsInside(PlanKind kind, int reports)
            throws Exception {
        byte[] pdf = new WrittenPlan(kind).inFull(2).reports(reports, 2).issued();

        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        Files.write(Path.of("/tmp/documents-" + kind + "-" + reports + ".pdf"), pdf);
    }
}
