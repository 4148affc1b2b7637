package org.ehcpathway.casefile;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other cases that may be about the same person: the same unique pupil number or NHS number, or born on the same day with a name that
 * is the same or nearly so. Two different NHS numbers are two people. It only suggests; a caseworker compares.
 */
@Service
@Transactional(readOnly = true)
public class SamePerson {

    private static final LevenshteinDistance TYPING_SLIPS = new LevenshteinDistance(2);

    /** A name as short as this is another name with one letter changed. */
    private static final int SHORT = 3;

    private final Cases cases;
    private final CaseRepository caseRows;
    private final PersonRepository persons;
    private final DecisionRepository decisions;
    private final Timescales timescales;

    SamePerson(
            Cases cases,
            CaseRepository caseRows,
            PersonRepository persons,
            DecisionRepository decisions,
            Timescales timescales) {
        this.cases = cases;
        this.caseRows = caseRows;
        this.persons = persons;
        this.decisions = decisions;
        this.timescales = timescales;
    }

    /** An assessment before this request, so near that the law's duty to consider does not arise (REQ-05). */
    public record AssessedBefore(String reference, LocalDate assessedOn) {}

    /** References of open cases that may be about the person of this one, in the order they were opened. */
    public List<String> openCases(String reference) {
        return others(cases.get(reference))
                .filter(EhcCase::isInAssessment)
                .map(EhcCase::reference)
                .toList();
    }

    /**
     * The assessment that ended less than six months before this request was received (Children and Families Act 2014 s.36(6)(b)).
     * A refusal to assess is no assessment.
     */
    public Optional<AssessedBefore> assessedWithinSixMonths(String reference) {
        EhcCase asking = cases.get(reference);
        return others(asking)
                .flatMap(other -> decisions.findByCaseIdOrderById(other.id()).stream()
                        .filter(decision ->
                                decision.kind() == DecisionKind.ISSUE_PLAN || decision.kind() == DecisionKind.NO_PLAN)
                        .map(decision -> new AssessedBefore(other.reference(), decision.decidedOn())))
                .filter(before -> !before.assessedOn().isAfter(asking.receivedOn())
                        && !asking.receivedOn()
                                .isAfter(timescales
                                        .due("REQ-05", before.assessedOn())
                                        .due()))
                .reduce((earlier, later) -> later.assessedOn().isBefore(earlier.assessedOn()) ? earlier : later);
    }

    private Stream<EhcCase> others(EhcCase asking) {
        Person person = persons.findById(asking.personId()).orElseThrow();
        return persons.findByBirthDateOrUpnOrNhsNumber(person.birthDate(), person.upn(), person.nhsNumber()).stream()
                .filter(other -> !other.id().equals(person.id()) && mayBeTheSame(person, other))
                .flatMap(other -> caseRows.findByPersonIdOrderById(other.id()).stream())
                .filter(other -> !other.id().equals(asking.id()));
    }

    static boolean mayBeTheSame(Person one, Person other) {
        if (isSame(one.upn(), other.upn()) || isSame(one.nhsNumber(), other.nhsNumber())) {
            return true;
        }
        boolean twoNumbers = one.nhsNumber() != null && other.nhsNumber() != null;
        return !twoNumbers
                && one.birthDate().equals(other.birthDate())
                && isClose(one.lastName(), other.lastName())
                && firstNames(one).anyMatch(name -> firstNames(other).anyMatch(its -> isClose(name, its)));
    }

    private static boolean isSame(String one, String other) {
        return one != null && one.equals(other);
    }

    /** The name that comes first, and the one that is used. */
    private static Stream<String> firstNames(Person person) {
        return Stream.of(person.firstNames().strip().split("\\s+")[0], person.knownAs())
                .filter(name -> name != null);
    }

    /** The same letters, but for accents, marks and a slip of the pen; of a double name one half is enough. */
    private static boolean isClose(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        return near(a, b) || halves(one).anyMatch(half -> halves(other).anyMatch(its -> near(half, its)));
    }

    private static boolean near(String a, String b) {
        if (a.equals(b)) {
            return !a.isEmpty();
        }
        int slips = TYPING_SLIPS.apply(a, b);
        int shorter = Math.min(a.length(), b.length());
        return slips >= 0 && shorter > SHORT && slips <= (shorter > 2 * SHORT ? 2 : 1);
    }

    private static Stream<String> halves(String name) {
        return Arrays.stream(name.split("[-\\s]+")).map(SamePerson::letters).filter(half -> half.length() > SHORT);
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}]", "")
                .replace('ł', 'l')
                .replace('Ł', 'l')
                .toLowerCase(Locale.UK);
    }
}
