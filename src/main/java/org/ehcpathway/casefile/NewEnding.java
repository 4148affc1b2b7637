package org.ehcpathway.casefile;

import java.time.LocalDate;

/**
 * The end of a request as it was typed, before any check.
 *
 * @param happenedOn the day the family withdrew or moved, or the person died or turned 25
 * @param toldBy who said so
 * @param toldHow how, such as by letter
 * @param evidence what shows it; may be null
 * @param otherCouncil the council moved to; null unless the ground is a move
 * @param joins reference of the case of the same person; null unless the ground is that there is one
 */
public record NewEnding(
        EndingGround ground,
        LocalDate happenedOn,
        String toldBy,
        String toldHow,
        String evidence,
        String otherCouncil,
        String joins) {}
