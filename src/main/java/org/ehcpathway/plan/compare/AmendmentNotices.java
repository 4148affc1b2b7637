package org.ehcpathway.plan.compare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the notice of the proposed changes of a plan, which goes to the family with the plan as it is (regulation 22(2)(a)). */
@Service
@Transactional
public class AmendmentNotices {

    private final Plans plans;
    private final CaseFiles files;
    private final Documents documents;
    private final AmendmentNoticeDocument document;
    private final JdbcClient jdbc;
    private final Clock clock;

    AmendmentNotices(
            Plans plans,
            CaseFiles files,
            Documents documents,
            AmendmentNoticeDocument document,
            JdbcTemplate jdbc,
            Clock clock) {
        this.plans = plans;
        this.files = files;
        this.documents = documents;
        this.document = document;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /**
     * The changes that the latest proposal makes to the plan that was in force when it was written.
     *
     * @throws Refusal when no amendments are proposed in this case
     */
    @Transactional(readOnly = true)
    public AmendmentNotice of(String reference) {
        PlanVersion proposal = plans.latest(reference, PlanKind.PROPOSED_AMENDMENT)
                .orElseThrow(() -> new Refusal("No amendments of this plan are proposed."));
        PlanVersion plan = last(
                        reference,
                        version -> version.kind().isFinal()
                                && version.state() == PlanState.ISSUED
                                && version.number() < proposal.number())
                .orElseThrow(() -> new Refusal("There is no final plan that could be amended."));
        PlanText before = plans.text(reference, plan);
        PlanText after = plans.text(reference, proposal);
        PlanContent now = PlanContent.of(before);
        List<PlanChange> changes =
                PlanChanges.between(now, PlanContent.of(after).withNamingOf(now));
        return new AmendmentNotice(reference, plan, proposal, changes, NoticeWords.of(before, after, changes));
    }

    /** The notice as an accessible PDF with today's date. */
    @Transactional(readOnly = true)
    public byte[] pdf(AmendmentNotice notice) {
        return document.of(notice, files.whole(notice.reference()), LocalDate.now(clock));
    }

    /**
     * Puts the notice of an issued proposal into the file, once.
     *
     * @return its paper; empty while no proposal has been issued, or when the last one has become a plan already
     */
    public Optional<Document> keep(String reference, String by) {
        Optional<PlanVersion> issued = last(reference, version -> version.state() == PlanState.ISSUED)
                .filter(version -> version.kind() == PlanKind.PROPOSED_AMENDMENT);
        if (issued.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> kept = jdbc.sql("select document_id from amendment_notice where version_id = ?")
                .param(issued.get().id())
                .query(Long.class)
                .optional();
        if (kept.isPresent()) {
            return kept.map(documents::get);
        }
        AmendmentNotice notice = of(reference);
        Document made = documents.add(
                reference,
                DocumentKind.PLAN,
                "Notice of proposed changes to the EHC plan, version " + notice.proposalVersion(),
                reference + "-proposed-changes.pdf",
                pdf(notice),
                by);
        jdbc.sql("insert into amendment_notice (version_id, document_id) values (?, ?)")
                .param(notice.proposal().id())
                .param(made.id())
                .update();
        return Optional.of(made);
    }

    private Optional<PlanVersion> last(String reference, Predicate<PlanVersion> which) {
        return plans.of(reference).stream().filter(which).reduce((first, second) -> second);
    }
}
