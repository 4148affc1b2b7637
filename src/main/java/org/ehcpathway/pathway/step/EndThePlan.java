package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Ceasing;
import org.ehcpathway.casefile.CeasingGround;
import org.ehcpathway.casefile.Ceasings;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterWithdrawing;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends a plan: what is under way for it ends with it, the case is closed, and the closing letter is begun. After a death nothing goes out
 * by itself. Safe to repeat.
 */
@Component("endThePlan")
public class EndThePlan implements JavaDelegate {

    private static final String GOES_ON = "enquiry";

    private final Ceasings ceasings;
    private final Episodes episodes;
    private final PlanRegister register;
    private final LetterWithdrawing withdrawing;
    private final LetterPreparation letters;
    private final CaseFiles files;
    private final RuntimeService runtime;
    private final Clock clock;
    private final TransactionTemplate aside;

    public EndThePlan(
            Ceasings ceasings,
            Episodes episodes,
            PlanRegister register,
            LetterWithdrawing withdrawing,
            LetterPreparation letters,
            CaseFiles files,
            @Lazy RuntimeService runtime,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ceasings = ceasings;
        this.episodes = episodes;
        this.register = register;
        this.withdrawing = withdrawing;
        this.letters = letters;
        this.files = files;
        this.runtime = runtime;
        this.clock = clock;
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        long own = (Long) execution.getVariable(Vars.EPISODE);
        Ceasing ceasing = ceasings.of(own);
        boolean died = ceasing.ground() == CeasingGround.DIED;
        withdrawing.withdrawUnsent(reference, kind -> kind != LetterKind.O_05, "The plan ended.", ceasing.askedBy());
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .list()
                .stream()
                .filter(instance -> !isItself(instance, execution)
                        && !instance.getProcessDefinitionId().startsWith(GOES_ON + ":"))
                .forEach(instance ->
                        runtime.deleteProcessInstance(instance.getId(), "The plan ended", false, true, true, false));
        for (Episode open : episodes.of(reference)) {
            if (open.isOpen()) {
                episodes.close(
                        open.id(),
                        open.id() == own ? "CEASED" : "PLAN_ENDED",
                        ceasing.ground().title());
            }
        }
        LocalDate on = died ? ceasing.happenedOn() : LocalDate.now(clock);
        register.end(
                reference,
                died ? Stage.DIED : Stage.PLAN_ENDED,
                on,
                ceasing.ground().title());
        Letter letter = died ? null : closingLetter(reference, ceasing);
        execution.setVariable(Vars.CLOSING_LETTER, letter != null);
        execution.setVariable(Vars.DECISION_LETTER, letter == null ? null : letter.id());
    }

    private static boolean isItself(ProcessInstance instance, DelegateExecution execution) {
        return instance.getId().equals(execution.getProcessInstanceId());
    }

    /** Nobody to write to is noted in the file and keeps no plan alive. */
    private Letter closingLetter(String reference, Ceasing ceasing) {
        try {
            return aside.execute(status -> letters.prepare(
                    reference,
                    LetterKind.O_05,
                    null,
                    Map.of(
                            "outcome",
                            "The plan has ended: " + ceasing.ground().title().toLowerCase(java.util.Locale.UK)),
                    ceasing.askedBy()));
        } catch (Refusal nobody) {
            files.note(reference, "process", "No closing letter", nobody.getMessage());
            return null;
        }
    }
}
