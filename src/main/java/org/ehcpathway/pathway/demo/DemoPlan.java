package org.ehcpathway.pathway.demo;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.plan.Adulthood;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A plan as the caseworkers of the demo council write it: two needs, followed through outcomes and provision. */
@Component
@Profile("demo")
class DemoPlan {

    private static final Set<AdviceKind> ELSEWHERE =
            Set.of(AdviceKind.FAMILY, AdviceKind.MEDICAL, AdviceKind.SOCIAL_CARE);

    private final Plans plans;
    private final PlanWriting writing;
    private final CaseFiles files;

    DemoPlan(Plans plans, PlanWriting writing, CaseFiles files) {
        this.plans = plans;
        this.writing = writing;
        this.files = files;
    }

    void write(String reference, String name, String by) {
        CaseFile file = files.whole(reference);
        LocalDate said = file.c().receivedOn();
        files.keepView(
                reference,
                ViewTopic.ASPIRATIONS,
                file.contacts().isEmpty() ? name : file.contacts().get(0).name(),
                said,
                name + " loves drawing and being outside. Noise and crowds are too much. We hope that " + name
                        + " will be happy at school and make friends.",
                by);
        Set<Long> education = advice(file);
        PlanItem language = add(
                reference,
                PlanPart.B,
                new Typed(
                        ItemWords.need(
                                name + " understands spoken language at the level of a child two years younger.",
                                AreaOfNeed.COMMUNICATION_AND_INTERACTION),
                        Set.of(),
                        education),
                by);
        PlanItem groups = add(
                reference,
                PlanPart.B,
                new Typed(
                        ItemWords.need(
                                name + " becomes anxious in groups of more than six and then cannot learn.",
                                AreaOfNeed.SOCIAL_EMOTIONAL_MENTAL_HEALTH),
                        Set.of(),
                        education),
                by);
        PlanItem follows = add(
                reference,
                PlanPart.E,
                new Typed(
                                ItemWords.outcome(
                                                name + " follows instructions of three parts.",
                                                "By the end of the key stage",
                                                "The class teacher counts it in four of five lessons in the last week"
                                                        + " of each term.")
                                        .preparingFor(Adulthood.EMPLOYMENT),
                                Set.of(),
                                education)
                        .tiedTo(language),
                by);
        PlanItem stays = add(
                reference,
                PlanPart.E,
                new Typed(
                                ItemWords.outcome(
                                                name + " stays in class for whole lessons.",
                                                "By the end of the school year",
                                                "The register shows it on four of five days in the last half term.")
                                        .preparingFor(Adulthood.COMMUNITY),
                                Set.of(),
                                education)
                        .tiedTo(groups),
                by);
        add(
                reference,
                PlanPart.F,
                new Typed(
                                ItemWords.provision(
                                                "A language programme set by a speech and language therapist.",
                                                "20 minutes on each school day, one to one",
                                                "Until the end of the key stage",
                                                "A teaching assistant",
                                                "Trained by the therapist in the programme, for 6 hours before it begins",
                                                "The therapist reviews it in one visit each term.")
                                        .preparingFor(Adulthood.EMPLOYMENT),
                                Set.of(),
                                education)
                        .tiedTo(language, follows),
                by);
        add(
                reference,
                PlanPart.F,
                new Typed(
                                ItemWords.provision(
                                                "A quiet room to work in with one adult.",
                                                "30 minutes on each school day",
                                                "For the school year",
                                                "A teaching assistant",
                                                "Trained in supporting anxious children, one day each year",
                                                "The special educational needs coordinator looks at the register each"
                                                        + " half term.")
                                        .preparingFor(Adulthood.COMMUNITY),
                                Set.of(),
                                education)
                        .tiedTo(groups, stays),
                by);
        for (PlanSection section :
                plans.text(reference, plans.working(reference)).sections()) {
            String words = words(section.part());
            if (!words.isEmpty()) {
                writing.write(reference, section.part(), words, section.counter(), by);
            }
        }
    }

    private PlanItem add(String reference, PlanPart part, Typed typed, String by) {
        return writing.add(reference, part, typed, by);
    }

    /** What the items come from: all but what section A repeats, and what found nothing for sections C and D. */
    private static Set<Long> advice(CaseFile file) {
        return file.advice().stream()
                .filter(advice -> advice.state() == AdviceState.RECEIVED)
                .filter(advice -> !ELSEWHERE.contains(advice.kind()))
                .map(Advice::id)
                .collect(Collectors.toSet());
    }

    private static String words(PlanPart part) {
        return switch (part) {
            case A, B, E, F, J -> "";
            case C -> "The assessment found no health needs that relate to the special educational needs.";
            case D -> "The assessment found no social care needs that relate to the special educational needs.";
            case G -> "The assessment found no health provision to be reasonably required.";
            case H1 ->
                "No provision must be made under section 2 of the Chronically Sick and Disabled Persons Act 1970.";
            case H2 -> "The assessment found no other social care provision to be reasonably required.";
        };
    }
}
