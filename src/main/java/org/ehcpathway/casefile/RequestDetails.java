package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How requests came and what SEN support they show. Whoever calls must have the right to do so. */
@Service
@Transactional
public class RequestDetails {

    private static final int MOST_CYCLES = 99;

    private final Cases cases;
    private final PersonRepository persons;
    private final RequestDetailRepository details;

    RequestDetails(Cases cases, PersonRepository persons, RequestDetailRepository details) {
        this.cases = cases;
        this.persons = persons;
        this.details = details;
    }

    /**
     * Keeps what the request shows, once for each case. Nothing of it is required.
     *
     * @param supportCycles cycles of assess, plan, do, review as typed, a whole number from 0 to 99
     * @throws Refusal when something given cannot be
     */
    public RequestDetail keep(
            String reference,
            CameBy cameBy,
            String supportCycles,
            LocalDate supportSince,
            String supportTried,
            String supportCosts,
            String by) {
        EhcCase held = cases.hold(reference);
        if (supportSince != null) {
            Entry.pastDate(supportSince, "the day since when SEN support is given", cases.today());
            if (supportSince.isBefore(
                    persons.findById(held.personId()).orElseThrow().birthDate())) {
                throw new Refusal("Check the day since when SEN support is given; it is before the birth.");
            }
        }
        return details.save(new RequestDetail(
                null,
                held.id(),
                cameBy,
                cycles(supportCycles),
                supportSince,
                Entry.optionalText(supportTried, "what SEN support was tried"),
                Entry.optionalText(supportCosts, "what is known of the costs", 2000),
                Entry.line(by, "who records it", 255),
                cases.now()));
    }

    /** What was kept; empty for a case that is older than this record. */
    @Transactional(readOnly = true)
    public Optional<RequestDetail> of(String reference) {
        return details.findByCaseId(cases.get(reference).id());
    }

    private static Integer cycles(String typed) {
        String line = Entry.optionalLine(typed, "how many cycles of support there were", 20);
        if (line == null) {
            return null;
        }
        if (!line.matches("[0-9]{1,2}")) {
            throw new Refusal("Write the cycles of support as a whole number from 0 to " + MOST_CYCLES
                    + ", or leave it empty when it is not known.");
        }
        return Integer.valueOf(line);
    }
}
