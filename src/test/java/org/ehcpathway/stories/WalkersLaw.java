package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.DecisionRemark;
import org.ehcpathway.casefile.MeetingMove;
import org.ehcpathway.casefile.MeetingStep;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.letter.RecipientRole;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Timescales;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must be true of every case at every moment, whatever happened. Dates are reckoned here with plain calendar arithmetic from the
 * words of the law, not with the code under test.
 */
final class WalkersLaw {

    private static final Timescales FIRST_YEAR = Timescales.fromClasspath();
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** Letters that must not speak of a right of appeal. */
    private static final Set<LetterKind> WITHOUT_RIGHTS = EnumSet.of(
            LetterKind.L_01,
            LetterKind.L_02,
            LetterKind.L_04,
            LetterKind.L_05,
            LetterKind.L_07,
            LetterKind.L_08,
            LetterKind.O_01,
            LetterKind.O_05,
            LetterKind.O_06,
            LetterKind.L_09);

    /** Letters that must. */
    private static final Set<LetterKind> WITH_RIGHTS = EnumSet.of(LetterKind.L_03, LetterKind.L_06, LetterKind.L_10);

    private final WalkerTest.Walked story;
    private final JdbcTemplate database;
    private final Map<Long, Deadline> seen = new HashMap<>();
    private final Set<Long> read = new HashSet<>();

    WalkersLaw(WalkerTest.Walked story, JdbcTemplate database) {
        this.story = story;
        this.database = database;
    }

    void holdsFor(String reference) {
        CaseFile file = story.files.whole(reference);
        List<Letter> letters = story.reading.of(reference);
        theThreeClocksRunFromTheDayOfReceipt(file);
        noDeadlineIsLostOrRewritten(file);
        noDecisionIsMetBeforeItsLetterWent(file, letters);
        theFamilyIsConsultedBeforeItIsDecided(file, letters);
        everySentLetterIsLawful(file, letters);
        noDraftNamesASetting(reference);
        noFinalPlanLeavesBeforeTheWindowIsOver(file, letters);
        noSettingIsNamedUnasked(reference);
        noRequestIsLeftAsideUnheard(file);
        everyMeetingAskedForIsHeldFirst(reference, letters);
        everyEndHasItsLetter(file, letters);
        adviceIsAskedForOnce_byALetter_withSixWeeks(file, letters);
        noPlanIsRefusedInSilenceAboutMissingAdvice(file);
    }

    /** Regulations 6(1), 6(4) and 8: who is asked is asked by a letter and has six weeks; what is re-used or not asked has none. */
    private void adviceIsAskedForOnce_byALetter_withSixWeeks(CaseFile file, List<Letter> letters) {
        for (Advice advice : file.advice()) {
            String which = advice.kind() + " of " + file.c().reference();
            List<Letter> asking = letters.stream()
                    .filter(letter -> letter.kind() == LetterKind.L_05
                            && advice.id().equals(letter.aboutId())
                            && letter.state() == LetterState.SENT)
                    .toList();
            assertThat(asking).as(which).hasSize(advice.requestedOn() == null ? 0 : 1);
            if (advice.requestedOn() != null) {
                LocalDate served = story.reading.recipients(asking.get(0).id()).stream()
                        .map(LetterRecipient::servedOn)
                        .max(LocalDate::compareTo)
                        .orElseThrow();
                assertThat(advice.dueOn()).as(which).isEqualTo(served.plusDays(42));
            }
        }
    }

    private void noPlanIsRefusedInSilenceAboutMissingAdvice(CaseFile file) {
        file.latest(DecisionKind.NO_PLAN).ifPresent(decision -> file.advice().stream()
                .filter(advice -> advice.kind().isCompulsory()
                        && advice.requestedOn() != null
                        && (advice.receivedOn() == null
                                || advice.receivedOn().isAfter(decision.decidedOn())
                                || advice.kind().isNeverLeftOut() && !wasReported(file, advice.kind(), decision)))
                .forEach(missing -> assertThat(decision.reasons())
                        .as(file.c().reference())
                        .contains(missing.kind().title() + " from " + missing.adviserName())));
    }

