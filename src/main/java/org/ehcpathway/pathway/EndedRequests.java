package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.Ending;
import org.ehcpathway.casefile.EndingGround;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelQuestion;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterWithdrawing;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends a request wherever it stands, file and engine together: the tasks go, what was not sent is withdrawn, the panel and the
 * advisers are no longer asked, the deadlines no longer count, and the case is closed. Whoever calls must have the right to do so.
 */
@Component
public class EndedRequests {

    /** What goes on beside a case that ended: the process that ends it, and what somebody asked. */
    private static final Set<String> GO_ON = Set.of("end-of-request", "enquiry");

    /** The letters that tell how the request was decided. Once one of them has left there is nothing to be taken back. */
    private static final Set<LetterKind> TELL_THE_END = Set.of(LetterKind.L_03, LetterKind.L_06, LetterKind.L_10);

    private static final String HELP_FOR_ADULTS =
            "There is other help for adults. You can ask the council for an assessment of needs for care and support (Care Act 2014, section 9), and your college or employer for adjustments (Equality Act 2010).";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Endings endings;
    private final CaseFiles files;
    private final LetterReading reading;
    private final LetterWithdrawing withdrawing;
    private final LetterPreparation preparation;
    private final PanelAgenda agenda;
    private final AdviceRegister advice;
    private final SettingConsultations consultations;
    private final LettersFromTheCase fromTheCase;
    private final AdviceReminders advisers;
    private final RuntimeService runtime;
    private final Clock clock;
    private final TransactionTemplate aside;

