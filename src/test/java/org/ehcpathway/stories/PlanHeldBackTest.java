package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan with errors and open warnings goes neither to the family nor to the manager. */
class PlanHeldBackTest {

    abstract static class Told extends Story {

        @Autowired
        PlanQuality quality;

        @Test
        void aVaguePlanWaitsForBetterWordsOrAReason() {
            String nell = aPlanToWrite();
            new SamplePlan(plans, writing, advice).write(nell, "caseworker");
            PlanItem untied = writing.add(nell, PlanPart.F, typed(nell, "Access to a quiet room."), "caseworker");

            assertThatThrownBy(() -> draftIsComplete(nell))
                    .as("a legal error blocks, whatever anybody writes about it")
                    .hasMessageContaining("F2 is for no need. Tie it to the need it meets.");
            PlanText text = plans.text(nell, plans.working(nell));
            Typed tied = typed(nell, "Access to a quiet room.")
                    .tiedTo(
                            text.items(PlanPart.B).get(0),
                            text.items(PlanPart.E).get(0));
            writing.write(nell, untied.line(), tied, 0, "caseworker");
            assertThatThrownBy(() -> draftIsComplete(nell))
                    .hasMessageContaining("One warning about the plan is open.")
                    .hasMessageContaining("F2 says “Access to”.");
            assertThat(openTasks(nell)).containsExactly("userTask_writeDraft");

            letStand(nell);
            draftIsComplete(nell);
            sign("caseworker", nell);
            on(2027, 1, 20);
            assertThat(openTasks(nell)).contains("userTask_recordRepresentations");
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_recordRepresentations",
                    Map.of(
                            "answer", "GIVEN",
                            "words", "Say what physiotherapy she gets.",
                            "saidBy", "Ruth Ashby",
                            "saidOn", "2027-01-20"));
            on(2027, 1, 25);

            writing.write(nell, PlanPart.G, "Physiotherapy where possible.", counter(nell, PlanPart.G), "caseworker");
            assertThatThrownBy(() -> people.complete("caseworker", nell, "userTask_prepareFinalPlan", finalPlan()))
                    .hasMessageContaining("Section G says “where possible”.");
            writing.write(nell, PlanPart.G, "No physiotherapy is needed.", counter(nell, PlanPart.G), "caseworker");
            people.complete("caseworker", nell, "userTask_prepareFinalPlan", finalPlan());

            writing.write(nell, PlanPart.G, "Physiotherapy as required.", counter(nell, PlanPart.G), "caseworker");
            assertThatThrownBy(() -> people.complete("manager", nell, "userTask_nameSettingAndSign", signature()))
                    .hasMessageContaining("Section G says “as required”.");
            letStand(nell);
            people.complete("manager", nell, "userTask_nameSettingAndSign", signature());
            assertThat(plans.inForce(nell).isPresent() || plans.of(nell).size() == 2)
                    .isTrue();
        }

        private String aPlanToWrite() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 1);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            askForAdvice(nell);
            on(2026, 11, 20);
            allAdviceArrives(nell);
            recommend(nell, true);
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            on(2026, 12, 14);
            return nell;
        }

        private void draftIsComplete(String reference) {
            people.complete("caseworker", reference, "userTask_writeDraft", Map.of("complete", true));
        }

        private void letStand(String reference) {
            Set<String> open = quality.of(reference, plans.working(reference)).stream()
                    .filter(PlanQuality.Judged::isOpen)
                    .map(judged -> judged.finding().fingerprint())
                    .collect(Collectors.toSet());
            quality.override(reference, open, "The family chose these words at the meeting.", "caseworker");
        }

        private int counter(String reference, PlanPart part) {
            return plans.text(reference, plans.working(reference)).section(part).counter();
        }

        private Typed typed(String reference, String words) {
            return new Typed(
                    ItemWords.provision(
                            words,
                            "30 minutes on each school day",
                            "39 weeks",
                            "A teaching assistant",
                            "A course on quiet rooms",
                            "The coordinator counts the minutes each term."),
                    Set.of(),
                    advice.of(reference).stream().map(one -> one.id()).collect(Collectors.toSet()));
        }

        private Map<String, Object> finalPlan() {
            return Map.of(
                    "naming", "TYPE",
                    "settingType", "maintained mainstream school",
                    "noHealthProvision", true,
                    "changes", "Section G speaks of physiotherapy because the family asked.",
                    "onRepresentations", "G");
        }

        private Map<String, Object> signature() {
            return Map.of(
                    "verdict", "SIGN",
                    "ground", "TYPE_NO_REQUEST",
                    "mainstream", "MAINSTREAM",
                    "reasons", "The family asked for no setting, and a mainstream school can meet her needs.");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
