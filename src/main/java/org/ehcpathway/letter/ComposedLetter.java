package org.ehcpathway.letter;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ehcpathway.statute.Refusal;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A letter as its template made it, before it becomes a PDF: checked for what is really in it, and for gaps. */
final class ComposedLetter {

    /** Marks what a person wrote: it stays as it is, and no gap is looked for in it. */
    static final String TYPED = "data-typed";

    private static final Pattern GAP = Pattern.compile(
            "\\s[,.;:!?](\\s|$)|\\bnull\\b|\\$\\{|\\[\\[|]]|\\(\\s*\\)|[,;:]\\s*[.,;]|\\.\\s*\\.(\\s|$)");
    private static final List<String> NEVER_EMPTY = List.of("p", "li", "th", "h1", "h2", "h3", "title");

    private final Element body;
    private final Element head;

    private ComposedLetter(Element root) {
        head = (Element) root.getElementsByTagName("head").item(0);
        body = (Element) root.getElementsByTagName("body").item(0);
    }

    static ComposedLetter of(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new ComposedLetter(
                    builder.parse(new InputSource(new StringReader(xhtml))).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The letter's template does not give well-formed XHTML.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of each block that is there, blanks made one. */
    Map<Block, String> blocks() {
        Map<Block, String> found = new EnumMap<>(Block.class);
        collect(body, found);
        return found;
    }

    /** The text of the whole letter, blanks made one. */
    String text() {
        return plain(body.getTextContent());
    }

    /**
     * Refuses a letter that misses a block, has one too many, or has a gap.
     *
     * @param typed lines of the case within the letter's own sentences; whatever a name looks like, it is no gap
     * @throws Refusal in a sentence that names what is wrong
     */
    void check(LetterKind kind, LetterContent content, Collection<String> typed) {
        Map<Block, String> found = blocks();
        for (Block block : content.must()) {
            if (found.getOrDefault(block, "").isEmpty()) {
                throw new Refusal(
                        "The letter %s lacks %s, without which it is not lawful: its template has to be put right first."
                                .formatted(kind.id(), block.words()));
            }
        }
        for (Block block : found.keySet()) {
            if (!content.allows(block)) {
                throw new Refusal("The letter %s must not contain %s: its template has to be put right first."
                        .formatted(kind.id(), block.words()));
            }
        }
        List<String> longestFirst = typed.stream()
                .map(ComposedLetter::plain)
                .filter(line -> !line.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        checkGaps(head, longestFirst);
        checkGaps(body, longestFirst);
    }

    /** Refuses a letter that shows what must stay hidden from its reader. */
    void checkHidden(List<String> hidden, String reader) {
        String text = squeezed(body.getTextContent());
        for (String line : hidden) {
            if (text.contains(squeezed(line))) {
                throw new Refusal(
                        "The letter to %s would show an address that is withheld from them: take it out of the text first."
                                .formatted(reader));
            }
        }
    }

    /** Letters and digits only, so that a line break or a comma hides nothing. */
    static String squeezed(String text) {
        return text.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static void collect(Element element, Map<Block, String> found) {
        String mark = element.getAttribute(BlockMarkers.MARK);
        if (!mark.isEmpty()) {
            found.merge(Block.valueOf(mark), plain(element.getTextContent()), (one, two) -> one + " " + two);
        }
        for (Element child : children(element)) {
            collect(child, found);
        }
    }

    private static void checkGaps(Element element, List<String> typed) {
        if (element.hasAttribute(TYPED) || element.getTagName().equals("style")) {
            return;
        }
        if (NEVER_EMPTY.contains(element.getTagName())) {
            String text = plain(textWithoutTyped(element));
            if (text.isEmpty() && !hasPictureOrTyped(element)) {
                throw gap("an empty line");
            }
            for (String line : typed) {
                text = text.replace(line, "x");
            }
            Matcher gap = GAP.matcher(text);
            if (gap.find()) {
                throw gap(
                        "“" + text.substring(Math.max(0, gap.start() - 30), Math.min(text.length(), gap.end())) + "”");
            }
        }
        children(element).forEach(child -> checkGaps(child, typed));
    }

    private static Refusal gap(String where) {
        return new Refusal("The letter has a gap, " + where
                + ": a name, a date or a word is missing in the case or in the letter.");
    }

    private static boolean hasPictureOrTyped(Element element) {
        return children(element).stream()
                .anyMatch(child ->
                        child.getTagName().equals("img") || child.hasAttribute(TYPED) || hasPictureOrTyped(child));
    }

    private static String textWithoutTyped(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                // A stand-in, so that a typed word before a full stop is no gap.
                text.append(
                        inner.hasAttribute(TYPED)
                                ? "…"
                                : inner.getTagName().equals("br") ? " " : textWithoutTyped(inner));
            } else {
                text.append(child.getTextContent());
            }
        }
        return text.toString();
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

    private static String plain(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }
}
