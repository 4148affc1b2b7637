package org.ehcpathway.plan.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.letter.ReadPdf;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanStory;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.compare.AmendmentNotice.Entry;
import org.ehcpathway.plan.compare.AmendmentNotice.Paragraph;
import org.ehcpathway.plan.compare.AmendmentNotice.Piece;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The council proposes to change a plan in force, and the family gets a notice of exactly these changes. */
class AmendmentNoticeTest {

    abstract static class Told extends PlanStory {

        @Autowired
        AmendmentNotices notices;

        @Test
        void aProposalThatChangesNothingHasAnEmptyNotice_thoughItLeavesSectionIOpen() {
            thePlanIsInForce();
            plans.proposeAmendments(rowan);

            AmendmentNotice notice = notices.of(rowan);

            assertThat(notice.changes()).isEmpty();
            assertThat(notice.sections()).isEmpty();
        }

        @Test
        void theNoticeSaysWhatChangesInTheWordsOfThePlan_andNothingElse() throws Exception {
            thePlanIsInForce();
            amend();

            AmendmentNotice notice = notices.of(rowan);

            assertThat(notice.planVersion()).isEqualTo(2);
            assertThat(notice.proposalVersion()).isEqualTo(3);
            assertThat(notice.sections())
                    .extracting(AmendmentNotice.Section::title)
                    .containsExactly(
                            "Section B: Special educational needs",
                            "Section F: Special educational provision required");
            assertThat(notice.sections().get(0).entries())
                    .containsExactly(new Entry("B2 is new", List.of(), List.of(text("Groups <frighten> her."))));
            assertThat(notice.sections().get(1).entries())
                    .containsExactly(
                            new Entry(
                                    "F1, how much and how often",
                                    List.of(new Paragraph(List.of(
                                            new Piece("45", true), new Piece(" minutes, four times a week", false)))),
                                    List.of(new Paragraph(List.of(
                                            new Piece("60", true), new Piece(" minutes, four times a week", false))))),
                            new Entry(
                                    "F1, the needs and outcomes it is for",
                                    List.of(new Paragraph(List.of(new Piece("B1, E1", false)))),
                                    List.of(new Paragraph(List.of(
                                            new Piece("B1", false),
                                            new Piece(", B2", true),
                                            new Piece(", E1", false))))));

            PlanContent before = PlanContent.of(plans.text(rowan, notice.plan()));
            PlanContent after = PlanContent.of(plans.text(rowan, notice.proposal()));
            assertThat(before.after(notice.changes()))
                    .as("the notice applied to the plan in force")
                    .isEqualTo(after.withNamingOf(before));

            byte[] pdf = notices.pdf(notice);
            assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
            assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(ReadPdf.spoken(pdf).replaceAll("\\s+", " "))
                    .contains("B2 is new Now Nothing. Proposed Groups <frighten> her.")
                    .contains("F1, how much and how often Now 45 minutes, four times a week Proposed 60 minutes")
                    .doesNotContain("She likes drawing foxes", "Section D");
        }

        @Test
        void itGoesIntoTheFileOnce_whenTheProposalHasBeenIssued() {
            thePlanIsInForce();
            amend();
            assertThat(notices.keep(rowan, "process")).isEmpty();

            PlanVersion proposal = plans.issueDraft(rowan);
            Document kept = notices.keep(rowan, "process").orElseThrow();
            assertThat(kept.kind()).isEqualTo(DocumentKind.PLAN);
            assertThat(kept.title()).isEqualTo("Notice of proposed changes to the EHC plan, version 3");
            assertThat(notices.keep(rowan, "process")).contains(kept);
            assertThatThrownBy(() -> sql.update("delete from amendment_notice where version_id = ?", proposal.id()))
                    .isInstanceOf(DataAccessException.class);

            sign();
            assertThat(notices.of(rowan).planVersion())
                    .as("the plan that was in force then")
                    .isEqualTo(2);
            assertThat(notices.keep(rowan, "process"))
                    .as("the amended plan is issued, so nothing is proposed now")
                    .isEmpty();
        }

        @Test
        void versionsAreComparedItemByItem() {
            thePlanIsInForce();
            amend();
            PlanItem outcome = first(PlanPart.E);
            writing.remove(rowan, outcome.line(), outcome.counter(), "casey");
            List<PlanVersion> all = plans.of(rowan);

            PlanComparison comparison = PlanComparison.of(plans.text(rowan, all.get(1)), plans.text(rowan, all.get(2)));

            assertThat(comparison.parts())
                    .extracting(PlanComparison.Part::name)
                    .containsExactly("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K");
            assertThat(blocks(comparison, "B"))
                    .extracting(PlanComparison.Block::label, PlanComparison.Block::fate)
                    .containsExactly(tuple("B1", PlanComparison.Fate.SAME), tuple("B2", PlanComparison.Fate.ADDED));
            assertThat(blocks(comparison, "E"))
                    .extracting(PlanComparison.Block::label, PlanComparison.Block::fate)
                    .containsExactly(tuple("E1", PlanComparison.Fate.REMOVED));
            PlanComparison.Block provision = blocks(comparison, "F").get(0);
            assertThat(provision.fate()).isEqualTo(PlanComparison.Fate.CHANGED);
            assertThat(provision.rows())
                    .filteredOn(PlanComparison.Row::changed)
                    .extracting(PlanComparison.Row::title)
                    .containsExactly("How much and how often", "For");
            assertThat(comparison.changes()).as("B2, E1, F1 and section I").isEqualTo(4);
        }

        private static List<PlanComparison.Block> blocks(PlanComparison comparison, String part) {
            return comparison.parts().stream()
                    .filter(candidate -> candidate.name().equals(part))
                    .findFirst()
                    .orElseThrow()
                    .blocks();
        }

        private static Paragraph text(String words) {
            return new Paragraph(List.of(new Piece(words, false)));
        }

        private void amend() {
            plans.proposeAmendments(rowan);
            PlanItem groups = writing.add(rowan, PlanPart.B, Typed.of(ItemWords.of("Groups <frighten> her.")), "casey");
            PlanItem teaching = first(PlanPart.F);
            writing.write(
                    rowan,
                    teaching.line(),
                    new Typed(
                            ItemField.AMOUNT.in(teaching.says(), "60 minutes, four times a week"),
                            Set.of(
                                    first(PlanPart.B).line(),
                                    groups.line(),
                                    first(PlanPart.E).line()),
                            Set.of()),
                    teaching.counter(),
                    "casey");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
