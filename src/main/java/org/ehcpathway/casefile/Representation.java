package org.ehcpathway.casefile;

import org.springframework.data.annotation.Id;

/**
 * One representation of the family on a draft plan (regulation 13(1)). Never changed.
 *
 * @param viewId the words, with who said them and when
 * @param answersDeadlineId the 15 days (PLAN-04) in which it was recorded, and so the draft it answers; null where none ran
 */
public record Representation(@Id Long id, Long caseId, Long viewId, Means how, Long answersDeadlineId) {}
