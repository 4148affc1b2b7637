package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.TransferWish;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.RequestsForSettings.Asked;
import org.ehcpathway.pathway.RequestsForSettings.Wanted;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * What the family says about the next phase: the setting it asks for, with the right of section 38(3), or none. Settings are consulted at
 * once, or in the round with those of other children; every child has a consultation of its own either way.
 */
@Component
class RecordTransferWishForm implements CaseForm {

    private final PhaseTransfers transfers;
    private final RequestsForSettings requests;
    private final SettingFields settings;

    RecordTransferWishForm(PhaseTransfers transfers, RequestsForSettings requests, SettingFields settings) {
        this.transfers = transfers;
        this.requests = requests;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "record-transfer-wish";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        TransferWish.Answer answer = entry.requiredChoice("answer", "What the family says", TransferWish.Answer.class);
        String words = entry.words("words", "In its own words");
        String saidBy = entry.requiredText("saidBy", "Who says it");
        LocalDate saidOn = entry.requiredDate("saidOn", "Said on");
        Means how = entry.choice("how", "How it came", Means.class);
        String askedFor = entry.text("requestedSetting", "Setting the family asks for");
        Wanted requested = settings.requested(entry);
        Wanted considered = settings.considered(entry);
        boolean inTheRound = entry.ticked("inTheRound", "Consult in the round");
        long episode = EpisodeForms.episode(entry);
        boolean names = askedFor != null || requested.urn() != null;
        if (answer == TransferWish.Answer.ASKS && !names) {
            throw new Refusal("Write down the setting the family asks for, or give its URN.");
        }
        if (answer != TransferWish.Answer.ASKS && names) {
            throw new Refusal("The family asks for a setting: choose so, or leave the setting out.");
        }
        transfers.wished(episode, answer, words, saidBy, saidOn, entry.user());
        if (names) {
            requests.keep(
                    entry.reference(),
                    new Asked(askedFor, requested, saidBy, saidOn, how == null ? Means.OTHER : how),
                    entry.user());
        }
        if (answer != TransferWish.Answer.NO_TRANSFER) {
            settings.planConsidered(entry, considered);
        }
        return Map.of(Vars.TRANSFERS, answer != TransferWish.Answer.NO_TRANSFER, Vars.CONSULT_NOW, !inTheRound);
    }
}
