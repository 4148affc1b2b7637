package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ehcpathway.plan.PlanPapers;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The versions of a plan to take away: PDF, bundle for printing, Word document and the page for the family. */
@Controller
class PlanPapersDesk {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final CaseAccess access;
    private final PlanPapers papers;

    PlanPapersDesk(CaseAccess access, PlanPapers papers) {
        this.access = access;
        this.papers = papers;
    }

    @GetMapping("/cases/{reference}/plan/{number}/plan.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String reference, @PathVariable int number) {
        String name = fileName(reference, number);
        return PaperDesk.answer(name + ".pdf", MediaType.APPLICATION_PDF_VALUE, papers.pdf(reference, number));
    }

    /** Written page after page: a plan with all its reports may be larger than anything else that is answered. */
    @GetMapping("/cases/{reference}/plan/{number}/bundle.pdf")
    void bundle(@PathVariable String reference, @PathVariable int number, HttpServletResponse response)
            throws IOException {
        String name = fileName(reference, number);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.inline()
                        .filename(name + "-bundle.pdf", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        papers.bundle(reference, number, response.getOutputStream());
    }

    @GetMapping("/cases/{reference}/plan/{number}/plan.docx")
    ResponseEntity<byte[]> docx(@PathVariable String reference, @PathVariable int number) {
        return PaperDesk.answer(fileName(reference, number) + ".docx", DOCX, papers.docx(reference, number));
    }

    @GetMapping("/cases/{reference}/plan/{number}/summary.pdf")
    ResponseEntity<byte[]> summary(@PathVariable String reference, @PathVariable int number) {
        String name = fileName(reference, number);
        return PaperDesk.answer(
                name + "-on-one-page.pdf", MediaType.APPLICATION_PDF_VALUE, papers.summary(reference, number));
    }

    /** Whoever may not read the plan learns nothing of its versions either. */
    private String fileName(String reference, int number) {
        if (access.seen(reference).sight() != Sight.WHOLE) {
            throw NoSuchThing.ofCase();
        }
        try {
            return papers.fileName(reference, number);
        } catch (Refusal noSuchVersion) {
            throw NoSuchThing.ofPaper();
        }
    }
}
