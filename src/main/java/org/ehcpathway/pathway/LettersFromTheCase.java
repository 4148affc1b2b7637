package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterSigning;
import org.ehcpathway.pathway.HandlingOfLetters.Handling;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters that are begun on the case page and not by a step of the pathway: one that is sent again, and those whose facts a
 * caseworker gives. They are checked, signed and sent by the same process as all others.
 */
@Component
public class LettersFromTheCase {

    /**
     * The kinds that a caseworker may write at any time. A letter that tells a decision, serves a draft or starts a clock of the
     * family's belongs to the step that records it, and is not among them.
     */
    private static final Set<LetterKind> AT_ANY_TIME = EnumSet.of(
            LetterKind.L_02,
            LetterKind.L_09,
            LetterKind.L_20,
            LetterKind.L_21_CHANGE,
            LetterKind.L_21_ANSWER,
            LetterKind.L_22_ISSUES,
            LetterKind.L_22_MEETING,
            LetterKind.L_22_UNABLE,
            LetterKind.L_23_UNOPPOSED,
            LetterKind.L_23_RESPONSE,
            LetterKind.L_25,
            LetterKind.L_26_REPLY,
            LetterKind.L_26_COPY,
            LetterKind.O_01,
            LetterKind.O_02,
            LetterKind.O_03,
            LetterKind.O_04,
            LetterKind.O_05);

    private final LetterPreparation preparation;
    private final LetterSigning signing;
    private final LetterReading reading;
    private final HandlingOfLetters handlings;
    private final CaseFiles files;
    private final CouncilSettings council;
    private final Colleagues colleagues;
    private final AsNobody asNobody;
    private final RuntimeService runtime;
    private final TaskTimes times;
    private final Clock clock;
    private final TransactionTemplate aside;

    LettersFromTheCase(
            LetterPreparation preparation,
            LetterSigning signing,
            LetterReading reading,
            HandlingOfLetters handlings,
            CaseFiles files,
            CouncilSettings council,
            Colleagues colleagues,
            AsNobody asNobody,
            @Lazy RuntimeService runtime,
            TaskTimes times,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.preparation = preparation;
        this.signing = signing;
        this.reading = reading;
        this.handlings = handlings;
        this.files = files;
        this.council = council;
        this.colleagues = colleagues;
        this.asNobody = asNobody;
        this.runtime = runtime;
        this.times = times;
        this.clock = clock;
        // What is refused is undone alone; the step around it goes on.
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The kinds that may be written at any time, in the order of the statutory sheet. */
    public List<LetterKind> kinds() {
        return List.copyOf(AT_ANY_TIME);
    }

    /**
     * Begins a letter; whoever may sign its kind gets the task, due on the next working day.
     *
     * @param facts answers to {@link LetterPreparation#questions}, by name
     * @param papers documents of the case to enclose
     * @throws Refusal when the kind belongs to a step of the pathway, an answer is missing or impossible, or such a letter is
     *     already being prepared
     */
    @Transactional
    public void write(String reference, LetterKind kind, Map<String, String> facts, List<Document> papers) {
        if (!AT_ANY_TIME.contains(kind)) {
            throw new Refusal(kind.id() + " is written by the step that records its decision, not by itself.");
        }
        begin(reference, kind, facts, papers);
    }

    /**
     * As {@link #write}, for the letter of a step that was recorded at the desk.
     *
     * @throws Refusal when an answer is missing or impossible, or such a letter is already being prepared
     */
    @Transactional
    public void begin(String reference, LetterKind kind, Map<String, String> facts, List<Document> papers) {
        if (reading.of(reference).stream()
                .anyMatch(letter -> letter.kind() == kind && !letter.state().isOver())) {
            throw new Refusal("Such a letter is already on its way in this case: finish that one first.");
        }
        Letter letter = preparation.prepare(reference, kind, null, facts, colleagues.asking());
        papers.forEach(paper -> preparation.enclose(letter.id(), paper.id(), paper.title(), colleagues.asking()));
        start(reference, letter);
    }

    /**
     * Begins the new letter in the place of one that was sent; whoever may sign its kind gets the task, due on the next working day.
     *
     * @param reason why, for the file
     * @throws Refusal when the letter was not sent yet, or one is already being prepared in its place
     */
    @Transactional
    public void again(String reference, long letterId, String reason) {
        start(reference, preparation.resend(letterId, reason, colleagues.asking()));
    }

    /**
     * Begins the acknowledgement of a request (S-01). It only repeats what was recorded, so it goes out in the name of whoever
     * recorded the request, today; where the table letter-handling wants a manager or a second person, they get the task. Nobody to
     * write to is noted in the file.
     */
    @Transactional
    public void acknowledge(String reference) {
        acknowledge(reference, Map.of());
    }

    /**
     * As {@link #acknowledge}, once a second request was joined to the case: the family is told that both are one, and by which day
     * it will hear, which is that of the earlier request.
     *
     * @param receivedOn the day of the second request
     */
    @Transactional
    public void tellOfSecondRequest(String reference, LocalDate receivedOn) {
        acknowledge(reference, Map.of("againOn", receivedOn.toString()));
    }

    private void acknowledge(String reference, Map<String, String> facts) {
        try {
            start(reference, aside.execute(status -> acknowledgement(files.get(reference), facts)));
        } catch (Refusal nobody) {
            files.note(reference, "process", "No acknowledgement", nobody.getMessage());
        }
    }

    private Letter acknowledgement(EhcCase c, Map<String, String> facts) {
        Letter letter = preparation.prepare(c.reference(), LetterKind.O_01, null, facts, "process");
        Handling handling = handlings.of(LetterKind.O_01);
        preparation.handle(letter.id(), handling.onlyByPost(), handling.secondCheck());
        String name = colleagues.names(List.of(c.openedBy())).get(c.openedBy());
        if (name != null && !handling.byManager() && !handling.secondCheck()) {
            signing.sign(letter.id(), c.openedBy(), name, colleagues.office(c.openedBy()));
        }
        return letter;
    }

    private void start(String reference, Letter letter) {
        EhcCase c = files.get(reference);
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.CASE, reference);
        variables.put(Vars.TEAM, c.team());
        variables.put(
                Vars.MANAGER_TEAM,
                council.team(c.team())
                        .map(CouncilSettings.Team::managerGroup)
                        .orElseThrow(() -> new Refusal("The team of the case is not in the settings of the council.")));
        variables.put(Vars.LETTER, letter.id());
        variables.put(Vars.LETTER_KIND, letter.kind().id());
        variables.put("letterDue", times.dueFromToday("userTask_checkAndSign"));
        asNobody.ask(() -> runtime.startProcessInstanceByKey("statutory-letter", reference, variables));
    }
}
