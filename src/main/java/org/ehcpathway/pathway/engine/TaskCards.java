package org.ehcpathway.pathway.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.ehcpathway.casefile.CaseCard;
import org.ehcpathway.casefile.CaseEvent;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Enquiries;
import org.ehcpathway.casefile.Enquiry;
import org.ehcpathway.casefile.ExceptionOfDeadline;
import org.ehcpathway.casefile.Limit;
import org.ehcpathway.casefile.SamePerson;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Persons;

/**
 * Puts on every new task what its Tasklist card and form show: child, reference, stage and legal date. These are copies of
 * the task alone and end with it, because people with rights on a task only cannot read the process.
 */
class TaskCards implements TaskListener {

    private static final String CHILD = "child";
    private static final String ENQUIRY_FROM = "enquiryFrom";
    private static final String ENQUIRY_TEXT = "enquiryText";

    /** The engine keeps no longer text as a variable; the whole is on the page of enquiries. */
    private static final int SHOWN = 2_000;

    private static final Set<String> DECIDES_WHETHER_TO_ASSESS = Set.of(
            "userTask_considerRequest",
            "userTask_decideAtFirstLook",
            "userTask_decideWhetherToAssess",
            "userTask_reconsiderDecision");

    private final Supplier<CaseFiles> files;
    private final Supplier<TaskTimes> times;
    private final Supplier<SamePerson> samePerson;
    private final Supplier<Enquiries> enquiries;
    private final Supplier<Clock> clock;

    TaskCards(
            Supplier<CaseFiles> files,
            Supplier<TaskTimes> times,
            Supplier<SamePerson> samePerson,
            Supplier<Enquiries> enquiries,
            Supplier<Clock> clock) {
        this.files = files;
        this.times = times;
        this.samePerson = samePerson;
        this.enquiries = enquiries;
        this.clock = clock;
    }

    /** Whether this variable names a person. */
    static boolean isPersonal(String variable) {
        return CHILD.equals(variable) || ENQUIRY_FROM.equals(variable) || ENQUIRY_TEXT.equals(variable);
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
        describe(task);
        if (task.getTaskDefinitionKey().equals("userTask_considerRequest")) {
            task.setVariableLocal("earlierAssessment", earlierAssessment(reference.toString()));
        }
        describeDeciding(task, card);
        describeAfterwards(task, card);
        describeDelay(task, card);
        tellApart(task);
    }

    /** What the decider has to know of an assessment less than six months ago (REQ-05); it refuses nothing. */
    private String earlierAssessment(String reference) {
        return samePerson
                .get()
                .assessedWithinSixMonths(reference)
                .map(before ->
                        ("The same person may have been assessed on %s, in case %s, less than 6 months before this request. The"
                                        + " duty to consider and assess then does not arise, but the power remains (section 36(6)(b), REQ-05)."
                                        + " Tell the manager; nothing is refused by itself.")
                                .formatted(Moments.shown(before.assessedOn()), before.reference()))
                .orElse("");
    }

