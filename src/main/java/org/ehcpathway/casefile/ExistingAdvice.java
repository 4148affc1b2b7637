package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Advice that was given before, for whatever purpose, and is enough: when who gave it, the council and the family are all satisfied,
 * the council must not ask for it again (regulation 6(4), EX-6). Nothing here is older or younger than the law wants: it sets no age.
 */
@Service
@Transactional
public class ExistingAdvice {

    private final Cases cases;
    private final AdviceRepository advice;
    private final AdviceSteps steps;
    private final DocumentRepository documents;

    ExistingAdvice(Cases cases, AdviceRepository advice, AdviceSteps steps, DocumentRepository documents) {
        this.cases = cases;
        this.advice = advice;
        this.steps = steps;
        this.documents = documents;
    }

    /**
     * That somebody is satisfied that the existing advice is enough.
     *
     * @param who the person
     * @param on the day they said so
     * @param how how they said so, such as by telephone
     */
    public record Satisfied(String who, LocalDate on, String how) {

        private boolean isMissing() {
            return blank(who) && on == null && blank(how);
        }

        private static boolean blank(String typed) {
            return typed == null || typed.isBlank();
        }
    }

    /**
     * Takes an existing report as the advice. Nobody is asked for it any more.
     *
     * @param documentId the report, a paper of the case
     * @throws Refusal when one of the three is not satisfied, when it is the family's own advice, or when it was asked for already
     */
    public Advice reuse(
            long adviceId, Long documentId, Satisfied giver, Satisfied council, Satisfied family, String by) {
        Advice wanted = hold(adviceId);
        if (wanted.kind() == AdviceKind.FAMILY) {
            throw new Refusal("The family is always asked for its own advice (regulation 6(1)(a)).");
        }
        if (wanted.state() != AdviceState.TO_BE_ASKED) {
            throw new Refusal("This advice was asked for already; enter the report on the task of the adviser.");
        }
        if (documentId == null
                || documents
                        .findById(documentId)
                        .filter(document -> document.caseId().equals(wanted.caseId()))
                        .isEmpty()) {
            throw new Refusal("Choose the existing report among the papers of this case.");
        }
        if (Stream.of(giver, council, family).anyMatch(Satisfied::isMissing)) {
            throw new Refusal(
                    "Record who gave the advice, the council and the family, each as satisfied that it is enough; if one of them is not, the advice is asked for anew (regulation 6(4)).");
        }
        keep(wanted, AdviceStep.What.GIVER_SATISFIED, giver, "who gave the advice", documentId, by);
        keep(wanted, AdviceStep.What.COUNCIL_SATISFIED, council, "the officer of the council", documentId, by);
        keep(wanted, AdviceStep.What.FAMILY_SATISFIED, family, "the parent or young person", documentId, by);
        LocalDate settled = Stream.of(giver.on(), council.on(), family.on())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        steps.keep(wanted, AdviceStep.What.REUSED, settled, null, null, documentId, by);
        Advice taken = advice.save(wanted.received(settled, documentId, null));
        cases.tell(
                wanted.caseId(), by, "Existing advice taken, not asked for again (EX-6)", AdviceSteps.titleOf(wanted));
        return taken;
    }

    private void keep(
            Advice wanted, AdviceStep.What what, Satisfied satisfied, String whose, Long documentId, String by) {
        steps.keep(
                wanted,
                what,
                Entry.pastDate(satisfied.on(), "the day on which " + whose + " was satisfied", cases.today()),
                Entry.line(satisfied.who(), "the name of " + whose, 200),
                Entry.line(satisfied.how(), "how " + whose + " said so", 500),
                documentId,
                by);
    }

    private Advice hold(long adviceId) {
        Advice found = advice.findById(adviceId).orElseThrow(AdviceRegister::unknown);
        cases.hold(found.caseId().longValue());
        return advice.findById(adviceId).orElseThrow(AdviceRegister::unknown);
    }
}
