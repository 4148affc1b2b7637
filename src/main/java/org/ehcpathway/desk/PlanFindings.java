package org.ehcpathway.desk;

import java.util.List;
import org.ehcpathway.desk.PlanView.Finding;
import org.ehcpathway.plan.check.Place;
import org.ehcpathway.plan.check.PlanQuality;
import org.springframework.stereotype.Component;

/** What the panel Quality beside a plan shows: what the checks find and nobody has let stand, each with a link to its place. */
@Component
class PlanFindings {

    private final PlanQuality quality;

    PlanFindings(PlanQuality quality) {
        this.quality = quality;
    }

    /** Of the version that is being written, or was issued last. */
    List<Finding> of(String reference) {
        return quality.shown(reference).map(version -> quality.of(reference, version)).orElse(List.of()).stream()
                .filter(PlanQuality.Judged::isOpen)
                .map(PlanQuality.Judged::finding)
                .map(found -> new Finding(
                        place(found.place()),
                        found.label(),
                        found.isLegal() ? Finding.BLOCKS : Finding.ADVICE,
                        found.sentence()))
                .toList();
    }

    /** The id of the element of the page where it is put right. */
    private static String place(Place place) {
        if (place.line() == null) {
            return "section-" + place.section();
        }
        String item = "item-" + place.line();
        return switch (place.field()) {
            case WORDS, BY_WHEN, MEASURE, AMOUNT, DURATION, BY_WHOM, TRAINING, MONITORING, STRAND ->
                item + "-" + place.field().code();
            case TIES -> item + "-ties";
            case ADVICE, OTHER_SOURCE -> item + "-sources";
            case NAMING, HEALTH_AGREED_ON, SIGNATURE -> item;
        };
    }
}
