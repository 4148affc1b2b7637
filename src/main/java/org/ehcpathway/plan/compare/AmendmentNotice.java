package org.ehcpathway.plan.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.ehcpathway.plan.PlanVersion;

/**
 * The proposed changes of a plan, and nothing else (regulations 22(2)(a) and 28). Section I is no part of it: a proposal leaves it
 * open, and what the family asks for decides.
 *
 * @param plan the plan in force that is to be changed
 * @param proposal the version with the proposed changes
 * @param changes which make of the one the other
 * @param sections the same in words
 */
public record AmendmentNotice(
        String reference,
        @JsonIgnore PlanVersion plan,
        @JsonIgnore PlanVersion proposal,
        List<PlanChange> changes,
        List<Section> sections) {

    @JsonProperty
    public int planVersion() {
        return plan.number();
    }

    @JsonProperty
    public int proposalVersion() {
        return proposal.number();
    }

    /** @param title such as "Section F: Special educational provision required" */
    public record Section(String title, List<Entry> entries) {}

    /**
     * One change in words.
     *
     * @param sentence what is changed, such as "F2, how much and how often"
     * @param now the words as they are; empty where there are none
     * @param proposed the words as they would be; empty where they are taken out
     */
    public record Entry(String sentence, List<Paragraph> now, List<Paragraph> proposed) {}

    public record Paragraph(List<Piece> pieces) {}

    /** @param differs whether these words are in only one of the two texts */
    public record Piece(String words, boolean differs) {}
}
