package org.ehcpathway.pathway.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ehcpathway.letter.Enclosure;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanStory;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.compare.AmendmentNotices;
import org.ehcpathway.testing.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The letter that proposes changes carries the plan as it is and exactly what is to change (regulation 22(2)(a)). */
@OnH2
class ProposedChangesEnclosedTest extends PlanStory {

    @Autowired
    LetterPreparation preparation;

    @Autowired
    LetterReading reading;

    @Autowired
    AmendmentNotices notices;

    @Test
    void thePlanAndTheNoticeGoWithTheLetter_onceEach() {
        thePlanIsInForce();
        plans.proposeAmendments(rowan);
        PlanItem teaching = first(PlanPart.F);
        writing.write(
                rowan,
                teaching.line(),
                Typed.of(ItemField.AMOUNT.in(teaching.says(), "60 minutes, four times a week"))
                        .tiedTo(first(PlanPart.B), first(PlanPart.E)),
                teaching.counter(),
                "casey");
        LetterEnclosures enclosures = new LetterEnclosures(preparation, plans, notices, advice, null);
        Letter letter = preparation.prepare(
                rowan, LetterKind.L_15, null, Map.of("changes", "More time with the teacher."), "casey");

        enclosures.of(rowan, letter);
        assertThat(reading.enclosures(letter.id()))
                .as("a proposal that is still being written is no notice")
                .extracting(Enclosure::title)
                .containsExactly("EHC plan as it is now");

        plans.issueDraft(rowan);
        enclosures.of(rowan, letter);
        enclosures.of(rowan, letter);
        assertThat(reading.enclosures(letter.id()))
                .extracting(Enclosure::title)
                .containsExactly("EHC plan as it is now", "Proposed changes to the EHC plan");
    }
}
