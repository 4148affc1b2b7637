package org.ehcpathway.desk;

import java.util.List;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CaseView.LetterView;
import org.ehcpathway.desk.CaseView.Named;
import org.ehcpathway.desk.CaseView.OnTheWay;
import org.ehcpathway.desk.CaseView.RecipientView;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterSigning;
import org.ehcpathway.letter.RecipientRole;
import org.ehcpathway.letter.SendingEvent;
import org.ehcpathway.letter.TranslatedLetter;
import org.springframework.stereotype.Component;

/** Shows the letters of a case that the person who asks may read, and what became of each. */
@Component
class LetterViews {

    private final LetterSigning signing;
    private final LetterReading reading;
    private final Papers papers;

    LetterViews(LetterSigning signing, LetterReading reading, Papers papers) {
        this.signing = signing;
        this.reading = reading;
        this.papers = papers;
    }

    List<LetterView> of(Seen seen) {
        if (seen.sight() == Sight.PANEL || seen.sight() == Sight.FIGURES) {
            return List.of();
        }
        return reading.of(seen.c().reference()).stream()
                .filter(letter -> papers.mayRead(seen, letter))
                .map(letter -> letter(letter, reading.recipients(letter.id()), reading.sendings(letter.id())))
                .toList();
    }

    private LetterView letter(Letter letter, List<LetterRecipient> recipients, List<SendingEvent> onTheWay) {
        return new LetterView(
                letter.id(),
                letter.kind().id(),
                letter.kind().title(),
                new Named(
                        letter.state().name(),
                        switch (letter.state()) {
                            case PREPARED -> "To be signed";
                            case SIGNED, RENDERED ->
                                signing.waitsForSecondCheck(letter.id())
                                        ? "To be checked by a second person"
                                        : "Being sent";
                            case SENT -> "Sent";
                            case WITHDRAWN -> "Withdrawn";
                        }),
                letter.letterDate(),
                letter.signerName(),
                letter.signerTitle(),
                letter.aboutId(),
                reading.resends(letter.id()).orElse(null),
                reading.translation(letter.id())
                        .map(TranslatedLetter::languageName)
                        .orElse(null),
                reading.isTranslatable(letter.id()),
                recipients.stream()
                        .map(recipient -> new RecipientView(
                                recipient.id(),
                                recipient.name(),
                                recipient.role() == RecipientRole.COPY,
                                named(recipient.channel(), recipient.channel().title()),
                                recipient.sentOn(),
                                recipient.servedOn(),
                                recipient.receipt(),
                                "/letters/" + letter.id() + "/recipients/" + recipient.id() + ".pdf",
                                onTheWay.stream()
                                        .filter(event -> event.recipientId() == recipient.id())
                                        .map(event -> new OnTheWay(
                                                named(event.what(), event.what().title()),
                                                event.way(),
                                                event.sentence(),
                                                event.at()))
                                        .toList()))
                        .toList());
    }

    private static Named named(Enum<?> code, String title) {
        return new Named(code.name(), title);
    }
}
