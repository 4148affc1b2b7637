package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the family said about a draft, each time it said something: word for word, with who, when and how (PLAN-04). */
@Service
@Transactional
public class Representations {

    private final Cases cases;
    private final CaseFiles files;
    private final Deadlines deadlines;
    private final RepresentationRepository representations;

    Representations(Cases cases, CaseFiles files, Deadlines deadlines, RepresentationRepository representations) {
        this.cases = cases;
        this.files = files;
        this.deadlines = deadlines;
        this.representations = representations;
    }

    /** Keeps one representation on the draft that was served last. */
    public FamilyView keep(
            String reference, ViewTopic topic, String saidBy, LocalDate saidOn, String words, Means how, String by) {
        FamilyView view = files.keepView(reference, topic, saidBy, saidOn, words, by);
        representations.save(new Representation(
                null,
                view.caseId(),
                view.id(),
                Entry.chosen(how, "how it reached us"),
                deadlines.current(reference, "PLAN-04").map(Deadline::id).orElse(null)));
        return view;
    }

    /** Those of a case in the order they were recorded. */
    @Transactional(readOnly = true)
    public List<Representation> of(String reference) {
        return representations.findByCaseIdOrderById(cases.get(reference).id());
    }
}
