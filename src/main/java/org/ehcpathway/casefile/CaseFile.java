package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;

/** Everything of one case, for pages, letters and the API. Lists are in the order things happened; setting and namedSetting may be null. */
public record CaseFile(
        EhcCase c,
        Person person,
        Setting setting,
        Setting namedSetting,
        List<Contact> contacts,
        List<Decision> decisions,
        List<Recommendation> recommendations,
        List<Deadline> deadlines,
        List<ExceptionOfDeadline> exceptions,
        List<Advice> advice,
        List<Document> documents,
        List<FamilyView> views,
        List<CaseEvent> events,
        List<DecisionRemark> remarks) {

    /** The decision of a kind that counts: the latest one that was not taken back. */
    public Optional<Decision> latest(DecisionKind kind) {
        return decisions.stream()
                .filter(d -> d.kind() == kind && !isTakenBack(d))
                .reduce((earlier, later) -> later);
    }

    /** Whether a decision was taken back before anybody was told. */
    public boolean isTakenBack(Decision decision) {
        return remarksOn(decision).stream().anyMatch(remark -> remark.kind() == DecisionRemark.Kind.TAKEN_BACK);
    }

    /** What is kept with a decision, in the order it was recorded. */
    public List<DecisionRemark> remarksOn(Decision decision) {
        return remarks.stream()
                .filter(remark -> remark.decisionId().equals(decision.id()))
                .toList();
    }

    /** The deadline of a rule that counts: met or open, but not superseded. Of a rule that comes again, the latest. */
    public Optional<Deadline> deadline(String rule) {
        return deadlines.stream()
                .filter(d -> d.rule().equals(rule) && d.supersededAt() == null)
                .reduce((earlier, later) -> later);
    }

    /** As {@link #deadline(String)}, in an episode of the plan's life. */
    public Optional<Deadline> deadline(long episodeId, String rule) {
        return deadlines.stream()
                .filter(d -> d.rule().equals(rule) && d.supersededAt() == null)
                .filter(d -> d.episodeId() != null && d.episodeId() == episodeId)
                .findFirst();
    }

    /** Every deadline, superseded ones too, with the exceptions claimed for it. */
    public List<Limit> limits() {
        return Limit.of(deadlines, exceptions);
    }
}
