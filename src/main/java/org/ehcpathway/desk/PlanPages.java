package org.ehcpathway.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.PlanForm.ItemTyped;
import org.ehcpathway.desk.PlanForm.SectionTyped;
import org.ehcpathway.desk.PlanSaves.Outcome;
import org.ehcpathway.desk.PlanView.Appendix;
import org.ehcpathway.desk.PlanView.Choice;
import org.ehcpathway.desk.PlanView.Choices;
import org.ehcpathway.desk.PlanView.Earlier;
import org.ehcpathway.desk.PlanView.Item;
import org.ehcpathway.desk.PlanView.Other;
import org.ehcpathway.desk.PlanView.Said;
import org.ehcpathway.desk.PlanView.Section;
import org.ehcpathway.desk.PlanView.Spoken;
import org.ehcpathway.desk.PlanView.Trouble;
import org.ehcpathway.desk.PlanView.Version;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.EarlierWords;
import org.ehcpathway.plan.PlanAppendix;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.PlansOpen;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Shows a plan to write or to read. */
@Component
class PlanPages {

    private static final int EARLIER_SHOWN = 30;

    private final Plans plans;
    private final PlanWriting writing;
    private final PlanFindings findings;
    private final PlansOpen open;
    private final CaseFiles files;
    private final Colleagues colleagues;

    PlanPages(
            Plans plans,
            PlanWriting writing,
            PlanFindings findings,
            PlansOpen open,
            CaseFiles files,
            Colleagues colleagues) {
        this.plans = plans;
        this.writing = writing;
        this.findings = findings;
        this.open = open;
        this.files = files;
        this.colleagues = colleagues;
    }

    /**
     * What was sent and could not be kept, so that the page shows it again.
     *
     * @param form null when nothing was sent
     */
    record Unsaved(PlanForm form, Outcome outcome, Spoken spoken) {

        static final Unsaved NOTHING = new Unsaved(null, Outcome.NOTHING, Spoken.NOTHING);

        private Optional<SectionTyped> section(PlanPart part) {
            return outcome.trouble(PlanForm.unitOf(part)).flatMap(trouble -> form.sections().stream()
                    .filter(typed -> typed.part() == part)
                    .findFirst());
        }

        private Optional<ItemTyped> item(long line) {
            return outcome.trouble(PlanForm.unitOf(line)).flatMap(trouble -> form.items().stream()
                    .filter(typed -> typed.line() == line)
                    .findFirst());
        }
    }

    PlanView show(Seen seen, Unsaved unsaved) {
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
        CaseFile file = files.whole(reference);
        PlanText text = shown.map(version -> plans.text(file, version)).orElse(null);
        List<EarlierWords> earlier = mayWrite ? writing.earlier(text.version()) : List.of();
        List<PlansOpen.AtThePlan> others = mayWrite ? open.others(seen.c().id(), colleagues.asking()) : List.of();
        Map<String, String> names = names(text, earlier, others);
        return new PlanView(
                shown.map(PlanVersion::title).orElse("No plan yet"),
                shown.map(PlanVersion::id).orElse(null),
                colleagues.asking(),
                mayWrite,
                whyNot,
                mayWrite ? findings.of(reference) : List.of(),
                text == null
                        ? List.of()
                        : Stream.of(PlanPart.values())
                                .map(part -> section(text, part, unsaved, earlier, names))
                                .toList(),
                said(file, text),
                unsaved.spoken(),
                naming(text),
                text == null ? Map.of() : choices(text),
                text == null
                        ? List.of()
                        : text.appendices().stream()
                                .map(appendix -> new Choice(
                                        appendix.adviceId(),
                                        appendix.label(),
                                        appendix.title() + ", " + appendix.author()))
                                .toList(),
                text == null
                        ? List.of()
                        : text.appendices().stream().map(PlanPages::appendix).toList(),
                plans.of(reference).stream().map(PlanPages::version).toList(),
                others.stream()
                        .map(other -> new Other(
                                names.getOrDefault(other.person(), other.person()),
                                other.place(),
                                place(text, other.place())))
                        .toList());
    }

    /** The thread through one item; empty when the item is not there. */
    Optional<PlanThread> thread(Seen seen, long line) {
        String reference = seen.c().reference();
        return last(reference).flatMap(version -> PlanThread.of(plans.text(reference, version), line));
    }

