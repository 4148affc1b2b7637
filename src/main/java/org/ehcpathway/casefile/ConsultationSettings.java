package org.ehcpathway.casefile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon this council consults a family and how long the family has to answer ({@code ehc.consultation}). The law gives no
 * number: the family is consulted before anything is determined (REQ-01) and invited to give views and evidence before the
 * decision (REQ-02), all of it within the six weeks of REQ-04.
 *
 * @param letterWorkingDays within how many working days a letter that consults the family is sent
 * @param answerDays how many calendar days the family has to answer the consultation on the request (L-01)
 * @param viewsDays how many calendar days it has for views and evidence when the council considers an assessment (L-02)
 * @param lateDays how many calendar days it has when the six weeks are over already, in calendar days
 */
@Validated
@ConfigurationProperties("ehc.consultation")
public record ConsultationSettings(
        @Min(1) @Max(10) @DefaultValue("1") int letterWorkingDays,
        @Min(5) @Max(28) @DefaultValue("15") int answerDays,
        @Min(5) @Max(28) @DefaultValue("10") int viewsDays,
        @Min(1) @Max(28) @DefaultValue("5") int lateDays) {}
