package org.ehcpathway.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.plan.check.Finding;
import org.ehcpathway.plan.check.Moment;
import org.ehcpathway.plan.check.PlanChecks;
import org.ehcpathway.plan.check.PlanFacts;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a case through its versions: opened, served as a draft, changed after representations, signed, issued, amended. */
@Service
@Transactional
public class Plans {

    private final PlanStore store;
    private final CaseFiles files;
    private final SettingRegister settings;
    private final Documents documents;
    private final PlanDocument document;
    private final PlanChecks checks;
    private final PlanReports reports;
    private final Clock clock;

    Plans(
            PlanStore store,
            CaseFiles files,
            SettingRegister settings,
            Documents documents,
            PlanDocument document,
            PlanChecks checks,
            PlanReports reports,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.settings = settings;
        this.documents = documents;
        this.document = document;
        this.checks = checks;
        this.reports = reports;
        this.clock = clock;
    }

    /** All versions of a case in the order they were opened. */
    @Transactional(readOnly = true)
    public List<PlanVersion> of(String reference) {
        return store.versions(files.get(reference).id());
    }

    /** Everything a version says. */
    @Transactional(readOnly = true)
    public PlanText text(String reference, PlanVersion version) {
        return store.text(version, files.whole(reference));
    }

    /** As {@link #text(String, PlanVersion)}, for who has read the whole file already. */
    @Transactional(readOnly = true)
    public PlanText text(CaseFile file, PlanVersion version) {
        return store.text(version, file);
    }

    /** The version of this kind that was opened last. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> latest(String reference, PlanKind kind) {
        return last(of(reference).stream().filter(version -> version.kind() == kind));
    }

    /** The draft that was served last; empty before the first one was made. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> servedDraft(String reference) {
        return last(of(reference).stream()
                .filter(version -> version.kind() == PlanKind.DRAFT && version.state() == PlanState.ISSUED));
    }

    /** The plan as it stands: the final plan, or amended final plan, that was issued last. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> inForce(String reference) {
        return last(of(reference).stream()
                .filter(version -> version.kind().isFinal() && version.state() == PlanState.ISSUED));
    }

    /**
     * The version being written. Opens the first draft when a plan is to be made; the final plan, with the words of the draft, when
     * the draft has been issued; and the amended plan when the proposed amendments have been.
     *
     * @throws Refusal when no plan is to be made, or the plan has been signed
     */
    public PlanVersion working(String reference) {
        Optional<PlanVersion> last = last(of(reference).stream());
        if (last.isEmpty()) {
            return openFirst(files.whole(reference));
        }
        if (last.get().state() == PlanState.WORKING) {
            return last.get();
        }
        if (last.get().state() == PlanState.GIVEN_UP) {
            throw new Refusal("The plan stays as it is. It is changed by an amendment, not here.");
        }
        return switch (last.get().kind()) {
            case DRAFT -> follow(last.get(), PlanKind.FINAL);
            case PROPOSED_AMENDMENT -> follow(last.get(), PlanKind.FINAL_AMENDED);
            case FINAL, FINAL_AMENDED ->
                throw new Refusal("The plan is signed. It is changed by an amendment, not here.");
        };
    }

    private PlanVersion openFirst(CaseFile file) {
        if (file.latest(DecisionKind.ISSUE_PLAN).isEmpty()) {
            throw new Refusal("There is no plan to write yet: it has not been decided to issue one.");
        }
        PlanVersion first = store.save(PlanVersion.opened(file.c().id(), PlanKind.DRAFT, 1, null, clock.instant()));
        store.begin(first, file);
        return first;
    }

    /**
     * The working paper after the draft becomes a draft again, because the council changed what nobody asked for: it has to be served
     * anew with another 15 days (PLAN-07). What was proposed for section I is taken out.
     *
     * @throws Refusal when no draft has been served, or the plan has been signed
     */
    public PlanVersion draftAgain(String reference) {
        PlanVersion version = working(reference);
        return switch (version.kind()) {
            case FINAL -> store.save(version.turnedInto(PlanKind.DRAFT));
            case FINAL_AMENDED -> store.save(version.turnedInto(PlanKind.PROPOSED_AMENDMENT));
            case DRAFT, PROPOSED_AMENDMENT -> version;
        };
    }

    /**
     * Opens proposed amendments with the words of the plan in force (regulations 22(2) and 28).
     *
     * @throws Refusal when there is no plan in force, or a version is being written already
     */
    public PlanVersion proposeAmendments(String reference) {
        PlanVersion plan = inForce(reference)
                .orElseThrow(() -> new Refusal("There is no final plan to amend: the first one has not been issued."));
        PlanVersion last = last(of(reference).stream()).orElseThrow();
        if (!last.equals(plan) && last.state() != PlanState.GIVEN_UP) {
            throw new Refusal("A change of this plan is being written already: finish it first.");
        }
        return follow(plan, PlanKind.PROPOSED_AMENDMENT, last.number() + 1);
    }

