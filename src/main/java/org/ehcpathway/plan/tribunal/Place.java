package org.ehcpathway.plan.tribunal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.PlanPart;

/**
 * Where words stand in a plan.
 *
 * @param part null for section I
 * @param line the item; null where it is none
 * @param field what of the item; null where it is none
 */
public record Place(Kind kind, PlanPart part, Long line, ItemField field) {

    private static final Pattern BOOKMARK =
            Pattern.compile("_ehc_([A-Z][12]?)(?:_(name|type|new|(\\d{1,18})_([A-Z_]+)))?");

    /** What kind of place it is. */
    public enum Kind {
        /** The words of a section itself. */
        SECTION,
        /** A field of an item. */
        ITEM,
        /** What is proposed as new items of a section, one a line. */
        NEW,
        /** The name of the setting in section I. */
        NAME,
        /** The type of setting in section I. */
        TYPE
    }

    static Place section(PlanPart part) {
        return new Place(Kind.SECTION, part, null, null);
    }

    static Place item(PlanPart part, long line, ItemField field) {
        return new Place(Kind.ITEM, part, line, field);
    }

    static Place newItems(PlanPart part) {
        return new Place(Kind.NEW, part, null, null);
    }

    static Place settingName() {
        return new Place(Kind.NAME, null, null, null);
    }

    static Place settingType() {
        return new Place(Kind.TYPE, null, null, null);
    }

    /** The letter of the section. */
    public String section() {
        return part == null ? "I" : part.name();
    }

    /** What belongs together and is taken over together: all fields of an item have the same. */
    public String group() {
        return switch (kind) {
            case SECTION -> section();
            case ITEM -> section() + "-" + line;
            case NEW -> section() + "-new";
            case NAME, TYPE -> "I";
        };
    }

    /** Its name as a hidden bookmark: Word hides what begins with a line, and takes at most 40 characters. */
    @JsonValue
    public String bookmark() {
        return "_ehc_" + section()
                + switch (kind) {
                    case SECTION -> "";
                    case ITEM -> "_" + line + "_" + field;
                    case NEW -> "_new";
                    case NAME -> "_name";
                    case TYPE -> "_type";
                };
    }

    @JsonCreator
    static Place ofBookmark(String name) {
        return read(name).orElseThrow(() -> new IllegalArgumentException("Not a place of a plan: " + name));
    }

    /** The place a bookmark names; empty for a bookmark of somebody else. */
    static Optional<Place> read(String bookmark) {
        Matcher name = BOOKMARK.matcher(bookmark);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            boolean setting = name.group(1).equals("I");
            PlanPart part = setting ? null : PlanPart.valueOf(name.group(1));
            String what = name.group(2);
            if (setting) {
                return "name".equals(what)
                        ? Optional.of(settingName())
                        : "type".equals(what) ? Optional.of(settingType()) : Optional.empty();
            }
            if (name.group(3) != null) {
                return Optional.of(item(part, Long.parseLong(name.group(3)), ItemField.valueOf(name.group(4))));
            }
            return what == null
                    ? Optional.of(section(part))
                    : what.equals("new") ? Optional.of(newItems(part)) : Optional.empty();
        } catch (IllegalArgumentException noSuchPart) {
            return Optional.empty();
        }
    }
}
