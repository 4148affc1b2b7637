package org.ehcpathway.pathway.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.ehcpathway.casefile.CaseCard;
import org.ehcpathway.casefile.CaseEvent;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.casefile.ExceptionOfDeadline;
import org.ehcpathway.casefile.Limit;
import org.ehcpathway.casefile.SamePerson;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Persons;

/** What single forms show beside the card of their task. Dates in words, since a form shows a variable as it stands. */
class FormWords {

    /** Names the person of another case. */
    static final String JOINS_CASE = "joinsCase";

    private static final Set<String> DECIDES_WHETHER_TO_ASSESS = Set.of(
            "userTask_considerRequest",
            "userTask_decideAtFirstLook",
            "userTask_decideWhetherToAssess",
            "userTask_reconsiderDecision");

    private final Supplier<CaseFiles> files;
    private final Supplier<SamePerson> samePerson;
    private final Supplier<Endings> endings;
    private final Supplier<Clock> clock;

    FormWords(
            Supplier<CaseFiles> files,
            Supplier<SamePerson> samePerson,
            Supplier<Endings> endings,
            Supplier<Clock> clock) {
        this.files = files;
        this.samePerson = samePerson;
        this.endings = endings;
        this.clock = clock;
    }

    /** Puts on a task of a case what its form shows. */
    void put(DelegateTask task, CaseCard card) {
        days(task);
        deciding(task, card);
        afterwards(task, card);
        delay(task, card);
    }

    private static void days(DelegateTask task) {
        LocalDate window = TaskCards.dayOf(task.getVariable(Vars.WINDOW_LAST_DAY));
        if (window != null) {
            task.setVariableLocal("windowLastDayText", Moments.shown(window));
        }
        LocalDate limit = TaskCards.dayOf(task.getVariable(Vars.LIMIT_DUE));
        if (limit != null) {
            task.setVariableLocal("limitDueText", Moments.shown(limit));
            task.setVariableLocal("limitRule", task.getVariable(Vars.RULE));
        }
    }

    /** What the forms show that decide whether to assess: until when the family may answer, and whether more time is to be considered. */
    private void deciding(DelegateTask task, CaseCard card) {
        if (!DECIDES_WHETHER_TO_ASSESS.contains(task.getTaskDefinitionKey())) {
            return;
        }
        if (task.getTaskDefinitionKey().equals("userTask_considerRequest")) {
            task.setVariableLocal(
                    "earlierAssessment", earlierAssessment(card.c().reference()));
        }
        LocalDate today = LocalDate.now(clock.get());
        LocalDate answerBy = TaskCards.dayOf(task.getVariable(Vars.FAMILY_ANSWER_DUE));
        task.setVariableLocal(
                "familyAnswerText",
                answerBy == null
                        ? "The letters say until when the family was asked to answer."
                        : "The family was asked to answer by **" + Moments.shown(answerBy) + "**.");
        task.setVariableLocal("familyMayAnswer", answerBy == null || !today.isAfter(answerBy));
        // Somebody may come of age while the task waits.
        LocalDate due = TaskCards.day(task.getDueDate());
        task.setVariableLocal(
                "overEighteen",
                Persons.needsMoreTimeConsidered(
                        card.person().birthDate(), due == null || due.isBefore(today) ? today : due));
    }

    /** What the forms show that follow a decision whether to assess: who considered the request, how long the family may appeal, to which case it would be joined. */
    private void afterwards(DelegateTask task, CaseCard card) {
        switch (task.getTaskDefinitionKey()) {
            case "userTask_nameCaseManager" -> task.setVariableLocal("consideredBy", consideredBy(task, card));
            case "userTask_offerConversation", "userTask_reconsiderDecision" -> {
                task.setVariableLocal("mediationUntil", shown(card, "MED-02"));
                task.setVariableLocal("appealUntil", shown(card, "APP-01"));
            }
            case "userTask_confirmEnd" ->
                endings.get()
                        .joinedInWords(endings.get().get((Long) task.getVariable(Vars.ENDING)))
                        .ifPresent(joined -> task.setVariableLocal(JOINS_CASE, joined));
            default -> {
                // The other forms show nothing of it.
            }
        }
    }

    /** Which exceptions were claimed for a limit that has passed, and what became of them: the family is told (Code 9.43). */
    private static void delay(DelegateTask task, CaseCard card) {
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
}
