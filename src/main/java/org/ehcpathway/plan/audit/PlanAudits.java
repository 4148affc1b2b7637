package org.ehcpathway.plan.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.audit.FinishedPlans.Finished;
import org.ehcpathway.plan.check.Moment;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The quality audit: samples of finished plans are drawn, one or two people answer the checklist for each, a third settles where
 * they differ, and the grades make a trend.
 *
 * <p>Whoever calls must have the right to do so.
 */
@Service
@Transactional
public class PlanAudits {

    private static final int LARGEST_SAMPLE = 200;
    private static final int LARGEST_SEED = 1_000_000;
    private static final int LONGEST_FEEDBACK = 4000;
    private static final int LONGEST_COMMENT = 2000;

    private final AuditDrawRepository draws;
    private final AuditCandidateRepository candidates;
    private final PlanAuditRepository audits;
    private final AuditAnswerRepository answers;
    private final AuditCommentRepository comments;
    private final FinishedPlans finished;
    private final Plans plans;
    private final Clock clock;
    private final AuditChecklist checklist = AuditChecklist.fromClasspath();
    private final SecureRandom random = new SecureRandom();

    PlanAudits(
            AuditDrawRepository draws,
            AuditCandidateRepository candidates,
            PlanAuditRepository audits,
            AuditAnswerRepository answers,
            AuditCommentRepository comments,
            FinishedPlans finished,
            Plans plans,
            Clock clock) {
        this.draws = draws;
        this.candidates = candidates;
        this.audits = audits;
        this.answers = answers;
        this.comments = comments;
        this.finished = finished;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * An audit with all that belongs to it.
     *
     * @param answers by question, in the order of the checklist
     * @param comments by section
     * @param before for a moderation, the signed-off answers of the first and the second audit by question; empty otherwise
     */
    public record Opened(
            PlanAudit audit,
            AuditedPlan plan,
            Map<AuditQuestion, AuditAnswer> answers,
            Map<String, String> comments,
            Map<String, List<AuditAnswer>> before) {

        public boolean isComplete() {
            return answers.values().stream().allMatch(AuditAnswer::answered);
        }
    }

    public List<AuditQuestion> questions() {
        return checklist.questions();
    }

    /**
     * Draws a sample of the final plans issued in some months.
     *
     * @param team null for all
     * @param area null for all
     * @param seed null for a new one; that of an earlier draw draws the same again from the same plans
     * @throws Refusal when there are none, or the months or the size cannot be
     */
    public AuditDraw draw(YearMonth from, YearMonth to, String team, AreaOfNeed area, int size, Long seed, String by) {
        if (from == null || to == null || to.isBefore(from)) {
            throw new Refusal("Give the months in which the plans were issued, the earlier one first.");
        }
        if (size < 1 || size > LARGEST_SAMPLE) {
            throw new Refusal("Draw between 1 and " + LARGEST_SAMPLE + " plans.");
        }
        List<Long> all = finished.ids(from.atDay(1), to.atDay(1), team, area);
        if (all.isEmpty()) {
            throw new Refusal("No final plan of this kind was issued in these months. Choose others.");
        }
        long chosen = seed == null ? random.nextInt(LARGEST_SEED) : seed;
        AuditDraw draw = draws.save(
                new AuditDraw(null, by, clock.instant(), from.atDay(1), to.atDay(1), team, area, size, chosen));
        List<Long> sample = AuditDraw.sample(all, size, chosen);
        candidates.saveAll(all.stream()
                .map(version -> new AuditCandidate(
                        null, draw.id(), version, sample.contains(version) ? sample.indexOf(version) + 1 : null))
                .toList());
        return draw;
    }

    /** All draws, the newest first. */
    @Transactional(readOnly = true)
    public List<AuditDraw> draws() {
        return draws.findAllByOrderByIdDesc();
    }

    /** @throws Refusal when there is none */
    @Transactional(readOnly = true)
    public AuditDraw draw(long id) {
        return draws.findById(id).orElseThrow(() -> new Refusal("There is no such sample."));
    }

    /** How many plans could have been drawn. */
    @Transactional(readOnly = true)
    public int candidates(long drawId) {
        return candidates.findByDrawIdOrderByVersionId(drawId).size();
    }

    /** The plans of a sample, in the order in which they were drawn. */
    @Transactional(readOnly = true)
    public List<AuditedPlan> sample(long drawId) {
        List<AuditCandidate> drawn = candidates.findByDrawIdOrderByVersionId(drawId).stream()
                .filter(candidate -> candidate.place() != null)
                .sorted(Comparator.comparing(AuditCandidate::place))
                .toList();
        Map<Long, List<PlanAudit>> byPlan =
                audits.findByDrawIdOrderById(drawId).stream().collect(Collectors.groupingBy(PlanAudit::versionId));
        Map<Long, Finished> found =
                finished.of(drawn.stream().map(AuditCandidate::versionId).toList());
        return drawn.stream()
                .map(candidate -> audited(
                        candidate.place(),
                        found.get(candidate.versionId()),
                        byPlan.getOrDefault(candidate.versionId(), List.of())))
                .toList();
    }

    private static AuditedPlan audited(int place, Finished plan, List<PlanAudit> all) {
        return new AuditedPlan(
                place,
                plan.versionId(),
                plan.reference(),
                plan.team(),
                plan.issuedOn(),
                plan.documentId(),
                all.stream().sorted(Comparator.comparing(PlanAudit::role)).toList());
    }

    /**
     * Begins an audit, with the answers the checks suggest; a moderation with those on which both auditors agree.
     *
     * @throws Refusal when the sample has no such plan, it is not the time for this role, or somebody has begun it
     * @throws NotAllowed when the person wrote or signed the plan, or has audited it already
     */
    public PlanAudit begin(long drawId, long versionId, AuditRole role, String by) {
        AuditedPlan plan = sample(drawId).stream()
                .filter(drawn -> drawn.versionId() == versionId)
                .findFirst()
                .orElseThrow(() -> new Refusal("This plan is not in the sample."));
        if (plan.audit(role).isPresent()) {
            throw new Refusal("Somebody has begun this audit already. Load the page again.");
        }
        if (role == AuditRole.SECOND && plan.audit(AuditRole.FIRST).isEmpty()) {
            throw new Refusal("Nobody has begun a first audit of this plan. Begin that one.");
        }
        if (role == AuditRole.MODERATION && !plan.isDisputed()) {
            throw new Refusal("There is nothing to settle: two signed-off audits with different grades are moderated.");
        }
        if (finished.writers(versionId).contains(by)) {
            throw new NotAllowed("You wrote or signed this plan. Somebody else has to audit it.");
        }
        if (plan.audits().stream().anyMatch(audit -> audit.auditor().equals(by))) {
            throw new NotAllowed("You have audited this plan already. Somebody else has to take the other look at it.");
        }
        PlanAudit audit = audits.save(new PlanAudit(
                null, drawId, versionId, role, by, checklist.version(), clock.instant(), null, null, null, null, null));
        answers.saveAll(role == AuditRole.MODERATION ? agreed(audit, plan) : suggested(audit, plan));
        return audit;
    }

    private List<AuditAnswer> suggested(PlanAudit audit, AuditedPlan plan) {
        PlanVersion version = plans.of(plan.reference()).stream()
                .filter(one -> one.id() == plan.versionId())
                .findFirst()
                .orElseThrow();
        PlanText text = plans.text(plan.reference(), version);
        Map<String, Integer> suggested =
                checklist.suggest(text, plans.findings(plan.reference(), version, Moment.ISSUING));
        return checklist.questions().stream()
                .map(question -> new AuditAnswer(
                        null,
                        audit.id(),
                        question.id(),
                        suggested.containsKey(question.id()),
                        suggested.get(question.id()),
                        suggested.get(question.id())))
                .toList();
    }

    private List<AuditAnswer> agreed(PlanAudit audit, AuditedPlan plan) {
        Map<String, List<AuditAnswer>> before = before(plan);
        return checklist.questions().stream()
                .map(question -> {
                    List<AuditAnswer> both = before.getOrDefault(question.id(), List.of());
                    boolean same = both.size() == 2
                            && Objects.equals(both.get(0).score(), both.get(1).score());
                    return new AuditAnswer(
                            null,
                            audit.id(),
                            question.id(),
                            same,
                            same ? both.get(0).score() : null,
                            null);
                })
                .toList();
    }

    private Map<String, List<AuditAnswer>> before(AuditedPlan plan) {
        Map<String, List<AuditAnswer>> before = new HashMap<>();
        for (AuditRole role : List.of(AuditRole.FIRST, AuditRole.SECOND)) {
            plan.audit(role).filter(PlanAudit::isSignedOff).ifPresent(audit -> answers.findByAuditIdOrderById(
                            audit.id())
                    .forEach(answer -> before.computeIfAbsent(answer.question(), any -> new ArrayList<>())
                            .add(answer)));
        }
        return before;
    }

    /**
     * An audit with its answers.
     *
     * @throws Refusal when there is none
     * @throws NotAllowed when it is another person's and not signed off: auditors judge by themselves
     */
    @Transactional(readOnly = true)
    public Opened open(long auditId, String by) {
        PlanAudit audit = audits.findById(auditId).orElseThrow(() -> new Refusal("There is no such audit."));
        AuditedPlan plan = sample(audit.drawId()).stream()
                .filter(drawn -> drawn.versionId() == audit.versionId())
                .findFirst()
                .orElseThrow();
        boolean judging = plan.audits().stream()
                .anyMatch(other ->
                        other.auditor().equals(by) && !other.isSignedOff() && other.role() != AuditRole.MODERATION);
        if (!audit.auditor().equals(by) && (!audit.isSignedOff() || judging)) {
            throw new NotAllowed(
                    "Another person's audit is shown when it is signed off, and yours of this plan is, too.");
        }
        Map<String, AuditAnswer> kept = answers.findByAuditIdOrderById(auditId).stream()
                .collect(Collectors.toMap(AuditAnswer::question, answer -> answer));
        Map<AuditQuestion, AuditAnswer> inOrder = new LinkedHashMap<>();
        checklist.questions().stream()
                .filter(question -> kept.containsKey(question.id()))
                .forEach(question -> inOrder.put(question, kept.get(question.id())));
        return new Opened(
                audit,
                plan,
                inOrder,
                comments.findByAuditIdOrderById(auditId).stream()
                        .collect(Collectors.toMap(
                                AuditComment::section, AuditComment::words, (one, other) -> one, TreeMap::new)),
                audit.role() == AuditRole.MODERATION ? before(plan) : Map.of());
    }

    /**
     * Keeps what an auditor has answered so far.
     *
     * @param scores by question, null for not applicable; questions left out stay as they are
     * @param words comments by section; blank ones are taken out
     * @throws Refusal when it is signed off, or an answer cannot be
     * @throws NotAllowed when it is another person's
     */
    public void save(long auditId, Map<String, Integer> scores, Map<String, String> words, String feedback, String by) {
        PlanAudit audit = own(auditId, by);
        Map<String, AuditAnswer> kept = answers.findByAuditIdOrderById(auditId).stream()
                .collect(Collectors.toMap(AuditAnswer::question, answer -> answer));
        scores.forEach((question, score) -> {
            AuditAnswer answer = kept.get(question);
            if (answer == null || score != null && (score < 0 || score > AuditQuestion.MET)) {
                throw new Refusal("Answer each question with one of the choices.");
            }
            if (!answer.answered() || !Objects.equals(answer.score(), score)) {
                answers.save(answer.scored(score));
            }
        });
        Set<String> sections =
                checklist.questions().stream().map(AuditQuestion::section).collect(Collectors.toSet());
        Map<String, AuditComment> said = comments.findByAuditIdOrderById(auditId).stream()
                .collect(Collectors.toMap(AuditComment::section, comment -> comment));
        words.forEach((section, typed) -> {
            if (!sections.contains(section)) {
                throw new Refusal("Comment on a section of the checklist.");
            }
            String clean = checked(typed, "comment on section " + section, LONGEST_COMMENT);
            AuditComment before = said.get(section);
            if (clean.isEmpty() && before != null) {
                comments.delete(before);
            } else if (!clean.isEmpty()) {
                comments.save(new AuditComment(before == null ? null : before.id(), auditId, section, clean));
            }
        });
        if (feedback != null) {
            String clean = checked(feedback, "feedback", LONGEST_FEEDBACK);
            audits.save(audit.saying(clean.isEmpty() ? null : clean));
        }
    }

    /**
     * What the answers come to.
     *
     * @throws Refusal when one is missing
     */
    @Transactional(readOnly = true)
    public AuditScore score(long auditId) {
        List<AuditAnswer> all = answers.findByAuditIdOrderById(auditId);
        long missing = all.stream().filter(answer -> !answer.answered()).count();
        if (missing > 0) {
            throw new Refusal(
                    missing == 1 ? "One question is not answered yet." : missing + " questions are not answered yet.");
        }
        Map<String, Integer> scores = new HashMap<>();
        all.forEach(answer -> scores.put(answer.question(), answer.score()));
        return checklist.score(scores);
    }

    /**
     * Signs an audit off; it never changes again.
     *
     * @param grade as worked out from {@link #score}
     */
    public PlanAudit signOff(long auditId, AuditGrade grade, String by) {
        PlanAudit audit = own(auditId, by);
        return audits.save(audit.signedOff(score(auditId), grade, clock.instant()));
    }

    /** The settled audits of the plans of a case, the newest first: what its writers hear. */
    @Transactional(readOnly = true)
    public List<Opened> feedback(String reference) {
        return plans.of(reference).stream()
                .flatMap(version -> audits.findByVersionIdOrderById(version.id()).stream())
                .map(PlanAudit::drawId)
                .distinct()
                .flatMap(draw -> sample(draw).stream())
                .filter(plan -> plan.reference().equals(reference))
                .map(AuditedPlan::settled)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(PlanAudit::signedOffAt).reversed())
                .map(audit -> open(audit.id(), audit.auditor()))
                .toList();
    }

