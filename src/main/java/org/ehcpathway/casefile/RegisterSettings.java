package org.ehcpathway.casefile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far ahead this council begins what falls due for its plans ({@code ehc.register}); what is not set is as here.
 *
 * @param reviewLeadWeeks how many weeks before its year ends an annual review is begun: four for its decision, two for the notice of
 *     the meeting, the rest for arranging it
 * @param phaseLeadMonths how many months before the plan must name the next setting a phase transfer is begun: twelve weeks go into
 *     the review and the amendment, the rest into the family's choice and into consulting settings
 */
@Validated
@ConfigurationProperties("ehc.register")
public record RegisterSettings(
        @Min(7) @Max(40) @DefaultValue("14") int reviewLeadWeeks,
        @Min(4) @Max(12) @DefaultValue("6") int phaseLeadMonths) {}