    /** Who else has the plan open, each with the part they are in. */
    List<Other> others(Seen seen) {
        List<PlansOpen.AtThePlan> others = open.others(seen.c().id(), colleagues.asking());
        if (others.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = colleagues.names(
                others.stream().map(PlansOpen.AtThePlan::person).toList());
        String reference = seen.c().reference();
        PlanText text =
                last(reference).map(version -> plans.text(reference, version)).orElse(null);
        return others.stream()
                .map(other -> new Other(
                        names.getOrDefault(other.person(), other.person()), other.place(), place(text, other.place())))
                .toList();
    }

    private static String place(PlanText text, String unit) {
        if (unit == null || text == null) {
            return null;
        }
        if (unit.equals(PlanForm.QUOTES)) {
            return "Section A";
        }
        if (unit.startsWith("section.")) {
            return "Section " + unit.substring("section.".length());
        }
        return text.items().stream()
                .filter(item -> PlanForm.unitOf(item.line()).equals(unit))
                .map(text::label)
                .findFirst()
                .orElse(null);
    }

    private Optional<PlanVersion> last(String reference) {
        return plans.of(reference).stream().reduce((first, second) -> second);
    }

    private Map<String, String> names(PlanText text, List<EarlierWords> earlier, List<PlansOpen.AtThePlan> others) {
        if (text == null) {
            return Map.of();
        }
        return colleagues.names(Stream.of(
                        text.sections().stream().map(PlanSection::editedBy),
                        text.items().stream().map(PlanItem::editedBy),
                        earlier.stream().flatMap(words -> Stream.of(words.editedBy(), words.keptBy())),
                        others.stream().map(PlansOpen.AtThePlan::person))
                .flatMap(ids -> ids)
                .collect(Collectors.toCollection(HashSet::new)));
    }

    private Section section(
            PlanText text, PlanPart part, Unsaved unsaved, List<EarlierWords> earlier, Map<String, String> names) {
        PlanSection kept = text.section(part);
        Optional<SectionTyped> typed = unsaved.section(part);
        Trouble trouble = unsaved.outcome().trouble(PlanForm.unitOf(part)).orElse(null);
        return new Section(
                part.name(),
                PlanForm.unitOf(part),
                part.title(),
                PlanHelp.of(part),
                PlanHelp.noun(part),
                PlanHelp.wordsAsked(part),
                part.mustBeFilled(),
                typed.map(SectionTyped::words).orElse(kept.words()),
                // Once both texts were shown, the next save is meant to replace the other one.
                kept.counter(),
                PlanForm.mark(kept.words()),
                name(names, kept.editedBy()),
                kept.editedAt(),
                trouble,
                PlanHelp.questions(part),
                part.holds() == PlanPart.Holds.NEEDS,
                part.holds() == PlanPart.Holds.OUTCOMES || part.holds() == PlanPart.Holds.PROVISION,
                items(text, part, unsaved, names),
                earlier(text, part, earlier, names));
    }

    private static List<Item> items(PlanText text, PlanPart part, Unsaved unsaved, Map<String, String> names) {
        List<Item> items = new ArrayList<>();
        for (PlanItem item : text.items(part)) {
            Typed kept = new Typed(
                    item.says(),
                    text.tiesOf(item).stream().map(PlanItem::line).collect(Collectors.toCollection(TreeSet::new)),
                    text.sources().stream()
                            .filter(source -> source.line() == item.line())
                            .map(source -> source.adviceId())
                            .collect(Collectors.toCollection(TreeSet::new)));
            Typed shown = unsaved.item(item.line()).map(ItemTyped::typed).orElse(kept);
            String unit = PlanForm.unitOf(item.line());
            items.add(new Item(
                    item.line(),
                    unit,
                    text.label(item),
                    PlanThread.first(shown.says().words()),
                    PlanForm.answers(shown.says()),
                    shown.ties(),
                    text.items().stream()
                            .filter(other -> shown.ties().contains(other.line()))
                            .map(text::label)
                            .collect(Collectors.joining(", ")),
                    shown.advice(),
                    Stream.concat(
                                    text.appendices().stream()
                                            .filter(appendix -> shown.advice().contains(appendix.adviceId()))
                                            .map(PlanAppendix::label),
                                    Stream.ofNullable(item.says().otherSource()))
                            .collect(Collectors.joining(", ")),
                    item.counter(),
                    PlanForm.mark(kept),
                    name(names, item.editedBy()),
                    item.editedAt(),
                    unsaved.outcome().trouble(unit).orElse(null)));
        }
        return items;
    }

    /** What stood in a section before, the latest first. What is in the plan still, or again, is there to be read only. */
    private List<Earlier> earlier(PlanText text, PlanPart part, List<EarlierWords> all, Map<String, String> names) {
        List<EarlierWords> ofPart =
                all.stream().filter(words -> words.part() == part).toList();
        Set<Long> seen = new HashSet<>();
        return IntStream.iterate(ofPart.size() - 1, i -> i >= 0, i -> i - 1)
                .limit(EARLIER_SHOWN)
                .mapToObj(ofPart::get)
                .map(words -> {
                    boolean latest = words.line() != null && seen.add(words.line());
                    return new Earlier(
                            words.id(),
                            what(words.what()),
                            words.line() == null ? words.words() : inWords(part, writing.says(words)),
                            name(names, words.editedBy()),
                            name(names, words.keptBy()),
                            words.keptAt(),
                            latest && text.item(words.line()).isEmpty());
                })
                .toList();
    }

    private static String what(EarlierWords.What what) {
        return switch (what) {
            case REMOVED -> "Taken out";
            case MERGED -> "Before it was merged";
            case SPLIT -> "Before it was divided";
            case WRITTEN_OVER -> "Written over";
        };
    }

    private static String inWords(PlanPart part, Typed said) {
        Map<String, String> answers = PlanForm.answers(said.says());
        return PlanHelp.questions(part).stream()
                .filter(question -> !answers.get(question.name()).isEmpty())
                .map(question -> question.name().equals("words")
                        ? answers.get("words")
                        : question.title() + ": " + answers.get(question.name()))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, List<Choices>> choices(PlanText text) {
        Map<PlanItem, Choice> byItem = new LinkedHashMap<>();
        for (PlanItem item : text.items()) {
            byItem.put(item, new Choice(item.line(), text.label(item), PlanThread.first(item)));
        }
        Map<String, List<Choices>> choices = new LinkedHashMap<>();
        for (PlanPart part : PlanPart.values()) {
            choices.put(
                    part.name(),
                    Stream.of(
                                    choices("Needs", PlanPart.Holds.NEEDS, part, byItem),
                                    choices("Outcomes", PlanPart.Holds.OUTCOMES, part, byItem))
                            .filter(some -> !some.choices().isEmpty())
                            .toList());
        }
        return choices;
    }

    private static Choices choices(String title, PlanPart.Holds holds, PlanPart part, Map<PlanItem, Choice> byItem) {
        return new Choices(
                title,
                byItem.entrySet().stream()
                        .filter(one -> one.getKey().part().holds() == holds
                                && part.tiedTo().contains(one.getKey().part()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static List<Said> said(CaseFile file, PlanText text) {
        Set<Long> quoted = text == null
                ? Set.of()
                : text.quotes().stream().map(view -> view.id()).collect(Collectors.toSet());
        return file.views().stream()
                .map(view -> new Said(
                        view.id(),
                        view.topic().title(),
                        view.saidBy(),
                        view.saidOn(),
                        view.words(),
                        quoted.contains(view.id())))
                .toList();
    }

    private static String naming(PlanText text) {
        if (text == null || text.version().settingType() == null) {
            return null;
        }
        return text.setting() == null
                ? text.version().settingType()
                : text.setting().name() + ", " + text.version().settingType();
    }

    private static Appendix appendix(PlanAppendix appendix) {
        return new Appendix(
                appendix.label(),
                appendix.title(),
                appendix.author(),
                appendix.state().title(),
                appendix.dated(),
                appendix.documentId() == null ? null : Papers.address(appendix.documentId()));
    }

    private static String name(Map<String, String> names, String person) {
        return person == null ? null : names.getOrDefault(person, person);
    }

    private static Version version(PlanVersion version) {
        return new Version(
                version.number(),
                version.kind().title(),
                version.state().title(),
                version.signature() == null ? null : version.signature().signedOn(),
                version.signature() == null ? null : version.signature().signerName(),
                version.state() == PlanState.ISSUED && version.documentId() != null
                        ? Papers.address(version.documentId())
                        : null);
    }
}
