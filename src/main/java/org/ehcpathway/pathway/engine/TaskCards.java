package org.ehcpathway.pathway.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.ehcpathway.casefile.CaseCard;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Enquiries;
import org.ehcpathway.casefile.Enquiry;
import org.ehcpathway.casefile.Limit;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;

/**
 * Puts on every new task what its Tasklist card and form show: child, reference, stage and legal date. These are copies of
 * the task alone and end with it, because people with rights on a task only cannot read the process.
 */
class TaskCards implements TaskListener {

    private static final String CHILD = "child";

    private final Supplier<CaseFiles> files;
    private final Supplier<TaskTimes> times;
    private final Supplier<Enquiries> enquiries;
    private final Supplier<Clock> clock;
    private final FormWords words;

    TaskCards(
            Supplier<CaseFiles> files,
            Supplier<TaskTimes> times,
            Supplier<Enquiries> enquiries,
            Supplier<Clock> clock,
            FormWords words) {
        this.files = files;
        this.times = times;
        this.enquiries = enquiries;
        this.clock = clock;
        this.words = words;
    }

    /** Whether this variable names a person. */
    static boolean isPersonal(String variable) {
        return CHILD.equals(variable) || FormWords.JOINS_CASE.equals(variable);
    }

    @Override
    public void notify(DelegateTask task) {
        TaskTimes.Times urgency = times.get().of(task.getTaskDefinitionKey());
        Object reference = task.getVariable(Vars.CASE);
        if (task.getVariable(Vars.ENQUIRY_ID) != null) {
            enquiry(task);
        }
        if (reference == null) {
            task.setPriority(urgency.priority());
            sitting(task);
            return;
        }
        CaseCard card = files.get().card(reference.toString());
        task.setVariableLocal(CHILD, card.person().fullName());
        task.setVariableLocal("reference", reference.toString());
        task.setVariableLocal("stage", card.c().stage().title());
        LocalDate due = day(task.getDueDate());
        task.setPriority(priority(urgency, card, due));
        String rule = due == null ? null : ruleDue(card, due, task);
        task.setVariableLocal("legalDate", rule != null ? Moments.shown(due) : due == null ? "none" : ownTarget(due));
        task.setVariableLocal("legalRule", rule != null ? rule : "no limit of the law");
        words.put(task, card);
        tellApart(task);
    }

    /**
     * An enquiry is told apart by its reference. Who asks and what stands on its page: words of a family are no variables, because
     * whoever may read the tasks of every team could read them there.
     */
    private void enquiry(DelegateTask task) {
        Enquiry asked =
                enquiries.get().get((Long) task.getVariable(Vars.ENQUIRY_ID)).enquiry();
        if (task.getVariable(Vars.CASE) == null) {
            task.setVariableLocal("reference", asked.reference());
            task.setVariableLocal("stage", "Enquiry");
            task.setVariableLocal("legalDate", ownTarget(asked.due()));
        }
        task.setName(task.getName() + ": " + asked.reference());
    }

    /** A task of the panel is about a sitting and not about one child. */
    private static void sitting(DelegateTask task) {
        Object sitting = task.getVariable(Vars.SITTING);
        if (sitting == null) {
            return;
        }
        LocalDate sitsOn = dayOf(task.getVariable(Vars.PANEL_SITTING_AT));
        LocalDate due = day(task.getDueDate());
        task.setVariableLocal("reference", sitting.toString());
        task.setVariableLocal("stage", "Panel");
        task.setVariableLocal("sittingDay", Moments.shown(sitsOn));
        task.setVariableLocal("legalDate", due == null ? "none" : ownTarget(due));
        task.setName(task.getName() + ": " + Moments.shown(sitsOn));
    }

    /** A case has several letters to sign and several pieces of advice to give at a time; the name says which one this is. */
    private static void tellApart(DelegateTask task) {
        String which =
                switch (task.getTaskDefinitionKey()) {
                    case "userTask_checkAndSign" -> letter(task.getVariable(Vars.LETTER_KIND));
                    case "userTask_provideAdvice", "userTask_chaseLateAdvice", "userTask_lookAtLateAdvice" ->
                        (String) task.getVariable("adviceTitle");
                    case "userTask_recordSettingReply" -> (String) task.getVariable("settingName");
                    default -> null;
                };
        if (which != null) {
            task.setName(task.getName() + ": " + which);
        }
    }

    private static String letter(Object kind) {
        return kind == null
                ? null
                : kind + ", " + LetterKind.of(kind.toString()).title();
    }

    /** A task that begins when its limit is near or has passed begins as urgent as the ones that were open then. */
    private int priority(TaskTimes.Times urgency, CaseCard card, LocalDate due) {
        LocalDate today = LocalDate.now(clock.get());
        return card.limits().stream()
                .filter(limit ->
                        limit.deadline().isOpen() && limit.deadline().due().equals(due))
                .mapToInt(limit -> urgency.priority(limit.state(today)))
                .max()
                .orElse(urgency.priority());
    }

    /** A date that the council set itself must not read as one of the law. */
    private static String ownTarget(LocalDate due) {
        return "none; our own target is " + Moments.shown(due);
    }

    /** The rule whose limit a task is due on; null when no rule gives the date. */
    private static String ruleDue(CaseCard card, LocalDate due, DelegateTask task) {
        if (due.equals(dayOf(task.getVariable(Vars.ADVICE_DUE)))) {
            return "ADV-02";
        }
        if (due.equals(dayOf(task.getVariable(Vars.CONSULTATION_DUE)))) {
            return "SCH-02, guidance";
        }
        return card.limits().stream()
                .map(Limit::deadline)
                .filter(deadline ->
                        deadline.supersededAt() == null && deadline.due().equals(due))
                .max(Comparator.comparing(Deadline::isOpen))
                .map(Deadline::rule)
                .orElse(null);
    }

    static LocalDate dayOf(Object moment) {
        return moment == null ? null : Moments.day(moment.toString());
    }

    static LocalDate day(Date moment) {
        return moment == null
                ? null
                : LocalDateTime.ofInstant(moment.toInstant(), AdjustableClock.ENGLAND)
                        .toLocalDate();
    }
}
