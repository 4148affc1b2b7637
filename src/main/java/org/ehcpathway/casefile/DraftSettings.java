package org.ehcpathway.casefile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this council drafts plans.
 *
 * @param secondCheck whether a second person reads a draft before it is served
 * @param targetWeek the week after the request by whose end the draft should be written (PLAN-03 gives no number; 14 is the
 *     practical latest, so that the family's 15 days and the settings' fit into the 20 weeks)
 */
@Validated
@ConfigurationProperties("ehc.draft")
public record DraftSettings(
        @DefaultValue("false") boolean secondCheck,
        @Min(7) @Max(18) @DefaultValue("14") int targetWeek) {}
