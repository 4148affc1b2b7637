package org.ehcpathway.letter;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The same letter in other forms: large print, a page for the screen, and a copy for editing. Not a word is another. */
@Component
class LetterForms {

    private static final Pattern FOOTER = Pattern.compile("@bottom-left\\s*\\{\\s*content:\\s*(\"[^\"]*\")");

    private final PdfRenderer renderer;
    private final String largeStyle;
    private final String pageStyle;

    LetterForms(PdfRenderer renderer) {
        this.renderer = renderer;
        largeStyle = style("large.css");
        pageStyle = style("page.css");
    }

    /** PDF with nothing smaller than 18 pt, accessible and lasting like the letter itself. For no envelope with a window. */
    byte[] largePrint(LetterWords words) {
        Document document = PdfRenderer.parse(words.xhtml());
        Element style = (Element) document.getElementsByTagName("style").item(0);
        Matcher footer = FOOTER.matcher(style.getTextContent());
        style.setTextContent(largeStyle.replace("\"reference\"", footer.find() ? footer.group(1) : "\"\""));
        return renderer.render(written(document, "xml"), words.date(), words.names());
    }

    /** One page of HTML that needs nothing else: style and picture are in it. */
    String page(LetterWords words) {
        Document document = PdfRenderer.parse(words.xhtml());
        Element root = document.getDocumentElement();
        Element head = (Element) root.getElementsByTagName("head").item(0);
        Element viewport = document.createElement("meta");
        viewport.setAttribute("name", "viewport");
        viewport.setAttribute("content", "width=device-width, initial-scale=1");
        head.insertBefore(viewport, head.getFirstChild());
        head.getElementsByTagName("style").item(0).setTextContent(pageStyle);
        for (Element part : children((Element) root.getElementsByTagName("body").item(0))) {
            switch (part.getAttribute("class")) {
                case "letterhead" -> document.renameNode(part, null, "header");
                case "text" -> document.renameNode(part, null, "main");
                default -> {
                    // What a template puts beside these two stays as it is.
                }
            }
        }
        withoutMarks(root);
        return "<!DOCTYPE html>\n"
                + written(document, "html").replaceFirst("<META http-equiv[^>]*>", "<meta charset=\"UTF-8\">");
    }

    /** Word document with the same headings, lists and tables, marked as a copy that is not the letter. */
    byte[] editable(LetterWords words) {
        return EditableCopy.of(PdfRenderer.parse(words.xhtml()), words.date());
    }

    /** Marks for our own templates and checks mean nothing to those who read the page. */
    private static void withoutMarks(Element element) {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = ((Attr) element.getAttributes().item(i)).getName();
            if (name.startsWith("data-") || name.startsWith("xmlns")) {
                marks.add(name);
            }
        }
        marks.forEach(element::removeAttribute);
        children(element).forEach(LetterForms::withoutMarks);
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

    private static String written(Document document, String method) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.METHOD, method);
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.setOutputProperty(OutputKeys.INDENT, "no");
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            writer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("The letter cannot be written in another form.", e);
        }
    }

    private static String style(String name) {
        return new String(ClassPathFiles.bytes("letters/shared/" + name), StandardCharsets.UTF_8);
    }
}
