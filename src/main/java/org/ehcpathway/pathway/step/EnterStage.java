package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.pathway.Vars;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Moves the case to the stage that the diagram names in the field {@code stage}; an end of the pathway closes the case.
 *
 * <p>One object for every call, because the engine writes the field into it.
 */
@Component("enterStage")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class EnterStage implements ExecutionListener {

    private final CaseFiles files;
    private final Clock clock;
    private Expression stage;

    public EnterStage(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        Stage entered = Stage.valueOf((String) stage.getValue(execution));
        if (entered.isEnd()) {
            files.close(reference, entered, LocalDate.now(clock));
        } else {
            files.moveTo(reference, entered);
        }
    }
}
