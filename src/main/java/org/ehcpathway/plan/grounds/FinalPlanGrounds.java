package org.ehcpathway.plan.grounds;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.compare.PlanComparison;
import org.ehcpathway.plan.compare.PlanComparison.Block;
import org.ehcpathway.plan.compare.PlanComparison.Fate;
import org.ehcpathway.plan.compare.PlanComparison.Part;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a final plan rests on. It may differ from the draft that was served only because of representations or of the placement
 * (regulation 14(1)); of every change it is said which. What the council changes of its own goes to the family in another draft
 * (PLAN-07). And section G holds only what the health body agreed (PLAN-12).
 */
@Service
@Transactional
public class FinalPlanGrounds {

    private static final String ALL = "ALL";
    private static final int WHO = 200;

    private final Plans plans;
    private final CaseFiles files;
    private final DraftChangeRepository changes;
    private final HealthAgreementRepository agreements;
    private final Clock clock;

    FinalPlanGrounds(
            Plans plans,
            CaseFiles files,
            DraftChangeRepository changes,
            HealthAgreementRepository agreements,
            Clock clock) {
        this.plans = plans;
        this.files = files;
        this.changes = changes;
        this.agreements = agreements;
        this.clock = clock;
    }

    /**
     * Where the version being written says something else than the draft that was served last, in the order of the plan: F2 for an
     * item, A for the words of a section, OLD F2 for an item that was taken out. Another order alone is no change, and neither is
     * section I, which a draft does not have.
     */
    public Set<String> changed(String reference) {
        Optional<PlanVersion> served = plans.servedDraft(reference);
        if (served.isEmpty()) {
            return Set.of();
        }
        PlanText before = plans.text(reference, served.get());
        PlanText now = plans.text(reference, plans.working(reference));
        Set<String> places = new LinkedHashSet<>();
        for (Part part : PlanComparison.of(before, now).parts()) {
            // Section I is the placement itself; K grows with the advice and is nobody's wording.
            if (!part.name().equals("I") && !part.name().equals("K")) {
                part.blocks().stream()
                        .filter(block -> block.changed() && block.fate() != Fate.MOVED)
                        .map(block -> place(part, block))
                        .forEach(places::add);
            }
        }
        return places;
    }

    private static String place(Part part, Block block) {
        String label = block.after() == null ? block.before() : block.after();
        if (label == null || !label.matches(part.name() + "[.]?[0-9]+")) {
            return part.name();
        }
        return block.fate() == Fate.REMOVED ? "OLD " + label : label;
    }

    /**
     * Keeps what each change rests on.
     *
     * @param said places as {@link #changed} names them, with commas between them; ALL for every one; may be null
     * @throws Refusal when a change is forgotten or named twice, or a place is named that did not change
     */
    public void keep(String reference, Map<RestsOn, String> said, String by) {
        Set<String> changed = changed(reference);
        Map<String, RestsOn> kept = new LinkedHashMap<>();
        said.forEach((restsOn, typed) -> places(typed, changed).forEach(place -> {
            if (!changed.contains(place)) {
                throw new Refusal("A place named is not among what changed since the draft"
                        + (changed.isEmpty() ? ": nothing did." : ": " + String.join(", ", changed) + "."));
            }
            if (kept.put(place, restsOn) != null) {
                throw new Refusal("Say once what the change of " + place + " rests on.");
            }
        }));
        List<String> forgotten =
                changed.stream().filter(place -> !kept.containsKey(place)).toList();
        if (!forgotten.isEmpty()) {
            throw new Refusal("Say what these changes since the draft rest on: " + String.join(", ", forgotten)
                    + ". A representation of the family, the placement, or the council’s own view (regulation 14(1)).");
        }
        PlanVersion version = plans.working(reference);
        kept.forEach((place, restsOn) ->
                changes.save(new DraftChange(null, version.caseId(), version.id(), place, restsOn, by, now())));
    }

