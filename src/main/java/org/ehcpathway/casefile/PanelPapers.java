package org.ehcpathway.casefile;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.PanelPaper.Kind;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers and minutes of sittings: kept with their hash, never changed; the latest of a reader is the one that counts. */
@Service
@Transactional
public class PanelPapers {

    private final PanelPaperRepository papers;
    private final PanelApprovalRepository approvals;
    private final PanelSeatRepository seats;
    private final PanelMemberRepository members;
    private final JdbcTemplate jdbc;
    private final Cases cases;

    PanelPapers(
            PanelPaperRepository papers,
            PanelApprovalRepository approvals,
            PanelSeatRepository seats,
            PanelMemberRepository members,
            JdbcTemplate jdbc,
            Cases cases) {
        this.papers = papers;
        this.approvals = approvals;
        this.seats = seats;
        this.members = members;
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** A paper with its bytes. */
    public record Opened(PanelPaper paper, String sha256, byte[] content) {}

    /** Keeps the papers that these members all get. */
    public void keepPapers(PanelSitting sitting, int templateVersion, byte[] pdf, List<Long> memberIds) {
        Long content = content(pdf);
        memberIds.forEach(member -> papers.save(
                new PanelPaper(null, sitting.id(), Kind.PAPERS, member, templateVersion, content, cases.now())));
    }

    public PanelPaper keepMinutes(PanelSitting sitting, int templateVersion, byte[] pdf) {
        return papers.save(
                new PanelPaper(null, sitting.id(), Kind.MINUTES, null, templateVersion, content(pdf), cases.now()));
    }

    /** The papers of a member, the last ones made. */
    @Transactional(readOnly = true)
    public Optional<PanelPaper> papersOf(PanelSitting sitting, long memberId) {
        return papers.findBySittingIdOrderById(sitting.id()).stream()
                .filter(paper -> paper.kind() == Kind.PAPERS && paper.memberId() == memberId)
                .reduce((earlier, later) -> later);
    }

    /** The minutes, as they were made last. */
    @Transactional(readOnly = true)
    public Optional<PanelPaper> minutesOf(PanelSitting sitting) {
        return papers.findBySittingIdOrderById(sitting.id()).stream()
                .filter(paper -> paper.kind() == Kind.MINUTES)
                .reduce((earlier, later) -> later);
    }

    /** What was said of a paper last; empty while nothing was. */
    @Transactional(readOnly = true)
    public Optional<PanelApproval> said(PanelPaper minutes) {
        return approvals.findByPaperIdOrderById(minutes.id()).stream().reduce((earlier, later) -> later);
    }

    @Transactional(readOnly = true)
    public Opened open(PanelPaper paper) {
        return jdbc.query(
                        "select sha256, content from panel_paper_content where id = ?",
                        (row, i) -> new Opened(paper, row.getString(1), row.getBytes(2)),
                        paper.contentId())
                .get(0);
    }

    /**
     * Approves the latest minutes, or says what has to be corrected.
     *
     * @param words what has to be corrected; null to approve
     * @throws NotAllowed when this person did not chair the sitting
     */
    public void approve(PanelSitting sitting, String words, String by) {
        boolean chaired = members.findByUserId(by)
                .filter(member -> seats.findBySittingIdOrderById(sitting.id()).stream()
                        .anyMatch(seat -> seat.chairs() && seat.memberId().equals(member.id())))
                .isPresent();
        if (!chaired) {
            throw new NotAllowed("The minutes are approved by the member who chaired the sitting.");
        }
        PanelPaper minutes = minutesOf(sitting).orElseThrow(() -> new Refusal("There are no minutes yet."));
        if (said(minutes).filter(PanelApproval::approved).isPresent()) {
            throw new Refusal("These minutes were approved already.");
        }
        String correction = words == null ? null : Entry.line(words, "what has to be corrected", 2000);
        approvals.save(new PanelApproval(null, minutes.id(), correction == null, correction, by, cases.now()));
    }

    private Long content(byte[] pdf) {
        Long id = jdbc.queryForObject(
                "select coalesce(max(id), 0) from panel_paper_content where sha256 = ?",
                Long.class,
                Fingerprint.of(pdf));
        if (id != null && id > 0) {
            return id;
        }
        jdbc.update("insert into panel_paper_content (sha256, size, content) values (?, ?, ?)", insert -> {
            insert.setString(1, Fingerprint.of(pdf));
            insert.setInt(2, pdf.length);
            insert.setBinaryStream(3, new ByteArrayInputStream(pdf), pdf.length);
        });
        return jdbc.queryForObject(
                "select max(id) from panel_paper_content where sha256 = ?", Long.class, Fingerprint.of(pdf));
    }
}