    /** That one adviser had nothing to say leaves no gap where another gave advice of the same kind. */
    private static boolean wasReported(CaseFile file, AdviceKind kind, Decision decision) {
        return file.advice().stream()
                .anyMatch(advice -> advice.kind() == kind
                        && advice.state() == AdviceState.RECEIVED
                        && !advice.receivedOn().isAfter(decision.decidedOn()));
    }

    /** REQ-04 W(6), PLAN-01 W(16) and PLAN-06 W(20): the day of receipt is not counted, so the limit falls on its weekday. */
    private void theThreeClocksRunFromTheDayOfReceipt(CaseFile file) {
        LocalDate received = file.c().receivedOn();
        Map.of("REQ-04", 42, "PLAN-01", 112, "PLAN-06", 140)
                .forEach((rule, days) -> assertThat(file.deadlines().stream()
                                .filter(deadline -> deadline.rule().equals(rule))
                                .map(Deadline::due))
                        .as("%s of %s", rule, file.c().reference())
                        .isNotEmpty()
                        .containsOnly(received.plusDays(days)));
    }

    private void noDeadlineIsLostOrRewritten(CaseFile file) {
        Map<Long, Deadline> now = new HashMap<>();
        file.deadlines().forEach(deadline -> now.put(deadline.id(), deadline));
        seen.values().stream()
                .filter(earlier -> earlier.caseId().equals(file.c().id()))
                .forEach(earlier -> {
                    Deadline today = now.get(earlier.id());
                    assertThat(today)
                            .as("deadline %s of %s", earlier.rule(), file.c().reference())
                            .isNotNull();
                    assertThat(today.due()).isEqualTo(earlier.due());
                    assertThat(today.clockStart()).isEqualTo(earlier.clockStart());
                    if (earlier.metOn() != null) {
                        assertThat(today.metOn()).isEqualTo(earlier.metOn());
                    }
                });
        seen.putAll(now);
    }

    /** A decision that must be told in writing is not complete until its letter was sent; the date that counts is the date sent. */
    private void noDecisionIsMetBeforeItsLetterWent(CaseFile file, List<Letter> letters) {
        meets(file, letters, "REQ-04", LetterKind.L_03, LetterKind.L_04);
        meets(file, letters, "PLAN-01", LetterKind.L_06, LetterKind.L_07);
        meets(file, letters, "PLAN-06", LetterKind.L_10);
    }

    private void meets(CaseFile file, List<Letter> letters, String rule, LetterKind... kinds) {
        Optional<LocalDate> sent = letters.stream()
                .filter(letter -> List.of(kinds).contains(letter.kind()) && letter.state() == LetterState.SENT)
                .map(this::sentOn)
                .findFirst();
        file.deadline(rule).ifPresent(deadline -> assertThat(Optional.ofNullable(deadline.metOn()))
                .as(
                        "%s of %s is met on the day its letter was sent",
                        rule, file.c().reference())
                .isEqualTo(sent));
    }

