package org.ehcpathway.plan.tribunal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.ehcpathway.statute.Refusal;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The XML of a part of a Word document, read by the platform's own parser: XmlBeans' tree is a hundred times slower to walk. */
final class WordXml {

    private WordXml() {}

    /** @throws Refusal when it is not well formed, or declares a document type, which Word never does */
    static Element root(PackagePart part) {
        try (InputStream xml = part.getInputStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(xml).getDocumentElement();
        } catch (SAXException broken) {
            throw new Refusal("The Word document is damaged; open it in Word, save it anew and try again.", broken);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Every Java reads XML", impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first child of this name; null when there is none. */
    static Element child(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name(element).equals(name)) {
                return element;
            }
        }
        return null;
    }

    /** Without its prefix. */
    static String name(Element element) {
        return element.getLocalName();
    }

    /** An attribute by its name, of whatever namespace: Word's strict and transitional documents differ in it. Empty for none. */
    static String attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }
}
