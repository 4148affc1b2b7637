package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ehcpathway.casefile.EndingDecision.Verdict;
import org.ehcpathway.statute.AgeLimits;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ends of requests: one person records that a request is to end, a second one decides. Every method is one transaction; whoever
 * calls must have the right to do so. Bad input is a {@link Refusal}, and then nothing has changed.
 */
@Service
@Transactional
public class Endings {

    private final Cases cases;
    private final CaseRepository caseRows;
    private final PersonRepository persons;
    private final ContactRepository contacts;
    private final EndingRepository endings;
    private final EndingDecisionRepository decisions;
    private final SamePersonCheckRepository checks;
    private final FamilyViewRepository views;
    private final JoinedFiles joined;

    Endings(
            Cases cases,
            CaseRepository caseRows,
            PersonRepository persons,
            ContactRepository contacts,
            EndingRepository endings,
            EndingDecisionRepository decisions,
            SamePersonCheckRepository checks,
            FamilyViewRepository views,
            JoinedFiles joined) {
        this.cases = cases;
        this.caseRows = caseRows;
        this.persons = persons;
        this.contacts = contacts;
        this.endings = endings;
        this.decisions = decisions;
        this.checks = checks;
        this.views = views;
        this.joined = joined;
    }

    /**
     * An ending with what was decided about it.
     *
     * @param decision null while a manager has not decided
     * @param joins reference of the case it is joined to; null when it is joined to none
     */
    public record Told(Ending ending, EndingDecision decision, String joins) {}

    /** Records that a request is to end. */
    public Ending ask(String reference, NewEnding typed, String by) {
        EhcCase held = holdOpen(reference);
        if (typed.ground() == EndingGround.WITHDRAWN) {
            requireWordOfWhoDecides(held, typed.toldBy());
        }
        if (endings.findByCaseIdOrderById(held.id()).stream()
                .anyMatch(earlier -> decisions.findByEndingId(earlier.id()).isEmpty())) {
            throw new Refusal("The end of this request is before a manager already: let that be decided first.");
        }
        Ending ending = save(held, typed, by);
        cases.tell(
                held.id(),
                by,
                "End of the request asked for: " + ending.ground().title(),
                "On %s. Said by %s, %s.%s"
                        .formatted(
                                Entry.inWords(ending.happenedOn()),
                                ending.toldBy(),
                                ending.toldHow(),
                                joinedInWords(ending)
                                        .map(words -> " To be joined to " + words + ".")
                                        .orElse("")));
        return ending;
    }

    /**
     * The open cases without a final plan whose person is 25, and about which no manager was asked yet whether the request ends.
     */
    @Transactional(readOnly = true)
    public List<String> ofPersonsWhoAre25() {
        return endings.openOfPersonsBornBy(cases.today().minusYears(25)).stream()
                .filter(this::isToBeAskedAt25)
                .toList();
    }

    /**
     * Records that a request is to end because the young person has turned 25. Done by itself; a manager decides.
     *
     * @return empty where this was asked before, or another end of the request is before a manager
     */
    public Optional<Ending> askAt25(String reference) {
        EhcCase held = cases.hold(reference);
        if (!held.isOpen() || !isToBeAskedAt25(reference)) {
            return Optional.empty();
        }
        LocalDate birthday = AgeLimits.turns25On(person(held).birthDate());
        return Optional.of(ask(
                reference,
                new NewEnding(
                        EndingGround.TURNED_25,
                        birthday,
                        "The date of birth in the file",
                        "by the daily look at birthdays",
                        null,
                        null,
                        null),
                Cases.THE_PROCESS));
    }

    private boolean isToBeAskedAt25(String reference) {
        EhcCase c = cases.get(reference);
        return !AgeLimits.newPlanMayBeMade(person(c).birthDate(), cases.today())
                && endings.findByCaseIdOrderById(c.id()).stream()
                        .noneMatch(earlier -> earlier.ground() == EndingGround.TURNED_25
                                || decisions.findByEndingId(earlier.id()).isEmpty());
    }

