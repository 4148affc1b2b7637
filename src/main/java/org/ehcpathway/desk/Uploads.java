package org.ehcpathway.desk;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.pathway.CaseTasks;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes papers into the file and notes them for the task they were uploaded for: both, or neither. */
@Service
class Uploads {

    private final Documents documents;
    private final CaseTasks tasks;
    private final Colleagues colleagues;

    Uploads(Documents documents, CaseTasks tasks, Colleagues colleagues) {
        this.documents = documents;
        this.tasks = tasks;
        this.colleagues = colleagues;
    }

    /** What a person may hand in: plans and letters are made here, advisers bring advice, and who is consulted what goes with the reply. */
    static List<DocumentKind> kinds(Seen seen) {
        return switch (seen.sight()) {
            case ADVICE -> List.of(DocumentKind.ADVICE);
            case CONSULTED -> List.of(DocumentKind.OTHER);
            default -> List.of(DocumentKind.REQUEST, DocumentKind.ADVICE, DocumentKind.OTHER);
        };
    }

    /**
     * Keeps a paper.
     *
     * @param kind one of {@link #kinds(Seen)}, as its code
     * @param taskId the task it is for, or null
     * @throws Refusal when the paper cannot be taken; nothing was kept then
     */
    @Transactional
    public Document keep(Seen seen, String kind, String title, String fileName, InputStream content, String taskId) {
        if (!seen.mayAddPapers()) {
            throw new NotAllowed("Papers are added by the people who work on the case.");
        }
        DocumentKind chosen = Arrays.stream(DocumentKind.values())
                .filter(known -> known.name().equals(kind) && kinds(seen).contains(known))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose what kind of paper it is."));
        Document kept = documents.add(seen.c().reference(), chosen, title, fileName, content, colleagues.asking());
        if (taskId != null) {
            tasks.attach(taskId, kept.id());
        }
        return kept;
    }
}
