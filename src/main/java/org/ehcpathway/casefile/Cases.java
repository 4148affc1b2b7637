package org.ehcpathway.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finding a case, holding it while something changes, and writing its history: what every service of the room needs. */
@Component
class Cases {

    /** Who stands in the history when the process itself acted. */
    static final String THE_PROCESS = "process";

    private final CaseRepository cases;
    private final CaseEventRepository events;
    private final Clock clock;

    Cases(CaseRepository cases, CaseEventRepository events, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    EhcCase get(String reference) {
        return cases.findByReference(reference).orElseThrow(() -> unknown(reference));
    }

    EhcCase get(long id) {
        return cases.findById(id).orElseThrow(() -> new Refusal("There is no such case."));
    }

    /** The case, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    EhcCase hold(String reference) {
        return cases.readByReference(reference).orElseThrow(() -> unknown(reference));
    }

    /** The case, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    EhcCase hold(long id) {
        return cases.readById(id).orElseThrow(() -> new Refusal("There is no such case."));
    }

    EhcCase save(EhcCase changed) {
        return cases.save(changed);
    }

    void tell(Long caseId, String by, String what, String detail) {
        events.save(new CaseEvent(null, caseId, now(), by, what, detail));
    }

    ZoneId zone() {
        return clock.getZone();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** To the microsecond, which is what both databases keep. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal unknown(String reference) {
        boolean looksLikeOne = reference != null && reference.matches("EHC-[0-9]{4}-[0-9]{5}");
        return new Refusal(
                looksLikeOne
                        ? "There is no case " + reference + "; check the reference."
                        : "There is no such case; a reference looks like EHC-2026-00042.");
    }
}
