package org.ehcpathway.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.PlanView.Fault;
import org.ehcpathway.desk.PlanView.Section;
import org.ehcpathway.desk.PlanView.Version;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Shows a plan to write or to read, and keeps what was written section by section. */
@Component
class PlanPages {

    private static final Pattern NAMES_A_SECTION = Pattern.compile("Section ([A-Z][12]?)\\b.*");

    private final Plans plans;
    private final PlanWriting writing;
    private final Colleagues colleagues;

    PlanPages(Plans plans, PlanWriting writing, Colleagues colleagues) {
        this.plans = plans;
        this.writing = writing;
        this.colleagues = colleagues;
    }

    /**
     * What a person typed into one section.
     *
     * @param counter of the words the person started from
     */
    record Typed(String words, int counter) {}

    /** Why a section was not kept, and the words somebody else kept meanwhile, where that is the reason. */
    private record Trouble(String sentence, String theirs) {}

    /** What came of sending the page. */
    record Outcome(PlanView view, boolean allKept, boolean stale) {}

    PlanView show(Seen seen) {
        return view(seen, Map.of(), Map.of());
    }

    /**
     * Keeps each chosen section by itself, so that trouble with one loses nothing of the others.
     *
     * @param typed everything that stood in the boxes
     * @param chosen what is to be kept; the rest stays in its boxes
     */
    Outcome write(Seen seen, Map<PlanPart, Typed> typed, Set<PlanPart> chosen) {
        if (!seen.mayWritePlan()) {
            throw new NotAllowed("The plan is written by the caseworkers of the team and by managers.");
        }
        Map<PlanPart, Trouble> troubles = new EnumMap<>(PlanPart.class);
        Map<PlanPart, Typed> notKept = new EnumMap<>(PlanPart.class);
        typed.forEach((part, own) -> {
            if (!chosen.contains(part)) {
                notKept.put(part, own);
                return;
            }
            try {
                writing.write(seen.c().reference(), part, own.words(), own.counter(), colleagues.asking());
            } catch (Refusal refusal) {
                troubles.put(part, trouble(seen.c().reference(), part, own, refusal));
                notKept.put(part, own);
            }
        });
        boolean stale = troubles.values().stream().anyMatch(trouble -> trouble.theirs() != null);
        return new Outcome(view(seen, notKept, troubles), troubles.isEmpty(), stale);
    }

    private Trouble trouble(String reference, PlanPart part, Typed own, Refusal refusal) {
        Optional<PlanSection> kept = last(reference).stream()
                .flatMap(version -> plans.text(reference, version).sections().stream())
                .filter(section -> section.part() == part)
                .findFirst();
        boolean stale = kept.isPresent() && kept.get().counter() != own.counter();
        return new Trouble(refusal.getMessage(), stale ? kept.get().words() : null);
    }

    private PlanView view(Seen seen, Map<PlanPart, Typed> notKept, Map<PlanPart, Trouble> troubles) {
        String reference = seen.c().reference();
        String whyNot =
                seen.mayWritePlan() ? null : "You can read the plan; the team's caseworkers and managers write it.";
        Optional<PlanVersion> shown;
        try {
            // Opens the version to be written, so only for those who may write it.
            shown = seen.mayWritePlan() ? Optional.of(plans.working(reference)) : last(reference);
        } catch (Refusal notNow) {
            whyNot = notNow.getMessage();
            shown = last(reference);
        }
        boolean mayWrite = whyNot == null;
        List<PlanSection> kept =
                shown.map(version -> plans.text(reference, version).sections()).orElse(List.of());
        Map<String, String> names =
                colleagues.names(kept.stream().map(PlanSection::editedBy).toList());
        return new PlanView(
                shown.map(PlanVersion::title).orElse("No plan yet"),
                mayWrite,
                whyNot,
                mayWrite
                        ? plans.faults(reference).stream().map(PlanPages::fault).toList()
                        : List.of(),
                kept.stream()
                        .map(section ->
                                section(section, notKept.get(section.part()), troubles.get(section.part()), names))
                        .toList(),
                plans.of(reference).stream().map(PlanPages::version).toList());
    }

    private Optional<PlanVersion> last(String reference) {
        return plans.of(reference).stream().reduce((first, second) -> second);
    }

    /** Once both texts were shown, the next save is meant to replace the other one, so it starts from the other's counter. */
    private static Section section(PlanSection kept, Typed notKept, Trouble trouble, Map<String, String> names) {
        return new Section(
                kept.part().name(),
                kept.part().title(),
                PlanHelp.of(kept.part()),
                kept.part().mustBeFilled(),
                notKept == null ? kept.words() : notKept.words(),
                notKept == null || trouble != null ? kept.counter() : notKept.counter(),
                kept.editedBy() == null ? null : names.getOrDefault(kept.editedBy(), kept.editedBy()),
                kept.editedAt(),
                trouble == null ? null : trouble.sentence(),
                trouble == null ? null : trouble.theirs());
    }

    private static Fault fault(String sentence) {
        Matcher named = NAMES_A_SECTION.matcher(sentence);
        return new Fault(named.matches() ? named.group(1) : null, sentence);
    }

    private static Version version(PlanVersion version) {
        return new Version(
                version.number(),
                version.kind().title(),
                switch (version.state()) {
                    case WORKING -> "Being written";
                    case SIGNED -> "Signed";
                    case ISSUED -> "Issued";
                },
                version.signature() == null ? null : version.signature().signedOn(),
                version.signature() == null ? null : version.signature().signerName(),
                version.state() == PlanState.ISSUED && version.documentId() != null
                        ? Papers.address(version.documentId())
                        : null);
    }
}
