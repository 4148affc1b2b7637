package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.AfterARefusal;
import org.ehcpathway.casefile.Conversation;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** What came of the conversation that a family was offered after a refusal (S-15). It stops no time limit. */
@Component
class OfferConversationForm implements CaseForm {

    private enum Outcome {
        NOTHING_NEW,
        NEW_EVIDENCE
    }

    /** The service answers within 5 working days (S-08), and the family's time for an appeal runs. */
    private static final int LOOK_AGAIN_WITHIN_WORKING_DAYS = 5;

    private final AfterARefusal refusals;
    private final WorkingDays workingDays;
    private final Clock clock;

    OfferConversationForm(AfterARefusal refusals, WorkingDays workingDays, Clock clock) {
        this.refusals = refusals;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "offer-conversation";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The conversation is offered by a caseworker or a manager.", Roles.CASEWORKERS, Roles.MANAGERS);
        Conversation.Answer answer =
                entry.requiredChoice("answer", "What came of the offer", Conversation.Answer.class);
        Conversation.Way way = entry.choice("way", "Call or meeting", Conversation.Way.class);
        LocalDate on = entry.requiredDate("onDay", "On which day");
        String tookPart = entry.text("tookPart", "Who took part");
        String missed = entry.text("missed", "What was missed");
        boolean newEvidence = entry.requiredChoice("outcome", "New evidence?", Outcome.class) == Outcome.NEW_EVIDENCE;
        refusals.conversation(entry.reference(), answer, way, on, tookPart, missed, newEvidence, entry.user());
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.NEW_EVIDENCE, newEvidence);
        variables.put(
                Vars.RECONSIDER_DUE,
                Moments.due(workingDays.plus(LocalDate.now(clock), LOOK_AGAIN_WITHIN_WORKING_DAYS)));
        return variables;
    }
}
