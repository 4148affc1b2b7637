package org.ehcpathway.casefile;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes what a second request brought into the case that goes on: its papers, which are evidence for the decision and go to the
 * advisers (regulations 6(3) and 7), the people it names, and the setting. Everything stays in the file of the second request too.
 */
@Component
class JoinedFiles {

    /** What the service made itself is no evidence. */
    private static final Set<DocumentKind> EVIDENCE =
            EnumSet.of(DocumentKind.REQUEST, DocumentKind.ADVICE, DocumentKind.OTHER);

    private final Cases cases;
    private final ContactRepository contacts;
    private final DocumentRepository documents;
    private final Documents papers;
    private final SettingRepository settings;

    JoinedFiles(
            Cases cases,
            ContactRepository contacts,
            DocumentRepository documents,
            Documents papers,
            SettingRepository settings) {
        this.cases = cases;
        this.contacts = contacts;
        this.documents = documents;
        this.papers = papers;
        this.settings = settings;
    }

    void take(EhcCase second, EhcCase first, String by) {
        documents.findByCaseIdOrderById(second.id()).stream()
                .filter(paper -> EVIDENCE.contains(paper.kind()))
                .forEach(paper -> papers.copy(paper, first, by));
        people(second, first, by);
        if (first.settingId() == null && second.settingId() != null) {
            cases.save(first.attending(second.settingId()));
            cases.tell(
                    first.id(),
                    by,
                    "Setting taken from " + second.reference(),
                    settings.findById(second.settingId()).orElseThrow().name());
        }
    }

    /** Somebody of the same name is the same person; a warning about them in either file holds in both. */
    private void people(EhcCase second, EhcCase first, String by) {
        List<Contact> known = contacts.findByPersonIdOrderById(first.personId());
        Map<Long, Long> ids = new HashMap<>();
        for (Contact other : contacts.findByPersonIdOrderById(second.personId())) {
            Optional<Contact> same = known.stream()
                    .filter(one -> plain(one).equals(plain(other)))
                    .findFirst();
            ids.put(
                    other.id(),
                    same.isPresent()
                            ? warned(same.get(), other).id()
                            : added(other, ids, second, first, by).id());
        }
    }

    private Contact warned(Contact known, Contact other) {
        Contact warned = known;
        if (other.unsafeToWriteTo() && !known.unsafeToWriteTo()) {
            warned = warned.flaggedUnsafe(other.unsafeReason(), other.unsafeFlaggedBy(), other.unsafeFlaggedAt());
        }
        if (other.addressWithheld() && !known.addressWithheld()) {
            warned = warned.withAddressWithheld(true);
        }
        return warned.equals(known) ? known : contacts.save(warned);
    }

    private Contact added(Contact other, Map<Long, Long> ids, EhcCase second, EhcCase first, String by) {
        Contact added = contacts.save(other.around(
                first.personId(), other.standsForContactId() == null ? null : ids.get(other.standsForContactId())));
        cases.tell(
                first.id(),
                by,
                "Person taken from " + second.reference() + ": " + added.name(),
                added.relationship() + ". What was sent before did not go to them.");
        return added;
    }

    private static String plain(Contact contact) {
        return contact.name()
                .toLowerCase(Locale.UK)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
