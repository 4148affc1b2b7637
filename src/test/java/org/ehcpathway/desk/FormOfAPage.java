package org.ehcpathway.desk;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.unbescape.html.HtmlEscape;

/** The fields of a page as a browser without scripts would send them: loaded, typed into, and encoded. */
final class FormOfAPage {

    private static final Pattern CONTROL = Pattern.compile(
            "<input\\b([^>]*)>|<textarea\\b([^>]*)>([^<]*)</textarea>|<select\\b([^>]*)>(.*?)</select>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");

    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    static FormOfAPage on(HttpResponse<String> page) {
        FormOfAPage form = new FormOfAPage();
        Matcher control = CONTROL.matcher(page.body());
        while (control.find()) {
            if (control.group(1) != null) {
                form.input(control.group(1));
            } else if (control.group(2) != null) {
                form.add(attribute(control.group(2), "name"), HtmlEscape.unescapeHtml(control.group(3)));
            } else {
                Matcher chosen = CHOSEN.matcher(control.group(5));
                form.add(attribute(control.group(4), "name"), chosen.find() ? chosen.group(1) : "");
            }
        }
        return form;
    }

    private void input(String attributes) {
        boolean tick = "checkbox".equals(attribute(attributes, "type"));
        if (!tick || attribute(attributes, "checked") != null) {
            String value = attribute(attributes, "value");
            add(attribute(attributes, "name"), value == null ? "" : HtmlEscape.unescapeHtml(value));
        }
    }

    private void add(String name, String value) {
        if (name != null && !name.equals("_csrf")) {
            fields.add(name, value);
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        while (attribute.find()) {
            if (attribute.group(1).equals(name)) {
                return attribute.group(2) == null ? "" : attribute.group(2);
            }
        }
        return null;
    }

    FormOfAPage type(String name, String value) {
        fields.set(name, value);
        return this;
    }

    FormOfAPage type(Map<String, String> typed) {
        typed.forEach(fields::set);
        return this;
    }

    FormOfAPage clear(String name) {
        fields.remove(name);
        return this;
    }

    String pressing(String button) {
        List<String> parts = new ArrayList<>();
        fields.forEach((name, values) ->
                values.forEach(value -> parts.add(DeskStory.encoded(name) + "=" + DeskStory.encoded(value))));
        parts.add("act=" + DeskStory.encoded(button));
        return String.join("&", parts);
    }
}
