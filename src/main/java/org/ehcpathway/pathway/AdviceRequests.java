package org.ehcpathway.pathway;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.AdviceStep;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.ExistingAdvice;
import org.ehcpathway.casefile.ExistingAdvice.Satisfied;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The requests for advice that run beside their case, one process instance each: started together when the first are signed, or one
 * by one later. What is recorded and the step it brings about are one transaction. Whoever calls must have the right to do so.
 */
@Component
public class AdviceRequests {

    private static final String PROCESS = "advice-request";
    private static final String GROUP_OF_OTHERS = "advisers-other";
    private final AdviceRegister register;
    private final AdviceSteps steps;
    private final ExistingAdvice existing;
    private final LetterReading reading;
    private final AdviceReminders reminders;
    private final CaseFiles files;
    private final Documents documents;
    private final TeamsOfCases teams;
    private final AsNobody asNobody;
    private final RuntimeService runtime;
    private final TaskTimes times;

    AdviceRequests(
            AdviceRegister register,
            AdviceSteps steps,
            ExistingAdvice existing,
            LetterReading reading,
            AdviceReminders reminders,
            CaseFiles files,
            Documents documents,
            TeamsOfCases teams,
            AsNobody asNobody,
            @Lazy RuntimeService runtime,
            TaskTimes times) {
        this.register = register;
        this.steps = steps;
        this.existing = existing;
        this.reading = reading;
        this.reminders = reminders;
        this.files = files;
        this.documents = documents;
        this.teams = teams;
        this.asNobody = asNobody;
        this.runtime = runtime;
        this.times = times;
    }

    /** Starts a request for every adviser of the case who is still to be asked. */
    @Transactional
    public void startAll(String reference) {
        register.of(reference).stream()
                .filter(advice -> advice.state() == AdviceState.TO_BE_ASKED)
                .forEach(advice -> start(reference, advice));
    }

    /**
     * Asks one more adviser, because the family reasonably asks for it or a report says so; whoever may sign gets the letter to sign.
     *
     * @param kind advice (f) or (h)
     * @param why why this adviser is asked too, at least 20 characters
     * @throws Refusal when no assessment is under way, or something typed cannot stand
     */
    @Transactional
    public void add(
            String reference,
            AdviceKind kind,
            String name,
            String title,
            Address address,
            String email,
            String why,
            String by) {
        files.hold(reference);
        EhcCase c = files.get(reference);
        if (!c.isInAssessment() || c.stage().compareTo(Stage.ADVICE) < 0) {
            throw new Refusal("Advisers are added while an assessment is under way; in this case there is none.");
        }
        boolean firstRoundOpen = register.of(reference).stream().noneMatch(advice -> advice.requestedOn() != null);
        if (firstRoundOpen) {
            throw new Refusal(
                    "The first requests have not gone yet: name this adviser on the task that settles whom to ask, or add it once they have gone.");
        }
        if (kind != AdviceKind.OTHER && kind != AdviceKind.REQUESTED_BY_FAMILY) {
            throw new Refusal(
                    "Choose whether the family asks for this advice or the council thinks it appropriate (regulation 6(1)(f) or (h)).");
        }
        boolean askedAlready = name != null
                && register.of(reference).stream()
                        .anyMatch(advice -> advice.kind() == kind
                                && advice.state().isAwaited()
                                && advice.adviserName().equalsIgnoreCase(name.strip()));
        if (askedAlready) {
            throw new Refusal("%s is being asked for this advice already.".formatted(name.strip()));
        }
        Advice added = register.plan(reference, kind, name, title, address, email, GROUP_OF_OTHERS);
        steps.addedLater(added.id(), why, by);
        start(reference, added);
    }

    /**
     * Takes an existing report as the advice while nobody has been written to about it (regulation 6(4)).
     *
     * @see ExistingAdvice#reuse
     */
    @Transactional
    public void reuse(
            String reference,
            long adviceId,
            Long documentId,
            Satisfied giver,
            Satisfied council,
            Satisfied family,
            String by) {
        files.hold(reference);
        boolean written = reading.of(reference).stream()
                .anyMatch(letter -> letter.kind() == LetterKind.L_05
                        && Long.valueOf(adviceId).equals(letter.aboutId()));
        if (written) {
            throw new Refusal(
                    "The letter that asks for this advice is written already; enter the report on the task of the adviser.");
        }
        existing.reuse(adviceId, documentId, giver, council, family, by);
    }

    /**
     * Passes a paper of the family on to every adviser who was asked before it came and has not answered (regulation 6(3)). No
     * permission is needed for it: the law wants every adviser to have it.
     *
     * @return how many advisers it goes to
     * @throws Refusal when nobody is to have it
     */
    @Transactional
    public int passOn(String reference, long documentId, String by) {
        files.hold(reference);
        Document paper = documents.get(documentId);
        if (paper.kind() == DocumentKind.LETTER) {
            throw new Refusal("A letter of the council is not passed on: choose a paper that the family sent.");
        }
        List<Long> had = steps.of(reference).stream()
                .filter(step -> step.what() == AdviceStep.What.PASSED_ON
                        && Long.valueOf(documentId).equals(step.documentId()))
                .map(AdviceStep::adviceId)
                .toList();
        List<Advice> asked = register.of(reference).stream()
                .filter(advice -> advice.state() == AdviceState.REQUESTED
                        && advice.kind() != AdviceKind.FAMILY
                        && !had.contains(advice.id()))
                .toList();
        if (asked.isEmpty()) {
            throw new Refusal(
                    "No adviser waits for this paper: everybody has it, has answered, or gets it with the request.");
        }
        for (Advice advice : asked) {
            steps.passedOn(advice.id(), documentId, by);
            reminders.passOn(reference, advice, paper);
        }
        return asked.size();
    }

    /** Tells the case when the last answer is in; an answer that comes after the case has gone on is looked at. */
    public void answered(String reference, Advice advice) {
        EhcCase c = files.get(reference);
        if (c.stage().compareTo(Stage.ADVICE) > 0 && advice.state() == AdviceState.RECEIVED) {
            Map<String, Object> variables = teams.variables(reference);
            variables.put(Vars.ADVICE, advice.id());
            variables.put("adviceTitle", advice.kind().title());
            variables.put(Vars.LATE_ADVICE_DUE, times.dueFromToday("userTask_lookAtLateAdvice"));
            asNobody.ask(() -> runtime.startProcessInstanceByKey("late-advice", reference, variables));
        }
        if (register.isComplete(reference)) {
            asNobody.ask(() -> {
                runtime.createMessageCorrelation(Vars.MESSAGE_ADVICE_COMPLETE)
                        .processInstanceBusinessKey(reference)
                        .correlateAll();
                return null;
            });
        }
    }

    private void start(String reference, Advice advice) {
        Map<String, Object> variables = teams.variables(reference);
        variables.put(Vars.ADVICE, advice.id());
        asNobody.ask(() -> runtime.startProcessInstanceByKey(PROCESS, reference, variables));
    }
}
