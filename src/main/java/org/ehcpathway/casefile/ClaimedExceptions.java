package org.ehcpathway.casefile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the exceptions of a case with what was decided on them. */
@Component
class ClaimedExceptions {

    private final ClaimedExceptionRepository claims;
    private final ExceptionDecisionRepository decisions;

    ClaimedExceptions(ClaimedExceptionRepository claims, ExceptionDecisionRepository decisions) {
        this.claims = claims;
        this.decisions = decisions;
    }

    /** In the order they were claimed. */
    List<ExceptionOfDeadline> ofCase(Long caseId) {
        List<ClaimedException> claimed = claims.findByCase(caseId);
        if (claimed.isEmpty()) {
            return List.of();
        }
        Map<Long, ExceptionDecision> decided = decisions.findByCase(caseId).stream()
                .collect(Collectors.toMap(ExceptionDecision::claimId, Function.identity()));
        return claimed.stream()
                .map(claim -> new ExceptionOfDeadline(claim, decided.get(claim.id())))
                .toList();
    }
}
