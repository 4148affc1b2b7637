package org.ehcpathway.casefile;

import java.math.BigDecimal;

/**
 * A recommendation as the panel gives it, still unchecked.
 *
 * @param inFavour null while nothing was chosen
 * @param provision may be null
 * @param fundingBand one of the council's bands; may be null
 * @param hoursPerWeek more than 0 and at most 60; only without a band; may be null
 */
public record NewRecommendation(
        Boolean inFavour, String reasons, String provision, String fundingBand, BigDecimal hoursPerWeek) {}
