package org.ehcpathway.plan.tribunal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working document of an appeal about a plan: a copy of the disputed sections that goes back and forth between council and
 * family, each marking what it wants by the Tribunal's key, until the hearing. Every round is kept.
 *
 * <p>Whoever calls must have the right to do so.
 */
@Service
@Transactional
public class WorkingDocuments {

    /** What an appeal may be about (Children and Families Act 2014 s.51(2)(c)). */
    public static final Set<String> APPEALABLE = Set.of("B", "F", WorkingText.SECTION_I);

    private static final Set<String> SECTIONS = Set.of("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I");

    private final WorkingDocumentStore store;
    private final Plans plans;
    private final CaseFiles files;
    private final Documents documents;
    private final Clock clock;

    WorkingDocuments(WorkingDocumentStore store, Plans plans, CaseFiles files, Documents documents, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.files = files;
        this.documents = documents;
        this.clock = clock;
    }

    /** All rounds of a case in the order they were made. */
    @Transactional(readOnly = true)
    public List<WorkingDocument> of(String reference) {
        return store.ofCase(files.get(reference).id());
    }

    /** The round that counts now. */
    @Transactional(readOnly = true)
    public Optional<WorkingDocument> last(String reference) {
        return of(reference).stream().reduce((first, second) -> second);
    }

    /**
     * Begins a working document with the words of a version; what was said in earlier rounds on another version stays in these.
     *
     * @param versionNumber of the version, usually the plan in force
     * @param sections the letters of the disputed sections
     * @throws Refusal when there is no such version, or a working document on it was begun before
     */
    public WorkingDocument begin(String reference, int versionNumber, Set<String> sections, String by) {
        if (sections.isEmpty() || !SECTIONS.containsAll(sections)) {
            throw new Refusal("Choose the sections that the appeal is about, at least one of A to I.");
        }
        PlanVersion version = plans.of(reference).stream()
                .filter(known -> known.number() == versionNumber)
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose the version of the plan that the appeal is about."));
        CaseFile file = files.whole(reference);
        store.hold(file.c().id());
        if (of(reference).stream().anyMatch(known -> known.versionId().equals(version.id()))) {
            throw new Refusal("A working document on this version was begun before: go on with its last round.");
        }
        PlanText plan = plans.text(reference, version);
        return keep(file, version, 1, Side.COUNCIL, WorkingText.of(plan, sections), null, by);
    }

    /**
     * Takes a document that came back into the file as a paper, so that it can be checked; nothing else changes.
     *
     * @throws Refusal when it is no Word document, or one of another case
     */
    public Document receive(String reference, String fileName, byte[] content, Side sender, String by) {
        WorkingDocument last = required(reference);
        Received received = Receiving.of(content, last, sender, false);
        requireThisCase(reference, received);
        return documents.add(
                reference,
                DocumentKind.OTHER,
                "Working document from " + sender.title() + ", answer to round "
                        + (received.round() == null ? last.round() : received.round()),
                fileName,
                content,
                by);
    }

    /**
     * What a paper says as an answer to the last round.
     *
     * @param both whether both sides stand behind it, as after a meeting
     * @throws Refusal when the paper is not of this case or cannot be read
     */
    @Transactional(readOnly = true)
    public Received check(String reference, long documentId, Side sender, boolean both) {
        Document paper = documents.get(documentId);
        if (!paper.caseId().equals(files.get(reference).id())) {
            throw new Refusal("There is no such document.");
        }
        Received received = Receiving.of(documents.content(documentId), required(reference), sender, both);
        requireThisCase(reference, received);
        return received;
    }

    /**
     * Takes a checked paper as the next round.
     *
     * @param round the round the person who checked it saw as the last one
     * @param placed to which places loose words go: bookmark names by the number of the loose words
     * @throws Refusal when another round was made meanwhile
     */
    public WorkingDocument take(
            String reference,
            long documentId,
            Side sender,
            boolean both,
            int round,
            Map<Integer, String> placed,
            String by) {
        CaseFile file = files.whole(reference);
        store.hold(file.c().id());
        WorkingDocument last = required(reference);
        if (last.round() != round) {
            throw new Refusal("Another round was made meanwhile. Check the document again beside it.");
        }
        if (of(reference).stream().anyMatch(known -> Long.valueOf(documentId).equals(known.receivedId()))) {
            throw new Refusal("This document was taken as a round already.");
        }
        Received received = check(reference, documentId, sender, both);
        Map<Integer, Place> places = new LinkedHashMap<>();
        placed.forEach((number, bookmark) -> places.put(
                number,
                Place.read(bookmark)
                        .filter(place -> number >= 0
                                && number < received.loose().size()
                                && last.text().at(place).isPresent())
                        .orElseThrow(
                                () -> new Refusal("Choose where the words belong, or leave them beside the text."))));
        PlanVersion version = version(reference, last);
        return keep(file, version, round + 1, sender, Receiving.text(received, places), documentId, by);
    }

    private WorkingDocument keep(
            CaseFile file, PlanVersion version, int round, Side sender, WorkingText text, Long receivedId, String by) {
        LocalDate today = LocalDate.now(clock);
        String reference = file.c().reference();
        byte[] word = WorkingDocumentWriter.of(
                new WorkingDocumentWriter.Head(
                        file.person().fullName(), reference, version.title(), round, today, sender),
                text);
        Document made = documents.add(
                reference,
                DocumentKind.OTHER,
                "Working document, round " + round + ", on version " + version.number(),
                reference + "-working-document-round-" + round + ".docx",
                word,
                by);
        return store.save(new WorkingDocument(
                null, file.c().id(), version.id(), round, sender, made.id(), receivedId, text, by, clock.instant()));
    }

    PlanVersion version(String reference, WorkingDocument document) {
        return plans.of(reference).stream()
                .filter(version -> version.id().equals(document.versionId()))
                .findFirst()
                .orElseThrow();
    }

    private WorkingDocument required(String reference) {
        return last(reference).orElseThrow(() -> new Refusal("There is no working document yet. Begin one first."));
    }

    private static void requireThisCase(String reference, Received received) {
        if (received.reference() != null && !received.reference().equals(reference)) {
            throw new Refusal("This is the working document of another case. Nothing of it was kept here.");
        }
    }
}
