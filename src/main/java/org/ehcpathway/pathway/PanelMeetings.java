package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.NewRecommendation;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelItem;
import org.ehcpathway.casefile.PanelSitting;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.statute.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sittings of the panel and the cases that wait for it, file and engine together: what is recorded and the step it brings about
 * are one transaction. Whoever calls must have the right to do so.
 */
@Component
public class PanelMeetings {

    /** The key of the process of a sitting. */
    public static final String PROCESS = "panel-meeting";

    private static final Logger LOG = LoggerFactory.getLogger(PanelMeetings.class);

    private final PanelSittings sittings;
    private final PanelAgenda agenda;
    private final RuntimeService runtime;
    private final AsNobody asNobody;
    private final TaskTimes times;
    private final Clock clock;
    private final TransactionTemplate alone;

    PanelMeetings(
            PanelSittings sittings,
            PanelAgenda agenda,
            @Lazy RuntimeService runtime,
            AsNobody asNobody,
            TaskTimes times,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sittings = sittings;
        this.agenda = agenda;
        this.runtime = runtime;
        this.asNobody = asNobody;
        this.times = times;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Convenes the regular sittings ahead that nobody has convened yet, each once however often and on however many nodes this is
     * called: the day is a key of the database, and its process starts in the same transaction. Puts back the cases of a sitting
     * whose day is over and that nobody held.
     */
    public void conveneWhatIsDue() {
        for (PanelSitting forgotten : sittings.notHeld()) {
            try {
                alone.executeWithoutResult(
                        status -> cancel(forgotten.reference(), "Nobody recorded on its day that it was held."));
            } catch (Refusal doneMeanwhile) {
                LOG.info("{} was put back by another node", forgotten.reference());
            }
        }
        for (LocalDate day : sittings.toConvene()) {
            try {
                alone.executeWithoutResult(status -> convene(day, null));
            } catch (RuntimeException collision) {
                if (sittings.on(day).isEmpty()) {
                    throw collision;
                }
                LOG.info("The sitting of {} was convened by another node", day);
            }
        }
    }

    /**
     * Convenes a sitting and starts its process.
     *
     * @param startsAt null for the usual hour
     */
    @Transactional
    public PanelSitting convene(LocalDate day, LocalTime startsAt) {
        PanelSitting sitting = sittings.convene(day, startsAt);
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.SITTING, sitting.reference());
        // Convened so late that the papers should be out already: the agenda is closed at once.
        variables.put(
                Vars.PANEL_AGENDA_AT,
                sitting.papersOn().isAfter(LocalDate.now(clock))
                        ? Moments.warning(sitting.papersOn())
                        : Moments.at(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
        variables.put(Vars.PANEL_SITTING_AT, Moments.at(sitting.begins()));
        variables.put("agendaCheckDue", Moments.due(sitting.papersOn()));
        variables.put("sittingDue", Moments.due(sitting.sitsOn()));
        variables.put("minutesDue", times.dueFrom("userTask_approveMinutes", sitting.sitsOn()));
        asNobody.ask(() -> runtime.startProcessInstanceByKey(PROCESS, sitting.reference(), variables));
        return sitting;
    }

    /** Records a recommendation; the case goes on at once. */
    @Transactional
    public void recommend(String sitting, long itemId, NewRecommendation given, String by) {
        PanelItem item = agenda.get(itemId);
        agenda.recommend(sitting, itemId, given, by);
        if (goOn(item) == 0) {
            throw new Refusal("The case no longer waits for the panel. Load the page again to see where it stands.");
        }
    }

    /** Sends a case back to wait for what is missing; where no later sitting reaches it in time, to its manager. */
    @Transactional
    public void defer(String sitting, long itemId, String missing, String by) {
        PanelItem waiting = agenda.defer(sitting, itemId, missing, by);
        if (!agenda.canBeReached(waiting)) {
            leaveToManagers(List.of(waiting));
        }
    }

    /**
     * Cancels a sitting and ends its process; its cases wait again, or go to their managers.
     *
     * @throws Refusal when the sitting is over, because its minutes are still to come
     */
    @Transactional
    public void cancel(String sitting, String why) {
        if (!sittings.get(sitting).state().isAhead()) {
            throw new Refusal("This sitting is over; it cannot be cancelled any more.");
        }
        leaveToManagers(sittings.cancel(sitting, why));
        asNobody.ask(() -> runtime.createMessageCorrelation(Vars.MESSAGE_PANEL_CANCELLED)
                .processInstanceBusinessKey(sitting)
                .correlateAllWithResult());
    }

    /** Ends a sitting that nobody needs, for no case waited. Its process ends by itself. */
    @Transactional
    public void notNeeded(String sitting) {
        sittings.cancel(sitting, "No case waited for the panel.");
    }

    /** Ends a sitting; what it did not reach waits again, or goes to its manager. */
    @Transactional
    public boolean end(String sitting, String notes) {
        leaveToManagers(sittings.end(sitting, notes));
        return sittings.get(sitting).state() == PanelSitting.State.HELD;
    }

    /** Closes an agenda; cases that no later sitting reaches in time go to their managers. */
    @Transactional
    public void closeAgenda(String sitting) {
        leaveToManagers(agenda.close(sitting));
    }

    private void leaveToManagers(List<PanelItem> outOfReach) {
        for (PanelItem item : outOfReach) {
            agenda.toManager(item.id(), "No sitting of the panel reaches this case in time.");
            goOn(item);
        }
    }

    /** Lets the case go on that waits for this answer; how many did. One that ended otherwise must not hold up the others. */
    private int goOn(PanelItem item) {
        EhcCase c = agenda.caseOf(item);
        return asNobody.ask(() -> runtime.createMessageCorrelation(Vars.MESSAGE_PANEL_CONCLUDED)
                .processInstanceBusinessKey(c.reference())
                .processInstanceVariableEquals(
                        Vars.PANEL_QUESTION, item.question().name())
                .correlateAllWithResult()
                .size());
    }
}