    private Person person(EhcCase c) {
        return persons.findById(c.personId()).orElseThrow();
    }

    /**
     * Records what a second person decided.
     *
     * @throws NotAllowed when it is the person who asked
     */
    public EndingDecision decide(long endingId, Verdict verdict, String reasons, String by) {
        Ending ending = get(endingId);
        EhcCase held = holdWithJoined(ending);
        if (ending.askedBy().equals(by)) {
            throw new NotAllowed("Ask a colleague: the end of a request is decided by a second person.");
        }
        if (decisions.findByEndingId(endingId).isPresent()) {
            throw new Refusal("This was decided already. Load the page again.");
        }
        if (Entry.chosen(verdict, "whether the request ends") == Verdict.END) {
            refuseIfClosed(held);
            if (ending.ground() == EndingGround.WITHDRAWN) {
                requireWordOfWhoDecides(held, ending.toldBy());
            }
            refuseIfJoinedIsClosed(ending);
        }
        return decided(held, ending, verdict, Entry.reasons(reasons, "the reasons"), by);
    }

    /**
     * Records that a request is a second one for the person of another case, which goes on with its own, earlier dates.
     *
     * @param other reference of that case
     * @param reasons what shows that it is the same person
     */
    public Ending join(String reference, String other, String reasons, String by) {
        EhcCase held = holdOpen(reference);
        String why = Entry.reasons(reasons, "what shows that it is the same person");
        Ending ending = save(
                held,
                new NewEnding(
                        EndingGround.LINKED,
                        cases.today(),
                        by,
                        "compared the two requests",
                        null,
                        null,
                        Entry.line(other, "the reference of the case of the same person", 20)),
                by);
        checks.save(new SamePersonCheck(null, held.id(), ending.joinsCaseId(), why, by, cases.now()));
        decided(held, ending, Verdict.END, why, by);
        return ending;
    }

    /**
     * Records that a request is not joined to another case.
     *
     * @param somebodyElse whether it is for another person; otherwise one of the two cases has ended meanwhile
     */
    public void notJoined(String reference, boolean somebodyElse, String reasons, String by) {
        EhcCase held = cases.hold(reference);
        String why = Entry.reasons(reasons, "what shows that they are not to be joined");
        checks.save(new SamePersonCheck(null, held.id(), null, why, by, cases.now()));
        cases.tell(held.id(), by, somebodyElse ? "Not a second request" : "Nothing left to be joined", why);
    }

    /**
     * Notes a second request in the file of the case it belongs to: who asked, what it says, and every word the family said with it,
     * with its papers, its people and its setting. What was said stays in both files.
     *
     * @return the case it belongs to
     */
    public EhcCase copyIntoJoinedCase(long endingId, String by) {
        Ending ending = get(endingId);
        EhcCase second = caseRows.findById(ending.caseId()).orElseThrow();
        EhcCase first = cases.hold(ending.joinsCaseId());
        cases.tell(
                first.id(),
                by,
                "A second request was received",
                "%s, received on %s from %s (%s). %s"
                        .formatted(
                                second.reference(),
                                Entry.inWords(second.receivedOn()),
                                second.requestedBy(),
                                second.source().title(),
                                second.requestSummary()));
        cases.tell(
                second.id(),
                by,
                "Joined to " + first.reference(),
                "The request is considered in case %s, which was received on %s. Its dates count."
                        .formatted(first.reference(), Entry.inWords(first.receivedOn())));
        for (FamilyView said : views.findByCaseIdOrderById(second.id())) {
            views.save(new FamilyView(
                    null, first.id(), said.topic(), said.saidBy(), said.saidOn(), said.words(), by, cases.now()));
            cases.tell(first.id(), by, "Family's view kept: " + said.topic().title(), "Said for " + second.reference());
        }
        joined.take(second, first, by);
        return first;
    }

    /** @throws Refusal when there is none */
    @Transactional(readOnly = true)
    public Ending get(long endingId) {
        return endings.findById(endingId).orElseThrow(() -> new Refusal("There is no such end of a request."));
    }