    /** Whom an enquiry came from and what it asks: its task is the only place where the one named to answer sees it. */
    private void enquiry(DelegateTask task) {
        Enquiry asked =
                enquiries.get().get((Long) task.getVariable(Vars.ENQUIRY_ID)).enquiry();
        task.setVariableLocal(
                ENQUIRY_FROM,
                asked.askedBy() + " (" + asked.reach() + "), received on " + Moments.shown(asked.receivedOn()));
        String words = asked.words();
        task.setVariableLocal(
                ENQUIRY_TEXT,
                words.length() > SHOWN ? words.substring(0, SHOWN) + "... (more on the page of enquiries)" : words);
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

    /** Texts that single forms show. Dates in words, since a form shows a variable as it stands. */
    private static void describe(DelegateTask task) {
        LocalDate window = dayOf(task.getVariable(Vars.WINDOW_LAST_DAY));
        if (window != null) {
            task.setVariableLocal("windowLastDayText", Moments.shown(window));
        }
        LocalDate limit = dayOf(task.getVariable(Vars.LIMIT_DUE));
        if (limit != null) {
            task.setVariableLocal("limitDueText", Moments.shown(limit));
            task.setVariableLocal("limitRule", task.getVariable(Vars.RULE));
        }
    }

    /** What the forms show that decide whether to assess: until when the family may answer, and whether more time is to be considered. */
    private void describeDeciding(DelegateTask task, CaseCard card) {
        if (!DECIDES_WHETHER_TO_ASSESS.contains(task.getTaskDefinitionKey())) {
            return;
        }
        LocalDate today = LocalDate.now(clock.get());
        LocalDate answerBy = dayOf(task.getVariable(Vars.FAMILY_ANSWER_DUE));
        task.setVariableLocal(
                "familyAnswerText",
                answerBy == null
                        ? "The letters say until when the family was asked to answer."
                        : "The family was asked to answer by **" + Moments.shown(answerBy) + "**.");
        task.setVariableLocal("familyMayAnswer", answerBy == null || !today.isAfter(answerBy));
        // Somebody may come of age while the task waits.
        LocalDate due = day(task.getDueDate());
        task.setVariableLocal(
                "overEighteen",
                Persons.needsMoreTimeConsidered(
                        card.person().birthDate(), due == null || due.isBefore(today) ? today : due));
    }

    /** What the forms show that follow a decision whether to assess: who considered the request, or how long the family may appeal. */
    private void describeAfterwards(DelegateTask task, CaseCard card) {
        switch (task.getTaskDefinitionKey()) {
            case "userTask_nameCaseManager" -> task.setVariableLocal("consideredBy", consideredBy(task, card));
            case "userTask_offerConversation", "userTask_reconsiderDecision" -> {
                task.setVariableLocal("mediationUntil", shown(card, "MED-02"));
                task.setVariableLocal("appealUntil", shown(card, "APP-01"));
            }
            default -> {
                // The other forms show nothing of it.
            }
        }
    }

    /** Which exceptions were claimed for a limit that has passed, and what became of them: the family is told (Code 9.43). */
    private static void describeDelay(DelegateTask task, CaseCard card) {
        Object rule = task.getVariable(Vars.RULE);
        if (!"userTask_explainDelay".equals(task.getTaskDefinitionKey()) || rule == null) {
            return;
        }
        Optional<Limit> limit = card.limits().stream()
                .filter(one -> one.deadline().supersededAt() == null
                        && one.deadline().rule().equals(rule.toString()))
                .findFirst();
        String words = limit.map(Limit::reliedOnInWords).orElse("");
        boolean waits = limit.map(one -> one.exceptions().stream().anyMatch(ExceptionOfDeadline::isWaiting))
                .orElse(false);
        task.setVariableLocal("exceptionText", words.isEmpty() ? "No exception is relied on for this limit." : words);
        task.setVariableLocal("exceptionWaits", waits);
    }

    private static String shown(CaseCard card, String rule) {
        return card.limits().stream()
                .map(Limit::deadline)
                .filter(deadline ->
                        deadline.supersededAt() == null && deadline.rule().equals(rule))
                .map(deadline -> Moments.shown(deadline.due()))
                .findFirst()
                .orElse("the day in the letter");
    }

    private String consideredBy(DelegateTask task, CaseCard card) {
        return files.get().whole(card.c().reference()).events().stream()
                .filter(event -> event.what().startsWith("Request considered"))
                .map(CaseEvent::by)
                .reduce((earlier, later) -> later)
                .orElse("nobody of the team");
    }

    private static LocalDate dayOf(Object moment) {
        return moment == null ? null : Moments.day(moment.toString());
    }

    private static LocalDate day(Date moment) {
        return moment == null
                ? null
                : LocalDateTime.ofInstant(moment.toInstant(), AdjustableClock.ENGLAND)
                        .toLocalDate();
    }
}