    /**
     * Gives up the amendments that were proposed: the plan in force stays as it is (regulation 22(4)). Doing it again changes nothing.
     *
     * @throws Refusal when no amendments are being written, or the amended plan is signed
     */
    public void giveUpAmendments(String reference) {
        PlanVersion last = last(of(reference).stream())
                .orElseThrow(() -> new Refusal("There is no final plan to amend: the first one has not been issued."));
        if (last.state() == PlanState.GIVEN_UP) {
            return;
        }
        PlanVersion working = store.hold(working(reference));
        if (working.kind() != PlanKind.PROPOSED_AMENDMENT && working.kind() != PlanKind.FINAL_AMENDED) {
            throw new Refusal("No amendments of this plan are proposed.");
        }
        store.save(working.givenUp());
    }

    private PlanVersion follow(PlanVersion before, PlanKind kind) {
        return follow(before, kind, before.number() + 1);
    }

    private PlanVersion follow(PlanVersion before, PlanKind kind, int number) {
        PlanVersion opened =
                store.save(PlanVersion.opened(before.caseId(), kind, number, before.id(), clock.instant()));
        store.copy(before, opened);
        return opened;
    }

    /** What keeps the version being written from going out, one sentence each: its legal errors. Empty when there are none. */
    public List<String> faults(String reference) {
        return faults(files.whole(reference), working(reference), Moment.WRITING);
    }

    private List<String> faults(CaseFile file, PlanVersion version, Moment moment) {
        return findings(file, version, moment).stream()
                .filter(Finding::isLegal)
                .map(Finding::sentence)
                .toList();
    }

    /** What the checks find in a version, in the order of the plan. */
    @Transactional(readOnly = true)
    public List<Finding> findings(String reference, PlanVersion version, Moment moment) {
        return findings(files.whole(reference), version, moment);
    }

    /** An issued plan is judged by the age the person had then. */
    private List<Finding> findings(CaseFile file, PlanVersion version, Moment moment) {
        LocalDate day = version.issuedAt() == null
                ? LocalDate.now(clock)
                : LocalDate.ofInstant(version.issuedAt(), clock.getZone());
        return checks.of(store.text(version, file), PlanFacts.of(file, day), moment);
    }

    /** Makes the document of the draft, or of the proposed amendments, and closes it. Nothing happens when it was made before. */
    public PlanVersion issueDraft(String reference) {
        Optional<PlanVersion> last = last(of(reference).stream());
        if (last.filter(version -> !version.kind().isFinal() && version.state() == PlanState.ISSUED)
                .isPresent()) {
            return last.get();
        }
        PlanVersion version = store.hold(working(reference));
        requireNoFaults(reference, version, Moment.WRITING);
        return issue(reference, version);
    }

    /**
     * Proposes what section I is to name in the final plan.
     *
     * @param settingUrn null when only a type is to be named
     * @param healthAgreedOn null when section G holds no health provision (PLAN-12)
     * @throws Refusal when the setting is unknown or was not consulted (SCH-01, SCH-03)
     */
    public PlanVersion propose(
            String reference,
            String settingUrn,
            String settingType,
            LocalDate consultedOn,
            SettingReply reply,
            LocalDate healthAgreedOn,
            String changes) {
        return propose(reference, settingUrn, settingType, consultedOn, reply, null, healthAgreedOn, changes);
    }

    /**
     * As {@link #propose(String, String, String, LocalDate, SettingReply, LocalDate, String)}, for a setting that the plan names from a
     * day on; until that day it names what the plan in force does (regulation 18).
     *
     * @param startsOn null where it is named at once
     */
    public PlanVersion propose(
            String reference,
            String settingUrn,
            String settingType,
            LocalDate consultedOn,
            SettingReply reply,
            LocalDate startsOn,
            LocalDate healthAgreedOn,
            String changes) {
        PlanVersion version = store.hold(working(reference));
        if (!version.kind().isFinal()) {
            throw new Refusal("A draft names no setting. The draft has to go to the family first.");
        }
        LocalDate today = LocalDate.now(clock);
        Setting setting = settingUrn == null ? null : settings.get(settingUrn);
        if (setting != null && (consultedOn == null || reply == null)) {
            throw new Refusal("A setting must be consulted before it is named. Give the day and its reply.");
        }
        requireNotLaterThan(today, consultedOn, "The setting cannot have been consulted");
        requireNotLaterThan(today, healthAgreedOn, "The health body cannot have agreed");
        String untilThen = startsOn == null || !startsOn.isAfter(today) ? null : namedNow(reference);
        Naming naming = setting == null
                ? new Naming(null, settingType, null, null, startsOn, untilThen)
                : new Naming(setting.id(), settingType, consultedOn, reply, startsOn, untilThen);
        PlanVersion proposed = version.proposing(naming, healthAgreedOn, changes);
        requireNoFaults(reference, proposed, Moment.SIGNING);
        return store.save(proposed);
    }

