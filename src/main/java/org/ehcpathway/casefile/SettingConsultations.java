package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The settings of a case: which the family asked for, which were consulted, and what they said (SCH-01 to SCH-03). No setting is
 * named in a plan without having been consulted; none can keep the council from naming it by not replying.
 */
@Service
@Transactional
public class SettingConsultations {

    private final Cases cases;
    private final SettingRepository settings;
    private final SettingRequestRepository requests;
    private final SettingRequestMeaningRepository meanings;
    private final SettingRequestTakenBackRepository takenBack;
    private final SettingConsultationRepository consultations;
    private final Timescales timescales;

    SettingConsultations(
            Cases cases,
            SettingRepository settings,
            SettingRequestRepository requests,
            SettingRequestMeaningRepository meanings,
            SettingRequestTakenBackRepository takenBack,
            SettingConsultationRepository consultations,
            Timescales timescales) {
        this.cases = cases;
        this.settings = settings;
        this.requests = requests;
        this.meanings = meanings;
        this.takenBack = takenBack;
        this.consultations = consultations;
        this.timescales = timescales;
    }

    /**
     * Keeps that the family asked for a setting.
     *
     * @param askedFor as the family named it; null when the register number says it
     * @param urn its register number; null where it is not in the register
     * @param kind what it is in law; null where nobody said
     */
    public SettingRequest ask(
            String reference, String askedFor, String urn, SettingKind kind, String askedBy, LocalDate on, String by) {
        EhcCase held = cases.hold(reference);
        Setting setting = urn == null ? null : known(urn);
        SettingRequest asked = requests.save(new SettingRequest(
                null,
                held.id(),
                askedFor == null && setting != null
                        ? setting.name()
                        : Entry.line(askedFor, "the setting the family asks for", 200),
                setting == null ? null : setting.id(),
                kind,
                Entry.line(askedBy, "who asks for the setting", 200),
                Entry.pastDate(on, "the day it was asked for", cases.today()),
                Entry.line(by, "who records the request", 255),
                cases.now()));
        cases.tell(
                held.id(),
                by,
                asked.isOfRight() ? "Setting asked for (section 38(3))" : "Setting asked for, as a representation",
                asked.askedFor() + (kind == null ? "" : ", " + kind.title()));
        return asked;
    }

    /**
     * Keeps which setting a request meant that named no register number.
     *
     * @param urn null when it meant none
     * @param kind what the setting is in law
     * @param whyNone why it means no setting that can be consulted, and how the family was asked; null when it means one
     */
    public void meant(String reference, long requestId, String urn, SettingKind kind, String whyNone, String by) {
        EhcCase held = cases.hold(reference);
        SettingRequest asked = requests(reference).stream()
                .filter(request -> request.id().equals(requestId))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no such request for a setting in this case."));
        if (isSettled(asked)) {
            throw new Refusal("It is recorded already which setting this request means.");
        }
        String why = Entry.optionalText(whyNone, "why it means no setting");
        if ((urn == null) == (why == null)) {
            throw new Refusal(
                    "Give the URN of the setting the family means, or say why it means none: one of the two.");
        }
        Setting setting = urn == null ? null : known(urn);
        SettingRequestMeaning meaning = meanings.save(new SettingRequestMeaning(
                null,
                asked.id(),
                setting == null ? null : setting.id(),
                setting == null ? null : Entry.chosen(kind, "what kind of setting it is"),
                setting == null ? Entry.reasons(why, "why the request means no setting") : null,
                Entry.line(by, "who records what was meant", 255),
                cases.now()));
        cases.tell(
                held.id(),
                by,
                "Said which setting was asked for",
                asked.askedFor() + ": "
                        + (setting == null
                                ? meaning.whyNone()
                                : setting.name() + ", " + meaning.kind().title()));
    }

    /**
     * Before a request is left aside under section 39(4): every setting that was asked for with the right of section 38(3) has been
     * consulted, and has replied or had its time (section 39(2), SCH-01).
     *
     * @param since requests recorded from then on count, and consultations begun since; null where all do
     * @throws Refusal naming the first that was not
     */
    @Transactional(readOnly = true)
    public void requireHeard(String reference, Instant since) {
        for (SettingRequest asked : requestsOfRight(reference)) {
            if (since != null && asked.recordedAt().isBefore(since)) {
                continue;
            }
            if (!isSettled(asked)) {
                throw new Refusal("The family asked for “" + asked.askedFor()
                        + "”, and nobody has said yet which setting that is. Say so on the Case tab and have it consulted"
                        + " first (section 39(2)).");
            }
            SettingConsultation held = held(reference, asked.settingId())
                    .filter(one -> since == null || !one.recordedAt().isBefore(since))
                    .orElse(null);
            String name = setting(asked.settingId().longValue()).name();
            if (held == null) {
                throw new Refusal(
                        "The family asked for " + name
                                + ", which has not been consulted: sign its letter, or choose to consult it first (section 39(2)).");
            }
            if (held.isAwaited(cases.today())) {
                throw new Refusal("The family asked for " + name + ", which can reply until "
                        + Entry.inWords(held.dueOn()) + ". Wait for its reply, or until that day is over.");
            }
        }
    }

