package org.ehcpathway.plan.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ehcpathway.plan.AreaOfNeed;
import org.springframework.data.annotation.Id;

/**
 * A random sample of finished plans, drawn so that anybody can draw it again: the plans that could have been drawn are kept in
 * their order, and so is the seed.
 *
 * @param fromMonth the first day of the first month in which the plans were issued
 * @param toMonth the first day of the last month
 * @param team only plans of this team; null for all
 * @param area only plans with a need of this area; null for all
 * @param size how many were asked for; fewer were drawn where there were fewer
 */
public record AuditDraw(
        @Id Long id,
        String drawnBy,
        Instant drawnAt,
        LocalDate fromMonth,
        LocalDate toMonth,
        String team,
        AreaOfNeed area,
        int size,
        long seed) {

    /** The sample, in the order in which it was drawn: the first of the candidates as {@link Random} with this seed shuffles them. */
    static List<Long> sample(List<Long> candidates, int size, long seed) {
        List<Long> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled.subList(0, Math.min(size, shuffled.size())));
    }
}
