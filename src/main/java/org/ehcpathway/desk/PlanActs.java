package org.ehcpathway.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.PlanSaves.Outcome;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.EarlierWords;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * What the buttons of the Plan page do to its items: {@code add.B}, {@code up.12}, {@code down.12}, {@code split.12},
 * {@code merge.12}, {@code remove.12} by the line of an item, {@code back.7} by the id of earlier words, and {@code speak}, which keeps
 * what the family said.
 */
@Component
class PlanActs {

    private final Plans plans;
    private final PlanWriting writing;
    private final CaseFiles files;
    private final Colleagues colleagues;

    PlanActs(Plans plans, PlanWriting writing, CaseFiles files, Colleagues colleagues) {
        this.plans = plans;
        this.writing = writing;
        this.files = files;
        this.colleagues = colleagues;
    }

    /**
     * What was done.
     *
     * @param sentence for people who do not see the page change
     * @param focus id of the element where the work goes on
     */
    record Done(String sentence, String focus) {}

    /**
     * @param saved what was saved just before, with the counters that count now
     * @throws Refusal when it cannot be done; then nothing has changed
     */
    Done act(Seen seen, PlanForm form, String act, Outcome saved) {
        PlanSaves.requireWriter(seen);
        String reference = seen.c().reference();
        if (plans.working(reference).id() != form.version()) {
            throw new Refusal("The version of the plan on your page has gone out meanwhile. Load the page again.");
        }
        String verb = act.contains(".") ? act.substring(0, act.indexOf('.')) : act;
        String about = act.substring(Math.min(act.length(), verb.length() + 1));
        return switch (verb) {
            case "add" -> add(reference, about);
            case "up" -> move(reference, PlanForm.number(about), -1);
            case "down" -> move(reference, PlanForm.number(about), 1);
            case "split" -> split(reference, PlanForm.number(about), form, saved);
            case "merge" -> merge(reference, PlanForm.number(about), form, saved);
            case "remove" -> remove(reference, PlanForm.number(about), form, saved);
            case "back" -> takeBack(reference, PlanForm.number(about));
            case "speak" -> speak(reference, form);
            default -> throw PlanForm.notWhole();
        };
    }

    private Done add(String reference, String section) {
        PlanPart part = Arrays.stream(PlanPart.values())
                .filter(known -> known.name().equals(section))
                .findFirst()
                .orElseThrow(PlanForm::notWhole);
        PlanItem added = writing.add(reference, part, Typed.of(ItemWords.of("")), colleagues.asking());
        return done(label(reference, added.line()) + " is added.", added.line());
    }

    private Done move(String reference, long line, int by) {
        PlanText text = text(reference);
        PlanItem item = item(text, line);
        int place = text.items(item.part()).indexOf(item);
        String before = text.label(item);
        if (place + by < 0 || place + by >= text.items(item.part()).size()) {
            return done(before + (by < 0 ? " is the first already." : " is the last already."), line);
        }
        writing.move(reference, line, place + by, colleagues.asking());
        return done(before + " is now " + label(reference, line) + ".", line);
    }

    /** A page with scripts sends the words before and after the cursor; without, the first empty line divides them. */
    private Done split(String reference, long line, PlanForm form, Outcome saved) {
        String first;
        String second;
        if (form.has("first")) {
            first = form.text("first");
            second = form.text("second");
        } else {
            String words = item(text(reference), line).says().words();
            int gap = words.indexOf("\n\n");
            if (gap < 0) {
                throw new Refusal("Put an empty line where the text is to be divided, and press Split again.");
            }
            first = words.substring(0, gap);
            second = words.substring(gap);
        }
        PlanItem added = writing.split(reference, line, first, second, counter(form, saved, line), colleagues.asking());
        return done(
                label(reference, line) + " is divided: the rest is " + label(reference, added.line()) + ".",
                added.line());
    }

    private Done merge(String reference, long line, PlanForm form, Outcome saved) {
        PlanText text = text(reference);
        PlanItem item = item(text, line);
        List<PlanItem> section = text.items(item.part());
        int place = section.indexOf(item);
        if (place == 0) {
            throw new Refusal(
                    text.label(item) + " is the first of its section: there is none before it to merge it with.");
        }
        PlanItem into = section.get(place - 1);
        writing.merge(
                reference,
                line,
                counter(form, saved, line),
                into.line(),
                counter(form, saved, into.line()),
                colleagues.asking());
        return done(text.label(item) + " is merged into " + text.label(into) + ".", into.line());
    }

    private Done remove(String reference, long line, PlanForm form, Outcome saved) {
        PlanText text = text(reference);
        PlanItem item = item(text, line);
        writing.remove(reference, line, counter(form, saved, line), colleagues.asking());
        long kept = writing.earlier(text.version()).stream()
                .filter(words -> words.line() != null && words.line() == line)
                .mapToLong(EarlierWords::id)
                .max()
                .orElseThrow();
        return new Done(text.label(item) + " is taken out. It can be taken back.", "back-" + kept);
    }

    private Done takeBack(String reference, long earlier) {
        PlanItem back = writing.takeBack(reference, earlier, colleagues.asking());
        return done(label(reference, back.line()) + " is back.", back.line());
    }

    private Done speak(String reference, PlanForm form) {
        FamilyView kept = files.keepView(
                reference,
                ViewTopic.ASPIRATIONS,
                form.text("spoken.saidBy"),
                day(form.text("spoken.saidOn")),
                form.text("spoken.words"),
                colleagues.asking());
        if (form.has("spoken.quote")) {
            Set<Long> quoted = text(reference).quotes().stream()
                    .map(FamilyView::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            quoted.add(kept.id());
            writing.quote(reference, quoted, colleagues.asking());
        }
        return new Done("The words of the family are kept.", "quote-" + kept.id());
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Give the day on which the family said it.");
        }
    }

    private static Done done(String sentence, long line) {
        return new Done(sentence, "item-" + line);
    }

    private static int counter(PlanForm form, Outcome saved, long line) {
        String unit = PlanForm.unitOf(line);
        return saved.counter(unit).orElseGet(() -> form.counter(unit));
    }

    private static PlanItem item(PlanText text, long line) {
        return text.item(line)
                .orElseThrow(() -> new Refusal("This item was taken out or merged by somebody meanwhile."));
    }

    private String label(String reference, long line) {
        PlanText text = text(reference);
        return text.label(item(text, line));
    }

    private PlanText text(String reference) {
        return plans.text(reference, plans.working(reference));
    }
}
