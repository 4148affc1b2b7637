package org.ehcpathway.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What there is to fill in: the fields of every form and the steps that show them, read from {@code forms/} and {@code processes/}
 * themselves, so that nothing new is left out.
 *
 * @param fields the fields of a form, by its id
 * @param tasks the form of a user task, by its key
 * @param starts the form that starts a process, by its key
 */
record FormsAndTasks(Map<String, List<Field>> fields, Map<String, String> tasks, Map<String, String> starts) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /**
     * One field of a form.
     *
     * @param type as the form's file calls it: textfield, textarea, datetime, checkbox, radio or select
     * @param choices the codes of a radio or select; empty where they come from elsewhere
     * @param conditional whether the form shows it only for some answers
     */
    record Field(String key, String type, List<String> choices, boolean conditional) {

        boolean isText() {
            return type.startsWith("text");
        }

        boolean isDate() {
            return type.equals("datetime");
        }

        boolean isTick() {
            return type.equals("checkbox");
        }

        boolean isChoice() {
            return type.equals("radio") || type.equals("select");
        }
    }

    static FormsAndTasks ofToday() {
        Map<String, List<Field>> fields = new TreeMap<>();
        for (Path file : files("forms", ".form")) {
            List<Field> found = new ArrayList<>();
            JsonNode form = json(file);
            gather(form, false, found);
            fields.put(form.path("id").asText(), found);
        }
        Map<String, String> tasks = new TreeMap<>();
        Map<String, String> starts = new TreeMap<>();
        for (Path file : files("processes", ".bpmn")) {
            Element process =
                    (Element) xml(file).getElementsByTagNameNS(BPMN, "process").item(0);
            elements(process, "userTask").forEach(task -> tasks.put(task.getAttribute("id"), formOf(task)));
            elements(process, "startEvent").stream()
                    .filter(start -> !formOf(start).isEmpty())
                    .forEach(start -> starts.put(process.getAttribute("id"), formOf(start)));
        }
        return new FormsAndTasks(fields, tasks, starts);
    }

    private static void gather(JsonNode component, boolean within, List<Field> found) {
        for (JsonNode child : component.path("components")) {
            boolean conditional = within || child.has("conditional");
            String type = child.path("type").asText();
            if (child.has("key") && !type.equals("group") && !type.equals("html")) {
                found.add(new Field(
                        child.path("key").asText(), type, child.path("values").findValuesAsText("value"), conditional));
            }
            gather(child, conditional, found);
        }
    }

    private static String formOf(Element step) {
        return step.getAttributeNS(CAMUNDA, "formRef");
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList all = parent.getElementsByTagNameNS(BPMN, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static org.w3c.dom.Document xml(Path file) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(file.toString(), broken);
        }
    }
}
