package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Puts letters that were made together with what goes in the same envelope. */
@Component
class Consignments {

    private final LetterStore store;
    private final Documents documents;

    Consignments(LetterStore store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    /** The letter as it goes to a recipient on the recipient's way. */
    Consignment of(Letter letter, LetterRecipient recipient, LocalDate today) {
        return of(
                letter,
                recipient,
                recipient.channel(),
                recipient.idempotencyKey() == null ? key(recipient) : recipient.idempotencyKey(),
                today);
    }

    /** The very letter that was made for a recipient, on another way or under another key. */
    Consignment of(Letter letter, LetterRecipient recipient, Channel channel, String key, LocalDate today) {
        List<Consignment.Paper> papers = new ArrayList<>();
        for (Enclosure enclosure : store.enclosures(letter.id())) {
            Document document = documents.get(enclosure.documentId());
            papers.add(new Consignment.Paper(
                    document.fileName(),
                    enclosure.title(),
                    document.mediaType(),
                    document.sha256(),
                    documents.content(document.id())));
        }
        if (recipient.documentId() == null) {
            throw new Refusal("The letter has not been made for one of its recipients: make it again.");
        }
        return new Consignment(
                key,
                letter.id(),
                recipient.id(),
                store.reference(letter.caseId()),
                letter.kind().id(),
                letter.kind().title(),
                channel,
                recipient.name(),
                recipient.address() == null ? List.of() : recipient.address().lines(),
                recipient.email(),
                today,
                recipient.documentId(),
                recipient.sha256(),
                documents.content(recipient.documentId()),
                papers);
    }

    /** The idempotency key of the first try. */
    String key(LetterRecipient recipient) {
        Letter letter = store.letter(recipient.letterId());
        return "%s_%s_%d_%d"
                .formatted(store.reference(letter.caseId()), letter.kind().id(), letter.id(), recipient.id());
    }
}
