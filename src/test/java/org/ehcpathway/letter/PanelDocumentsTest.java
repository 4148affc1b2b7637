package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.NewRecommendation;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.casefile.PanelItem;
import org.ehcpathway.casefile.PanelMembers;
import org.ehcpathway.casefile.PanelPapers;
import org.ehcpathway.casefile.PanelQuestion;
import org.ehcpathway.casefile.PanelRole;
import org.ehcpathway.casefile.PanelSitting;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.casefile.Requests;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.testing.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Papers and minutes of the panel: open to screen readers, fit for the archive, kept with their hash. */
@LetterRoom.Test
@OnH2
@TestPropertySource(properties = "ehc.panel.address=https://ehc.example.org")
class PanelDocumentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    PanelDocuments documents;

    @Autowired
    PanelFiles files;

    @Autowired
    PanelPapers papers;

    @Autowired
    PanelSittings sittings;

    @Autowired
    PanelAgenda agenda;

    @Autowired
    PanelMembers members;

    @Autowired
    CaseFiles cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    AdviceRegister advice;

    @Autowired
    Documents reports;

    @Test
    void papersAndMinutesKeepTheStandards_andMembersWhoSeeTheSameShareOneDocument() throws Exception {
        members.enrol("chair", "Pat O’Neill-Żuk", PanelRole.SEN_MANAGER, true, null);
        members.enrol("health", "Bola Adeyemi", PanelRole.HEALTH, false, null);
        members.enrol("psychology", "Dr Noor Haddad", PanelRole.EDUCATIONAL_PSYCHOLOGY, false, null);
        members.enrol("mother", "Maya Ashdown", PanelRole.SOCIAL_CARE, false, null);
        EhcCase rowan = waiting();
        PanelSitting sitting = sittings.convene(TODAY, LocalTime.of(10, 0));
        agenda.close(sitting.reference());
        documents.sendPapers(sitting.reference());

        assertThat(sittings.get(sitting.reference()).state()).isEqualTo(PanelSitting.State.PAPERS_SENT);
        byte[] whole = paper(sitting, "chair");
        assertThat(ReadPdf.broken(whole, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(whole, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(ReadPdf.spoken(whole))
                .contains("Papers of the panel, Monday 14 September 2026", "1. Rowan Lee Ashdown, " + rowan.reference())
                .contains("Legal date Monday 4 January 2027 (PLAN-01)")
                .contains("Rowan wants to be “left alone” & draw.")
                .contains("Medical advice Dr Anand To be asked")
                .contains("School report, report.txt")
                .doesNotContain("Mill Lane");
        assertThat(papers.open(papers.papersOf(sitting, member("health")).orElseThrow())
                        .sha256())
                .isEqualTo(papers.open(papers.papersOf(sitting, member("chair")).orElseThrow())
                        .sha256())
                .isEqualTo(Sha256.of(whole));

        byte[] withoutRowan = paper(sitting, "mother");
        assertThat(ReadPdf.broken(withoutRowan, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.spoken(withoutRowan))
                .contains("Not in your papers: you are connected with this case")
                .doesNotContain("Rowan");

        sittings.attendance(sitting.reference(), Set.copyOf(everybody(sitting)));
        PanelItem item = files.read(sitting.reference()).entries().get(0).item();
        agenda.recommend(
                sitting.reference(),
                item.id(),
                new NewRecommendation(
                        true,
                        "The advice agrees:\nRowan needs more than a school has.\n\n“Small steps” were tried.",
                        "Small groups",
                        null,
                        new BigDecimal("12.5")),
                "clerk");
        sittings.end(sitting.reference(), "Apologies were given.\nNobody was late.");
        documents.makeMinutes(sitting.reference());

        byte[] minutes = papers.open(papers.minutesOf(sitting).orElseThrow()).content();
        assertThat(ReadPdf.broken(minutes, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(minutes, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(ReadPdf.spoken(minutes))
                .contains("Pat O’Neill-Żuk SEN manager Chair")
                .contains("Maya Ashdown left for this case. Is a relative or friend of the family: Mother.")
                .contains("The panel recommends: To issue a plan.")
                .contains("Funding: 12.5 hours a week")
                .contains("Nobody was late.");
    }

    private EhcCase waiting() {
        EhcCase rowan = cases.open(Requests.rowans(), "caseworker");
        deadlines.start(rowan.reference(), "PLAN-01", TODAY);
        cases.keepView(
                rowan.reference(),
                ViewTopic.REQUEST,
                "Maya Ashdown",
                TODAY,
                "Rowan wants to be “left alone” & draw.",
                "caseworker");
        advice.plan(rowan.reference(), AdviceKind.MEDICAL, "Dr Anand", null, null, null, "advisers-health");
        reports.add(
                rowan.reference(),
                DocumentKind.REQUEST,
                "School report",
                "report.txt",
                "Report".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "caseworker");
        agenda.putBefore(rowan.reference(), PanelQuestion.ISSUE);
        return rowan;
    }

    private byte[] paper(PanelSitting sitting, String user) {
        return papers.open(papers.papersOf(sitting, member(user)).orElseThrow()).content();
    }

    private long member(String user) {
        return members.byUser(user).orElseThrow().id();
    }

    private List<Long> everybody(PanelSitting sitting) {
        return files.read(sitting.reference()).takingPart().stream()
                .map(PanelFile.Seat::member)
                .map(member -> member.id())
                .collect(Collectors.toList());
    }
}
