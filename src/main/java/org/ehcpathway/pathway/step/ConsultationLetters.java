package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/** The letters L-09 of consultations: begun with their facts, and kept so that a setting has its 15 days when one is signed later. */
@Component
public class ConsultationLetters {

    private static final String REPLY_BY = "replyBy";

    private final LetterPreparation preparation;
    private final LetterReading reading;
    private final Timescales timescales;
    private final Clock clock;

    public ConsultationLetters(
            LetterPreparation preparation, LetterReading reading, Timescales timescales, Clock clock) {
        this.preparation = preparation;
        this.reading = reading;
        this.timescales = timescales;
        this.clock = clock;
    }

    /** Begins the letter to a setting; gives back its id. */
    long begin(String reference, SettingConsultation planned, Setting setting) {
        Map<String, String> facts = new HashMap<>();
        facts.put("setting", setting.urn());
        facts.put("why", planned.why().name());
        facts.put(REPLY_BY, earliestReply().toString());
        if (planned.otherCouncil() != null) {
            facts.put("otherCouncil", planned.otherCouncil());
        }
        return preparation
                .prepare(reference, LetterKind.L_09, null, facts, "process")
                .id();
    }

    /** Before a letter is signed: the day of the reply moves on when it would no longer leave the setting its 15 days (SCH-02). */
    public void bringForward(long letterId) {
        Map<String, String> facts = new HashMap<>(reading.facts(letterId));
        LocalDate earliest = earliestReply();
        if (facts.containsKey(REPLY_BY) && LocalDate.parse(facts.get(REPLY_BY)).isBefore(earliest)) {
            facts.put(REPLY_BY, earliest.toString());
            preparation.giveFacts(letterId, facts, "process");
        }
    }

    /** Letters to settings go by email; one that goes by post is served later, and then the reply is due later than the letter says. */
    private LocalDate earliestReply() {
        return timescales.due("SCH-02", LocalDate.now(clock)).due();
    }
}
