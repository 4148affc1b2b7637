package org.ehcpathway.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.PlanForm.ItemTyped;
import org.ehcpathway.desk.PlanForm.SectionTyped;
import org.ehcpathway.desk.PlanHelp.Question;
import org.ehcpathway.desk.PlanView.Difference;
import org.ehcpathway.desk.PlanView.Trouble;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.Adulthood;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.PlanAppendix;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.StaleSave;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Keeps what was typed on the Plan page, each unit by itself, so that trouble with one loses nothing of the others. */
@Component
class PlanSaves {

    private final Plans plans;
    private final PlanWriting writing;
    private final Colleagues colleagues;

    PlanSaves(Plans plans, PlanWriting writing, Colleagues colleagues) {
        this.plans = plans;
        this.writing = writing;
        this.colleagues = colleagues;
    }

    /**
     * A unit as it is kept now.
     *
     * @param says its texts by the names of the fields, cleaned
     */
    record Kept(String unit, int counter, Map<String, String> says) {}

    /** What came of saving. */
    record Outcome(List<Kept> kept, List<Trouble> troubles) {

        static final Outcome NOTHING = new Outcome(List.of(), List.of());

        boolean allKept() {
            return troubles.isEmpty();
        }

        boolean stale() {
            return troubles.stream().anyMatch(Trouble::stale);
        }

        /** The counter of a unit after saving. */
        Optional<Integer> counter(String unit) {
            return kept.stream()
                    .filter(one -> one.unit().equals(unit))
                    .map(Kept::counter)
                    .findFirst();
        }

        Optional<Trouble> trouble(String unit) {
            return troubles.stream().filter(one -> one.unit().equals(unit)).findFirst();
        }
    }

    /** @throws NotAllowed when this person may read the plan and not write it */
    static void requireWriter(Seen seen) {
        if (!seen.mayWritePlan()) {
            throw new NotAllowed("The plan is written by the caseworkers of the team and by managers.");
        }
    }

    /**
     * Keeps every unit that was touched.
     *
     * @param leftOut a unit whose text is given up; null for none
     */
    Outcome save(Seen seen, PlanForm form, String leftOut) {
        requireWriter(seen);
        String reference = seen.c().reference();
        String by = colleagues.asking();
        Refusal notNow = notNow(reference, form);
        List<Kept> kept = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        for (SectionTyped typed : form.sections()) {
            if (typed.touched() && !typed.unit().equals(leftOut)) {
                try {
                    throwIf(notNow);
                    PlanSection section = writing.write(reference, typed.part(), typed.words(), typed.counter(), by);
                    kept.add(new Kept(typed.unit(), section.counter(), Map.of("words", section.words())));
                } catch (Refusal refusal) {
                    troubles.add(trouble(reference, typed, refusal, notNow != null));
                }
            }
        }
        for (ItemTyped typed : form.items()) {
            if (typed.touched() && !typed.unit().equals(leftOut)) {
                try {
                    throwIf(notNow);
                    PlanItem item = writing.write(reference, typed.line(), typed.typed(), typed.counter(), by);
                    kept.add(new Kept(typed.unit(), item.counter(), PlanForm.answers(item.says())));
                } catch (Refusal refusal) {
                    troubles.add(trouble(reference, typed, refusal, notNow != null));
                }
            }
        }
        if (notNow == null) {
            quotes(seen, form).ifPresent(troubles::add);
        }
        return new Outcome(kept, troubles);
    }

    private Optional<Trouble> quotes(Seen seen, PlanForm form) {
        String reference = seen.c().reference();
        if (!form.has(PlanForm.QUOTES + ".was")) {
            return Optional.empty();
        }
        PlanText text = plans.text(reference, plans.working(reference));
        Set<Long> now = text.quotes().stream().map(view -> view.id()).collect(Collectors.toSet());
        try {
            form.quotes(now).ifPresent(wanted -> writing.quote(reference, wanted, colleagues.asking()));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(new Trouble(PlanForm.QUOTES, refusal.getMessage(), false, 0, List.of()));
        }
    }

    /** A page can outlive its version: the draft was issued, or the plan signed, while it was open. */
    private Refusal notNow(String reference, PlanForm form) {
        long shown = form.version();
        try {
            return plans.working(reference).id() == shown
                    ? null
                    : new Refusal(
                            "The version of the plan on your page has gone out meanwhile. Nothing was saved in the next"
                                    + " one: compare both texts and save what you want to keep.");
        } catch (Refusal cannotBeWritten) {
            return cannotBeWritten;
        }
    }

