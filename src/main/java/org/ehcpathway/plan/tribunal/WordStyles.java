package org.ehcpathway.plan.tribunal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** How a run looks in the end: what it says of itself, else what its style says, else that of its paragraph (ECMA-376, 17.7). */
final class WordStyles {

    private static final Set<String> OFF = Set.of("0", "false", "off");
    private static final Set<String> LINKS = Set.of("hyperlink", "internetlink", "internet_20_link");
    private static final int DEEPEST = 20;

    record Look(boolean bold, boolean italic, boolean underlined, boolean struck) {}

    /** What one style says; null for nothing. */
    private record Style(String basedOn, Boolean bold, Boolean italic, Boolean underlined, Boolean struck) {}

    private final Map<String, Style> styles = new HashMap<>();
    private String ordinary;

    WordStyles(XWPFDocument document) {
        if (document.getStyles() == null) {
            return;
        }
        Element root = WordXml.root(document.getStyles().getPackagePart());
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element style && WordXml.name(style).equals("style")) {
                take(style);
            }
        }
    }

    private void take(Element style) {
        String id = WordXml.attribute(style, "styleId");
        Element basedOn = WordXml.child(style, "basedOn");
        styles.put(id, style(WordXml.child(style, "rPr"), basedOn == null ? null : WordXml.attribute(basedOn, "val")));
        String isDefault = WordXml.attribute(style, "default");
        if (WordXml.attribute(style, "type").equals("paragraph") && !isDefault.isEmpty() && isOn(isDefault)) {
            ordinary = id;
        }
    }

    /**
     * @param properties of the run; null for none
     * @param paragraphStyle null for the ordinary one
     * @param link whether it lies in a link, which is underlined without saying anything by it
     */
    Look of(Element properties, String paragraphStyle, boolean link) {
        Style own = style(properties, null);
        Element styled = properties == null ? null : WordXml.child(properties, "rStyle");
        String runStyle = styled == null ? null : WordXml.attribute(styled, "val");
        String below = paragraphStyle == null ? ordinary : paragraphStyle;
        boolean ofLink = link || runStyle != null && LINKS.contains(runStyle.toLowerCase(java.util.Locale.ROOT));
        Boolean underlined = own.underlined();
        if (underlined == null && !ofLink) {
            underlined = chain(runStyle, Style::underlined);
        }
        if (underlined == null && !ofLink) {
            underlined = chain(below, Style::underlined);
        }
        return new Look(
                toggled(own.bold(), runStyle, below, Style::bold),
                toggled(own.italic(), runStyle, below, Style::italic),
                underlined != null && underlined && !(ofLink && link),
                toggled(own.struck(), runStyle, below, Style::struck));
    }

    /** Bold in the style of the run inside bold in that of the paragraph is not bold (17.7.3). */
    private boolean toggled(
            Boolean own, String runStyle, String paragraphStyle, java.util.function.Function<Style, Boolean> of) {
        if (own != null) {
            return own;
        }
        boolean ofRun = Boolean.TRUE.equals(chain(runStyle, of));
        boolean ofParagraph = Boolean.TRUE.equals(chain(paragraphStyle, of));
        return ofRun != ofParagraph;
    }

    private Boolean chain(String from, java.util.function.Function<Style, Boolean> of) {
        String id = from;
        for (int depth = 0; id != null && depth < DEEPEST; depth++) {
            Style style = styles.get(id);
            if (style == null) {
                return null;
            }
            if (of.apply(style) != null) {
                return of.apply(style);
            }
            id = style.basedOn();
        }
        return null;
    }

    private static Style style(Element properties, String basedOn) {
        if (properties == null) {
            return new Style(basedOn, null, null, null, null);
        }
        Boolean struck = toggle(properties, "strike");
        Boolean twice = toggle(properties, "dstrike");
        Element line = WordXml.child(properties, "u");
        String kind = line == null ? null : WordXml.attribute(line, "val");
        return new Style(
                basedOn,
                toggle(properties, "b"),
                toggle(properties, "i"),
                line == null ? null : Boolean.valueOf(!kind.isEmpty() && !kind.equals("none")),
                Boolean.TRUE.equals(twice) ? twice : struck);
    }

    private static Boolean toggle(Element properties, String name) {
        Element toggle = WordXml.child(properties, name);
        return toggle == null ? null : Boolean.valueOf(isOn(WordXml.attribute(toggle, "val")));
    }

    private static boolean isOn(String value) {
        return !OFF.contains(value);
    }
}
