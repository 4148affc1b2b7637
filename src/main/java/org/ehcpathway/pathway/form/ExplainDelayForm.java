package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.Limit;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Records what the family was told about a missed limit. It changes no date: the duty goes on. */
@Component
class ExplainDelayForm implements CaseForm {

    private final CaseFiles files;
    private final Deadlines deadlines;
    private final Clock clock;

    ExplainDelayForm(CaseFiles files, Deadlines deadlines, Clock clock) {
        this.files = files;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "explain-delay";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("A missed limit is explained by a manager.", Roles.MANAGERS);
        String reason = entry.requiredText("reason", "Reason told to the family");
        String how = entry.requiredText("toldHow", "Told how, and to whom");
        LocalDate on = entry.requiredDate("toldOn", "Told on");
        LocalDate target = entry.requiredDate("newTarget", "New target date");
        LocalDate today = LocalDate.now(clock);
        if (on.isAfter(today)) {
            throw new Refusal("The family cannot have been told on a day that has not come yet.");
        }
        if (target.isBefore(today)) {
            throw new Refusal("The new target date has passed already. Give the family a date that can be kept.");
        }
        files.note(
                entry.reference(),
                entry.user(),
                "Delay explained: " + entry.variable(Vars.RULE),
                "Told on " + Moments.shown(on) + ", " + how + ". New target: " + Moments.shown(target) + ". "
                        + reliedOn(entry) + "Reason: " + reason);
        return Map.of();
    }

    /** What excuses the delay is part of what was told. */
    private String reliedOn(FormEntry entry) {
        return deadlines
                .limit(entry.reference(), entry.variable(Vars.RULE))
                .map(Limit::reliedOnInWords)
                .filter(words -> !words.isEmpty())
                .map(words -> words + " ")
                .orElse("");
    }
}
