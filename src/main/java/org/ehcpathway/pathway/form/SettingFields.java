package org.ehcpathway.pathway.form;

import org.ehcpathway.casefile.ConsultationReason;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.RequestsForSettings.Wanted;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.springframework.stereotype.Component;

/** The fields in which several forms name a setting to be consulted: register number, kind, and the other council if there is one. */
@Component
class SettingFields {

    private final RequestsForSettings requests;

    SettingFields(RequestsForSettings requests) {
        this.requests = requests;
    }

    /** A setting the council thinks of naming. */
    Wanted considered(FormEntry entry) {
        return typed(entry, "considered", "setting to consult");
    }

    /** The setting the family asks for. */
    Wanted requested(FormEntry entry) {
        return typed(entry, "requested", "setting the family asks for");
    }

    private static Wanted typed(FormEntry entry, String prefix, String what) {
        String urn = entry.text(prefix + "Urn", "URN of the " + what);
        SettingKind kind = entry.choice(prefix + "Kind", "Kind of the " + what, SettingKind.class);
        String council = entry.text(prefix + "Council", "The other council that maintains it");
        return new Wanted(urn, kind, council);
    }

    /** Has the setting consulted when one was named. */
    void planConsidered(FormEntry entry, Wanted typed) {
        if (typed.urn() == null) {
            if (typed.otherCouncil() != null) {
                throw new Refusal("Give the URN of the setting to consult, or leave the other council out.");
            }
            return;
        }
        requests.plan(entry.reference(), typed, ConsultationReason.CONSIDERED, entry.user());
    }
}
