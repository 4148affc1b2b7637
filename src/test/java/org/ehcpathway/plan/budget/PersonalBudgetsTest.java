package org.ehcpathway.plan.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanStory;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The window of a personal budget, and the record of its steps. */
class PersonalBudgetsTest {

    abstract static class Told extends PlanStory {

        @Autowired
        PersonalBudgets budgets;

        private static final Map<String, String> ASKED = Map.of(
                "askedOn", "2026-11-30", "askedBy", "Maya Ashdown", "wants", "ARRANGED", "words", "A riding teacher.");
        private static final Map<String, String> AGREED =
                Map.of("form", "ARRANGED", "amount", "1250.50", "each", "TERM", "provision", "F1");

        @Test
        void theWindowOpensWithTheDecisionToMakeAPlan_closesWithTheFinalPlan_andOpensAgainWithAnAmendment() {
            assertThat(budgets.windowIsOpen(rowan)).isTrue();
            assertThat(budgets.next(rowan)).containsExactly(BudgetMove.ASKED);

            thePlanIsInForce();
            assertThat(budgets.windowIsOpen(rowan)).isFalse();
            assertThatThrownBy(() -> budgets.take(rowan, BudgetMove.ASKED, ASKED, "casey"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("or the plan is reviewed or re-assessed");
            assertThat(budgets.of(rowan)).isEmpty();

            plans.proposeAmendments(rowan);
            assertThat(budgets.next(rowan)).containsExactly(BudgetMove.ASKED);
        }

        @Test
        void aBudgetThatTheCouncilArrangesIsPreparedWhenItIsAskedFor_andCannotBeRefusedLikeDirectPayments() {
            new SamplePlan(plans, writing, advice).write(rowan, "casey");
            budgets.take(rowan, BudgetMove.ASKED, ASKED, "casey");

            assertThat(budgets.next(rowan)).containsExactly(BudgetMove.AGREED, BudgetMove.WITHDRAWN);
            assertThatThrownBy(() -> budgets.take(rowan, BudgetMove.REFUSED, Map.of(), "morgan"))
                    .hasMessageContaining("This step cannot be taken now");
            Map<String, String> much = new HashMap<>(AGREED);
            much.put("amount", "much");
            assertThatThrownBy(() -> budgets.take(rowan, BudgetMove.AGREED, much, "morgan"))
                    .hasMessageContaining("Write the amount like 1250 or 1250.50");

            budgets.take(rowan, BudgetMove.AGREED, AGREED, "morgan");
            assertThat(text().section(PlanPart.J).words())
                    .startsWith("The personal budget is £1250.50 each term. The council or the setting arranges");
            assertThat(budgets.of(rowan))
                    .extracting(BudgetStep::move, BudgetStep::recordedBy, BudgetStep::recordedOn)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(BudgetMove.ASKED, "casey", TODAY),
                            org.assertj.core.groups.Tuple.tuple(BudgetMove.AGREED, "morgan", TODAY));
        }

        @Test
        void whatStandsInSectionJAlreadyIsNotWrittenOver() {
            new SamplePlan(plans, writing, advice).write(rowan, "casey");
            writing.write(rowan, PlanPart.J, "As the caseworker wrote it.", 0, "casey");
            budgets.take(rowan, BudgetMove.ASKED, ASKED, "casey");
            budgets.take(rowan, BudgetMove.AGREED, AGREED, "morgan");
            assertThat(text().section(PlanPart.J).words()).isEqualTo("As the caseworker wrote it.");
        }

        @Test
        void whatWasAskedAndDecidedStaysAsItWasWhoeverWritesSql() {
            budgets.take(rowan, BudgetMove.ASKED, ASKED, "casey");
            for (String change : List.of("update budget_step set move = 'REFUSED'", "delete from budget_step")) {
                assertThatThrownBy(() -> sql.update(change)).as(change).isInstanceOf(DataAccessException.class);
            }
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