    /** The case of an ending. */
    @Transactional(readOnly = true)
    public EhcCase caseOf(Ending ending) {
        return caseRows.findById(ending.caseId()).orElseThrow();
    }

    /** The case that an ending joins the request to, and whose it is: "EHC-2026-00042, Nell Ashby"; empty when it joins none. */
    @Transactional(readOnly = true)
    public Optional<String> joinedInWords(Ending ending) {
        return Optional.ofNullable(ending.joinsCaseId())
                .flatMap(caseRows::findById)
                .map(joined -> joined.reference() + ", "
                        + persons.findById(joined.personId()).orElseThrow().fullName());
    }

    /** What was decided; empty while nobody has. */
    @Transactional(readOnly = true)
    public Optional<EndingDecision> decision(long endingId) {
        return decisions.findByEndingId(endingId);
    }

    /** Everything that was recorded about ending a request, in order. */
    @Transactional(readOnly = true)
    public List<Told> of(String reference) {
        return endings.findByCaseIdOrderById(cases.get(reference).id()).stream()
                .map(ending -> new Told(
                        ending,
                        decisions.findByEndingId(ending.id()).orElse(null),
                        ending.joinsCaseId() == null
                                ? null
                                : caseRows.findById(ending.joinsCaseId())
                                        .orElseThrow()
                                        .reference()))
                .toList();
    }

    /** What was compared with other cases, in order. */
    @Transactional(readOnly = true)
    public List<SamePersonCheck> checks(String reference) {
        return checks.findByCaseIdOrderById(cases.get(reference).id());
    }

    /**
     * Only the parent, the young person or who stands in for them takes a request back, as the law sees it today. A school that asked
     * or somebody who brought the child to attention leaves the council responsible: it must come to a determination (section 36(3)),
     * and the family has the rights that go with it.
     */
    private void requireWordOfWhoDecides(EhcCase held, String toldBy) {
        Person person = persons.findById(held.personId()).orElseThrow();
        List<String> names = WhoDecides.names(person, contacts.findByPersonIdOrderById(person.id()), cases.today());
        String said = plain(Entry.line(toldBy, "who said so", 200));
        if (names.stream().noneMatch(name -> said.contains(plain(name)))) {
            throw new Refusal(
                    "Only %s can take this request back today: give the name as it stands in the file. On anybody else’s word it goes on to its decision (section 36(3)), which goes to the family with its rights."
                            .formatted(names.isEmpty() ? "the family" : String.join(" or ", names)));
        }
    }

    private static String plain(String name) {
        return " "
                + name.toLowerCase(Locale.UK)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }

    private Ending save(EhcCase held, NewEnding typed, String by) {
        EndingGround ground = Entry.chosen(typed.ground(), "why the request ends");
        LocalDate on = Entry.pastDate(typed.happenedOn(), "the day it happened", cases.today());
        if (ground == EndingGround.WITHDRAWN && on.isBefore(held.receivedOn())) {
            throw new Refusal("Check the day; the request cannot have been withdrawn before it was received.");
        }
        LocalDate birth = person(held).birthDate();
        if (on.isBefore(birth)) {
            throw new Refusal("Check the day; it is before the child or young person was born.");
        }
        if (ground == EndingGround.TURNED_25 && !on.equals(AgeLimits.turns25On(birth))) {
            throw new Refusal("Check the day or the date of birth; by the file the 25th birthday is on %s."
                    .formatted(Entry.inWords(AgeLimits.turns25On(birth))));
        }
        String council = Entry.optionalLine(typed.otherCouncil(), "the council moved to", 200);
        if ((ground == EndingGround.MOVED_AWAY) != (council != null)) {
            throw new Refusal(
                    council == null
                            ? "Name the council whose area the family has moved to."
                            : "Leave the other council empty; it is asked for only when the family has moved.");
        }
        return endings.save(new Ending(
                null,
                held.id(),
                ground,
                on,
                Entry.line(typed.toldBy(), "who said so", 200),
                Entry.line(typed.toldHow(), "how it was said", 500),
                Entry.optionalText(typed.evidence(), "what shows it"),
                council,
                joined(held, ground, typed.joins()),
                Entry.line(by, "who records it", 255),
                cases.now()));
    }

