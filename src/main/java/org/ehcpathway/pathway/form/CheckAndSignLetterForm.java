package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.Letters;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/** The check and the signature of one letter. Only the next steps can be written; rights and dates are worked out. */
@Component
class CheckAndSignLetterForm implements CaseForm {

    private enum Verdict {
        SIGN,
        AGAIN
    }

    private final Letters letters;
    private final Signers signers;

    CheckAndSignLetterForm(Letters letters, Signers signers) {
        this.letters = letters;
        this.signers = signers;
    }

    @Override
    public String id() {
        return "check-and-sign-letter";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        LetterKind kind = LetterKind.of(entry.variable(Vars.LETTER_KIND));
        if (kind == LetterKind.L_03 || kind == LetterKind.L_06 || kind == LetterKind.L_10) {
            entry.onlyFor("Letter " + kind.id() + " is signed by a manager.", Roles.MANAGERS);
        } else {
            entry.onlyFor(
                    "Letter " + kind.id() + " is signed by a caseworker or a manager.",
                    Roles.CASEWORKERS,
                    Roles.MANAGERS);
        }
        Verdict verdict = entry.requiredChoice("verdict", "The letter", Verdict.class);
        String nextSteps = entry.text("nextSteps", "Next steps in your own words");
        long letter = entry.idVariable(Vars.LETTER);
        if (nextSteps != null || verdict == Verdict.AGAIN) {
            letters.writeFreeText(letter, nextSteps, entry.user());
        }
        if (verdict == Verdict.AGAIN) {
            return Map.of(Vars.LETTER_SIGNED, false);
        }
        Signers.Signer signer = signers.of(entry);
        letters.sign(letter, signer.userId(), signer.name(), signer.title());
        return Map.of(Vars.LETTER_SIGNED, true);
    }
}
