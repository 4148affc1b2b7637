package org.ehcpathway.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A letter or a plan as a Word document for those who must edit it elsewhere: real headings, lists and tables with a head row, in
 * British English, with its title. It says on every page that it is not the letter or the plan.
 */
public final class EditableCopy {

    static final String NOT_THE_LETTER =
            "Copy for editing. This is not the letter that was sent: the letter itself is the PDF in the case.";

    private static final Map<String, String> HEADINGS =
            Map.of("h1", "Heading1", "h2", "Heading2", "h3", "Heading3", "h4", "Heading3");
    private static final Set<String> BOLD = Set.of("strong", "b", "em", "i", "th");
    private static final String FONT = "Arial";
    private static final long A4_WIDTH = 11906;
    private static final long A4_HEIGHT = 16838;

    private final XWPFDocument out = new XWPFDocument();
    private final BigInteger bullets;
    private final LocalDateTime made;
    private int kindsOfList;

    private EditableCopy(String title, LocalDate date, String notice) {
        out.getProperties().getCoreProperties().setTitle(title);
        out.getProperties().getCoreProperties().setCreator("EHC pathway");
        out.getProperties().getCoreProperties().getUnderlyingProperties().setLanguageProperty("en-GB");
        made = date.atTime(LocalTime.NOON);
        Optional<Date> moment = Optional.of(Date.from(made.toInstant(ZoneOffset.UTC)));
        out.getProperties().getCoreProperties().setCreated(moment);
        out.getProperties().getCoreProperties().setModified(moment);
        styles(out.createStyles());
        bullets = points(STNumberFormat.BULLET, "•");
        paper();
        XWPFParagraph head = out.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        head.createRun().setText(notice);
    }

    static byte[] of(Document xhtml, LocalDate date) {
        return of(xhtml, date, NOT_THE_LETTER);
    }

    /**
     * Headings, paragraphs, lists and tables of the page; a block of the class "contents" is left out, because its page numbers would be
     * others.
     *
     * @param notice what the reader must know on every page, such as that this is a copy
     */
    public static byte[] of(String xhtml, LocalDate date, String notice) {
        return of(PdfRenderer.parse(xhtml), date, notice);
    }

    private static byte[] of(Document xhtml, LocalDate date, String notice) {
        String title = xhtml.getElementsByTagName("title").item(0).getTextContent();
        EditableCopy copy = new EditableCopy(title, date, notice);
        XWPFParagraph first = copy.out.createParagraph();
        first.setStyle("Notice");
        first.createRun().setText(notice);
        copy.blocks((Element) xhtml.getElementsByTagName("body").item(0));
        return copy.bytes();
    }

    private byte[] bytes() {
        try (out) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            out.write(bytes);
            return timed(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The Word document could not be made.", e);
        }
    }

