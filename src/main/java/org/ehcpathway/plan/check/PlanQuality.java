package org.ehcpathway.plan.check;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the checks find in the plan of a case, and the warnings that were let stand with a reason. A reason holds for the words it
 * was given for: in the next version too, and no longer once they change.
 */
@Service
@Transactional
public class PlanQuality {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2000;

    private final Plans plans;
    private final PlanOverrideRepository overrides;
    private final Clock clock;

    PlanQuality(Plans plans, PlanOverrideRepository overrides, Clock clock) {
        this.plans = plans;
        this.overrides = overrides;
        this.clock = clock;
    }

    /** @param override why it may stand; null while it is open, and always for a legal error */
    public record Judged(Finding finding, PlanOverride override) {

        public boolean isOpen() {
            return override == null;
        }
    }

    /** The version people look at: the one being written, otherwise the last. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> shown(String reference) {
        return plans.of(reference).stream().max(Comparator.comparing(PlanVersion::number));
    }

    /** What is found in a version, in the order of the plan. */
    @Transactional(readOnly = true)
    public List<Judged> of(String reference, PlanVersion version) {
        Map<String, PlanOverride> reasons = new HashMap<>();
        overrides.ofCase(version.caseId()).forEach(override -> reasons.put(override.fingerprint(), override));
        return plans.findings(reference, version, moment(version)).stream()
                .map(finding -> new Judged(finding, finding.isLegal() ? null : reasons.get(finding.fingerprint())))
                .toList();
    }

    /** A working final plan is looked at as one that is about to be signed only when section I has been proposed. */
    private static Moment moment(PlanVersion version) {
        if (version.state() != PlanState.WORKING) {
            return Moment.ISSUING;
        }
        return version.settingType() == null ? Moment.WRITING : Moment.SIGNING;
    }

    /**
     * Lets warnings of the version being written stand.
     *
     * @param fingerprints of the findings, as they were shown
     * @param reason one for all of them
     * @throws Refusal when one of them is not there any more, or is a legal error, or the reason says too little
     */
    public void override(String reference, Set<String> fingerprints, String reason, String by) {
        PlanVersion version = shown(reference)
                .filter(last -> last.state() == PlanState.WORKING)
                .orElseThrow(() -> new Refusal("No plan is being written, so there is no warning to let stand."));
        if (fingerprints.isEmpty()) {
            throw new Refusal("Choose the warnings this reason is for.");
        }
        String words = checked(reason);
        Map<String, Judged> found = new LinkedHashMap<>();
        of(reference, version).forEach(judged -> found.put(judged.finding().fingerprint(), judged));
        for (String fingerprint : fingerprints) {
            Judged judged = found.get(fingerprint);
            if (judged == null) {
                throw new Refusal("The plan was changed meanwhile. Look at the warnings again and choose anew.");
            }
            if (judged.finding().isLegal()) {
                throw new Refusal(
                        "A legal error cannot be let stand: " + judged.finding().sentence());
            }
        }
        fingerprints.stream().map(found::get).filter(Judged::isOpen).forEach(judged -> {
            Finding finding = judged.finding();
            Place place = finding.place();
            overrides.save(new PlanOverride(
                    null,
                    version.id(),
                    finding.rule(),
                    place.section(),
                    place.line(),
                    place.field(),
                    finding.fingerprint(),
                    words,
                    by,
                    clock.instant()));
        });
    }

    /**
     * Holds the plan back while a warning is neither settled nor let stand. Legal errors are refused by {@link Plans} itself.
     *
     * @throws Refusal with how many there are and where they are
     */
    @Transactional(readOnly = true)
    public void requireSettled(String reference) {
        List<Judged> open = shown(reference).map(version -> of(reference, version)).orElse(List.of()).stream()
                .filter(judged -> !judged.finding().isLegal() && judged.isOpen())
                .toList();
        if (open.size() == 1) {
            throw new Refusal(
                    "One warning about the plan is open. Change the plan, or give a reason why it may stand, on the"
                            + " Quality page of the plan: "
                            + open.get(0).finding().sentence());
        }
        if (!open.isEmpty()) {
            throw new Refusal(
                    open.size() + " warnings about the plan are open. Change the plan, or give a reason why each may"
                            + " stand, on the Quality page of the plan.");
        }
    }

    private static String checked(String reason) {
        String words = reason == null ? "" : reason.replace("\r\n", "\n").strip();
        if (words.length() < SHORTEST_REASON) {
            throw new Refusal("Say why the warnings may stand, in at least " + SHORTEST_REASON + " characters.");
        }
        if (words.length() > LONGEST_REASON) {
            throw new Refusal("Shorten the reason to at most 2,000 characters.");
        }
        if (words.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new Refusal("The reason contains characters that cannot be printed. Please type it again.");
        }
        return words;
    }
}