    /**
     * Keeps that the family takes a request for a setting back: the right of section 39 goes with it, and section I rests on the
     * requests that are left. A consultation of the setting goes on, for the council may still think of naming it.
     *
     * @param saidBy who of the family said so
     */
    public void takeBack(String reference, long requestId, String saidBy, LocalDate on, String by) {
        EhcCase held = cases.hold(reference);
        if (!held.isOpen()) {
            throw new Refusal("Case %s was closed on %s.".formatted(reference, Entry.inWords(held.closedOn())));
        }
        SettingRequest asked = requests.findByCaseIdOrderById(held.id()).stream()
                .filter(one -> one.id() == requestId)
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no such request for a setting in this case."));
        if (takenBack(reference).containsKey(requestId)) {
            throw new Refusal("This request was taken back already.");
        }
        LocalDate said = Entry.pastDate(on, "the day the family took it back", cases.today());
        if (said.isBefore(asked.askedOn())) {
            throw new Refusal("Check the day; the family asked for the setting only on %s."
                    .formatted(Entry.inWords(asked.askedOn())));
        }
        String who = Entry.line(saidBy, "who of the family takes it back", 200);
        takenBack.save(new SettingRequestTakenBack(
                null, held.id(), requestId, who, said, Entry.line(by, "who records it", 255), cases.now()));
        cases.tell(
                held.id(),
                by,
                "Setting no longer asked for",
                "%s, as %s said on %s.".formatted(asked.askedFor(), who, Entry.inWords(said)));
    }

    /** What was taken back, by the request it is about. */
    @Transactional(readOnly = true)
    public Map<Long, SettingRequestTakenBack> takenBack(String reference) {
        return takenBack.findByCaseIdOrderById(cases.get(reference).id()).stream()
                .collect(Collectors.toMap(SettingRequestTakenBack::requestId, Function.identity()));
    }

    /**
     * Puts a setting on the list of those to be consulted. One that is being consulted already stays as it is.
     *
     * @param otherCouncil the other council that maintains it, as a letter is addressed: name and lines of an address, or name and
     *     email address; null where it is this council's or no council's
     */
    public SettingConsultation plan(
            String reference, String urn, SettingKind kind, ConsultationReason why, String otherCouncil, String by) {
        EhcCase held = cases.hold(reference);
        Setting setting = known(urn);
        String council = otherCouncil(otherCouncil, kind);
        Optional<SettingConsultation> open = ofCase(held.id()).stream()
                .filter(one -> one.isOpen() && one.settingId().equals(setting.id()))
                .findFirst();
        if (open.isPresent()) {
            return open.get();
        }
        SettingConsultation planned = consultations.save(new SettingConsultation(
                null,
                held.id(),
                setting.id(),
                kind,
                Entry.chosen(why, "why the setting is consulted"),
                council,
                ConsultationState.PLANNED,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                null,
                null,
                Entry.line(by, "who has the setting consulted", 255),
                cases.now()));
        cases.tell(held.id(), by, "Setting to be consulted", setting.name() + ": " + why.title());
        return planned;
    }

