package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import org.ehcpathway.casefile.ConsultationReason;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.springframework.stereotype.Component;

/** The fields in which several forms name a setting to be consulted: register number, kind, and the other council if there is one. */
@Component
class SettingFields {

    private final SettingConsultations consultations;
    private final LetterPreparation letters;
    private final Clock clock;

    SettingFields(SettingConsultations consultations, LetterPreparation letters, Clock clock) {
        this.consultations = consultations;
        this.letters = letters;
        this.clock = clock;
    }

    /** What was typed of one setting; all null when nothing was. */
    record Typed(String urn, SettingKind kind, String otherCouncil) {}

    /** A setting the council thinks of naming. */
    Typed considered(FormEntry entry) {
        return typed(entry, "considered", "setting to consult");
    }

    /** The setting the family asks for. */
    Typed requested(FormEntry entry) {
        return typed(entry, "requested", "setting the family asks for");
    }

    private static Typed typed(FormEntry entry, String prefix, String what) {
        String urn = entry.text(prefix + "Urn", "URN of the " + what);
        SettingKind kind = entry.choice(prefix + "Kind", "Kind of the " + what, SettingKind.class);
        String council = entry.text(prefix + "Council", "The other council that maintains it");
        return new Typed(urn, kind, council);
    }

    /** Has the setting consulted when one was named. */
    void planConsidered(FormEntry entry, Typed typed) {
        if (typed.urn() == null) {
            if (typed.otherCouncil() != null) {
                throw new Refusal("Give the URN of the setting to consult, or leave the other council out.");
            }
            return;
        }
        plan(entry, typed, ConsultationReason.CONSIDERED);
    }

    void plan(FormEntry entry, Typed typed, ConsultationReason why) {
        if (typed.kind() == null) {
            throw new Refusal(
                    "Choose what kind of setting it is: it settles who else is consulted, and what follows from"
                            + " naming it.");
        }
        if (typed.otherCouncil() != null) {
            checkAddressee(typed.otherCouncil());
        }
        consultations.plan(entry.reference(), typed.urn(), typed.kind(), why, typed.otherCouncil(), entry.user());
    }

    /** As the letter will want it; found there, it would be too late to say so to the person who types. */
    private void checkAddressee(String council) {
        letters.questions(LetterKind.L_09).stream()
                .filter(question -> question.name().equals("otherCouncil"))
                .forEach(question -> question.checked(council, LocalDate.now(clock)));
    }
}
