package org.ehcpathway.pathway;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.Ending;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.pathway.form.CaseForms;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts every open request before a manager whose young person has turned 25: no first plan can be made from then on (Children and
 * Families Act 2014 ss.36, 37, 83(2)). Nothing ends by itself; what the manager decides does.
 */
@Component
public class TwentyFifthBirthdays {

    private final Endings endings;
    private final TeamsOfCases teams;
    private final AsNobody asNobody;
    private final RuntimeService runtime;
    private final TaskTimes times;
    private final TransactionTemplate transaction;

    TwentyFifthBirthdays(
            Endings endings,
            TeamsOfCases teams,
            AsNobody asNobody,
            @Lazy RuntimeService runtime,
            TaskTimes times,
            PlatformTransactionManager transactions) {
        this.endings = endings;
        this.teams = teams;
        this.asNobody = asNobody;
        this.runtime = runtime;
        this.times = times;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Asks about each such request once; each is a transaction of its own. */
    public void follow() {
        for (String reference : endings.ofPersonsWhoAre25()) {
            transaction.executeWithoutResult(
                    status -> endings.askAt25(reference).ifPresent(ending -> ask(reference, ending)));
        }
    }

    private void ask(String reference, Ending ending) {
        Map<String, Object> variables = teams.variables(reference);
        variables.put(Vars.ENDING, ending.id());
        variables.put(Vars.END_GROUND, ending.ground().name());
        variables.put("confirmEndDue", times.dueFromToday("userTask_confirmEnd"));
        CaseForms.goOn(
                () -> asNobody.ask(() -> runtime.startProcessInstanceByKey("end-of-request", reference, variables)));
    }
}