    /**
     * Keeps a consultation that was held in another way than from here, such as before the council worked with this register.
     *
     * @param kind what the setting is in law
     * @param otherCouncil the other council that maintains it and was consulted too; null where it is this council's or no council's
     * @param consultedOn the day the setting was asked
     * @param reply null when it did not reply
     * @throws Refusal when it did not reply and its 15 days still run (SCH-02)
     */
    public SettingConsultation held(
            String reference,
            String urn,
            SettingKind kind,
            String otherCouncil,
            LocalDate consultedOn,
            ConsultationReply reply,
            String by) {
        EhcCase held = cases.hold(reference);
        Setting setting = known(urn);
        SettingKind inLaw = Entry.chosen(kind, "what kind of setting it is");
        String council = otherCouncil(otherCouncil, inLaw);
        LocalDate on = Entry.pastDate(consultedOn, "the day the setting was consulted", cases.today());
        LocalDate dueOn = timescales.due("SCH-02", on).due();
        if (reply == null && !cases.today().isAfter(dueOn)) {
            throw new Refusal(setting.name() + " can reply until " + Entry.inWords(dueOn)
                    + ". Propose it when it has replied, or when that day is over.");
        }
        SettingConsultation kept = consultations.save(new SettingConsultation(
                null,
                held.id(),
                setting.id(),
                inLaw,
                ConsultationReason.CONSIDERED,
                council,
                reply == null ? ConsultationState.CLOSED : ConsultationState.REPLIED,
                null,
                on,
                on,
                dueOn,
                reply,
                false,
                false,
                false,
                null,
                reply == null ? null : on,
                null,
                null,
                Entry.line(by, "who records the consultation", 255),
                cases.now()));
        cases.tell(
                held.id(),
                by,
                "Setting consulted, not from here",
                setting.name() + ", on " + Entry.inWords(on)
                        + (reply == null ? ": no reply" : ": " + reply.title().toLowerCase(Locale.UK)));
        return kept;
    }

    /** The letter of a consultation is being prepared. */
    public void begun(long id, long letterId) {
        SettingConsultation planned = hold(id);
        if (planned.state() == ConsultationState.PLANNED || planned.letterId() == null) {
            consultations.save(planned.begun(letterId));
        }
    }

    /**
     * The letter of a consultation was sent: 15 calendar days run from the day the setting got it (SCH-02).
     *
     * @param replyBy the day the letter names; the later of the two counts
     * @return the consultation; empty when the letter belongs to none
     */
    public Optional<SettingConsultation> consulted(
            long letterId, LocalDate sentOn, LocalDate servedOn, LocalDate replyBy) {
        return consultations.findByLetterId(letterId).map(found -> {
            SettingConsultation begun = hold(found.id());
            if (begun.isConsulted()) {
                return begun;
            }
            LocalDate due = timescales.due("SCH-02", servedOn).due();
            return consultations.save(
                    begun.consulted(sentOn, servedOn, replyBy != null && replyBy.isAfter(due) ? replyBy : due));
        });
    }

    /** Keeps the reply of a setting, in time or late. A setting that objects says on which ground of the law, and why. */
    public void reply(long id, NewReply reply, String by) {
        SettingConsultation asked = hold(id);
        if (!asked.isConsulted()) {
            throw new Refusal("The setting has not been consulted yet, so there is no reply to record.");
        }
        if (asked.state() == ConsultationState.REPLIED) {
            throw new Refusal("The reply of this setting is recorded already.");
        }
        boolean objects = Entry.chosen(reply.reply(), "what the setting says") == ConsultationReply.OBJECTS;
        boolean ground = reply.unsuitable() || reply.educationOfOthers() || reply.useOfResources();
        if (objects && !ground) {
            throw new Refusal("A setting can object only on a ground of section 39(4). Tick the one it relies on; if it"
                    + " gives none, record that it does not object and write down what it says.");
        }
        if (!objects && ground) {
            throw new Refusal("Grounds are ticked only when the setting objects.");
        }
        LocalDate on = Entry.pastDate(reply.on(), "the day the reply came", cases.today());
        if (on.isBefore(asked.consultedOn())) {
            throw new Refusal("Check the day the reply came; it is before the setting was consulted.");
        }
        String facts = objects
                ? Entry.reasons(reply.facts(), "the facts on which the setting objects")
                : Entry.optionalText(reply.facts(), "what the setting says");
        SettingConsultation kept = consultations.save(asked.replied(
                new NewReply(
                        reply.reply(),
                        reply.unsuitable(),
                        reply.educationOfOthers(),
                        reply.useOfResources(),
                        facts,
                        Entry.line(reply.by(), "who replies for the setting", 200),
                        on,
                        Entry.optionalText(reply.councilReply(), "what the other council says")),
                on));
        cases.tell(
                asked.caseId(),
                Entry.line(by, "who records the reply", 255),
                "Setting replied: " + reply.reply().title(),
                name(kept)
                        + (objects ? ": " + String.join("; ", kept.grounds()) : "")
                        + (on.isAfter(asked.dueOn()) ? " (late)" : ""));
    }

    /** The plan is final: whoever has not replied is no longer waited for. */
    public void close(String reference) {
        EhcCase held = cases.hold(reference);
        ofCase(held.id()).stream().filter(SettingConsultation::isOpen).forEach(open -> {
            consultations.save(open.closed());
            cases.tell(
                    held.id(),
                    Cases.THE_PROCESS,
                    "Consultation ended without a reply",
                    name(open) + (open.isConsulted() ? "" : ": its letter had not gone"));
        });
    }

