package org.ehcpathway.plan.tribunal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanStory;
import org.ehcpathway.plan.compare.AmendmentNotices;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** An appeal about sections B, F and I: three rounds of the working document, and what is agreed comes into the plan. */
class ThreeRoundsTest {

    private static final String AMOUNT = "How much and how often: ";

    abstract static class Told extends PlanStory {

        @Autowired
        WorkingDocuments working;

        @Autowired
        AgreedChanges agreed;

        @Autowired
        AmendmentNotices notices;

        @Test
        void councilSends_familyProposes_councilAgreesInPart_andThePlanIsAmendedByIt() {
            thePlanIsInForce();
            WorkingDocument first = working.begin(rowan, 2, WorkingDocuments.APPEALABLE, "tina");
            assertThat(first.title()).isEqualTo("Working document, round 1");
            assertThat(first.text().sections()).containsExactly("B", "F", "I");

            byte[] fromFamily = WordEdits.edited(documents.content(first.documentId()), word -> {
                WordEdits.familyReplaces(word, AMOUNT, "45", "60");
                WordEdits.familyReplaces(word, "By whom: ", "A specialist teacher", "An educational psychologist");
                WordEdits.familyAdds(word, "New in section F: ", "A therapist works with her weekly.");
            });
            WorkingDocument second = take(fromFamily, Side.FAMILY, 1);
            assertThat(second.round()).isEqualTo(2);
            assertThat(agreed.of(rowan)).isEmpty();

            byte[] answer = WordEdits.edited(documents.content(second.documentId()), word -> {
                WordEdits.agreeTo(word, AMOUNT);
                WordEdits.agreeTo(word, "New in section F: ");
            });
            WorkingDocument third = take(answer, Side.COUNCIL, 2);
            assertThat(third.text().positions())
                    .filteredOn(Position::isDisputed)
                    .extracting(Position::title)
                    .containsExactly("F1, by whom");
            assertThat(agreed.of(rowan))
                    .extracting(Agreement::title, Agreement::state)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("F1", Agreement.State.OPEN),
                            org.assertj.core.groups.Tuple.tuple("New in section F", Agreement.State.OPEN));

            for (Agreement one : agreed.of(rowan)) {
                agreed.take(rowan, one.group(), "casey");
            }

            assertThat(plans.working(rowan).kind()).isEqualTo(PlanKind.PROPOSED_AMENDMENT);
            PlanItem teaching = first(PlanPart.F);
            assertThat(teaching.says().amount()).isEqualTo("60 minutes, four times a week");
            assertThat(teaching.says().byWhom())
                    .as("what is not agreed stays as it is")
                    .isEqualTo("A specialist teacher");
            assertThat(text().tiesOf(teaching)).hasSize(2);
            assertThat(text().items(PlanPart.F).get(1).says().words()).isEqualTo("A therapist works with her weekly.");
            assertThat(agreed.of(rowan)).extracting(Agreement::state).containsOnly(Agreement.State.TAKEN);
            assertThat(notices.of(rowan).sections().get(0).entries())
                    .extracting(entry -> entry.sentence())
                    .containsExactly("F1, how much and how often", "F2 is new");
        }

        @Test
        void aPlanThatReadsOtherwiseByNowIsNotWrittenOver() {
            thePlanIsInForce();
            WorkingDocument first = working.begin(rowan, 2, WorkingDocuments.APPEALABLE, "tina");
            WorkingDocument second = take(
                    WordEdits.edited(
                            documents.content(first.documentId()),
                            word -> WordEdits.familyReplaces(word, AMOUNT, "45", "60")),
                    Side.FAMILY,
                    1);
            take(
                    WordEdits.edited(documents.content(second.documentId()), word -> WordEdits.agreeTo(word, AMOUNT)),
                    Side.COUNCIL,
                    2);
            plans.proposeAmendments(rowan);
            PlanItem teaching = first(PlanPart.F);
            writing.write(
                    rowan,
                    teaching.line(),
                    org.ehcpathway.plan.PlanWriting.Typed.of(
                            org.ehcpathway.plan.ItemField.AMOUNT.in(teaching.says(), "An hour a day")),
                    teaching.counter(),
                    "casey");

            Agreement amount = agreed.of(rowan).get(0);
            assertThat(amount.state()).isEqualTo(Agreement.State.CHANGED_MEANWHILE);
            assertThatThrownBy(() -> agreed.take(rowan, amount.group(), "casey"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("reads otherwise by now");
            assertThat(first(PlanPart.F).says().amount()).isEqualTo("An hour a day");
        }

        @Test
        void anotherCasesDocumentIsRefused_andNothingOfItIsKept() {
            thePlanIsInForce();
            WorkingDocument first = working.begin(rowan, 2, WorkingDocuments.APPEALABLE, "tina");
            byte[] anothers = WordEdits.edited(documents.content(first.documentId()), word -> word.getProperties()
                    .getCustomProperties()
                    .getUnderlyingProperties()
                    .getPropertyList()
                    .get(0)
                    .setLpwstr("EHC-2020-00001"));
            int papers = documents.of(rowan).size();

            assertThatThrownBy(() -> working.receive(rowan, "back.docx", anothers, Side.FAMILY, "tina"))
                    .hasMessage("This is the working document of another case. Nothing of it was kept here.");
            assertThat(documents.of(rowan)).hasSize(papers);
        }

        @Test
        void aRoundStaysAsItWas_andTwoCannotTakeTheSame() {
            thePlanIsInForce();
            WorkingDocument first = working.begin(rowan, 2, WorkingDocuments.APPEALABLE, "tina");
            byte[] back = documents.content(first.documentId());
            Document paper = working.receive(rowan, "back.docx", back, Side.FAMILY, "tina");
            working.take(rowan, paper.id(), Side.FAMILY, false, 1, Map.of(), "tina");

            assertThatThrownBy(() -> working.take(rowan, paper.id(), Side.FAMILY, false, 1, Map.of(), "morgan"))
                    .hasMessageContaining("Another round was made meanwhile");
            assertThatThrownBy(() -> working.take(rowan, paper.id(), Side.FAMILY, false, 2, Map.of(), "morgan"))
                    .hasMessageContaining("taken as a round already");
            assertThatThrownBy(() -> working.begin(rowan, 2, WorkingDocuments.APPEALABLE, "tina"))
                    .hasMessageContaining("begun before");
            assertThatThrownBy(() -> sql.update("update working_document set round = 9"))
                    .isInstanceOf(DataAccessException.class);
        }

        private WorkingDocument take(byte[] back, Side sender, int round) {
            Document paper = working.receive(rowan, "back.docx", back, sender, "tina");
            return working.take(rowan, paper.id(), sender, false, round, Map.of(), "tina");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
