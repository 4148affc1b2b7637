package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ConsultationReason;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.Transfer;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.pathway.NamingWindow;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/** The letters L-09 of consultations: begun with their facts, and kept so that a setting has its 15 days when one is signed later. */
@Component
public class ConsultationLetters {

    private static final String REPLY_BY = "replyBy";
    private static final String WHY = "why";
    private static final String BESIDE_A_REQUEST = "BESIDE";

    private final LetterPreparation preparation;
    private final LetterReading reading;
    private final SettingConsultations consultations;
    private final CaseFiles files;
    private final NamingWindow window;
    private final PhaseTransfers transfers;
    private final Timescales timescales;
    private final Clock clock;

    public ConsultationLetters(
            LetterPreparation preparation,
            LetterReading reading,
            SettingConsultations consultations,
            CaseFiles files,
            NamingWindow window,
            PhaseTransfers transfers,
            Timescales timescales,
            Clock clock) {
        this.consultations = consultations;
        this.files = files;
        this.window = window;
        this.transfers = transfers;
        this.preparation = preparation;
        this.reading = reading;
        this.timescales = timescales;
        this.clock = clock;
    }

    /** Begins the letter to a setting; gives back its id. */
    long begin(String reference, SettingConsultation planned, Setting setting) {
        Map<String, String> facts = new HashMap<>();
        facts.put("setting", setting.urn());
        facts.put("settingName", setting.name());
        facts.put(WHY, why(reference, planned));
        facts.put(REPLY_BY, earliestReply().toString());
        occasion(reference, facts);
        if (planned.otherCouncil() != null) {
            facts.put("otherCouncil", planned.otherCouncil());
        }
        return preparation
                .prepare(reference, LetterKind.L_09, null, facts, "process")
                .id();
    }

    /** What is prepared: a first plan, changes of a plan, or the naming of the next phase from its day on (regulation 18). */
    private void occasion(String reference, Map<String, String> facts) {
        Optional<Transfer> transfer = transfers.open(reference).stream().findFirst();
        transfer.ifPresent(next -> facts.put("movesOn", next.transferOn().toString()));
        facts.put(
                "occasion",
                transfer.isPresent() ? "TRANSFER" : files.get(reference).isInAssessment() ? "FIRST" : "AMENDMENT");
    }

    /** Once the family has asked for a setting, every other thought of is consulted under section 39(2) too (SCH-01, SCH-06). */
    private String why(String reference, SettingConsultation planned) {
        Instant since = window.ofCase(reference).orElse(Instant.MIN);
        return planned.why() == ConsultationReason.CONSIDERED
                        && consultations.requestsOfRight(reference).stream()
                                .anyMatch(asked -> !asked.recordedAt().isBefore(since))
                ? BESIDE_A_REQUEST
                : planned.why().name();
    }

    /**
     * Before a letter is signed: the day of the reply moves on when it would no longer leave the setting its 15 days (SCH-02), and
     * the power it names is that of the day.
     */
    public void bringForward(String reference, long letterId) {
        Map<String, String> before = reading.facts(letterId);
        Map<String, String> facts = new HashMap<>(before);
        LocalDate earliest = earliestReply();
        if (facts.containsKey(REPLY_BY) && LocalDate.parse(facts.get(REPLY_BY)).isBefore(earliest)) {
            facts.put(REPLY_BY, earliest.toString());
        }
        // A letter begun in its first version knows two powers only.
        if (facts.containsKey("settingName")) {
            consultations.ofLetter(letterId).ifPresent(planned -> facts.put(WHY, why(reference, planned)));
        }
        if (!facts.equals(before)) {
            preparation.giveFacts(letterId, facts, "process");
        }
    }

    /** Letters to settings go by email; one that goes by post is served later, and then the reply is due later than the letter says. */
    private LocalDate earliestReply() {
        return timescales.due("SCH-02", LocalDate.now(clock)).due();
    }
}
