package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.springframework.stereotype.Component;

/** Who gets a letter, and which papers of the request go with it, as of a day. */
@Component
class LetterCircle {

    private final LetterStore store;
    private final LetterMatter matter;
    private final Addressees addressees;
    private final LetterHandling handling;
    private final Dispatch dispatch;
    private final FamilysWords familysWords;
    private final Clock clock;

    LetterCircle(
            LetterStore store,
            LetterMatter matter,
            Addressees addressees,
            LetterHandling handling,
            Dispatch dispatch,
            FamilysWords familysWords,
            Clock clock) {
        this.store = store;
        this.matter = matter;
        this.addressees = addressees;
        this.handling = handling;
        this.dispatch = dispatch;
        this.familysWords = familysWords;
        this.clock = clock;
    }

    /**
     * The addressees of the day, and with a request for advice the papers of the request. Once the first recipient's letter is on
     * its way the circle is closed.
     */
    void bringUpToDate(Letter letter, CaseFile file, LocalDate day) {
        boolean onItsWay =
                store.recipients(letter.id()).stream().anyMatch(recipient -> recipient.idempotencyKey() != null);
        if (onItsWay) {
            return;
        }
        Optional<Advice> about = LetterMatter.about(file, letter.aboutId());
        boolean onlyByPost = handling.onlyByPost(letter.id());
        store.keepRecipients(
                letter.id(),
                addressees
                        .of(
                                letter.kind(),
                                file,
                                about.orElse(null),
                                matter.facts(letter),
                                store.released(letter.id()),
                                day)
                        .stream()
                        .filter(entry -> mayBeTold(letter, file, entry))
                        .map(entry -> dispatch.onItsWay(entry, onlyByPost))
                        .toList(),
                clock.instant());
        if (LetterComposer.enclosesRequestPapers(letter.kind(), about)) {
            encloseLongWords(letter, file);
            List<Long> enclosed = store.enclosures(letter.id()).stream()
                    .map(Enclosure::documentId)
                    .toList();
            file.documents().stream()
                    .filter(document -> document.kind() == DocumentKind.REQUEST && !enclosed.contains(document.id()))
                    .forEach(document -> store.enclose(
                            letter.id(), document.id(), document.title(), letter.preparedBy(), clock.instant()));
        }
    }

    /** The paper of an earlier day is taken out when the family has said more since. */
    private void encloseLongWords(Letter letter, CaseFile file) {
        if (familysWords.canBeQuoted(file)) {
            return;
        }
        Document paper = familysWords.paper(file, letter.preparedBy());
        List<Enclosure> earlier = store.enclosures(letter.id()).stream()
                .filter(enclosure -> enclosure.title().equals(FamilysWords.TITLE))
                .toList();
        if (earlier.stream().noneMatch(enclosure -> enclosure.documentId().equals(paper.id()))) {
            earlier.forEach(enclosure -> store.withdrawEnclosure(enclosure.id(), clock.instant()));
            store.enclose(letter.id(), paper.id(), FamilysWords.TITLE, letter.preparedBy(), clock.instant());
        }
    }

    /**
     * A refusal at the first look is told to the family (regulation 4(1)); others get it only where they were told before that an
     * assessment was being considered (regulation 5(2)).
     */
    private boolean mayBeTold(Letter letter, CaseFile file, Addressees.Entry entry) {
        return entry.role() != RecipientRole.COPY
                || letter.kind() != LetterKind.L_03
                || !isAtFirstLook(file)
                || store.ofCase(file.c().id()).stream()
                        .filter(earlier -> earlier.kind() == LetterKind.L_02)
                        .flatMap(earlier -> store.recipients(earlier.id()).stream())
                        .anyMatch(told -> told.isSent()
                                && told.role() == RecipientRole.COPY
                                && (told.name().equals(entry.name())
                                        || told.email() != null && told.email().equals(entry.email())));
    }

    private static boolean isAtFirstLook(CaseFile file) {
        return file.latest(DecisionKind.NOT_ASSESS)
                .filter(decision -> decision.ground().contains("s.36(3)")
                        || decision.ground().contains("s.36(6)(b)"))
                .isPresent();
    }

    /** Those who do not get the letter because they are flagged as unsafe to write to. */
    List<HeldBack> heldBack(Letter letter, LocalDate day) {
        CaseFile file = matter.file(letter);
        return addressees.heldBack(
                letter.kind(),
                file,
                LetterMatter.about(file, letter.aboutId()).orElse(null),
                matter.facts(letter),
                store.released(letter.id()),
                day);
    }
}
