package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.letter.Letters;
import org.ehcpathway.pathway.HandlingOfLetters;
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
    private final HandlingOfLetters table;

    CheckAndSignLetterForm(Letters letters, Signers signers, HandlingOfLetters table) {
        this.letters = letters;
        this.signers = signers;
        this.table = table;
    }

    @Override
    public String id() {
        return "check-and-sign-letter";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        LetterKind kind = LetterKind.of(entry.variable(Vars.LETTER_KIND));
        if (table.of(kind).byManager()) {
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
        boolean secondPerson =
                letters.waitsForSecondCheck(letter) && letters.get(letter).state() != LetterState.PREPARED;
        if (secondPerson && nextSteps == null) {
            return Map.of(Vars.LETTER_SIGNED, checkedASecondTime(letter, verdict, entry.user()));
        }
        if (nextSteps != null || verdict == Verdict.AGAIN) {
            letters.writeFreeText(letter, nextSteps, entry.user());
        }
        if (verdict == Verdict.AGAIN) {
            return Map.of(Vars.LETTER_SIGNED, false);
        }
        Signers.Signer signer = signers.of(entry);
        letters.sign(letter, signer.userId(), signer.name(), signer.title());
        // Where the table wants two, the task comes back for the second person.
        return Map.of(Vars.LETTER_SIGNED, !letters.waitsForSecondCheck(letter));
    }

    private boolean checkedASecondTime(long letter, Verdict verdict, String person) {
        if (verdict == Verdict.AGAIN) {
            letters.sendBack(letter, person);
            return false;
        }
        letters.agree(letter, person);
        return true;
    }
}
