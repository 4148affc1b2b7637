package org.ehcpathway.plan.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.plan.Adulthood;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanAppendix;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanLink;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;
import org.ehcpathway.plan.PlanSource;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Signature;

/** A plan in memory with nothing to find in it, until a test spoils it. Its need is line 1, its outcome 2, its provision 3. */
final class WrittenPlan {

    static final long NEED = 1;
    static final long OUTCOME = 2;
    static final long PROVISION = 3;
    static final long PSYCHOLOGICAL = 71;

    private final Map<PlanPart, String> words = new EnumMap<>(PlanPart.class);
    private final List<PlanItem> items = new ArrayList<>();
    private final List<PlanLink> links = new ArrayList<>();
    private final List<PlanSource> sources = new ArrayList<>();
    private final List<PlanAppendix> appendices = new ArrayList<>();
    private final Map<Long, AdviceKind> kinds = new HashMap<>();
    private PlanKind kind = PlanKind.DRAFT;
    private Naming naming;
    private LocalDate healthAgreedOn;
    private Signature signature;
    private boolean yearNine;
    private boolean under18 = true;
    private Moment moment = Moment.WRITING;

    WrittenPlan() {
        for (PlanPart part : PlanPart.values()) {
            words.put(
                    part,
                    part.mustBeFilled()
                                    && !List.of(PlanPart.B, PlanPart.E, PlanPart.F)
                                            .contains(part)
                            ? "None was found."
                            : "");
        }
        words.put(PlanPart.A, "He likes trains, and he would benefit from access to regular trains where possible.");
        advice(PSYCHOLOGICAL, AdviceKind.PSYCHOLOGICAL, AdviceState.RECEIVED);
        add(
                PlanPart.B,
                NEED,
                ItemWords.need("He reads as most children of six do.", AreaOfNeed.COGNITION_AND_LEARNING));
        add(
                PlanPart.E,
                OUTCOME,
                ItemWords.outcome(
                        "He reads a page of his book aloud.", "By July 2027", "His teacher hears him read it."));
        add(
                PlanPart.F,
                PROVISION,
                ItemWords.provision(
                        "He is taught to read, one to one.",
                        "30 minutes on each school day",
                        "39 weeks",
                        "A specialist teacher",
                        "A diploma in teaching learners with dyslexia",
                        "The coordinator hears him read once a term."));
        tie(OUTCOME, NEED);
        tie(PROVISION, NEED);
        tie(PROVISION, OUTCOME);
        items.forEach(item -> from(item.line(), PSYCHOLOGICAL));
    }

    WrittenPlan add(PlanPart part, long line, ItemWords says) {
        items.add(new PlanItem(line, 1L, part, line, items.size(), says, 0, "casey", Instant.EPOCH));
        return this;
    }

    /** Sound provision of a section beside F, for the need and the outcome of the plan. */
    WrittenPlan provided(PlanPart part, long line) {
        return add(
                        part,
                        line,
                        ItemWords.provision(
                                "A visit of kind " + (char) ('a' + line % 26) + ".",
                                "One hour, once a week",
                                "39 weeks",
                                "A nurse",
                                "A degree in nursing",
                                "The nurse writes a report each term."))
                .tie(line, NEED)
                .tie(line, OUTCOME)
                .from(line, PSYCHOLOGICAL);
    }

    WrittenPlan change(long line, UnaryOperator<ItemWords> how) {
        items.replaceAll(item -> item.line() == line
                ? new PlanItem(
                        line, 1L, item.part(), line, item.place(), how.apply(item.says()), 1, "casey", Instant.EPOCH)
                : item);
        return this;
    }

    WrittenPlan without(long line) {
        items.removeIf(item -> item.line() == line);
        links.removeIf(link -> link.fromLine() == line || link.toLine() == line);
        sources.removeIf(source -> source.line() == line);
        return this;
    }

    WrittenPlan words(PlanPart part, String others) {
        words.put(part, others);
        return this;
    }

    WrittenPlan tie(long from, long to) {
        links.add(new PlanLink(null, 1L, from, to));
        return this;
    }

    WrittenPlan untie(long from, long to) {
        links.removeIf(link -> link.fromLine() == from && link.toLine() == to);
        return this;
    }

    WrittenPlan advice(long id, AdviceKind what, AdviceState state) {
        kinds.put(id, what);
        appendices.add(new PlanAppendix(
                null, 1L, appendices.size() + 1, id, what.title(), "Dr Sol", "Adviser", state, null, null, null));
        return this;
    }

    WrittenPlan from(long line, long advice) {
        sources.add(new PlanSource(null, 1L, line, advice));
        return this;
    }

    WrittenPlan notFrom(long line, long advice) {
        sources.removeIf(source -> source.line() == line && source.adviceId() == advice);
        return this;
    }

    WrittenPlan prepares(long line) {
        return change(line, says -> says.preparingFor(Adulthood.EMPLOYMENT));
    }

    WrittenPlan inYearNine() {
        yearNine = true;
        return this;
    }

    WrittenPlan from18() {
        under18 = false;
        return this;
    }

    WrittenPlan as(PlanKind what) {
        kind = what;
        return this;
    }

    WrittenPlan naming(String type) {
        naming = Naming.atOnce(null, type, null, null);
        return this;
    }

    WrittenPlan healthAgreed(LocalDate on) {
        healthAgreedOn = on;
        return this;
    }

    WrittenPlan signed(Signature by) {
        signature = by;
        return this;
    }

    WrittenPlan at(Moment what) {
        moment = what;
        return this;
    }

    PlanText text() {
        return new PlanText(
                new PlanVersion(
                        1L,
                        1L,
                        kind,
                        1,
                        PlanState.WORKING,
                        null,
                        naming,
                        healthAgreedOn,
                        null,
                        signature,
                        null,
                        Instant.EPOCH,
                        null),
                words.entrySet().stream()
                        .map(entry -> new PlanSection(null, 1L, entry.getKey(), entry.getValue(), 0, null, null))
                        .toList(),
                items.stream()
                        .sorted(java.util.Comparator.comparing(PlanItem::part).thenComparing(PlanItem::place))
                        .toList(),
                links,
                sources,
                List.of(),
                appendices,
                null);
    }

    List<Finding> findings() {
        return new PlanChecks().of(text(), new PlanFacts(yearNine, under18, kinds), moment);
    }

    /** Each finding as "LEGAL PROVISION_WITHOUT_NEED F1 ties". */
    List<String> found() {
        return findings().stream()
                .map(finding -> String.join(
                        " ",
                        finding.severity().name(),
                        finding.rule().name(),
                        finding.label(),
                        finding.place().field().code()))
                .toList();
    }
}