    @Transactional(readOnly = true)
    public SettingConsultation get(long id) {
        return consultations.findById(id).orElseThrow(() -> new Refusal("There is no such consultation of a setting."));
    }

    /** The setting of a consultation. */
    @Transactional(readOnly = true)
    public Setting setting(SettingConsultation consultation) {
        return setting(consultation.settingId().longValue());
    }

    /** A setting of the register that a request or a consultation names. */
    @Transactional(readOnly = true)
    public Setting setting(long id) {
        return settings.findById(id).orElseThrow();
    }

    /** Every consultation of a case, in the order they were planned. */
    @Transactional(readOnly = true)
    public List<SettingConsultation> of(String reference) {
        return ofCase(cases.get(reference).id());
    }

    /** The consultation this letter belongs to. */
    @Transactional(readOnly = true)
    public Optional<SettingConsultation> ofLetter(long letterId) {
        return consultations.findByLetterId(letterId);
    }

    /**
     * The requests for a setting that stand in a case, in the order they were recorded, without those that were taken back. One that named no register number is given with the
     * setting it meant, once somebody said so.
     */
    @Transactional(readOnly = true)
    public List<SettingRequest> requests(String reference) {
        Set<Long> gone = takenBack(reference).keySet();
        return everyRequest(reference).stream()
                .filter(asked -> !gone.contains(asked.id()))
                .toList();
    }

    /** Every request for a setting that was ever recorded in a case, also those that were taken back. */
    @Transactional(readOnly = true)
    public List<SettingRequest> everyRequest(String reference) {
        List<SettingRequest> asked =
                requests.findByCaseIdOrderById(cases.get(reference).id());
        Map<Long, SettingRequestMeaning> meant = meanings(asked);
        return asked.stream()
                .map(one -> meant.containsKey(one.id()) ? one.meaning(meant.get(one.id())) : one)
                .toList();
    }

    /** The requests with the right of section 38(3), without those that turned out to mean no setting. */
    @Transactional(readOnly = true)
    public List<SettingRequest> requestsOfRight(String reference) {
        List<SettingRequest> asked = requests(reference);
        Map<Long, SettingRequestMeaning> meant = meanings(asked);
        return asked.stream()
                .filter(SettingRequest::isOfRight)
                .filter(one -> !meant.containsKey(one.id()) || one.settingId() != null)
                .toList();
    }

    /** Why a request means no setting that can be consulted; empty when it means one, or nobody has said yet. */
    @Transactional(readOnly = true)
    public Optional<String> meansNone(SettingRequest request) {
        return meanings.findByRequestIdIn(List.of(request.id())).stream()
                .map(SettingRequestMeaning::whyNone)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether it is known which setting a request means, or that it means none. */
    @Transactional(readOnly = true)
    public boolean isSettled(SettingRequest request) {
        return request.settingId() != null || meansNone(request).isPresent();
    }

    private Map<Long, SettingRequestMeaning> meanings(List<SettingRequest> asked) {
        return asked.isEmpty()
                ? Map.of()
                : meanings
                        .findByRequestIdIn(
                                asked.stream().map(SettingRequest::id).toList())
                        .stream()
                        .collect(Collectors.toMap(SettingRequestMeaning::requestId, Function.identity()));
    }

    /** The latest consultation of a setting that was held: one that was sent, whether or not it replied. */
    @Transactional(readOnly = true)
    public Optional<SettingConsultation> held(String reference, long settingId) {
        return of(reference).stream()
                .filter(one -> one.settingId().equals(settingId) && one.isConsulted())
                .reduce((earlier, later) -> later);
    }

    private List<SettingConsultation> ofCase(long caseId) {
        return consultations.findByCaseIdOrderById(caseId);
    }

    private static String otherCouncil(String typed, SettingKind kind) {
        String council = Entry.optionalText(typed, "the other council", 1000);
        if (council != null && (kind == null || !kind.isMaintained())) {
            throw new Refusal(
                    "Another council is asked only about a school or nursery school that it maintains. Choose the kind"
                            + " of setting, or leave the council out.");
        }
        return council;
    }

    private Setting known(String urn) {
        return settings.findByUrn(urn == null ? "" : urn.strip())
                .orElseThrow(() -> new Refusal("No setting with this URN is known; check it or have it added first."));
    }

    private String name(SettingConsultation consultation) {
        return setting(consultation).name();
    }

    /** Read again once the case is held, because somebody else may have recorded something in between. */
    private SettingConsultation hold(long id) {
        cases.hold(get(id).caseId().longValue());
        return get(id);
    }
}
