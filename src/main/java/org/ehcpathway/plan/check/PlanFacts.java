package org.ehcpathway.plan.check;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.statute.AgeLimits;

/**
 * What the checks must know of the child or young person and the case.
 *
 * @param inOrBeyondYearNine whether the plan must prepare for adulthood (regulation 12(3))
 * @param mayUseH1 whether the person is under 18
 * @param advice the kinds of the advice of the case, by id
 */
public record PlanFacts(boolean inOrBeyondYearNine, boolean mayUseH1, Map<Long, AdviceKind> advice) {

    public static PlanFacts of(CaseFile file, LocalDate today) {
        LocalDate birth = file.person().birthDate();
        return new PlanFacts(
                file.person().inOrBeyondYearNine(today),
                AgeLimits.sectionH1MayBeUsed(birth, today),
                file.advice().stream().collect(Collectors.toMap(Advice::id, Advice::kind)));
    }
}
