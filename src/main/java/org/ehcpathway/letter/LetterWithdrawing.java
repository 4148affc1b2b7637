package org.ehcpathway.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Dispatch dispatch;
    private final CaseFiles cases;

    LetterWithdrawing(LetterStore store, LetterClaims claims, Dispatch dispatch, CaseFiles cases) {
        this.store = store;
        this.claims = claims;
        this.dispatch = dispatch;
        this.cases = cases;
    }

    /**
     * Withdraws the letters of the case that are not sent.
     *
     * @param which of their kinds; the others go out all the same
     * @param why for the file, at most 500 characters
     * @return the letters that were withdrawn
     * @throws Refusal when one of them is being sent at this moment; trying again a minute later finds it sent or waiting. Also when
     *     nobody knows whether one has left: somebody has to find out first
     */
    public List<Letter> withdrawUnsent(String reference, Predicate<LetterKind> which, String why, String by) {
        return withdraw(reference, which, why, by, letter -> {
            if (!dispatch.inDoubt(letter.id()).isEmpty()) {
                throw new Refusal("Settle first what became of letter %s: it may have left or not."
                        .formatted(letter.kind().id()));
            }
        });
    }

    /** As {@link #withdrawUnsent}, for letters of which nothing hangs on whether one has left; those who may have it are noted. */
    public List<Letter> withdrawUnsentOrInDoubt(String reference, Predicate<LetterKind> which, String why, String by) {
        return withdraw(reference, which, why, by, letter -> {});
    }

    private List<Letter> withdraw(
            String reference, Predicate<LetterKind> which, String why, String by, Consumer<Letter> check) {
        List<Letter> withdrawn = new ArrayList<>();
        for (Letter one : store.ofCase(cases.get(reference).id())) {
            if (!one.state().isOver() && which.test(one.kind())) {
                Letter letter = store.held(one.id());
                if (claims.isHeld(letter.id())) {
                    throw new Refusal("Letter %s is being sent at this moment. Try again in a minute."
                            .formatted(letter.kind().id()));
                }
                if (!letter.state().isOver()) {
                    check.accept(letter);
                }
                List<LetterRecipient> inDoubt = dispatch.inDoubt(letter.id());
                if (store.withdraw(letter.id(), why)) {
                    withdrawn.add(letter);
                    cases.note(
                            reference,
                            by,
                            "Letter withdrawn: %s %s"
                                    .formatted(letter.kind().id(), letter.kind().title()),
                            why + goneAlready(letter) + mayHaveGone(inDoubt));
                }
            }
        }
        return withdrawn;
    }

    private String goneAlready(Letter letter) {
        String gone = names(store.recipients(letter.id()).stream().filter(LetterRecipient::isSent));
        return gone.isEmpty() ? "" : " It had gone already to " + gone + ".";
    }

    private static String mayHaveGone(List<LetterRecipient> inDoubt) {
        return inDoubt.isEmpty() ? "" : " Nobody knows whether it has gone to " + names(inDoubt.stream()) + ".";
    }

    private static String names(Stream<LetterRecipient> recipients) {
        return recipients.map(LetterRecipient::name).collect(Collectors.joining(", "));
    }
}
