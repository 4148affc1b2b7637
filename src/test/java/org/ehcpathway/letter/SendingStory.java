package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.NewContact;
import org.ehcpathway.casefile.NewRequest;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.letter.SendingEvent.What;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A letter L-01 to the mother of Rowan Ashdown, made and signed on Monday 26 October 2026, and nothing sent yet. */
@LetterRoom.Test
abstract class SendingStory {

    static final LocalDate MONDAY = LocalDate.of(2026, 10, 26);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Autowired
    LetterPreparation preparation;

    @Autowired
    LetterSigning signing;

    @Autowired
    LetterSending sending;

    @Autowired
    LetterReading reading;

    @Autowired
    CaseFiles cases;

    @Autowired
    Documents documents;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void monday() {
        today(MONDAY);
    }

    void today(LocalDate day) {
        ((TestClock) clock).setTo(day);
    }

    void at(LocalDateTime moment) {
        ((TestClock) clock).setTo(moment);
    }

    Letter toBeMailed(String email) {
        return made(by(Channel.EMAIL, email));
    }

    Letter toBePosted() {
        return made(by(Channel.POST, null));
    }

    Letter made(NewContact mother) {
        Letter letter = preparation.prepare(opened(mother), LetterKind.L_01, null, "caseworker");
        signing.sign(letter.id(), "caseworker", "Ade Bello", "SEN caseworker");
        sending.render(letter.id());
        return letter;
    }

    String opened(NewContact mother) {
        return cases.open(
                        new NewRequest(
                                "Rowan Lee",
                                "Ashdown",
                                "Rowan",
                                LocalDate.of(2017, 5, 3),
                                null,
                                null,
                                new Address("7 Mill Lane", null, "Exampleton", null, "ZX1 1AB"),
                                "English",
                                null,
                                null,
                                List.of(mother),
                                null,
                                "team-north",
                                LocalDate.of(2026, 10, 26),
                                RequestSource.PARENT,
                                "Maya Ashdown",
                                "Rowan cannot follow the lessons and has stopped speaking at school."),
                        "caseworker")
                .reference();
    }

    static NewContact by(Channel channel, String email) {
        return new NewContact("Maya Ashdown", "Mother", true, channel, email != null, email, null, null);
    }

    LetterRecipient maya(Letter letter) {
        return reading.recipients(letter.id()).get(0);
    }

    List<What> happened(Letter letter) {
        return reading.sendings(letter.id()).stream().map(SendingEvent::what).toList();
    }

    String lastSentence(Letter letter) {
        List<SendingEvent> events = reading.sendings(letter.id());
        return events.get(events.size() - 1).sentence();
    }

    void enclose(Letter letter, byte[] pdf) {
        String reference =
                jdbc.queryForObject("select reference from ehc_case where id = ?", String.class, letter.caseId());
        preparation.enclose(
                letter.id(),
                documents
                        .add(reference, DocumentKind.OTHER, "A paper", "paper.pdf", pdf, "caseworker")
                        .id(),
                "A paper",
                "caseworker");
    }
}