    /** The grades of all plans whose audit is settled; a plan that was in two samples counts as it was settled last. */
    @Transactional(readOnly = true)
    public AuditTrend trend() {
        Map<Long, PlanAudit> settled = new LinkedHashMap<>();
        audits.findBySignedOffAtIsNotNullOrderById().stream()
                .map(PlanAudit::drawId)
                .distinct()
                .flatMap(draw -> sample(draw).stream())
                .map(AuditedPlan::settled)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(PlanAudit::signedOffAt))
                .forEach(audit -> settled.put(audit.versionId(), audit));
        Map<Long, Finished> found = finished.of(settled.keySet());
        Map<Long, Set<AreaOfNeed>> areas = finished.areas(settled.keySet());
        return AuditTrend.of(settled.values().stream()
                .map(audit -> new AuditTrend.Graded(
                        YearMonth.from(found.get(audit.versionId()).issuedOn()),
                        areas.getOrDefault(audit.versionId(), Set.of()),
                        audit.score(),
                        audit.grade()))
                .toList());
    }

    private PlanAudit own(long auditId, String by) {
        PlanAudit audit = audits.readById(auditId).orElseThrow(() -> new Refusal("There is no such audit."));
        if (!audit.auditor().equals(by)) {
            throw new NotAllowed("Only the auditor answers and signs off an audit.");
        }
        if (audit.isSignedOff()) {
            throw new Refusal("This audit is signed off and cannot be changed any more.");
        }
        return audit;
    }

    private static String checked(String typed, String what, int longest) {
        String clean = typed.replace("\r\n", "\n").strip();
        if (clean.length() > longest) {
            throw new Refusal("Shorten the %s to at most %,d characters.".formatted(what, longest));
        }
        if (clean.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new Refusal("The " + what + " contains characters that cannot be printed. Please type it again.");
        }
        return clean;
    }
}
