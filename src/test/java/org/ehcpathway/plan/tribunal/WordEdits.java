package org.ehcpathway.plan.tribunal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Edits a Word document as people do: by its text, not knowing of bookmarks. */
public final class WordEdits {

    private WordEdits() {}

    public static byte[] edited(byte[] word, Consumer<XWPFDocument> edit) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.accept(document);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static XWPFParagraph paragraph(XWPFDocument document, String beginning) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No paragraph begins with " + beginning));
    }

    /** Cuts the run that holds these words, so that they are a run of their own. */
    public static XWPFRun words(XWPFParagraph paragraph, String words) {
        for (XWPFRun run : paragraph.getRuns()) {
            int at = run.text().indexOf(words);
            if (at >= 0) {
                String text = run.text();
                int place = paragraph.getRuns().indexOf(run);
                XWPFRun after = paragraph.insertNewRun(place + 1);
                after.getCTR().setRPr(run.getCTR().getRPr());
                after.setText(text.substring(at + words.length()));
                XWPFRun own = paragraph.insertNewRun(place + 1);
                own.getCTR().setRPr(run.getCTR().getRPr());
                own.setText(words);
                run.setText(text.substring(0, at), 0);
                return own;
            }
        }
        throw new AssertionError("Nowhere in one run: " + words);
    }

    /** The family strikes words out and writes others. */
    public static void familyReplaces(XWPFDocument document, String paragraph, String old, String fresh) {
        XWPFParagraph at = paragraph(document, paragraph);
        XWPFRun struck = words(at, old);
        struck.setBold(true);
        struck.setStrikeThrough(true);
        XWPFRun added = at.insertNewRun(at.getRuns().indexOf(struck) + 1);
        added.setText(fresh);
        added.setBold(true);
    }

    public static void familyAdds(XWPFDocument document, String paragraph, String fresh) {
        XWPFRun added = paragraph(document, paragraph).createRun();
        added.setText(fresh);
        added.setBold(true);
    }

    /** Underlines every word of a paragraph that somebody marked: agreed. */
    public static void agreeTo(XWPFDocument document, String paragraph) {
        paragraph(document, paragraph).getRuns().stream()
                .filter(run -> run.isBold() || run.isItalic())
                .forEach(run -> run.setUnderline(UnderlinePatterns.SINGLE));
    }

    static void dropBookmarks(XWPFDocument document) {
        for (XWPFParagraph paragraph : document.getParagraphs()) {
            while (paragraph.getCTP().sizeOfBookmarkStartArray() > 0) {
                paragraph.getCTP().removeBookmarkStart(0);
            }
            while (paragraph.getCTP().sizeOfBookmarkEndArray() > 0) {
                paragraph.getCTP().removeBookmarkEnd(0);
            }
        }
    }
}