    private Long joined(EhcCase held, EndingGround ground, String reference) {
        if (ground != EndingGround.LINKED) {
            if (reference != null && !reference.isBlank()) {
                throw new Refusal("Leave the other case empty; it is asked for only when the requests are joined.");
            }
            return null;
        }
        EhcCase other = cases.hold(Entry.line(reference, "the reference of the case of the same person", 20));
        if (other.id().equals(held.id())) {
            throw new Refusal("A case cannot be joined to itself: give the reference of the other case.");
        }
        refuseIfClosed(other);
        refuseUnlessSamePerson(held, other);
        if (held.receivedOn().isBefore(other.receivedOn())) {
            throw new Refusal(
                    ("This request was received on %s, before that of %s (%s), so its dates are the ones that count. Have %s end instead,"
                                    + " by “End a request”, as joined to %s; then say here that nothing is left to be joined.")
                            .formatted(
                                    Entry.inWords(held.receivedOn()),
                                    other.reference(),
                                    Entry.inWords(other.receivedOn()),
                                    other.reference(),
                                    held.reference()));
        }
        return other.id();
    }

    private EndingDecision decided(EhcCase held, Ending ending, Verdict verdict, String reasons, String by) {
        cases.tell(
                held.id(),
                by,
                verdict == Verdict.END
                        ? "Decided: the request ends. " + ending.ground().title()
                        : "Decided: the request goes on",
                reasons);
        return decisions.save(new EndingDecision(
                null, ending.id(), verdict, reasons, Entry.line(by, "who decides", 255), cases.now()));
    }

    /** What is said for one person must never come into the file of another, from where nothing is taken out again. */
    private void refuseUnlessSamePerson(EhcCase held, EhcCase other) {
        Person one = persons.findById(held.personId()).orElseThrow();
        Person same = persons.findById(other.personId()).orElseThrow();
        boolean mayBe =
                one.id().equals(same.id()) || SamePerson.mayBeTheSame(one, same) || SamePerson.mayBeTheSame(same, one);
        if (!mayBe) {
            throw new Refusal(
                    ("Check the reference %s: that case is for another person, with another number, or another name or day of birth."
                                    + " Only requests for the same person are joined.")
                            .formatted(other.reference()));
        }
    }

    /** Both cases in the order of their ids, so that two people who decide at once wait for each other and not both for both. */
    private EhcCase holdWithJoined(Ending ending) {
        Long joined = ending.joinsCaseId();
        if (joined != null && joined < ending.caseId()) {
            cases.hold(joined);
        }
        EhcCase held = cases.hold(ending.caseId());
        if (joined != null && joined > ending.caseId()) {
            cases.hold(joined);
        }
        return held;
    }

    private void refuseIfJoinedIsClosed(Ending ending) {
        if (ending.joinsCaseId() == null) {
            return;
        }
        EhcCase joined = caseRows.findById(ending.joinsCaseId()).orElseThrow();
        if (!joined.isOpen()) {
            throw new Refusal("Case %s was closed on %s, so this request cannot be joined to it any more: let it go on."
                    .formatted(joined.reference(), Entry.inWords(joined.closedOn())));
        }
    }

    private EhcCase holdOpen(String reference) {
        EhcCase held = cases.hold(reference);
        refuseIfClosed(held);
        return held;
    }

    private static void refuseIfClosed(EhcCase held) {
        if (!held.isOpen()) {
            throw new Refusal("Case %s was closed on %s.".formatted(held.reference(), Entry.inWords(held.closedOn())));
        }
        if (!held.isInAssessment()) {
            throw new Refusal("The plan of case " + held.reference() + " is in force, so there is no request to end.");
        }
    }
}