    /**
     * Whether the version being written may become final: it was said of every change what it rests on, also of those made since,
     * and none is the council's own.
     *
     * @throws Refusal when it may not
     */
    public void requireSettled(String reference) {
        Set<String> changed = changed(reference);
        Map<String, RestsOn> said = latest(reference);
        List<String> unsaid =
                changed.stream().filter(place -> !said.containsKey(place)).toList();
        if (!unsaid.isEmpty()) {
            throw new Refusal(
                    "Nobody has said what these changes since the draft rest on: " + String.join(", ", unsaid)
                            + ". They were made after the plan was prepared: send it back to the caseworker (regulation 14(1)).");
        }
        List<String> own = changed.stream()
                .filter(place -> said.get(place) == RestsOn.COUNCIL)
                .toList();
        if (!own.isEmpty()) {
            throw new Refusal("The council changed " + String.join(", ", own)
                    + " of its own. A final plan may differ from the draft only because of representations or the"
                    + " placement (regulation 14(1)): serve the draft again, or take the change back.");
        }
    }

    /** Every word said about changes, in the order it was said. */
    @Transactional(readOnly = true)
    public List<DraftChange> of(String reference) {
        return changes.findByCaseIdOrderById(files.get(reference).id());
    }

    private Map<String, RestsOn> latest(String reference) {
        Map<String, RestsOn> latest = new LinkedHashMap<>();
        Long version = plans.working(reference).id();
        of(reference).stream()
                .filter(change -> change.versionId().equals(version))
                .forEach(change -> latest.put(change.place(), change.restsOn()));
        return latest;
    }

    private static List<String> places(String typed, Set<String> changed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        List<String> places = Arrays.stream(typed.toUpperCase(Locale.UK).split("[,;\\n]|\\bAND\\b"))
                .map(place -> place.strip().replaceFirst("^SECTION\\s+", "").replaceAll("\\s+", " "))
                .filter(place -> !place.isEmpty())
                .toList();
        return places.equals(List.of(ALL)) ? List.copyOf(changed) : places;
    }

    /**
     * Keeps what the health body agreed of section G.
     *
     * @param provision the items it agreed, such as G1, G2; null or ALL for the section as a whole
     * @param agreedBy who agreed; may be null
     * @throws Refusal when section G holds an item that was not agreed: what is not agreed cannot stand there
     */
    public void healthAgreed(String reference, String provision, String agreedBy, LocalDate on, String by) {
        PlanVersion version = plans.working(reference);
        PlanText text = plans.text(reference, version);
        Set<String> all = new LinkedHashSet<>();
        text.items(PlanPart.G).forEach(item -> all.add(text.label(item)));
        List<String> agreed = places(provision, all);
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Refusal("The health body cannot have agreed on a day that has not come yet.");
        }
        if (agreedBy != null && agreedBy.length() > WHO) {
            throw new Refusal("Shorten who agreed for the health body to at most 200 characters.");
        }
        if (agreed.isEmpty()) {
            save(version, "G", agreedBy, on, by);
            return;
        }
        List<String> unknown =
                agreed.stream().filter(place -> !all.contains(place)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal("A provision named is not in section G. Its provision is: "
                    + (all.isEmpty() ? "none." : String.join(", ", all) + "."));
        }
        List<String> missing = new ArrayList<>(all);
        missing.removeAll(agreed);
        if (!missing.isEmpty()) {
            throw new Refusal("The health body has not agreed " + String.join(", ", missing)
                    + ". What it has not agreed cannot stand in section G: take it out, or wait for its agreement"
                    + " (regulation 12(2)).");
        }
        agreed.forEach(place -> save(version, place, agreedBy, on, by));
    }

    /** What the health body agreed, in the order it was recorded. */
    @Transactional(readOnly = true)
    public List<HealthAgreement> healthAgreements(String reference) {
        return agreements.findByCaseIdOrderById(files.get(reference).id());
    }

    private void save(PlanVersion version, String place, String agreedBy, LocalDate on, String by) {
        agreements.save(new HealthAgreement(null, version.caseId(), version.id(), place, agreedBy, on, by, now()));
    }

    /** To the microsecond, which is what both databases keep. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
