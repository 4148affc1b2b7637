package org.ehcpathway.pathway;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An open task of a case, as pages and programs show it.
 *
 * @param letterKind the kind of letter it is about, such as L-04; null for other tasks
 * @param adviceId the advice it asks for; null for other tasks
 * @param who who has it, in words: a person's name, or the groups that may take it
 * @param assignee log-in name of the person who has it; null while nobody does
 * @param due the day it is due; null where it has none
 * @param priority 50 is usual; from 70 a limit is near, from 90 one has passed
 */
public record OpenTask(
        String id,
        String name,
        String letterKind,
        Long adviceId,
        String who,
        String assignee,
        LocalDate due,
        int priority,
        Instant created) {}
