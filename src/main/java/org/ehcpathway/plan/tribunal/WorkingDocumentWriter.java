package org.ehcpathway.plan.tribunal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Sets a round of the working document as a Word document that both sides can edit: changes marked by the Tribunal's key, every place
 * of the plan with a hidden bookmark by which it is found again.
 */
final class WorkingDocumentWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String FONT = "Arial";
    private static final String QUIET = "4D5B6A";
    private static final long A4_WIDTH = 11906;
    private static final long A4_HEIGHT = 16838;

    /**
     * What the head of the document says.
     *
     * @param plan the version it is based on, in words
     */
    record Head(String name, String reference, String plan, int round, LocalDate date, Side lastChangedBy) {}

    private final XWPFDocument out = new XWPFDocument();
    private int bookmarks;

    private WorkingDocumentWriter() {}

    static byte[] of(Head head, WorkingText text) {
        WorkingDocumentWriter writer = new WorkingDocumentWriter();
        writer.properties(head);
        styles(writer.out.createStyles());
        writer.everyPage(head);
        writer.head(head);
        writer.key();
        writer.text(text.positions());
        writer.loose(text.loose());
        return writer.bytes();
    }

    private void properties(Head head) {
        var core = out.getProperties().getCoreProperties();
        core.setTitle(Layout.TITLE + ", round " + head.round() + ", " + head.reference());
        core.setCreator("EHC pathway");
        core.getUnderlyingProperties().setLanguageProperty("en-GB");
        core.setCreated(Optional.of(Date.from(head.date().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC))));
        out.getProperties().getCustomProperties().addProperty(Layout.REFERENCE, head.reference());
        // As text: LibreOffice gives whole numbers back as fractions.
        out.getProperties().getCustomProperties().addProperty(Layout.ROUND, Integer.toString(head.round()));
    }

    private void everyPage(Head head) {
        CTSectPr section = out.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        XWPFParagraph top = out.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        top.createRun().setText(Layout.TITLE + ", round " + head.round() + ", " + DAY.format(head.date()));
        XWPFParagraph foot = out.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.createRun().setText(head.name() + ", " + head.reference() + ", page ");
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        foot.createRun().setText(" of ");
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private void head(Head head) {
        paragraph("Title").createRun().setText(Layout.TITLE);
        List<String> values = List.of(
                head.name(),
                head.reference(),
                head.plan(),
                Integer.toString(head.round()),
                DAY.format(head.date()),
                head.lastChangedBy().title());
        for (int i = 0; i < values.size(); i++) {
            paragraph("Normal").createRun().setText(Layout.HEAD.get(i) + ": " + values.get(i));
        }
    }

    private void key() {
        paragraph("Heading2").createRun().setText(Layout.KEY);
        for (Mark mark : Mark.values()) {
            set(paragraph("Normal"), new Marked(mark, Layout.key(mark)));
        }
        paragraph("Normal").createRun().setText(Layout.HOW);
    }

    private void text(List<Position> positions) {
        String section = null;
        String item = null;
        for (Position position : positions) {
            if (!position.place().section().equals(section)) {
                section = position.place().section();
                paragraph("Heading1").createRun().setText(Layout.heading(section));
            }
            if (position.item() != null && !position.item().equals(item)) {
                paragraph("Heading2").createRun().setText(position.item());
            }
            item = position.item();
            position(position);
        }
    }

    private void position(Position position) {
        XWPFParagraph paragraph = paragraph("Normal");
        if (position.label() != null) {
            XWPFRun label = paragraph.createRun();
            label.setColor(QUIET);
            label.setText(position.label() + ": ");
        }
        BigInteger id = BigInteger.valueOf(++bookmarks);
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(id);
        start.setName(position.place().bookmark());
        position.pieces().forEach(piece -> set(paragraph, piece));
        paragraph.getCTP().addNewBookmarkEnd().setId(id);
    }

    private static void set(XWPFParagraph paragraph, Marked piece) {
        XWPFRun run = paragraph.createRun();
        Mark mark = piece.mark();
        if (mark.side() == Side.FAMILY) {
            run.setBold(true);
        }
        if (mark.side() == Side.COUNCIL) {
            run.setItalic(true);
        }
        if (mark.agreed()) {
            run.setUnderline(UnderlinePatterns.SINGLE);
        }
        if (mark.deletion()) {
            run.setStrikeThrough(true);
        }
        // The end of a line stays in its run, so that it keeps its mark.
        String[] lines = piece.words().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            if (!lines[i].isEmpty()) {
                run.setText(lines[i], run.getCTR().sizeOfTArray());
            }
        }
    }

    private void loose(List<Loose> loose) {
        if (loose.isEmpty()) {
            return;
        }
        paragraph("Heading1").createRun().setText(Layout.NOT_PLACED);
        for (Loose words : loose) {
            set(paragraph("Normal"), new Marked(Mark.ORIGINAL, Layout.line(words)));
        }
    }

    private XWPFParagraph paragraph(String style) {
        XWPFParagraph paragraph = out.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private byte[] bytes() {
        try (out) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            out.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The working document could not be made.", e);
        }
    }

    /** Headings are large and not bold, because bold is the family's mark. */
    private static void styles(XWPFStyles styles) {
        styles.setSpellingLanguage("en-GB");
        style(styles, "Normal", "Normal", 24, -1);
        style(styles, "Title", "Title", 40, -1);
        style(styles, "Heading1", "heading 1", 32, 0);
        style(styles, "Heading2", "heading 2", 27, 1);
    }

    /** @param halfPoints size of the letters in half points, as Word counts it; {@code outline} -1 for no heading */
    private static void style(XWPFStyles styles, String id, String name, int halfPoints, int outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (id.equals("Normal")) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal("Normal");
            style.addNewNext().setVal("Normal");
        }
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        if (outline >= 0) {
            paragraph.addNewKeepNext();
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(outline < 0 ? 0 : 240 - 80L * outline));
        spacing.setAfter(BigInteger.valueOf(120));
        if (outline >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        CTRPr run = style.addNewRPr();
        run.addNewRFonts().setAscii(FONT);
        run.getRFontsArray(0).setHAnsi(FONT);
        run.getRFontsArray(0).setCs(FONT);
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        styles.addStyle(new XWPFStyle(style));
    }
}
