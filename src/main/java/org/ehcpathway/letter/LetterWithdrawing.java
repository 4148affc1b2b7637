package org.ehcpathway.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back the letters of a case that have not gone out, because what they were to say has fallen away. They stay in the file as
 * far as they came. What has left for one recipient stays sent; only the others get nothing any more.
 *
 * <p>Whoever calls must have the right to do so.
 */
@Service
@Transactional
public class LetterWithdrawing {

    private final LetterStore store;
    private final LetterClaims claims;
    private final CaseFiles cases;

    LetterWithdrawing(LetterStore store, LetterClaims claims, CaseFiles cases) {
        this.store = store;
        this.claims = claims;
        this.cases = cases;
    }

    /**
     * Withdraws the letters of the case that are not sent.
     *
     * @param which of their kinds; the others go out all the same
     * @param why for the file, at most 500 characters
     * @return the letters that were withdrawn
     * @throws Refusal when one of them is being sent at this moment; trying again a minute later finds it sent or waiting
     */
    public List<Letter> withdrawUnsent(String reference, Predicate<LetterKind> which, String why, String by) {
        List<Letter> withdrawn = new ArrayList<>();
        for (Letter one : store.ofCase(cases.get(reference).id())) {
            if (!one.state().isOver() && which.test(one.kind())) {
                Letter letter = store.held(one.id());
                if (claims.isHeld(letter.id())) {
                    throw new Refusal("Letter %s is being sent at this moment. Try again in a minute."
                            .formatted(letter.kind().id()));
                }
                if (store.withdraw(letter.id(), why)) {
                    withdrawn.add(letter);
                    cases.note(
                            reference,
                            by,
                            "Letter withdrawn: %s %s"
                                    .formatted(letter.kind().id(), letter.kind().title()),
                            why + goneAlready(letter));
                }
            }
        }
        return withdrawn;
    }

    private String goneAlready(Letter letter) {
        List<String> gone = store.recipients(letter.id()).stream()
                .filter(LetterRecipient::isSent)
                .map(LetterRecipient::name)
                .toList();
        return gone.isEmpty() ? "" : " It had gone already to " + String.join(", ", gone) + ".";
    }
}
