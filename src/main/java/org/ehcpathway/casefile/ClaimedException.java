package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionGround;
import org.springframework.data.annotation.Id;

/**
 * An exception to a deadline as it was claimed. It is kept only when the law allows it on these facts; whether the council
 * relies on it is a manager's decision ({@link ExceptionDecision}).
 *
 * @param ground what it rests on; gives the id, such as EX-4
 * @param affected whose circumstances or absence; null where the ground asks for nobody
 * @param lacksCapacity whether a young person lacks capacity for this decision
 * @param firstDay first day of the closure, circumstances or absence; day of the missed appointment, direction or agreement
 * @param lastDay last day of the circumstances or absence, itself included; null while circumstances go on, and elsewhere
 * @param reopensOn for a closure: the day of re-opening; null elsewhere
 * @param askedOn for a closure: the day the advice was asked for; null elsewhere
 * @param newDate for EX-8 and EX-9: the date beside the original one; null elsewhere
 * @param newWarnOn from this day until {@code newDate} the act is due soon; null with it
 * @param what the circumstances, the examination; null where the ground asks for no words
 * @param because why it made it impractical to act by the due date; null for EX-8 and EX-9
 * @param evidence what shows it
 * @param documentId the paper that shows it; may be null
 * @param reason the law's sentence with the dates that decided it
 * @param humanCheck what a person has to weigh, where the law can be read in two ways; may be null
 */
public record ClaimedException(
        @Id Long id,
        Long deadlineId,
        ExceptionGround ground,
        AffectedPerson affected,
        boolean lacksCapacity,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate reopensOn,
        LocalDate askedOn,
        LocalDate newDate,
        LocalDate newWarnOn,
        String what,
        String because,
        String evidence,
        Long documentId,
        String reason,
        String humanCheck,
        String claimedBy,
        Instant claimedAt) {}
