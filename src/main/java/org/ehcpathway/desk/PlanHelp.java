package org.ehcpathway.desk;

import java.util.Map;
import org.ehcpathway.plan.PlanPart;

/** One sentence of help for each section (regulation 12; SEND Code of Practice 9.62 and following). */
final class PlanHelp {

    private static final Map<PlanPart, String> SENTENCES = Map.of(
            PlanPart.A,
            "What the child and the parents, or the young person, say about themselves, school, home and the future; say whose"
                    + " words they are.",
            PlanPart.B,
            "Every special educational need that was found, one paragraph for each, so that each can be met in section F.",
            PlanPart.C,
            "Health needs that go with the special educational needs; write that there are none where none were found.",
            PlanPart.D,
            "Social care needs that go with the special educational needs or with a disability; write that there are none where"
                    + " none were found.",
            PlanPart.E,
            "What the child or young person will be able to do, and by when; specific enough to see whether it was reached.",
            PlanPart.F,
            "What is provided for each need of section B: what, how often, how long, by whom; quantified, so that nobody has to"
                    + " guess.",
            PlanPart.G,
            "Health provision for the needs of section C, agreed by the responsible commissioning body.",
            PlanPart.H1,
            "Social care provision that section 2 of the Chronically Sick and Disabled Persons Act 1970 requires, for a person"
                    + " under 18.",
            PlanPart.H2,
            "Any other social care provision, also under the Care Act 2014 for a person of 18 or more.",
            PlanPart.J,
            "Where there is a personal budget: the needs and outcomes it is for, and any direct payment; otherwise leave it"
                    + " empty.");

    private PlanHelp() {}

    static String of(PlanPart part) {
        return SENTENCES.get(part);
    }
}
