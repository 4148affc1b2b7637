package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** Records what was said when late advice was chased, and when to chase it again. It changes no date of the law. */
@Component
class ChaseLateAdviceForm implements CaseForm {

    /** A body that names no day hears from us again after this many working days. */
    private static final int AGAIN_AFTER_WORKING_DAYS = 5;

    private static final int LONGEST_WAIT_IN_WEEKS = 8;

    private final AdviceSteps steps;
    private final WorkingDays workingDays;
    private final Clock clock;

    ChaseLateAdviceForm(AdviceSteps steps, WorkingDays workingDays, Clock clock) {
        this.steps = steps;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "chase-late-advice";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        String spokenWith = entry.requiredText("spokenWith", "Who was spoken or written to");
        String said = entry.requiredText("said", "What they said");
        LocalDate expected = entry.date("expectedOn", "They give the advice by");
        LocalDate today = LocalDate.now(clock);
        if (expected != null && expected.isBefore(today)) {
            throw new Refusal("The day by which they give the advice has passed already. Check it.");
        }
        if (expected != null && expected.isAfter(today.plusWeeks(LONGEST_WAIT_IN_WEEKS))) {
            throw new Refusal("The day by which they give the advice is more than " + LONGEST_WAIT_IN_WEEKS
                    + " weeks away. Leave it out, so that it is chased again soon.");
        }
        steps.chased(
                entry.idVariable(Vars.ADVICE),
                spokenWith,
                expected == null ? said : said + "\nThey give it by " + Moments.shown(expected) + ".",
                entry.user());
        return Map.of(
                Vars.CHASE_AGAIN_AT,
                Moments.warning(workingDays.plus(
                        expected == null ? today : expected, expected == null ? AGAIN_AFTER_WORKING_DAYS : 1)));
    }
}
