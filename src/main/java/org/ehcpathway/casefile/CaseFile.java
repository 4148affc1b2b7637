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
        List<CaseEvent> events) {

    /** The decision of a kind that counts: the latest one. */
    public Optional<Decision> latest(DecisionKind kind) {
        return decisions.stream().filter(d -> d.kind() == kind).reduce((earlier, later) -> later);
    }

    /** The deadline of a rule that counts: met or open, but not superseded. */
    public Optional<Deadline> deadline(String rule) {
        return deadlines.stream()
                .filter(d -> d.rule().equals(rule) && d.supersededAt() == null)
                .findFirst();
    }

    /** Every deadline, superseded ones too, with the exceptions claimed for it. */
    public List<Limit> limits() {
        return Limit.of(deadlines, exceptions);
    }
}