    /** What section I of the plan in force names, in words; of a plan that names another setting later, what it names until then. */
    private String namedNow(String reference) {
        Naming now = inForce(reference).map(PlanVersion::naming).orElse(null);
        if (now == null || now.startsOn() != null && now.startsOn().isAfter(LocalDate.now(clock))) {
            return now == null ? null : now.untilThen();
        }
        return settings.all().stream()
                .filter(known -> known.id().equals(now.settingId()))
                .map(setting -> setting.name() + ", " + now.settingType())
                .findFirst()
                .orElse(now.settingType());
    }

    /** Signs and dates the final plan (PLAN-10). */
    public PlanVersion sign(String reference, String by, String name, String title) {
        PlanVersion version = store.hold(working(reference));
        if (!version.kind().isFinal()) {
            throw new Refusal("A draft is not signed: it goes to the family first.");
        }
        requireNoFaults(reference, version, Moment.SIGNING);
        files.nameSetting(reference, version.settingId());
        return store.save(version.signed(new Signature(by, name, title, LocalDate.now(clock))));
    }

    /** Makes the document of the signed final plan and closes it. Nothing happens when it was made before. */
    public PlanVersion issueFinal(String reference) {
        PlanVersion signed = last(of(reference).stream()
                        .filter(version -> version.kind().isFinal()))
                .orElseThrow(() -> new Refusal("There is no final plan to issue."));
        return switch (signed.state()) {
            case ISSUED -> signed;
            case SIGNED -> {
                requireNoFaults(reference, signed, Moment.ISSUING);
                yield issue(reference, signed);
            }
            case WORKING, GIVEN_UP -> throw new Refusal("The final plan has not been signed.");
        };
    }

    /** The final or amended plan that is being prepared, or was signed last; none that was given up. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> proposed(String reference) {
        return last(of(reference).stream()
                .filter(version -> version.kind().isFinal() && version.state() != PlanState.GIVEN_UP));
    }

    /** Whether proposed amendments were made out for the family and neither signed nor given up yet (regulation 22(2)). */
    @Transactional(readOnly = true)
    public boolean areAmendmentsProposed(String reference) {
        List<PlanVersion> versions = of(reference);
        PlanVersion last = last(versions.stream()).orElse(null);
        if (last == null) {
            return false;
        }
        return switch (last.kind()) {
            case PROPOSED_AMENDMENT -> last.state() == PlanState.ISSUED;
            case FINAL_AMENDED -> last.state() == PlanState.WORKING;
            case DRAFT, FINAL -> false;
        };
    }

    /** When the amendments that are under way were begun; empty when none are. */
    @Transactional(readOnly = true)
    public Optional<Instant> amendmentsOpenedAt(String reference) {
        Instant opened = null;
        for (PlanVersion version : of(reference)) {
            boolean over = version.state() == PlanState.GIVEN_UP
                    || version.kind().isFinal() && version.state() == PlanState.ISSUED;
            if (over) {
                opened = null;
            } else if (version.kind() == PlanKind.PROPOSED_AMENDMENT && opened == null) {
                opened = version.openedAt();
            }
        }
        return Optional.ofNullable(opened);
    }

    /** The setting that the latest final plan names; empty when it names a type only, or there is no final plan. */
    @Transactional(readOnly = true)
    public Optional<Setting> namedSetting(String reference) {
        return proposed(reference).map(PlanVersion::settingId).flatMap(id -> settings.all().stream()
                .filter(known -> known.id().equals(id))
                .findFirst());
    }

    private PlanVersion issue(String reference, PlanVersion version) {
        CaseFile file = files.whole(reference);
        LocalDate today = LocalDate.now(clock);
        PlanText text = store.text(version, file);
        byte[] pdf = document.of(file, text, today, reports.of(text));
        Document made = documents.addMade(
                reference,
                DocumentKind.PLAN,
                version.title(),
                reference + "-" + version.kind().title().toLowerCase(Locale.UK).replace(' ', '-') + ".pdf",
                pdf,
                version.signature() == null ? "process" : version.signature().signedBy());
        store.keepAppendices(text);
        return store.save(version.issued(made.id(), clock.instant()));
    }

    private void requireNoFaults(String reference, PlanVersion version, Moment moment) {
        CaseFile file = files.whole(reference);
        List<String> faults = faults(file, version, moment);
        if (!faults.isEmpty()) {
            throw new Refusal("The plan is not ready. " + faults.get(0) + " Open the Plan page of the case.");
        }
        // Said while somebody is there to bring another copy, and not when the engine makes the document.
        reports.of(store.text(version, file));
    }

    private static Optional<PlanVersion> last(Stream<PlanVersion> versions) {
        return versions.reduce((first, second) -> second);
    }

    private static void requireNotLaterThan(LocalDate today, LocalDate day, String what) {
        if (day != null && day.isAfter(today)) {
            throw new Refusal(what + " on a day that has not come yet.");
        }
    }
}