    EndedRequests(
            Endings endings,
            CaseFiles files,
            LetterReading reading,
            LetterWithdrawing withdrawing,
            LetterPreparation preparation,
            PanelAgenda agenda,
            AdviceRegister advice,
            SettingConsultations consultations,
            LettersFromTheCase fromTheCase,
            AdviceReminders advisers,
            @Lazy RuntimeService runtime,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.endings = endings;
        this.files = files;
        this.reading = reading;
        this.withdrawing = withdrawing;
        this.preparation = preparation;
        this.agenda = agenda;
        this.advice = advice;
        this.consultations = consultations;
        this.fromTheCase = fromTheCase;
        this.advisers = advisers;
        this.runtime = runtime;
        this.clock = clock;
        // What is refused is undone alone; the step around it goes on.
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Once the family was told that a plan is needed, the council must have it prepared (section 37(1), PLAN-13): from then on a
     * request is no longer withdrawn, and the case ends only because another council is responsible or nobody is left to be helped.
     *
     * @throws Refusal when a letter has left that tells how the request was decided, and the decision still holds
     */
    public void refuseWhenTold(String reference, EndingGround ground) {
        CaseFile file = files.whole(reference);
        firstTold(file, TELL_THE_END).ifPresent(letter -> {
            throw new Refusal(
                    "Letter %s has gone out, so the request is decided and cannot end in another way any more."
                            .formatted(letter.kind().id()));
        });
        if (ground == EndingGround.WITHDRAWN) {
            firstTold(file, Set.of(LetterKind.L_07)).ifPresent(letter -> {
                throw new Refusal(
                        "Letter L-07 has gone out: the council has decided that a plan is needed and must have"
                                + " it prepared (section 37(1)). The request can no longer be withdrawn.");
            });
        }
    }

    /**
     * Whether the family was told that there will be an assessment: after that the council owes a decision on a plan, unless it says
     * why that falls away (section 36(9)).
     */
    public boolean owesDecisionOnPlan(String reference) {
        return firstTold(files.whole(reference), Set.of(LetterKind.L_04)).isPresent();
    }

    private Optional<Letter> firstTold(CaseFile file, Set<LetterKind> kinds) {
        return reading.of(file.c().reference()).stream()
                .filter(letter -> kinds.contains(letter.kind())
                        && !wasChanged(file, letter.kind())
                        && reading.recipients(letter.id()).stream().anyMatch(to -> to.sentAt() != null))
                .findFirst();
    }

    /** Whether the council looked again at the decision that a letter told, and decided the opposite. */
    private static boolean wasChanged(CaseFile file, LetterKind told) {
        return switch (told) {
            case L_03 -> isLater(file, DecisionKind.ASSESS, DecisionKind.NOT_ASSESS);
            case L_06 -> isLater(file, DecisionKind.ISSUE_PLAN, DecisionKind.NO_PLAN);
            case L_07 -> isLater(file, DecisionKind.NO_PLAN, DecisionKind.ISSUE_PLAN);
            default -> false;
        };
    }

    private static boolean isLater(CaseFile file, DecisionKind one, DecisionKind other) {
        return file.latest(one)
                .filter(later -> file.latest(other)
                        .filter(earlier -> earlier.id() < later.id())
                        .isPresent())
                .isPresent();
    }

    /**
     * Ends the case of an ending that was decided.
     *
     * @param byProcess the process instance that does it, which goes on
     * @throws Refusal when the case has ended meanwhile, or a letter is being sent at this moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(long endingId, String byProcess) {
        Ending ending = endings.get(endingId);
        String reference = endings.caseOf(ending).reference();
        refuseWhenTold(reference, ending.ground());
        boolean told = !runtime.createMessageCorrelation(Vars.MESSAGE_REQUEST_ENDED)
                .processInstanceBusinessKey(reference)
                .setVariable(Vars.ENDING, endingId)
                .correlateAllWithResult()
                .isEmpty();
        if (!told) {
            // A case that began before its diagram knew of this message.
            close(endingId);
        }
        for (ProcessInstance beside : beside(reference, ending.ground(), byProcess)) {
            runtime.deleteProcessInstance(
                    beside.getId(), "The request ended: " + ending.ground().name(), false, true, true, false);
        }
        tellAdvisers(reference);
    }

    /**
     * Whoever was asked in writing is told in writing to stop, whatever the ground: an adviser must not ring a family whose child
     * has died. The reason of the end is the family's own and is not told.
     */
    private void tellAdvisers(String reference) {
        for (Advice one : advice.of(reference)) {
            if (one.state() == AdviceState.REQUESTED) {
                try {
                    aside.executeWithoutResult(status -> advisers.noLongerNeeded(reference, one));
                } catch (Refusal nobody) {
                    files.note(
                            reference,
                            "process",
                            "Adviser not told that the request ended",
                            one.adviserName() + ": " + nobody.getMessage());
                }
            }
        }
    }

    /** Withdraws what is under way in the file and closes the case. Safe to repeat. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(long endingId) {
        Ending ending = endings.get(endingId);
        EhcCase c = endings.caseOf(ending);
        if (!c.isOpen() && ending.ground().leadsTo(c.stage())) {
            return;
        }
        String by = endings.decision(endingId).orElseThrow().decidedBy();
        boolean joined = ending.ground() == EndingGround.LINKED;
        withdrawing.withdrawUnsent(
                c.reference(), kind -> !(joined && kind == LetterKind.O_01), inWords(ending) + ".", by);
        // Only now does no letter leave any more: one may have left since it was last asked.
        refuseWhenTold(c.reference(), ending.ground());
        for (PanelQuestion question : PanelQuestion.values()) {
            agenda.withdraw(c.reference(), question);
        }
        noLongerAsked(c.reference(), by);
        consultations.close(c.reference());
        files.close(c.reference(), ending.ground().stage(c.stage()), LocalDate.now(clock), inWords(ending) + ".");
        if (joined) {
            goOnIn(endings.copyIntoJoinedCase(endingId, by).reference(), c, by);
        }
    }

    /** The family learns that the earlier dates count, and letters that nobody signed go to everybody who is known now. */
    private void goOnIn(String reference, EhcCase second, String by) {
        preparation.peopleChanged(reference);
        boolean othersTold = reading.of(reference).stream()
                .anyMatch(letter -> letter.kind() == LetterKind.L_02
                        && reading.recipients(letter.id()).stream().anyMatch(to -> to.sentAt() != null));
        if (othersTold
                && files.whole(reference).events().stream()
                        .anyMatch(event -> event.what().equals("Setting taken from " + second.reference()))) {
            files.note(
                    reference,
                    by,
                    "Setting still to be told",
                    "The notice L-02 went out before it was known. Write L-02 again from the case page (regulation 4(2)).");
        }
        fromTheCase.tellOfSecondRequest(reference, second.receivedOn());
    }

    /**
     * Prepares the letter that confirms the end to the family.
     *
     * @return empty when nobody can be written to, which is noted in the file
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Letter> prepareClosingLetter(long endingId) {
        Ending ending = endings.get(endingId);
        String reference = endings.caseOf(ending).reference();
        String by = endings.decision(endingId).orElseThrow().decidedBy();
        try {
            return Optional.ofNullable(aside.execute(status -> {
                Letter letter =
                        preparation.prepare(reference, LetterKind.O_05, null, Map.of("outcome", outcome(ending)), by);
                if (ending.ground() == EndingGround.MOVED_AWAY) {
                    preparation.writeFreeText(letter.id(), papersFor(ending, files.whole(reference)), by);
                } else if (ending.ground() == EndingGround.TURNED_25) {
                    preparation.writeFreeText(letter.id(), HELP_FOR_ADULTS, by);
                }
                return letter;
            }));
        } catch (Refusal nobody) {
            files.note(reference, by, "No closing letter", nobody.getMessage());
            return Optional.empty();
        }
    }

    /** Process instances of the case by themselves, such as a letter that was begun on the case page. */
    private List<ProcessInstance> beside(String reference, EndingGround ground, String byProcess) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .list()
                .stream()
                .filter(instance -> !instance.getId().equals(byProcess)
                        && !GO_ON.contains(keyOf(instance))
                        && !(ground == EndingGround.LINKED && acknowledges(instance)))
                .toList();
    }

