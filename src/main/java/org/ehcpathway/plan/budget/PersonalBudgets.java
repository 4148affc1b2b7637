package org.ehcpathway.plan.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.letter.FactAsked;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The personal budget of a case (section J; rules PB-01 to PB-11): asked for inside the window, agreed or refused, paid, reviewed,
 * reduced, stopped. What can happen next follows from what has happened.
 *
 * <p>Whoever calls must have the right to do so: steps that are decisions belong to managers ({@link BudgetMove#byManager}).
 */
@Service
@Transactional
public class PersonalBudgets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TOLD = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final CaseFiles files;
    private final Deadlines deadlines;
    private final Plans plans;
    private final PlanWriting writing;
    private final LetterReading letters;
    private final BudgetQuestions questions;
    private final Clock clock;

    PersonalBudgets(
            JdbcTemplate jdbc,
            CaseFiles files,
            Deadlines deadlines,
            Plans plans,
            PlanWriting writing,
            LetterReading letters,
            BudgetQuestions questions,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.deadlines = deadlines;
        this.plans = plans;
        this.writing = writing;
        this.letters = letters;
        this.questions = questions;
        this.clock = clock;
    }

    /** What happened with the budget of a case, the first step first. */
    @Transactional(readOnly = true)
    public List<BudgetStep> of(String reference) {
        return jdbc.query(
                "select * from budget_step where case_id = ? order by id",
                PersonalBudgets::step,
                files.get(reference).id());
    }

    /** What a step asks, in the order of asking. */
    public List<FactAsked> questions(BudgetMove move) {
        return questions.of(move);
    }

    /**
     * Whether a budget can be asked for today: while a draft plan is being prepared, or the plan is under review or re-assessment,
     * which shows in a version that is being written (PB-01).
     */
    @Transactional(readOnly = true)
    public boolean windowIsOpen(String reference) {
        List<PlanVersion> versions = plans.of(reference);
        if (versions.isEmpty()) {
            return files.whole(reference).latest(DecisionKind.ISSUE_PLAN).isPresent();
        }
        PlanVersion last = versions.get(versions.size() - 1);
        return !(last.kind().isFinal() && last.state() != PlanState.WORKING);
    }

    /** The steps that can be taken now. */
    @Transactional(readOnly = true)
    public List<BudgetMove> next(String reference) {
        List<BudgetMove> next = new ArrayList<>(following(of(reference)));
        if (next.contains(BudgetMove.ASKED) && !windowIsOpen(reference)) {
            next.remove(BudgetMove.ASKED);
        }
        return next;
    }

    private static List<BudgetMove> following(List<BudgetStep> steps) {
        if (steps.isEmpty()) {
            return List.of(BudgetMove.ASKED);
        }
        BudgetStep last = steps.get(steps.size() - 1);
        return switch (last.move()) {
            case ASKED ->
                last.says("wants", BudgetQuestions.DIRECT_PAYMENT)
                        ? List.of(BudgetMove.AGREED, BudgetMove.REFUSED, BudgetMove.WITHDRAWN)
                        : List.of(BudgetMove.AGREED, BudgetMove.WITHDRAWN);
            case WITHDRAWN -> List.of(BudgetMove.ASKED);
            case AGREED ->
                last.says("form", BudgetQuestions.DIRECT_PAYMENT)
                        ? List.of(BudgetMove.NOTICE, BudgetMove.WITHDRAWN)
                        : List.of(BudgetMove.ASKED, BudgetMove.WITHDRAWN);
            case REFUSED -> List.of(BudgetMove.REVIEW_ASKED, BudgetMove.ASKED);
            case REVIEW_ASKED -> List.of(BudgetMove.REVIEWED);
            case REVIEWED -> last.says("outcome", "CHANGED") ? List.of(BudgetMove.AGREED) : List.of(BudgetMove.ASKED);
            case NOTICE -> everPaid(steps) ? whilePaying(steps) : List.of(BudgetMove.CONSENTED, BudgetMove.WITHDRAWN);
            case CONSENTED -> List.of(BudgetMove.FIRST_PAID, BudgetMove.WITHDRAWN);
            case FIRST_PAID, PAYMENTS_REVIEWED, REDUCED, REPAYMENT, STOPPED -> whilePaying(steps);
            case RECONSIDERATION_ASKED -> List.of(BudgetMove.RECONSIDERED);
            case RECONSIDERED -> whilePaying(steps);
        };
    }

    private static boolean everPaid(List<BudgetStep> steps) {
        return latest(steps, BudgetMove.FIRST_PAID).isPresent();
    }

    private static List<BudgetMove> whilePaying(List<BudgetStep> steps) {
        boolean stopped = after(steps, BudgetMove.STOPPED, BudgetMove.FIRST_PAID);
        List<BudgetMove> moves = new ArrayList<>(
                stopped
                        ? List.of(BudgetMove.REPAYMENT, BudgetMove.ASKED)
                        : List.of(
                                BudgetMove.PAYMENTS_REVIEWED,
                                BudgetMove.NOTICE,
                                BudgetMove.REDUCED,
                                BudgetMove.REPAYMENT,
                                BudgetMove.STOPPED));
        if (steps.get(steps.size() - 1).move().canBeReconsidered()) {
            moves.add(0, BudgetMove.RECONSIDERATION_ASKED);
        }
        return moves;
    }

    private static boolean after(List<BudgetStep> steps, BudgetMove later, BudgetMove earlier) {
        long last = latest(steps, later).map(BudgetStep::id).orElse(0L);
        return last > latest(steps, earlier).map(BudgetStep::id).orElse(0L);
    }

    private static Optional<BudgetStep> latest(List<BudgetStep> steps, BudgetMove move) {
        return steps.stream().filter(step -> step.move() == move).reduce((first, second) -> second);
    }

    /**
     * Takes a step.
     *
     * @param given answers to {@link #questions}, by name
     * @return the answers as they are kept; those of the letter's questions go into its letter
     * @throws Refusal when the step cannot be taken now, an answer is missing or impossible, or the law does not allow it
     */
    public Map<String, String> take(String reference, BudgetMove move, Map<String, String> given, String by) {
        long caseId = files.get(reference).id();
        // Two people who take a step at once take it one after the other, and the second is told what happened
        // meanwhile.
        jdbc.queryForObject("select id from ehc_case where id = ? for update", Long.class, caseId);
        List<BudgetStep> steps = of(reference);
        if (!following(steps).contains(move)) {
            throw new Refusal(
                    "This step cannot be taken now: load the page again and see what has happened meanwhile.");
        }
        if (move == BudgetMove.ASKED && !windowIsOpen(reference)) {
            throw new Refusal(
                    "A personal budget can be asked for while a draft plan is prepared, or the plan is reviewed or"
                            + " re-assessed. Keep the family's words on the case page, and ask again at the next review.");
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, String> told = questions.checked(move, given, today);
        checkOrder(reference, move, told, steps);
        jdbc.update(
                "insert into budget_step (case_id, move, told, recorded_by, recorded_on, recorded_at) values (?, ?, ?, ?, ?, ?)",
                caseId,
                move.name(),
                written(told),
                by,
                today,
                clock.instant().atOffset(ZoneOffset.UTC));
        files.note(reference, by, "Personal budget: " + move.title(), null);
        settle(reference, move, told, by);
        return told;
    }

    private void checkOrder(String reference, BudgetMove move, Map<String, String> told, List<BudgetStep> steps) {
        if (move == BudgetMove.CONSENTED) {
            if (told.get("atSetting").equals("yes") && !told.containsKey("headAgreedOn")) {
                throw new Refusal("Give the day on which the head agreed in writing: without it nothing can be paid for"
                        + " provision at the setting.");
            }
            boolean named = latest(steps, BudgetMove.AGREED)
                    .filter(agreed -> agreed.says("payeeIs", "NAMED"))
                    .isPresent();
            if (named && !(told.containsKey("familyNamedOn") && told.containsKey("namedAcceptedOn"))) {
                throw new Refusal(
                        "Somebody was named to receive the payments: give the days of the family's consent and of"
                                + " their acceptance, both in writing.");
            }
        }
        if (move == BudgetMove.FIRST_PAID
                && letters.of(reference).stream()
                        .noneMatch(letter ->
                                letter.kind() == LetterKind.L_24_NOTICE && letter.state() == LetterState.SENT)) {
            throw new Refusal(
                    "The notice of the direct payments (L-24) has not been sent yet: nothing can be paid before.");
        }
    }

    private void settle(String reference, BudgetMove move, Map<String, String> told, String by) {
        switch (move) {
            case AGREED -> writeSectionJ(reference, told, by);
            case FIRST_PAID -> deadlines.start(reference, "PB-03", LocalDate.parse(told.get("on")));
            case PAYMENTS_REVIEWED ->
                deadlines
                        .current(reference, "PB-03")
                        .filter(Deadline::isOpen)
                        .ifPresent(open -> deadlines.meet(
                                reference,
                                "PB-03",
                                LocalDate.parse(told.get("on")),
                                by,
                                "Use of the payments reviewed"));
            default -> {
                // nothing beyond the record and its letter
            }
        }
    }

    /** Section J tells the needs and outcomes that direct payments are to meet (regulation 12(1)(j)). What stands there already stays. */
    private void writeSectionJ(String reference, Map<String, String> told, String by) {
        if (!windowIsOpen(reference)) {
            return;
        }
        PlanVersion version = plans.working(reference);
        PlanText text = plans.text(reference, version);
        if (text.section(PlanPart.J).words().isBlank()) {
            writing.write(
                    reference,
                    PlanPart.J,
                    sectionJ(text, told),
                    text.section(PlanPart.J).counter(),
                    by);
        }
    }

    static String sectionJ(PlanText text, Map<String, String> told) {
        List<String> labels = List.of(told.get("provision").split("[,;\\s]+"));
        List<PlanItem> provision = text.items().stream()
                .filter(item -> labels.contains(text.label(item)))
                .toList();
        if (provision.isEmpty()) {
            throw new Refusal(
                    "Name the provision as the plan does, such as F1, F3: none of the plan's items was found.");
        }
        String each =
                switch (told.get("each")) {
                    case "YEAR" -> " each year";
                    case "TERM" -> " each term";
                    case "MONTH" -> " each month";
                    default -> ", once";
                };
        String holder =
                switch (told.get("form")) {
                    case BudgetQuestions.DIRECT_PAYMENT ->
                        "It is paid as direct payments to " + told.get("payee") + ".";
                    case "THIRD_PARTY" -> "A third party holds the money.";
                    default -> "The council or the setting arranges the provision with it.";
                };
        return "The personal budget is £" + told.get("amount") + each + ". " + holder + "\n"
                + "It pays for "
                + provision.stream()
                        .map(item -> text.label(item) + ": " + item.says().words())
                        .collect(Collectors.joining("\n"))
                + "\nThe special educational needs it is to meet: " + tied(text, provision, PlanPart.Holds.NEEDS)
                + "\nThe outcomes it is to reach: " + tied(text, provision, PlanPart.Holds.OUTCOMES)
                + (told.containsKey("leftOut") ? "\nLeft out of the budget: " + told.get("leftOut") : "");
    }

    private static String tied(PlanText text, List<PlanItem> provision, PlanPart.Holds what) {
        return provision.stream()
                .flatMap(item -> text.tiesOf(item).stream())
                .filter(item -> item.part().holds() == what)
                .distinct()
                .map(item -> text.label(item) + " " + item.says().words())
                .collect(Collectors.joining("; "));
    }

    private static BudgetStep step(ResultSet row, int number) throws SQLException {
        try {
            return new BudgetStep(
                    row.getLong("id"),
                    row.getLong("case_id"),
                    BudgetMove.valueOf(row.getString("move")),
                    JSON.readValue(row.getString("told"), TOLD),
                    row.getString("recorded_by"),
                    row.getObject("recorded_on", LocalDate.class),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A step of a personal budget cannot be read.", broken);
        }
    }

    private static String written(Map<String, String> told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A step of a personal budget cannot be written.", impossible);
        }
    }
}
