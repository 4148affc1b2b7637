package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterSigning;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.pathway.step.ConsultationLetters;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * The check and the signature of one letter. Only the next steps can be written; rights and dates are worked out. A letter that
 * tells a decision can be withdrawn, when the decision or its reasons have to be changed: nothing was told yet, so the decision is
 * taken back and goes to who decides.
 */
@Component
class CheckAndSignLetterForm implements CaseForm {

    private enum Verdict {
        SIGN,
        AGAIN,
        BACK
    }

    private final LetterPreparation preparation;
    private final LetterSigning signing;
    private final LetterReading reading;
    private final ConsultationLetters consultationLetters;
    private final Signers signers;
    private final CaseFiles files;

    CheckAndSignLetterForm(
            LetterPreparation preparation,
            LetterSigning signing,
            LetterReading reading,
            ConsultationLetters consultationLetters,
            Signers signers,
            CaseFiles files) {
        this.files = files;
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
        String why = entry.text("why", "What has to be changed in the decision");
        long letter = entry.idVariable(Vars.LETTER);
        if (verdict == Verdict.BACK) {
            return takenBack(entry, kind, letter, why);
        }
        boolean unsigned = reading.get(letter).state() == LetterState.PREPARED;
        boolean secondPerson = signing.waitsForSecondCheck(letter) && !unsigned;
        if (!unsigned && !secondPerson) {
            return signedFromAnotherTask(verdict, nextSteps);
        }
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
            consultationLetters.bringForward(entry.reference(), letter);
        }
        Signers.Signer signer = signers.of(entry);
        signing.sign(letter, signer.userId(), signer.name(), signer.title());
        // Where the table wants two, the task comes back for the second person.
        return Map.of(Vars.LETTER_SIGNED, !signing.waitsForSecondCheck(letter));
    }

    /** A letter that was begun on the case page and taken up by a step of the pathway has a task of each; one signature is enough. */
    private static Map<String, Object> signedFromAnotherTask(Verdict verdict, String nextSteps) {
        if (verdict == Verdict.AGAIN || nextSteps != null) {
            throw new Refusal(
                    "This letter was signed from another task and is on its way, so nothing in it changes any more."
                            + " Choose “Sign” and leave the next steps empty to close this task.");
        }
        return Map.of(Vars.LETTER_SIGNED, true);
    }

    private Map<String, Object> takenBack(FormEntry entry, LetterKind kind, long letter, String why) {
        DecisionKind decision = kind.decision()
                .orElseThrow(() -> new Refusal("Letter " + kind.id() + " tells no decision that could be changed."));
        if (!"YES".equals(entry.variable(Vars.DECISION_MAY_GO_BACK))) {
            throw new Refusal(
                    "The decision of letter " + kind.id()
                            + " cannot be taken back from here: the step before it has no way back. Ask a manager what is to be done.");
        }
        if (why == null) {
            throw new Refusal("Say what has to be changed in the decision or its reasons.");
        }
        signing.withdraw(letter, why, entry.user());
        files.takeBack(entry.reference(), decision, why, entry.user());
        return Map.of(Vars.LETTER_SIGNED, false, Vars.LETTER_WITHDRAWN, true);
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
