package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.Enquiries;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Keeps the answer to an enquiry, or that somebody else deals with it and how the person was told (S-08). */
@Component
class AnswerEnquiryForm implements CaseForm {

    private enum Outcome {
        ANSWERED,
        COLLEAGUE,
        ELSEWHERE
    }

    private final Enquiries enquiries;
    private final Colleagues colleagues;

    AnswerEnquiryForm(Enquiries enquiries, Colleagues colleagues) {
        this.enquiries = enquiries;
        this.colleagues = colleagues;
    }

    @Override
    public String id() {
        return "answer-enquiry";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Enquiries are answered by caseworkers and managers.", Roles.CASEWORKERS, Roles.MANAGERS);
        Outcome outcome = entry.requiredChoice("outcome", "The enquiry", Outcome.class);
        String toWhom = entry.text("toWhom", "Who deals with it from now on");
        String words = entry.requiredText("words", "The answer, or the reason");
        String toldHow = entry.requiredText("toldHow", "How the person was told");
        LocalDate on = entry.requiredDate("toldOn", "Told on");
        if ((outcome == Outcome.ANSWERED) != (toWhom == null)) {
            throw new Refusal(
                    toWhom == null
                            ? "Name who deals with the enquiry from now on."
                            : "Leave empty who deals with it from now on: the enquiry is answered.");
        }
        long id = entry.idVariable(Vars.ENQUIRY_ID);
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.ENQUIRY_PASSED_ON, outcome == Outcome.COLLEAGUE);
        switch (outcome) {
            case ANSWERED -> enquiries.answer(id, words, toldHow, on, entry.user());
            case ELSEWHERE -> enquiries.redirect(id, toWhom, words, toldHow, on, entry.user());
            case COLLEAGUE -> {
                colleagues.refuseUnlessIn(toWhom, entry.variable(Vars.TEAM), entry.variable(Vars.MANAGER_TEAM));
                enquiries.passOn(id, toWhom, words, toldHow, on, entry.user());
                variables.put(Vars.ENQUIRY_OWNER, toWhom);
            }
        }
        return variables;
    }
}