    /** The same file with the letter's own date on every part of it: with the time of making, every copy would be another file. */
    private byte[] timed(byte[] docx) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(docx.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                ZipEntry timed = new ZipEntry(part.getName());
                timed.setTimeLocal(made);
                zip.putNextEntry(timed);
                in.transferTo(zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void blocks(Element parent) {
        for (Element element : children(parent)) {
            String name = element.getTagName();
            switch (name) {
                case "p", "h1", "h2", "h3", "h4" -> {
                    XWPFParagraph paragraph = out.createParagraph();
                    if (HEADINGS.containsKey(name)) {
                        paragraph.setStyle(HEADINGS.get(name));
                    }
                    runs(element, paragraph, element.getAttribute("class").matches("who|key|council"));
                    if (paragraph.getText().isBlank()) {
                        out.removeBodyElement(out.getPosOfParagraph(paragraph));
                    }
                }
                case "ul", "ol" -> list(element);
                case "table" -> table(element);
                default -> {
                    if (!element.getAttribute("class").equals("contents")) {
                        blocks(element);
                    }
                }
            }
        }
    }

    private void list(Element list) {
        // Every numbered list begins at 1 again, so each is a kind of its own.
        BigInteger points = list.getTagName().equals("ol") ? points(STNumberFormat.DECIMAL, "%1.") : bullets;
        for (Element item : children(list)) {
            XWPFParagraph paragraph = out.createParagraph();
            paragraph.setStyle("ListParagraph");
            paragraph.setNumID(points);
            runs(item, paragraph, false);
        }
    }

    private void table(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element part : children(table)) {
            rows.addAll(part.getTagName().equals("tr") ? List.of(part) : children(part));
        }
        int columns = children(rows.get(0)).size();
        XWPFTable made = out.createTable(rows.size(), columns);
        made.setWidth("100%");
        for (int r = 0; r < rows.size(); r++) {
            XWPFTableRow row = made.getRow(r);
            row.setCantSplitRow(true);
            boolean head = ((Element) rows.get(r).getParentNode()).getTagName().equals("thead");
            if (head) {
                row.setRepeatHeader(true);
            }
            List<Element> cells = children(rows.get(r));
            for (int c = 0; c < cells.size(); c++) {
                XWPFTableCell cell = row.getCell(c);
                cell(
                        cells.get(c),
                        cell,
                        head || cells.get(c).getAttribute("class").equals("date"));
            }
        }
        // A table directly before another would grow together with it.
        out.createParagraph().setSpacingAfter(0);
    }

    /** A cell with paragraphs keeps them apart. */
    private void cell(Element from, XWPFTableCell cell, boolean bold) {
        List<Element> paragraphs = children(from).stream()
                .filter(child -> child.getTagName().equals("p"))
                .toList();
        if (paragraphs.isEmpty()) {
            runs(from, cell.getParagraphs().get(0), bold);
        }
        for (int i = 0; i < paragraphs.size(); i++) {
            runs(paragraphs.get(i), i == 0 ? cell.getParagraphs().get(0) : cell.addParagraph(), bold);
        }
    }

    private void runs(Element element, XWPFParagraph paragraph, boolean bold) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                if (inner.getTagName().equals("br")) {
                    paragraph.createRun().addBreak();
                } else {
                    runs(inner, paragraph, bold || BOLD.contains(inner.getTagName()));
                }
            } else {
                String text = child.getTextContent().replaceAll("[ \\t\\r\\n]+", " ");
                boolean onlyLayout = text.isBlank() && child.getTextContent().indexOf('\n') >= 0;
                if (!text.isEmpty() && !onlyLayout) {
                    XWPFRun run = paragraph.createRun();
                    if (bold) {
                        // Saying "not bold" would overrule the style of a heading.
                        run.setBold(true);
                    }
                    run.setText(text);
                }
            }
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.add(inner);
            }
        }
        return children;
    }

    private void paper() {
        CTSectPr section = out.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
    }

    private BigInteger points(STNumberFormat.Enum format, String sign) {
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(kindsOfList++));
        CTLvl level = kind.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(sign);
        level.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(500));
        level.getPPr().getInd().setHanging(BigInteger.valueOf(300));
        BigInteger id = out.createNumbering().addAbstractNum(new XWPFAbstractNum(kind));
        return out.getNumbering().addNum(id);
    }

    private static void styles(XWPFStyles styles) {
        styles.setSpellingLanguage("en-GB");
        style(styles, "Normal", "Normal", 24, false, -1);
        style(styles, "Heading1", "heading 1", 34, true, 0);
        style(styles, "Heading2", "heading 2", 27, true, 1);
        style(styles, "Heading3", "heading 3", 24, true, 2);
        style(styles, "ListParagraph", "List Paragraph", 24, false, -1);
        style(styles, "Notice", "Notice", 24, true, -1);
    }

    /** @param halfPoints size of the letters in half points, as Word counts it; {@code outline} -1 for no heading */
    private static void style(XWPFStyles styles, String id, String name, int halfPoints, boolean bold, int outline) {
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
        style.addNewPPr().addNewSpacing().setAfter(BigInteger.valueOf(120));
        if (outline >= 0) {
            style.getPPr().addNewKeepNext();
            style.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        var run = style.addNewRPr();
        run.addNewRFonts().setAscii(FONT);
        run.getRFontsArray(0).setHAnsi(FONT);
        if (bold) {
            run.addNewB();
        }
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        styles.addStyle(new XWPFStyle(style));
    }
}
