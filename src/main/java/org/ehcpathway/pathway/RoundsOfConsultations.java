package org.ehcpathway.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ConsultationReason;
import org.ehcpathway.casefile.ConsultationState;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.casefile.Transfer;
import org.ehcpathway.letter.RoundLetters;
import org.ehcpathway.pathway.RequestsForSettings.Wanted;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consults one setting about several children who transfer in a year: a consultation for each child, as the law wants (sections 39(2) and
 * 40(3)), and one covering letter with the list. Whoever calls must have the right to do so.
 */
@Component
@Transactional
public class RoundsOfConsultations {

    /** More at once would keep the person who asks waiting too long; another round takes the rest. */
    private static final int MOST = 200;

    private final CaseFiles files;
    private final PhaseTransfers transfers;
    private final SettingRegister register;
    private final SettingConsultations consultations;
    private final RequestsForSettings requests;
    private final RoundLetters letters;

    RoundsOfConsultations(
            CaseFiles files,
            PhaseTransfers transfers,
            SettingRegister register,
            SettingConsultations consultations,
            RequestsForSettings requests,
            RoundLetters letters) {
        this.files = files;
        this.transfers = transfers;
        this.register = register;
        this.consultations = consultations;
        this.requests = requests;
        this.letters = letters;
    }

    /**
     * Begins a round. A child whose consultation of this setting is planned gets that one; for any other the council thinks of naming it.
     *
     * @param year the calendar year of the transfers
     * @param kind what the setting is in law; may be null where every consultation is planned already
     * @return the id of the round
     * @throws Refusal when a child does not transfer in that year, or is consulted about with this setting already; then nothing is begun
     */
    public long begin(int year, String urn, SettingKind kind, List<String> references, String by) {
        if (references.isEmpty()) {
            throw new Refusal("Choose the children about whom the setting is to be consulted.");
        }
        if (references.size() > MOST) {
            throw new Refusal(
                    "Choose at most %d children for one round; another round takes the rest.".formatted(MOST));
        }
        Setting setting = register.get(urn);
        List<RoundLetters.Child> children = new ArrayList<>();
        for (String reference : references) {
            Transfer transfer = transfers.open(reference).stream()
                    .filter(one -> one.transferOn().getYear() == year)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            "Case " + reference + " has no phase transfer under way in " + year + ". Leave it out."));
            long consultation = planned(reference, setting, kind, by);
            requests.begin(reference, consultation);
            children.add(child(reference, transfer, consultation));
        }
        return letters.make(setting, year, children, by);
    }

    private long planned(String reference, Setting setting, SettingKind kind, String by) {
        Optional<SettingConsultation> open = open(reference, setting);
        if (open.isEmpty()) {
            requests.plan(reference, new Wanted(setting.urn(), kind, null), ConsultationReason.CONSIDERED, by);
            open = open(reference, setting);
        }
        return open.filter(one -> one.state() == ConsultationState.PLANNED)
                .map(SettingConsultation::id)
                .orElseThrow(() -> new Refusal(setting.name() + " is being consulted in case " + reference
                        + " already. Leave that child out."));
    }

    private Optional<SettingConsultation> open(String reference, Setting setting) {
        return consultations.of(reference).stream()
                .filter(one -> one.isOpen() && one.settingId().equals(setting.id()))
                .findFirst();
    }

    private RoundLetters.Child child(String reference, Transfer transfer, long consultation) {
        CaseFile file = files.whole(reference);
        return new RoundLetters.Child(
                consultation,
                file.person().fullName(),
                file.person().birthDate(),
                transfer.transferOn(),
                transfer.yearGroup() <= 0 ? "Reception" : "Year " + transfer.yearGroup(),
                reference);
    }
}
