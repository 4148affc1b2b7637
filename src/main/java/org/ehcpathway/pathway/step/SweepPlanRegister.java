package org.ehcpathway.pathway.step;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.PlanSweep;
import org.springframework.stereotype.Component;

/** Begins what falls due in the register of plans today. */
@Component("sweepPlanRegister")
public class SweepPlanRegister implements JavaDelegate {

    private final PlanSweep sweep;

    public SweepPlanRegister(PlanSweep sweep) {
        this.sweep = sweep;
    }

    /**
     * Beside the engine's own command, because each episode must be a transaction of its own and the engine shares one in a thread. In a
     * thread of its own and not in the common pool, whose threads do not know the classes of the packaged application.
     */
    @Override
    public void execute(DelegateExecution execution) {
        try {
            CompletableFuture.runAsync(sweep::sweep, command -> new Thread(command, "plan-register-sweep").start())
                    .join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("The register of plans could not be swept", failed.getCause());
        }
    }
}
