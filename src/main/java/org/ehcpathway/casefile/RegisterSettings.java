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
 * @param transferLeadWeeks how many weeks before its last day the review for a transfer between phases is begun
 * @param rightsLeadWeeks how many weeks before the end of compulsory school age the passing of rights is prepared
 * @param birthdayLeadWeeks how many weeks before the 25th birthday the end of the plan is looked at
 */
@Validated
@ConfigurationProperties("ehc.register")
public record RegisterSettings(
        @Min(7) @Max(40) @DefaultValue("14") int reviewLeadWeeks,
        @Min(15) @Max(52) @DefaultValue("30") int transferLeadWeeks,
        @Min(1) @Max(52) @DefaultValue("8") int rightsLeadWeeks,
        @Min(4) @Max(60) @DefaultValue("26") int birthdayLeadWeeks) {}
