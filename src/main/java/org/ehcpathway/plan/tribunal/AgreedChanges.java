package org.ehcpathway.plan.tribunal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanLink;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;
import org.ehcpathway.plan.PlanSource;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.tribunal.Agreement.State;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what council and family agree on in the working document into the version of the plan that is being written. */
@Service
@Transactional
public class AgreedChanges {

    private final WorkingDocuments workingDocuments;
    private final Plans plans;
    private final PlanWriting writing;

    AgreedChanges(WorkingDocuments workingDocuments, Plans plans, PlanWriting writing) {
        this.workingDocuments = workingDocuments;
        this.plans = plans;
        this.writing = writing;
    }

    /** What is agreed in the last round, in the order of the plan, each with whether the plan says it. */
    @Transactional(readOnly = true)
    public List<Agreement> of(String reference) {
        Optional<WorkingDocument> last = workingDocuments.last(reference);
        if (last.isEmpty()) {
            return List.of();
        }
        PlanText plan = plans.text(reference, latest(reference));
        Map<String, List<Position>> groups = last.get().text().positions().stream()
                .collect(Collectors.groupingBy(
                        position -> position.place().group(), LinkedHashMap::new, Collectors.toList()));
        List<Agreement> agreements = new ArrayList<>();
        groups.forEach((group, positions) -> {
            if (positions.stream().anyMatch(Position::hasAgreedChange)) {
                agreements.add(new Agreement(group, title(positions.get(0)), positions, state(plan, positions)));
            }
        });
        return agreements;
    }

    private static String title(Position position) {
        return switch (position.place().kind()) {
            case ITEM -> position.item();
            case NEW -> position.label();
            case SECTION, NAME, TYPE -> "Section " + position.place().section();
        };
    }

    private static State state(PlanText plan, List<Position> positions) {
        Place place = positions.get(0).place();
        return switch (place.kind()) {
            case NAME, TYPE -> State.FOR_THE_MANAGER;
            case SECTION -> {
                String now = plan.section(place.part()).words();
                yield state(now, positions.get(0).original(), positions.get(0).agreed());
            }
            case NEW -> missing(plan, positions.get(0)).isEmpty() ? State.TAKEN : State.OPEN;
            case ITEM -> ofItem(plan.item(place.line()), positions);
        };
    }

    private static State ofItem(Optional<PlanItem> item, List<Position> positions) {
        if (item.isEmpty()) {
            return isTakenOut(positions) ? State.TAKEN : State.CHANGED_MEANWHILE;
        }
        if (isTakenOut(positions)) {
            return positions.stream().allMatch(position -> same(said(item.get(), position), position.original()))
                    ? State.OPEN
                    : State.CHANGED_MEANWHILE;
        }
        List<Position> changed =
                positions.stream().filter(Position::hasAgreedChange).toList();
        List<State> states = changed.stream()
                .map(position -> state(said(item.get(), position), position.original(), position.agreed()))
                .toList();
        if (states.contains(State.CHANGED_MEANWHILE)) {
            return State.CHANGED_MEANWHILE;
        }
        return states.contains(State.OPEN) ? State.OPEN : State.TAKEN;
    }

    private static State state(String now, String original, String agreed) {
        if (same(now, agreed)) {
            return State.TAKEN;
        }
        return same(now, original) ? State.OPEN : State.CHANGED_MEANWHILE;
    }

    private static boolean same(String one, String other) {
        return Objects.requireNonNullElse(one, "").strip().equals(other.strip());
    }

    private static String said(PlanItem item, Position position) {
        return position.place().field().of(item.says());
    }

    /** An item whose own words are deleted by agreement goes with all its answers. */
    private static boolean isTakenOut(List<Position> positions) {
        return positions.stream()
                .filter(position -> position.place().field() == ItemField.WORDS)
                .anyMatch(position ->
                        !position.original().isEmpty() && position.agreed().isEmpty());
    }

    /** The agreed new items that the section does not have. */
    private static List<String> missing(PlanText plan, Position position) {
        return position.agreed()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .filter(line -> plan.items(position.place().part()).stream()
                        .noneMatch(item -> line.equals(item.says().words())))
                .toList();
    }

    /**
     * Takes one agreement over. Opens proposed amendments of the plan in force when no version is being written.
     *
     * @throws Refusal when nothing is agreed there, or the plan says something else there by now
     */
    public void take(String reference, String group, String by) {
        Agreement agreement = of(reference).stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new Refusal("Nothing is agreed there any more. Load the page again."));
        switch (agreement.state()) {
            case TAKEN -> {
                return;
            }
            case CHANGED_MEANWHILE ->
                throw new Refusal(
                        agreement.title() + " reads otherwise by now than in the working document. Open the Plan"
                                + " page and write the agreed words there.");
            case FOR_THE_MANAGER ->
                throw new Refusal("Section I is proposed with the final plan and signed by a manager; it is not taken"
                        + " over here.");
            case OPEN -> write(reference, agreement, by);
        }
    }

    private void write(String reference, Agreement agreement, String by) {
        PlanVersion latest = latest(reference);
        if (latest.state() != PlanState.WORKING && latest.kind().isFinal()) {
            plans.proposeAmendments(reference);
        }
        PlanText plan = plans.text(reference, plans.working(reference));
        Position first = agreement.positions().get(0);
        PlanPart part = first.place().part();
        switch (first.place().kind()) {
            case SECTION -> {
                PlanSection section = plan.section(part);
                writing.write(reference, part, first.agreed(), section.counter(), by);
            }
            case NEW ->
                missing(plan, first).forEach(line -> writing.add(reference, part, Typed.of(ItemWords.of(line)), by));
            case ITEM -> item(reference, plan, agreement, by);
            case NAME, TYPE -> throw new IllegalStateException("Section I is never open.");
        }
    }

    private void item(String reference, PlanText plan, Agreement agreement, String by) {
        PlanItem item = plan.item(agreement.positions().get(0).place().line()).orElseThrow();
        if (isTakenOut(agreement.positions())) {
            writing.remove(reference, item.line(), item.counter(), by);
            return;
        }
        ItemWords says = item.says();
        for (Position position : agreement.positions()) {
            if (position.hasAgreedChange()) {
                String agreed = position.agreed();
                says = position.place().field().in(says, agreed.isEmpty() ? null : agreed);
            }
        }
        writing.write(
                reference,
                item.line(),
                new Typed(
                        says,
                        plan.links().stream()
                                .filter(link -> link.fromLine() == item.line())
                                .map(PlanLink::toLine)
                                .collect(Collectors.toSet()),
                        plan.sources().stream()
                                .filter(source -> source.line() == item.line())
                                .map(PlanSource::adviceId)
                                .collect(Collectors.toSet())),
                item.counter(),
                by);
    }

    private PlanVersion latest(String reference) {
        return plans.of(reference).stream()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new Refusal("There is no plan in this case yet."));
    }
}
