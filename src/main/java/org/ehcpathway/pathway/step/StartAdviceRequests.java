package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceSettings;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.pathway.AdviceRequests;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/**
 * Asks every adviser at once, and sets the day on which the case goes on without what has not come: the council decides within its
 * own limit, whoever is late.
 */
@Component("startAdviceRequests")
public class StartAdviceRequests implements JavaDelegate {

    private final AdviceRequests requests;
    private final AdviceRegister register;
    private final AdviceSettings settings;
    private final Deadlines deadlines;
    private final Timescales timescales;
    private final Clock clock;

    public StartAdviceRequests(
            AdviceRequests requests,
            AdviceRegister register,
            AdviceSettings settings,
            Deadlines deadlines,
            Timescales timescales,
            Clock clock) {
        this.requests = requests;
        this.register = register;
        this.settings = settings;
        this.deadlines = deadlines;
        this.timescales = timescales;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        requests.startAll(reference);
        execution.setVariable(Vars.ADVICE_COMPLETE, register.isComplete(reference));
        execution.setVariable(Vars.ADVICE_GOES_ON_AT, Moments.warning(goesOn(reference)));
    }

    /** Before PLAN-01; where that day is over, on its last day; where that is over too, when the advisers' own weeks are. */
    private LocalDate goesOn(String reference) {
        LocalDate today = LocalDate.now(clock);
        LocalDate sixWeeks = timescales.due("ADV-02", today).due();
        return deadlines.current(reference, "PLAN-01").stream()
                .flatMap(limit -> Stream.of(early(limit), limit.due()))
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElse(sixWeeks);
    }

    private LocalDate early(Deadline limit) {
        return settings.weeksBeforePlan01() == null
                ? limit.warnOn()
                : limit.due().minusWeeks(settings.weeksBeforePlan01());
    }
}
