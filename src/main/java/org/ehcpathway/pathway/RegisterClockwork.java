package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Starts the sweep of the register of plans once a day, as soon as a node is up on that day. Two nodes may both start it; each episode
 * begins once all the same.
 */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "ehc.register.clockwork", matchIfMissing = true)
class RegisterClockwork {

    /** The key of the process. */
    static final String PROCESS = "plan-register-sweep";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final Clock clock;

    RegisterClockwork(@Lazy RuntimeService runtime, @Lazy HistoryService history, Clock clock) {
        this.runtime = runtime;
        this.history = history;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void sweepOfTheDay() {
        String day = "SWEEP-" + LocalDate.now(clock);
        boolean swept = history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(day)
                        .count()
                > 0;
        if (!swept) {
            runtime.startProcessInstanceByKey(PROCESS, day);
        }
    }
}
