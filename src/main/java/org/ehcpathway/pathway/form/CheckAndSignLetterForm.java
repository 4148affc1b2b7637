package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterSigning;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.pathway.step.ConsultationLetters;
import org.springframework.stereotype.Component;

/** The check and the signature of one letter. Only the next steps can be written; rights and dates are worked out. */
@Component
class CheckAndSignLetterForm implements CaseForm {

    private enum Verdict {
        SIGN,
        AGAIN
    }

    private final LetterPreparation preparation;
    private final LetterSigning signing;
    private final LetterReading reading;
    private final ConsultationLetters consultationLetters;
    private final Signers signers;

    CheckAndSignLetterForm(
            LetterPreparation preparation,
            LetterSigning signing,
            LetterReading reading,
            ConsultationLetters consultationLetters,
            Signers signers) {
        this.preparation = preparation;
        this.signing = signing;
        this.reading = reading;
        this.consultationLetters = consultationLetters;
        this.signers = signers;
    }

    @Override
    public String id() {
        return "check-and-sign-letter";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        LetterKind kind = LetterKind.of(entry.variable(Vars.LETTER_KIND));
        signers.checkMaySign(entry, kind);
        Verdict verdict = entry.requiredChoice("verdict", "The letter", Verdict.class);
        String nextSteps = entry.text("nextSteps", "Next steps in your own words");
        long letter = entry.idVariable(Vars.LETTER);
        boolean secondPerson =
                signing.waitsForSecondCheck(letter) && reading.get(letter).state() != LetterState.PREPARED;
        if (secondPerson && nextSteps == null) {
            return Map.of(Vars.LETTER_SIGNED, checkedASecondTime(letter, verdict, entry.user()));
        }
        if (nextSteps != null || verdict == Verdict.AGAIN) {
            preparation.writeFreeText(letter, nextSteps, entry.user());
        }
        if (verdict == Verdict.AGAIN) {
            return Map.of(Vars.LETTER_SIGNED, false);
        }
        if (kind == LetterKind.L_09) {
            consultationLetters.bringForward(letter);
        }
        Signers.Signer signer = signers.of(entry);
        signing.sign(letter, signer.userId(), signer.name(), signer.title());
        // Where the table wants two, the task comes back for the second person.
        return Map.of(Vars.LETTER_SIGNED, !signing.waitsForSecondCheck(letter));
    }

    private boolean checkedASecondTime(long letter, Verdict verdict, String person) {
        if (verdict == Verdict.AGAIN) {
            signing.sendBack(letter, person);
            return false;
        }
        signing.agree(letter, person);
        return true;
    }
}