    private static void throwIf(Refusal refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }

    private Trouble trouble(String reference, SectionTyped typed, Refusal refusal, boolean notNow) {
        PlanSection kept = latest(reference).section(typed.part());
        boolean stale = notNow || refusal instanceof StaleSave;
        return new Trouble(
                typed.unit(),
                sentence(refusal, "Section " + typed.part(), kept.editedBy()),
                stale,
                kept.counter(),
                stale
                        ? List.of(
                                new Difference("words", PlanHelp.wordsAsked(typed.part()), typed.words(), kept.words()))
                        : List.of());
    }

    private Trouble trouble(String reference, ItemTyped typed, Refusal refusal, boolean notNow) {
        PlanText text = latest(reference);
        Optional<PlanItem> kept = text.item(typed.line());
        if (kept.isEmpty()) {
            return new Trouble(typed.unit(), refusal.getMessage(), false, 0, ofAnItemThatIsGone(typed.typed()));
        }
        boolean stale = notNow || refusal instanceof StaleSave;
        return new Trouble(
                typed.unit(),
                sentence(refusal, text.label(kept.get()), kept.get().editedBy()),
                stale,
                kept.get().counter(),
                stale ? differences(text, kept.get(), typed.typed()) : List.of());
    }

    private PlanText latest(String reference) {
        List<PlanVersion> versions = plans.of(reference);
        return plans.text(reference, versions.get(versions.size() - 1));
    }

    private String sentence(Refusal refusal, String what, String editedBy) {
        if (!(refusal instanceof StaleSave)) {
            return refusal.getMessage();
        }
        String name = colleagues.names(Stream.ofNullable(editedBy).toList()).getOrDefault(editedBy, editedBy);
        return what + " was changed by " + name
                + " while you were writing. Your text is still there: compare both, and choose what counts.";
    }

    private static List<Difference> ofAnItemThatIsGone(Typed mine) {
        return PlanForm.answers(mine.says()).entrySet().stream()
                .filter(answer -> !answer.getValue().isEmpty())
                .map(answer -> new Difference(answer.getKey(), answer.getKey(), answer.getValue(), ""))
                .toList();
    }

    /** The answers in which two people differ; ties and sources by their labels. */
    private static List<Difference> differences(PlanText text, PlanItem kept, Typed mine) {
        Map<String, String> asked = questions(kept.part());
        Map<String, String> own = PlanForm.answers(mine.says());
        Map<String, String> theirs = PlanForm.answers(kept.says());
        List<Difference> differences = new ArrayList<>();
        asked.forEach((field, what) -> add(differences, field, what, own.get(field), theirs.get(field)));
        add(
                differences,
                "tie",
                "Tied to",
                text.items().stream()
                        .filter(item -> mine.ties().contains(item.line()))
                        .map(text::label)
                        .collect(Collectors.joining(", ")),
                text.tiesOf(kept).stream().map(text::label).collect(Collectors.joining(", ")));
        add(
                differences,
                "advice",
                "Comes from",
                text.appendices().stream()
                        .filter(appendix -> mine.advice().contains(appendix.adviceId()))
                        .map(PlanAppendix::label)
                        .collect(Collectors.joining(", ")),
                text.sourcesOf(kept).stream().map(PlanAppendix::label).collect(Collectors.joining(", ")));
        return differences;
    }

    private static Map<String, String> questions(PlanPart part) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (Question question : PlanHelp.questions(part)) {
            asked.put(question.name(), question.title());
        }
        asked.put("area", "Area of need");
        asked.put("strand", "Prepares for");
        return asked;
    }

    private static void add(List<Difference> differences, String field, String what, String mine, String theirs) {
        if (!Objects.equals(mine, theirs)) {
            differences.add(new Difference(field, what, inWords(field, mine), inWords(field, theirs)));
        }
    }

    private static String inWords(String field, String said) {
        if (said.isEmpty()) {
            return said;
        }
        return switch (field) {
            case "area" -> AreaOfNeed.valueOf(said).title();
            case "strand" -> Adulthood.valueOf(said).title();
            default -> said;
        };
    }
}
