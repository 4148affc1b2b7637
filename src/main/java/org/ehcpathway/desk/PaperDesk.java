package org.ehcpathway.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers of cases: handed in and opened. */
@Controller
class PaperDesk {

    /** For everything a browser might take for a page: nothing in it may run. */
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final CaseAccess access;
    private final CasePages pages;
    private final Papers papers;
    private final Uploads uploads;
    private final Documents documents;

    PaperDesk(CaseAccess access, CasePages pages, Papers papers, Uploads uploads, Documents documents) {
        this.access = access;
        this.pages = pages;
        this.papers = papers;
        this.uploads = uploads;
        this.documents = documents;
    }

    /** Takes a paper; a refusal comes back on the page it was sent from, with what was typed. */
    @PostMapping("/cases/{reference}/documents")
    String add(
            @PathVariable String reference,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) String taskId,
            Model model,
            RedirectAttributes afterwards,
            jakarta.servlet.http.HttpServletResponse response)
            throws IOException {
        String task = taskId == null || taskId.isBlank() ? null : taskId;
        if (task != null && !pages.task(task).reference().equals(reference)) {
            throw NoSuchThing.ofTask();
        }
        Seen seen = access.seen(reference);
        if (file == null
                || file.isEmpty()
                        && (file.getOriginalFilename() == null
                                || file.getOriginalFilename().isEmpty())) {
            return again(reference, task, new Offered(title, kind, "Choose a file first."), model, response);
        }
        try (InputStream content = file.getInputStream()) {
            Document kept = uploads.keep(seen, kind, title, file.getOriginalFilename(), content, task);
            afterwards.addFlashAttribute("kept", kept);
            return task == null ? "redirect:/cases/" + reference : "redirect:/cases/by-task/" + task;
        } catch (Refusal refusal) {
            return again(reference, task, new Offered(title, kind, refusal.getMessage()), model, response);
        }
    }

    private String again(
            String reference,
            String task,
            Offered offered,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return pages.fill(model, reference, task, offered);
    }

    /** The paper itself: a PDF to look at, everything else to save. */
    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> open(@PathVariable long id) {
        Document document;
        try {
            document = documents.get(id);
        } catch (Refusal unknown) {
            throw NoSuchThing.ofPaper();
        }
        Seen seen;
        try {
            seen = access.seenById(document.caseId());
        } catch (NoSuchThing notTheirs) {
            throw NoSuchThing.ofPaper();
        }
        if (!papers.mayRead(seen, document)) {
            throw NoSuchThing.ofPaper();
        }
        return answer(document.fileName(), document.mediaType(), documents.content(id));
    }

    static ResponseEntity<byte[]> answer(String fileName, String mediaType, byte[] content) {
        boolean pdf = MediaType.APPLICATION_PDF_VALUE.equals(mediaType);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        "Content-Disposition",
                        (pdf ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff");
        if (!pdf) {
            // Browsers show no PDF at all in a sandbox; their PDF viewers keep scripts away from the site by
            // themselves.
            answer.header("Content-Security-Policy", NOTHING_RUNS);
        }
        return answer.body(content);
    }
}
