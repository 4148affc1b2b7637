package org.ehcpathway.plan.check;

import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;

/** One answer of an item that holds words. */
record FieldText(Place.Field field, String text) {

    /** The answers that are not empty. */
    static List<FieldText> of(PlanItem item) {
        ItemWords says = item.says();
        List<FieldText> fields = new ArrayList<>();
        add(fields, Place.Field.WORDS, says.words());
        add(fields, Place.Field.BY_WHEN, says.byWhen());
        add(fields, Place.Field.MEASURE, says.measure());
        add(fields, Place.Field.AMOUNT, says.amount());
        add(fields, Place.Field.DURATION, says.duration());
        add(fields, Place.Field.BY_WHOM, says.byWhom());
        add(fields, Place.Field.TRAINING, says.training());
        add(fields, Place.Field.MONITORING, says.monitoring());
        add(fields, Place.Field.OTHER_SOURCE, says.otherSource());
        return fields;
    }

    private static void add(List<FieldText> fields, Place.Field field, String text) {
        if (text != null && !text.isBlank()) {
            fields.add(new FieldText(field, text));
        }
    }
}
