package org.ehcpathway.testing;

import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.plan.Adulthood;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;

/** A short plan in which no check finds anything: a need, an outcome and provision, tied to each other and to all advice received. */
public final class SamplePlan {

    private final Plans plans;
    private final PlanWriting writing;
    private final AdviceRegister advice;

    public SamplePlan(Plans plans, PlanWriting writing, AdviceRegister advice) {
        this.plans = plans;
        this.writing = writing;
        this.advice = advice;
    }

    /** Writes the plan but for one section, which stays empty; null leaves nothing out. */
    public void writeAllBut(PlanPart left, String reference, String by) {
        Set<Long> all = advice.of(reference).stream()
                .filter(one -> one.state() == AdviceState.RECEIVED)
                .map(Advice::id)
                .collect(Collectors.toSet());
        PlanItem need = null;
        PlanItem outcome = null;
        if (left != PlanPart.B) {
            need = writing.add(
                    reference,
                    PlanPart.B,
                    tied(
                            ItemWords.need(
                                    "She reads as most children do two years before her age.",
                                    AreaOfNeed.COGNITION_AND_LEARNING),
                            all),
                    by);
        }
        if (left != PlanPart.E) {
            outcome = writing.add(
                    reference,
                    PlanPart.E,
                    tied(
                            ItemWords.outcome(
                                            "She reads a short book of her choice aloud to an adult.",
                                            "By July 2027",
                                            "Her teacher hears her read it from beginning to end.")
                                    .preparingFor(Adulthood.EMPLOYMENT),
                            all,
                            need),
                    by);
        }
        if (left != PlanPart.F) {
            writing.add(
                    reference,
                    PlanPart.F,
                    tied(
                            ItemWords.provision(
                                            "A specialist teacher teaches her to read, one to one.",
                                            "45 minutes, four times a week",
                                            "39 weeks",
                                            "A specialist teacher",
                                            "A diploma in teaching learners with dyslexia",
                                            "The coordinator hears her read once a term.")
                                    .preparingFor(Adulthood.EMPLOYMENT),
                            all,
                            need,
                            outcome),
                    by);
        }
        for (PlanSection section :
                plans.text(reference, plans.working(reference)).sections()) {
            PlanPart part = section.part();
            boolean items = part == PlanPart.B || part == PlanPart.E || part == PlanPart.F;
            if (part.mustBeFilled() && !items && part != left) {
                String words = part == PlanPart.A ? "She likes drawing foxes." : "None was found.";
                writing.write(reference, part, words, section.counter(), by);
            }
        }
    }

    public void write(String reference, String by) {
        writeAllBut(null, reference, by);
    }

    private static Typed tied(ItemWords says, Set<Long> advice, PlanItem... to) {
        Typed typed = new Typed(advice.isEmpty() ? says.from("Report of the school") : says, Set.of(), advice);
        return typed.tiedTo(
                java.util.Arrays.stream(to).filter(java.util.Objects::nonNull).toArray(PlanItem[]::new));
    }
}
