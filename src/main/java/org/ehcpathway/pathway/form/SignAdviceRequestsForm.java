package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterSigning;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Signs all prepared advice requests of a case in one act, after the caseworker has read them. */
@Component
class SignAdviceRequestsForm implements CaseForm {

    private final LetterSigning signing;
    private final LetterReading reading;
    private final Signers signers;

    SignAdviceRequestsForm(LetterSigning signing, LetterReading reading, Signers signers) {
        this.signing = signing;
        this.reading = reading;
        this.signers = signers;
    }

    @Override
    public String id() {
        return "sign-advice-requests";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        signers.checkMaySign(entry, LetterKind.L_05);
        if (!entry.ticked("sign", "I have read the letters and sign them")) {
            throw new Refusal("Read the advice requests on the Case tab and tick that you sign them.");
        }
        Signers.Signer signer = signers.of(entry);
        for (Letter letter : reading.of(entry.reference())) {
            if (letter.kind() == LetterKind.L_05 && letter.state() == LetterState.PREPARED) {
                signing.sign(letter.id(), signer.userId(), signer.name(), signer.title());
            }
        }
        return Map.of();
    }
}
