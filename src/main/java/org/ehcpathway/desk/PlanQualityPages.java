package org.ehcpathway.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.PlanQualityView.Row;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.check.Finding;
import org.ehcpathway.plan.check.Place;
import org.ehcpathway.plan.check.PlanOverride;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.plan.check.PlanQuality.Judged;
import org.springframework.stereotype.Component;

/** Puts what the checks find into the words and links of the desk. */
@Component
class PlanQualityPages {

    private final PlanQuality quality;
    private final Colleagues colleagues;

    PlanQualityPages(PlanQuality quality, Colleagues colleagues) {
        this.quality = quality;
        this.colleagues = colleagues;
    }

    PlanQualityView of(Seen seen) {
        String reference = seen.c().reference();
        Optional<PlanVersion> version = quality.shown(reference);
        if (version.isEmpty()) {
            return new PlanQualityView(null, false, false, List.of());
        }
        List<Judged> judged = quality.of(reference, version.get());
        Map<String, String> names = colleagues.names(judged.stream()
                .map(Judged::override)
                .filter(Objects::nonNull)
                .map(PlanOverride::madeBy)
                .toList());
        boolean writing = version.get().state() == PlanState.WORKING;
        return new PlanQualityView(
                version.get().title(),
                writing,
                writing && seen.mayWritePlan(),
                judged.stream().map(one -> row(reference, one, names)).toList());
    }

    private static Row row(String reference, Judged judged, Map<String, String> names) {
        Finding finding = judged.finding();
        PlanOverride override = judged.override();
        return new Row(
                finding.fingerprint(),
                finding.rule().name(),
                finding.rule().title(),
                finding.rule().source(),
                finding.severity(),
                finding.place().section(),
                finding.place().line(),
                finding.place().field().code(),
                finding.label(),
                finding.sentence(),
                "/cases/" + reference + "/plan#" + anchor(finding.place()),
                override == null ? null : override.reason(),
                override == null ? null : names.getOrDefault(override.madeBy(), override.madeBy()),
                override == null ? null : override.madeAt());
    }

    /** The field on the Plan page; sections I and K and what several items lack have no field of their own. */
    static String anchor(Place place) {
        if (place.line() != null) {
            return "item-" + place.line() + "-" + place.field().code();
        }
        boolean written = place.field() == Place.Field.WORDS
                && Stream.of(PlanPart.values()).anyMatch(part -> part.name().equals(place.section()));
        return (written ? "words-" : "section-") + place.section();
    }
}
