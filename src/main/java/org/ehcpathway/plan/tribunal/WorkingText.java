package org.ehcpathway.plan.tribunal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;

/**
 * Everything a round of a working document says.
 *
 * @param positions in the order of the plan
 * @param loose what belongs to none of them
 */
public record WorkingText(List<Position> positions, List<Loose> loose) {

    /** The setting that section I names, which is no {@link PlanPart}. */
    public static final String SECTION_I = "I";

    /** The sections of a version with nobody's change in them. */
    static WorkingText of(PlanText plan, Set<String> sections) {
        List<Position> positions = new ArrayList<>();
        for (PlanPart part : PlanPart.values()) {
            if (part == PlanPart.J && sections.contains(SECTION_I)) {
                positions.add(place(
                        Place.settingName(),
                        null,
                        "Name of the setting",
                        plan.setting() == null ? null : plan.setting().name()));
                positions.add(place(
                        Place.settingType(),
                        null,
                        "Type of setting",
                        plan.version().settingType()));
            }
            if (sections.contains(part.name())) {
                section(plan, part, positions);
            }
        }
        return new WorkingText(positions, List.of());
    }

    private static void section(PlanText plan, PlanPart part, List<Position> positions) {
        String words = plan.section(part).words();
        if (!part.hasItems() || !words.isBlank()) {
            positions.add(place(Place.section(part), null, null, words));
        }
        for (PlanItem item : plan.items(part)) {
            for (ItemField field : ItemField.writtenIn(part)) {
                positions.add(place(
                        Place.item(part, item.line(), field),
                        plan.label(item),
                        field == ItemField.WORDS ? null : field.title(),
                        field.of(item.says())));
            }
        }
        if (part.hasItems()) {
            positions.add(place(Place.newItems(part), null, "New in section " + part, null));
        }
    }

    private static Position place(Place place, String item, String label, String words) {
        return new Position(
                place,
                item,
                label,
                words == null || words.isEmpty() ? List.of() : List.of(new Marked(Mark.ORIGINAL, words)));
    }

    Optional<Position> at(Place place) {
        return positions.stream()
                .filter(position -> position.place().equals(place))
                .findFirst();
    }

    /** The letters of the sections in it. */
    @JsonIgnore
    public Set<String> sections() {
        Set<String> sections = new LinkedHashSet<>();
        positions.forEach(position -> sections.add(position.place().section()));
        return sections;
    }
}
