package org.ehcpathway.plan.tribunal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.openxmlformats.schemas.officeDocument.x2006.customProperties.CTProperty;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads the text of a Word document as it is set: runs with their effective marks, changes that Word tracked, comments, and the
 * bookmarks that name places of the plan. Whatever holds text is read, also tables, content controls and text boxes.
 */
final class WordReader {

    private static final Pattern CASE = Pattern.compile("\\bEHC-\\d{4}-\\d{5}\\b");

    /** A piece of a paragraph: words, a place that begins, or a remark in the margin; two of the three are null. */
    record Atom(Reading words, Place begins, String remark) {}

    record Paragraph(List<Atom> atoms) {

        String text() {
            StringBuilder text = new StringBuilder();
            atoms.stream()
                    .filter(atom -> atom.words() != null)
                    .forEach(atom -> text.append(atom.words().words()));
            return text.toString();
        }

        boolean hasPlaces() {
            return atoms.stream().anyMatch(atom -> atom.begins() != null);
        }
    }

    /**
     * @param reference of the case it says it belongs to; null when it says none
     * @param round which round it says it is; null when it says none
     */
    record Read(String reference, Integer round, List<Paragraph> paragraphs) {}

    /** What surrounds a run. */
    private record Around(boolean inserted, boolean deleted, String author, boolean link, String paragraphStyle) {

        static final Around NOTHING = new Around(false, false, null, false, null);
    }

    private final XWPFDocument document;
    private final WordStyles styles;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private List<Atom> open;
    private final List<Atom> waiting = new ArrayList<>();

    private WordReader(XWPFDocument document) {
        this.document = document;
        this.styles = new WordStyles(document);
    }

    static Read read(byte[] content) {
        try (XWPFDocument document = WordFile.open(content)) {
            WordReader reader = new WordReader(document);
            reader.walk(WordXml.root(document.getPackagePart()), Around.NOTHING);
            return new Read(reader.reference(), reader.round(), reader.paragraphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<CTProperty> property(String name) {
        return document.getProperties().getCustomProperties().getUnderlyingProperties().getPropertyList().stream()
                .filter(property -> name.equals(property.getName()))
                .findFirst();
    }

    /** From the properties; a program that drops them leaves the foot of the pages. */
    private String reference() {
        Optional<String> kept = property(Layout.REFERENCE)
                .filter(CTProperty::isSetLpwstr)
                .map(CTProperty::getLpwstr)
                .filter(value -> !value.isBlank());
        if (kept.isPresent()) {
            return kept.get();
        }
        for (XWPFFooter footer : document.getFooterList()) {
            Matcher found = CASE.matcher(footer.getText());
            if (found.find()) {
                return found.group();
            }
        }
        return paragraphs.stream()
                .map(Paragraph::text)
                .filter(line -> line.startsWith("Reference: "))
                .map(CASE::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse(null);
    }

    private Integer round() {
        return property(Layout.ROUND)
                .filter(CTProperty::isSetLpwstr)
                .map(CTProperty::getLpwstr)
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    private void walk(Node parent, Around around) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element, around);
            }
        }
    }

    private void element(Element element, Around around) {
        String name = WordXml.name(element);
        switch (name) {
            case "p" -> paragraph(element, around);
            case "r" -> run(element, around);
            case "ins", "moveTo" ->
                walk(
                        element,
                        new Around(true, around.deleted(), author(element), around.link(), around.paragraphStyle()));
            case "del", "moveFrom" ->
                walk(
                        element,
                        new Around(around.inserted(), true, author(element), around.link(), around.paragraphStyle()));
            case "hyperlink" ->
                walk(
                        element,
                        new Around(
                                around.inserted(), around.deleted(), around.author(), true, around.paragraphStyle()));
            case "bookmarkStart" ->
                Place.read(WordXml.attribute(element, "name")).ifPresent(place -> add(new Atom(null, place, null)));
            // The other reading of the same thing, for programs that cannot show the first.
            case "Fallback" -> {}
            default -> {
                if (!name.endsWith("Pr")) {
                    walk(element, around);
                }
            }
        }
    }

    private static String author(Element change) {
        String author = WordXml.attribute(change, "author");
        return author.isBlank() ? "somebody" : author;
    }

    private void paragraph(Element element, Around around) {
        List<Atom> outer = open;
        open = new ArrayList<>(waiting);
        waiting.clear();
        Paragraph paragraph = new Paragraph(open);
        paragraphs.add(paragraph);
        Element properties = WordXml.child(element, "pPr");
        Element style = properties == null ? null : WordXml.child(properties, "pStyle");
        walk(
                element,
                new Around(
                        around.inserted(),
                        around.deleted(),
                        around.author(),
                        around.link(),
                        style == null ? null : WordXml.attribute(style, "val")));
        open = outer;
    }

    /** A bookmark may stand between two paragraphs; it names what begins after it. */
    private void add(Atom atom) {
        (open == null ? waiting : open).add(atom);
    }

    private void run(Element run, Around around) {
        WordStyles.Look look = styles.of(WordXml.child(run, "rPr"), around.paragraphStyle(), around.link());
        StringBuilder words = new StringBuilder();
        for (Node child = run.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element)) {
                continue;
            }
            switch (WordXml.name(element)) {
                case "t", "delText" -> words.append(clean(element.getTextContent()));
                case "tab", "ptab" -> words.append(' ');
                case "br", "cr" -> {
                    if (!"page".equals(WordXml.attribute(element, "type"))) {
                        words.append('\n');
                    }
                }
                case "noBreakHyphen" -> words.append('-');
                case "commentReference" -> remark(WordXml.attribute(element, "id"));
                case "footnoteReference", "endnoteReference" ->
                    add(new Atom(null, null, "A footnote stands here; it is not taken over."));
                case "drawing", "pict", "object", "AlternateContent" -> drawing(element, around);
                default -> {
                    // Fields' instructions and marks of the layout say nothing.
                }
            }
        }
        if (!words.isEmpty()) {
            add(new Atom(
                    new Reading(
                            words.toString(),
                            look.bold(),
                            look.italic(),
                            look.underlined(),
                            look.struck(),
                            around.inserted(),
                            around.deleted(),
                            around.author()),
                    null,
                    null));
        }
    }

    /** The text of a box; a picture has none and gets a remark. */
    private void drawing(Element element, Around around) {
        int before = paragraphs.size();
        List<Atom> outer = open;
        element(element, around);
        open = outer;
        if (paragraphs.size() == before) {
            add(new Atom(null, null, "A picture stands here; it is not taken over."));
        }
    }

    private void remark(String id) {
        XWPFComment comment = document.getDocComments() == null
                ? null
                : document.getDocComments().getComments().stream()
                        .filter(one -> id.equals(one.getId()))
                        .findFirst()
                        .orElse(null);
        if (comment != null) {
            add(new Atom(null, null, comment.getAuthor() + ": " + clean(comment.getText())));
        }
    }

    /** Spaces, hyphens and marks as the plan writes them, so that a word is the same word. */
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .replace('\u2011', '-')
                .replace("\u00ad", "")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    }
}