    private static String keyOf(ProcessInstance instance) {
        return instance.getProcessDefinitionId().split(":")[0];
    }

    /** Every request is acknowledged, also one that is joined to another. */
    private boolean acknowledges(ProcessInstance instance) {
        return LetterKind.O_01.id().equals(runtime.getVariable(instance.getId(), Vars.LETTER_KIND));
    }

    private void noLongerAsked(String reference, String by) {
        List<String> asked = advice.of(reference).stream()
                .filter(one -> one.state().isAwaited())
                .map(one -> one.kind().title() + ": " + one.adviserName())
                .toList();
        if (!asked.isEmpty()) {
            files.note(reference, by, "Advice no longer asked for", String.join("\n", asked));
        }
    }

    private static String inWords(Ending ending) {
        String day = DAY.format(ending.happenedOn());
        return switch (ending.ground()) {
            case WITHDRAWN -> "The request was withdrawn on " + day;
            case MOVED_AWAY -> "The family moved to the area of " + ending.otherCouncil() + " on " + day;
            case DIED -> "The child or young person died on " + day;
            case LINKED -> "The request was joined to an earlier one on " + day;
            case TURNED_25 -> "The young person turned 25 on " + day;
        };
    }

    private static String outcome(Ending ending) {
        String day = DAY.format(ending.happenedOn());
        return switch (ending.ground()) {
            case WITHDRAWN ->
                "the request was withdrawn on %s, as %s told us, and we do not carry on with it"
                        .formatted(day, ending.toldBy());
            case MOVED_AWAY ->
                "you moved to the area of %s on %s, and that council is now responsible"
                        .formatted(ending.otherCouncil(), day);
            case TURNED_25 ->
                "the 25th birthday was on %s, and a first EHC plan can be made only for somebody under 25"
                        .formatted(day);
            case DIED, LINKED -> throw new IllegalArgumentException("No letter tells the end " + ending.ground());
        };
    }

    /** Another council gets papers only with the family's agreement (S-16), so the letter names them and asks. */
    private static String papersFor(Ending ending, CaseFile file) {
        List<String> papers = new ArrayList<>();
        papers.add("the request, received on " + DAY.format(file.c().receivedOn()));
        if (!file.views().isEmpty()) {
            papers.add("what you told us, word for word");
        }
        for (Advice one : file.advice()) {
            if (one.state() == AdviceState.RECEIVED) {
                papers.add(one.kind().title() + ", from " + one.adviserName());
            }
        }
        file.decisions()
                .forEach(decision -> papers.add("our decision of " + DAY.format(decision.decidedOn()) + ": "
                        + decision.kind().title()));
        return "Please ask %s for an EHC needs assessment; its time runs from the day it receives your request. If you agree, we send it these papers: %s. Tell us whether you agree."
                .formatted(ending.otherCouncil(), String.join("; ", papers));
    }
}
