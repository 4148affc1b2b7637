package org.ehcpathway.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.letter.PaperBundle;
import org.ehcpathway.letter.PdfRenderer;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/**
 * A plan and its advice for paper, which has no attachments: contents, the plan, and each report of section K as pages. What cannot
 * be made pages without losing its layout has a sheet in its place that says so.
 */
@Component
class PlanBundle {

    private final PdfRenderer renderer;
    private final PlanDocument document;
    private final PlanReports advice;

    PlanBundle(PdfRenderer renderer, PlanDocument document, PlanReports advice) {
        this.renderer = renderer;
        this.document = document;
        this.advice = advice;
    }

    /**
     * A part of the bundle as its list of contents shows it.
     *
     * @param first its first page in the bundle
     */
    record Listed(String label, String title, String from, String date, int pages, int first) {}

    /** Why a report is not in the bundle, for the sheet in its place. */
    private static final String OTHER_FILE =
            "This report is a text document. It would lose its layout here, so it is sent with the plan as a file of its own.";

    private static final String NOT_READABLE =
            "This report cannot be printed together with others. It is sent with the plan as a file of its own.";

    /** Writes the bundle; nothing is written before all of it is made. */
    void write(CaseFile file, PlanText text, byte[] plan, LocalDate date, OutputStream out) throws IOException {
        String name = PdfRenderer.printable(file.person().fullName());
        String reference = file.c().reference();
        String title = text.version().kind().title() + " with advice, " + name + ", " + reference;
        List<PlanReport> reports = advice.listed(text);
        try (PaperBundle bundle = renderer.bundle(title, name + ", " + reference)) {
            List<Listed> listed = new ArrayList<>();
            int page = 1;
            page += list(
                    listed, new Listed("Plan", text.version().title(), "", "", bundle.addOwn("The plan", plan), page));
            for (PlanAppendix appendix : text.appendices()) {
                PlanReport report = reports.stream()
                        .filter(one -> one.appendix().equals(appendix))
                        .findFirst()
                        .orElse(null);
                int pages = 0;
                if (report != null) {
                    pages += addReport(bundle, report, name, reference, date);
                }
                if (appendix.words() != null) {
                    pages += addPages(
                            bundle,
                            appendix,
                            appendix.title() + ", word for word",
                            renderer.legible(appendix.words()),
                            name,
                            reference,
                            date);
                }
                if (pages > 0) {
                    page += list(
                            listed,
                            new Listed(
                                    appendix.label(),
                                    appendix.title(),
                                    PdfRenderer.printable(appendix.author()),
                                    appendix.dated() == null ? "" : PrintedPlan.LONG.format(appendix.dated()),
                                    pages,
                                    page));
                }
            }
            bundle.write(front(text, listed, name, reference, date), out);
        }
    }

    private static int list(List<Listed> listed, Listed part) {
        listed.add(part);
        return part.pages();
    }

    private int addReport(PaperBundle bundle, PlanReport report, String name, String reference, LocalDate date) {
        PlanAppendix appendix = report.appendix();
        String outline = outline(appendix);
        try {
            byte[] content = advice.content(report);
            switch (report.paper().mediaType()) {
                case "application/pdf":
                    return bundle.addForeign(appendix.label(), outline, content);
                case "image/png", "image/jpeg":
                    return bundle.addPicture(appendix.label(), outline, content);
                case "text/plain":
                    return addPages(
                            bundle, appendix, appendix.title(), renderer.legible(read(content)), name, reference, date);
                default:
                    return addPages(
                            bundle, appendix, appendix.title(), sheet(OTHER_FILE, report), name, reference, date);
            }
        } catch (IOException unreadable) {
            return addPages(bundle, appendix, appendix.title(), sheet(NOT_READABLE, report), name, reference, date);
        }
    }

    private static String sheet(String why, PlanReport report) {
        return why + "\nIts file is called “"
                + PdfRenderer.printable(report.paper().fileName()) + "”.";
    }

    /** Text of some word processors is still in the letters of Windows. */
    private static String read(byte[] text) {
        boolean utf16 = text.length > 1
                && (text[0] == (byte) 0xfe && text[1] == (byte) 0xff
                        || text[0] == (byte) 0xff && text[1] == (byte) 0xfe);
        if (utf16) {
            return new String(text, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(text, java.nio.charset.Charset.forName("windows-1252"));
        }
    }

    private static String outline(PlanAppendix appendix) {
        return appendix.label() + ": " + appendix.title();
    }

    private int addPages(
            PaperBundle bundle,
            PlanAppendix appendix,
            String title,
            String words,
            String name,
            String reference,
            LocalDate date) {
        Context context = new Context(Locale.UK);
        context.setVariable("label", appendix.label());
        context.setVariable("title", appendix.label() + ": " + title);
        context.setVariable("from", from(appendix));
        context.setVariable("paragraphs", PrintedPlan.paragraphs(words));
        byte[] pages = renderer.render(document.xhtml("pages", name + ", " + reference, context), date, List.of(name));
        return bundle.addOwn(outline(appendix), pages);
    }

    private static String from(PlanAppendix appendix) {
        return PdfRenderer.printable(appendix.author()
                + (appendix.authorRole() == null ? "" : ", " + appendix.authorRole())
                + (appendix.dated() == null ? "" : ", " + PrintedPlan.LONG.format(appendix.dated())));
    }

    /** The list of contents, which has to know its own length to say where the others begin. */
    private byte[] front(PlanText text, List<Listed> listed, String name, String reference, LocalDate date) {
        int own = 1;
        byte[] front = front(text, listed, own, name, reference, date);
        while (PdfRenderer.pages(front) != own) {
            own = PdfRenderer.pages(front);
            front = front(text, listed, own, name, reference, date);
        }
        return front;
    }

    private byte[] front(PlanText text, List<Listed> listed, int own, String name, String reference, LocalDate date) {
        Context context = new Context(Locale.UK);
        context.setVariable("title", text.version().kind().title() + " with its advice");
        context.setVariable("name", name);
        context.setVariable("reference", reference);
        context.setVariable("date", PrintedPlan.LONG.format(date));
        context.setVariable(
                "parts",
                listed.stream()
                        .map(part -> new Listed(
                                part.label(), part.title(), part.from(), part.date(), part.pages(), part.first() + own))
                        .toList());
        return renderer.render(document.xhtml("bundle", name + ", " + reference, context), date, List.of(name));
    }
}
