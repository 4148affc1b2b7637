package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Takes in advice: the report uploaded for the task, words, or the reasons why there is none. */
@Component
class ProvideAdviceForm implements CaseForm {

    private enum Outcome {
        RECEIVED,
        DECLINED,
        NOT_AVAILABLE
    }

    private final AdviceRegister register;

    ProvideAdviceForm(AdviceRegister register) {
        this.register = register;
    }

    @Override
    public String id() {
        return "provide-advice";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Outcome outcome = entry.requiredChoice("outcome", "What has come of it", Outcome.class);
        LocalDate on = entry.requiredDate("receivedOn", "Received on");
        String words = entry.words("words", "Advice in words");
        String reasons = entry.text("reasons", "Reasons");
        long advice = entry.idVariable(Vars.ADVICE);
        switch (outcome) {
            case RECEIVED -> {
                Long uploaded = entry.idVariable(Vars.UPLOADED_DOCUMENT);
                if (uploaded == null && words == null) {
                    throw new Refusal("Upload the report on the Case tab first, or write the advice in words.");
                }
                register.receive(advice, on, uploaded, words, entry.user());
            }
            case DECLINED -> {
                if (!register.get(advice).kind().mayBeOfABody()) {
                    throw new Refusal(
                            "Only a health body or another body that section 31 names may decline. If no advice"
                                    + " can be had, choose that and write what was tried.");
                }
                register.decline(advice, on, reasons, entry.user());
            }
            case NOT_AVAILABLE -> {
                AdviceKind kind = register.get(advice).kind();
                if (kind.isClosedByASecondPerson()) {
                    entry.onlyFor(
                            "That no " + kind.title().toLowerCase(Locale.UK)
                                    + " can be had is settled by a manager, who is not the one to whom it was said ("
                                    + kind.regulation() + "). Ask one to take this task, with what was tried.",
                            Roles.MANAGERS);
                }
                register.notAvailable(advice, on, reasons, entry.user());
            }
        }
        return Map.of();
    }
}
