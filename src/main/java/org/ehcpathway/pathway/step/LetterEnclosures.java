package org.ehcpathway.pathway.step;

import java.util.Optional;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.compare.AmendmentNotices;
import org.springframework.stereotype.Component;

/** Puts the plan and the advice of its section K into the envelope of the letters that must carry them (L-08 to L-10, L-15, L-16). */
@Component
class LetterEnclosures {

    private final LetterPreparation preparation;
    private final Plans plans;
    private final AmendmentNotices notices;
    private final AdviceRegister register;
    private final SettingConsultations consultations;

    LetterEnclosures(
            LetterPreparation preparation,
            Plans plans,
            AmendmentNotices notices,
            AdviceRegister register,
            SettingConsultations consultations) {
        this.preparation = preparation;
        this.plans = plans;
        this.notices = notices;
        this.register = register;
        this.consultations = consultations;
    }

    /** Encloses what belongs to this kind of letter; nothing is enclosed twice. */
    void of(String reference, Letter letter) {
        switch (letter.kind()) {
            case L_08 -> enclose(reference, letter, plans.latest(reference, PlanKind.DRAFT));
            // A consultation that a caseworker writes at the case page encloses what the caseworker chooses.
            case L_09 -> {
                if (consultations.ofLetter(letter.id()).isPresent()) {
                    enclose(reference, letter, proposedTo(reference));
                }
            }
            // The plan in force, so that an amended plan goes out with its own letter and not the first one again.
            case L_10, L_16 -> enclose(reference, letter, plans.inForce(reference));
            case L_15 -> encloseProposedChanges(reference, letter);
            default -> {
                // The other letters carry what a caseworker encloses.
            }
        }
    }

    /** What a setting is consulted on: the draft, the plan as it would read with the changes that are proposed, or the one in force. */
    private Optional<PlanVersion> proposedTo(String reference) {
        return plans.amendmentsOpenedAt(reference).isPresent()
                ? plans.latest(reference, PlanKind.PROPOSED_AMENDMENT)
                        .filter(issued -> issued.documentId() != null)
                        .or(() -> plans.inForce(reference))
                : plans.inForce(reference).or(() -> plans.servedDraft(reference));
    }

    /** The plan as it is and exactly what is to change (regulation 22(2)(a)). The evidence is for the caseworker to choose. */
    private void encloseProposedChanges(String reference, Letter letter) {
        plans.inForce(reference)
                .map(PlanVersion::documentId)
                .ifPresent(plan -> preparation.enclose(letter.id(), plan, "EHC plan as it is now", "process"));
        notices.keep(reference, "process")
                .ifPresent(notice ->
                        preparation.enclose(letter.id(), notice.id(), "Proposed changes to the EHC plan", "process"));
    }

    private void enclose(String reference, Letter letter, Optional<PlanVersion> version) {
        version.filter(issued -> issued.documentId() != null)
                .ifPresent(issued -> preparation.enclose(
                        letter.id(), issued.documentId(), issued.kind().title(), "process"));
        int number = 0;
        for (Advice advice : register.of(reference)) {
            if (advice.documentId() != null) {
                number++;
                preparation.enclose(
                        letter.id(),
                        advice.documentId(),
                        "Section K, " + number + ": " + advice.kind().title() + ", from " + advice.adviserName(),
                        "process");
            }
        }
    }
}
