package org.ehcpathway.plan;

import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.letter.AttachedFile;
import org.ehcpathway.statute.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The reports of section K: looked at before a plan goes out, and handed to the document that carries them. */
@Component
class PlanReports {

    private final Documents documents;
    private final DataSize mostAttached;

    /** @param mostAttached what one plan can carry; reports beyond it, in the order of section K, are sent beside it */
    PlanReports(Documents documents, @Value("${ehc.plan.attached-max:60MB}") DataSize mostAttached) {
        this.documents = documents;
        this.mostAttached = mostAttached;
    }

    /**
     * The reports in the order of section K.
     *
     * @throws Refusal naming the report, when one cannot be opened by those who will get it
     */
    List<PlanReport> of(PlanText text) {
        return reports(text, true);
    }

    /** The same without opening them: their pages are not counted. */
    List<PlanReport> listed(PlanText text) {
        return reports(text, false);
    }

    private List<PlanReport> reports(PlanText text, boolean open) {
        List<PlanReport> reports = new ArrayList<>();
        long attached = 0;
        for (PlanAppendix appendix : text.appendices()) {
            if (appendix.documentId() != null) {
                Document paper = documents.get(appendix.documentId());
                int pages = open ? opened(appendix, paper).pages() : 0;
                boolean fits = attached + paper.size() <= mostAttached.toBytes();
                attached += fits ? paper.size() : 0;
                reports.add(new PlanReport(appendix, paper, pages, fits));
            }
        }
        return reports;
    }

    /** The bytes of one report. */
    byte[] content(PlanReport report) {
        return documents.content(report.paper().id());
    }

    /** The reports that go into the plan's PDF. */
    List<AttachedFile> attached(List<PlanReport> reports) {
        return reports.stream()
                .filter(PlanReport::attached)
                .map(report -> new AttachedFile(
                        report.fileName(),
                        report.paper().mediaType(),
                        report.description(),
                        report.paper().addedAt(),
                        report.paper().size(),
                        report.paper().sha256(),
                        () -> content(report)))
                .toList();
    }

    private Documents.Opened opened(PlanAppendix appendix, Document paper) {
        try {
            return documents.open(paper);
        } catch (Refusal refusal) {
            throw new Refusal(
                    "The report %s, %s from %s, cannot go with the plan. %s"
                            .formatted(appendix.label(), appendix.title(), appendix.author(), refusal.getMessage()),
                    refusal);
        }
    }
}
