package org.ehcpathway.casefile;

import java.time.LocalDate;

/**
 * The reply of a setting that was consulted, as it is recorded.
 *
 * @param facts the setting's words; needed when it objects
 * @param by who replies for the setting
 * @param on the day the reply came
 * @param councilReply what the other council that maintains it said; may be null
 */
public record NewReply(
        ConsultationReply reply,
        boolean unsuitable,
        boolean educationOfOthers,
        boolean useOfResources,
        String facts,
        String by,
        LocalDate on,
        String councilReply) {}