    private LocalDate sentOn(Letter letter) {
        return story.reading.recipients(letter.id()).stream()
                .filter(to -> to.role() == RecipientRole.ADDRESSEE)
                .map(LetterRecipient::sentOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** s.36(4): consult before the determination. */
    private void theFamilyIsConsultedBeforeItIsDecided(CaseFile file, List<Letter> letters) {
        file.decisions().stream()
                .filter(decision ->
                        decision.kind() == DecisionKind.ASSESS || decision.kind() == DecisionKind.NOT_ASSESS)
                .forEach(decision -> assertThat(sent(letters, LetterKind.L_01))
                        .as("L-01 in %s", file.c().reference())
                        .isPresent()
                        .get()
                        .satisfies(day -> assertThat(day).isBeforeOrEqualTo(decision.decidedOn())));
        viewsAreInvitedBeforeTheLegalTest(file, letters);
    }

    /** s.36(7): notice before the opinion of s.36(8); before the family's day is over only with a reason. */
    private void viewsAreInvitedBeforeTheLegalTest(CaseFile file, List<Letter> letters) {
        file.decisions().stream()
                .filter(decision -> decision.ground().contains("s.36(8)")
                        && !decision.ground().contains("second look"))
                .forEach(decision -> {
                    LocalDate invited = sent(letters, LetterKind.L_02)
                            .orElseThrow(() ->
                                    new AssertionError("No L-02 in " + file.c().reference()));
                    assertThat(invited).isBeforeOrEqualTo(decision.decidedOn());
                    if (decision.decidedOn().isBefore(invited.plusDays(1))) {
                        assertThat(file.remarksOn(decision))
                                .as(
                                        "decided on the day of the invitation, in %s",
                                        file.c().reference())
                                .anyMatch(remark -> remark.kind() == DecisionRemark.Kind.BEFORE_ANSWER);
                    }
                });
    }

    private Optional<LocalDate> sent(List<Letter> letters, LetterKind kind) {
        return letters.stream()
                .filter(letter -> letter.kind() == kind && letter.state() == LetterState.SENT)
                .map(this::sentOn)
                .max(LocalDate::compareTo);
    }

    private void everySentLetterIsLawful(CaseFile file, List<Letter> letters) {
        letters.stream()
                .filter(letter -> letter.state() == LetterState.SENT && read.add(letter.id()))
                .forEach(letter -> isLawful(file, letter));
    }

    private void isLawful(CaseFile file, Letter letter) {
        String which = letter.kind().id() + " of " + file.c().reference();
        assertThat(letter.signedBy()).as(which).isNotNull();
        List<LetterRecipient> to = story.reading.recipients(letter.id());
        assertThat(to).as(which).isNotEmpty();
        for (LetterRecipient recipient : to) {
            assertThat(recipient.sentOn()).as(which).isNotNull();
            assertThat(recipient.servedOn())
                    .as("%s cannot be served before it is sent", which)
                    .isAfterOrEqualTo(recipient.sentOn());
        }
        everybodyOfTheFamilyGetsTheirOwn(file, letter, to, which);
        String words = story.copies
                .page(letter.id(), to.get(0).id())
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\u00a0]+", " ");
        if (WITHOUT_RIGHTS.contains(letter.kind())) {
            assertThat(words).as(which).doesNotContainIgnoringCase("right to appeal", "right of appeal", "SEND35");
        }
        if (WITH_RIGHTS.contains(letter.kind())) {
            LocalDate mediation = sentOn(letter).plusMonths(2);
            assertThat(words)
                    .as(which)
                    .containsIgnoringCase("mediation")
                    .containsIgnoringCase("disagreement resolution")
                    .contains("Tribunal")
                    .contains(LONG.format(mediation));
        }
        assertThat(words).as(which).doesNotContain("null", "Dear ,", "[[", "${");
    }

    /** Every parent with responsibility, or the young person, gets a letter of their own (L-05 and notices to bodies apart). */
    private void everybodyOfTheFamilyGetsTheirOwn(
            CaseFile file, Letter letter, List<LetterRecipient> to, String which) {
        if (Set.of(LetterKind.L_05, LetterKind.L_02N, LetterKind.L_09, LetterKind.O_06)
                .contains(letter.kind())) {
            return;
        }
        List<String> names = to.stream().map(LetterRecipient::name).toList();
        LocalDate birth = file.person().birthDate();
        // Whoever turns 25 while a case is late is no young person of the Act any more, and still their own.
        if (Persons.isYoungPerson(birth, sentOn(letter)) || !sentOn(letter).isBefore(birth.plusYears(25))) {
            assertThat(names).as(which).contains(file.person().fullName());
        } else {
            assertThat(names)
                    .as(which)
                    .containsAll(file.contacts().stream()
                            .filter(Contact::parentalResponsibility)
                            .map(Contact::name)
                            .toList());
        }
    }

    /** s.38(5). */
    private void noDraftNamesASetting(String reference) {
        for (PlanVersion version : story.plans.of(reference)) {
            if (!version.kind().isFinal()) {
                assertThat(version.settingId()).as(reference).isNull();
                assertThat(version.settingType()).as(reference).isNull();
            } else if (version.state() == PlanState.ISSUED) {
                assertThat(version.settingType()).as(reference).isNotBlank();
                assertThat(version.signature()).as(reference).isNotNull();
            }
        }
    }

    /** Regulation 13(1): at least 15 days beginning with the day on which the draft was served; the final plan comes after. */
    private void noFinalPlanLeavesBeforeTheWindowIsOver(CaseFile file, List<Letter> letters) {
        Optional<LocalDate> finalSent = sent(letters, LetterKind.L_10);
        if (finalSent.isEmpty()) {
            return;
        }
        LocalDate lastServed = letters.stream()
                .filter(letter -> letter.kind() == LetterKind.L_08 && letter.state() == LetterState.SENT)
                .flatMap(letter -> story.reading.recipients(letter.id()).stream())
                .filter(to -> to.role() == RecipientRole.ADDRESSEE)
                .map(LetterRecipient::servedOn)
                .max(LocalDate::compareTo)
                .orElseThrow(() ->
                        new AssertionError("No draft was served in " + file.c().reference()));
        assertThat(finalSent.get()).as(file.c().reference()).isAfter(lastServed.plusDays(14));
    }

    /** ss.39(2) and 40(3): the setting is consulted before it is named. */
    private void noSettingIsNamedUnasked(String reference) {
        for (PlanVersion version : story.plans.of(reference)) {
            if (version.state() == PlanState.ISSUED && version.settingId() != null) {
                assertThat(story.consultations.of(reference))
                        .as(reference)
                        .anyMatch(one -> one.settingId().equals(version.settingId())
                                && one.consultedOn() != null
                                && !one.consultedOn()
                                        .isAfter(version.signature().signedOn()));
            }
        }
    }

    /** s.39(2) and (4): every setting asked for was consulted, and had replied or had its time, before it was left aside. */
    private void noRequestIsLeftAsideUnheard(CaseFile file) {
        String reference = file.c().reference();
        file.latest(DecisionKind.NAME_SETTING)
                .filter(decision -> decision.ground().contains("s.39(4)"))
                .ifPresent(decision -> story.consultations.requestsOfRight(reference).stream()
                        .filter(asked -> asked.askedOn().isBefore(decision.decidedOn()))
                        .forEach(asked -> assertThat(story.consultations.of(reference))
                                .as(reference)
                                .anyMatch(one -> one.settingId().equals(asked.settingId())
                                        && one.consultedOn() != null
                                        && (one.repliedOn() != null
                                                        && !one.repliedOn().isAfter(decision.decidedOn())
                                                || one.dueOn().isBefore(decision.decidedOn())))));
    }

    /** Regulation 13(1)(a)(ii): a meeting the family requires is arranged, and never refused. */
    private void everyMeetingAskedForIsHeldFirst(String reference, List<Letter> letters) {
        if (sent(letters, LetterKind.L_10).isEmpty()) {
            return;
        }
        List<MeetingMove> moves = story.familyMeetings.of(reference).stream()
                .map(MeetingStep::move)
                .toList();
        assertThat(moves.stream().filter(move -> move == MeetingMove.ASKED).count())
                .as("meetings of %s", reference)
                .isEqualTo(moves.stream()
                        .filter(move -> move == MeetingMove.HELD || move == MeetingMove.WITHDRAWN)
                        .count());
    }

    private void everyEndHasItsLetter(CaseFile file, List<Letter> letters) {
        Stage stage = file.c().stage();
        if (!stage.isEnd() && stage != Stage.PLAN_FINALISED) {
            return;
        }
        if (stage == Stage.DIED && story.register.of(file.c().reference()).isPresent()) {
            endedAsAPlan(file);
            return;
        }
        switch (stage) {
            case NOT_ASSESSED -> ends(file, letters, DecisionKind.NOT_ASSESS, LetterKind.L_03);
            case NO_PLAN -> ends(file, letters, DecisionKind.NO_PLAN, LetterKind.L_06);
            case PLAN_FINALISED -> {
                ends(file, letters, DecisionKind.FINALISE_PLAN, LetterKind.L_10);
                aReviewYearRuns(file);
            }
            case PLAN_ENDED -> endedAsAPlan(file);
            case WITHDRAWN, MOVED_AWAY, DIED, LINKED -> endedBeforeItsDecision(file, letters);
            default -> fail("The walker does not know the end " + stage);
        }
    }

    /** From the making of a plan to its end there is no day on which no review clock runs (s.44(1)). */
    private void aReviewYearRuns(CaseFile file) {
        String which = file.c().reference();
        LocalDate made = story.register.of(which).orElseThrow().madeOn();
        Deadline year = story.register.reviewYear(which).orElseThrow();
        // Later years are counted from the review before, which the law of plans looks at.
        if (year.rule().equals("REV-01")) {
            assertThat(year.due())
                    .as("the first review year of %s", which)
                    .isEqualTo(FIRST_YEAR.due("REV-01", made).due());
        }
    }

    private void endedAsAPlan(CaseFile file) {
        String which = file.c().reference();
        assertThat(story.register.of(which).orElseThrow().isInForce()).as(which).isFalse();
        assertThat(story.register.reviewYear(which)).as(which).isEmpty();
    }

    /** A second person decided it; nothing goes out any more but the closing letter, and after a death not even that. */
    private static void endedBeforeItsDecision(CaseFile file, List<Letter> letters) {
        String which = file.c().reference();
        assertThat(file.events()).as(which).anyMatch(event -> event.what().startsWith("Decided: the request ends."));
        assertThat(letters)
                .as(which)
                .filteredOn(
                        letter -> letter.kind() != LetterKind.O_05 || file.c().stage() == Stage.DIED)
                .allMatch(letter -> letter.state().isOver());
        if (file.c().stage() == Stage.WITHDRAWN
                && file.latest(DecisionKind.NO_PLAN).isEmpty()) {
            assertThat(letters)
                    .as("%s was withdrawn after the family was told that a plan is needed (s.37(1))", which)
                    .noneMatch(letter -> letter.kind() == LetterKind.L_07 && letter.state() == LetterState.SENT);
        }
    }

    private void ends(CaseFile file, List<Letter> letters, DecisionKind decision, LetterKind kind) {
        String which = file.c().reference();
        assertThat(file.latest(decision)).as(which).isPresent();
        assertThat(sent(letters, kind)).as("%s of %s", kind.id(), which).isPresent();
        assertThat(sent(letters, kind).get())
                .isAfterOrEqualTo(file.latest(decision).get().decidedOn());
    }

    /** A case that is running waits for somebody or for a moment. */
    void isNotStuck(String reference) {
        if (story.isRunning(reference)) {
            assertThat(story.timers(reference))
                    .as("%s waits for nothing", reference)
                    .isNotEmpty();
        }
    }

    void holdsForTheEngine() {
        assertThat(story.runtime.createIncidentQuery().list())
                .extracting(incident -> incident.getActivityId() + ": " + incident.getIncidentMessage())
                .isEmpty();
        assertThat(story.management.createJobQuery().noRetriesLeft().count()).isZero();
    }

    /** Of a case that has ended nothing is left in the engine, and no duty is left open that nobody watches. */
    void holdsAtTheEnd(String reference) {
        assertThat(story.isRunning(reference)).as(reference).isFalse();
        CaseFile file = story.files.whole(reference);
        assertThat(file.c().isInAssessment()).as(reference).isFalse();
        assertThat(file.deadlines())
                .as("what is missed has been explained to the family, in %s", reference)
                .filteredOn(deadline -> Set.of("REQ-04", "PLAN-01", "PLAN-06").contains(deadline.rule()))
                .allSatisfy(deadline -> assertThat(deadline.metOn() != null || deadline.supersededAt() != null)
                        .as(deadline.rule())
                        .isTrue());
        file.deadlines().stream()
                .filter(deadline -> Set.of("REQ-04", "PLAN-01", "PLAN-06").contains(deadline.rule()))
                .filter(deadline -> deadline.metOn() != null && deadline.metOn().isAfter(deadline.due()))
                .forEach(late -> assertThat(file.events())
                        .as("%s was met late in %s", late.rule(), reference)
                        .anyMatch(event -> event.what().equals("Delay explained: " + late.rule())));
    }

    /** What a look at all cases at once tells. */
    void holdsForEverybody() {
        assertThat(database.queryForList(
                        "select idempotency_key from letter_recipient where idempotency_key is not null"
                                + " group by idempotency_key having count(*) > 1",
                        String.class))
                .as("letters sent twice")
                .isEmpty();
        assertThat(database.queryForList("select c.reference, l.kind, l.about_id, l.signed_at, r.* from letter l"
                        + " join letter_recipient r on r.letter_id = l.id join ehc_case c on c.id = l.case_id"
                        + " where l.state = 'SENT' and r.sent_at is null and r.withdrawn_at is null"))
                .as("letters taken as sent that did not reach everybody")
                .isEmpty();
    }
}
