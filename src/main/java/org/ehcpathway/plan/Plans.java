package org.ehcpathway.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a case: written, served as a draft, changed after representations, signed and issued as final. */
@Service
@Transactional
public class Plans {

    private final PlanVersionRepository versions;
    private final PlanSectionRepository sections;
    private final CaseFiles files;
    private final SettingRegister settings;
    private final Documents documents;
    private final PlanDocument document;
    private final Clock clock;

    Plans(
            PlanVersionRepository versions,
            PlanSectionRepository sections,
            CaseFiles files,
            SettingRegister settings,
            Documents documents,
            PlanDocument document,
            Clock clock) {
        this.versions = versions;
        this.sections = sections;
        this.files = files;
        this.settings = settings;
        this.documents = documents;
        this.document = document;
        this.clock = clock;
    }

    /** All versions of a case in the order they were opened. */
    @Transactional(readOnly = true)
    public List<PlanVersion> of(String reference) {
        return versions.findByCaseIdOrderByNumber(files.get(reference).id());
    }

    /** The sections of a version in the order of the alphabet. */
    @Transactional(readOnly = true)
    public List<PlanSection> sections(PlanVersion version) {
        return sections.findByVersionId(version.id()).stream()
                .sorted(Comparator.comparing(PlanSection::part))
                .toList();
    }

    /** The version of this kind that was opened last. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> latest(String reference, PlanKind kind) {
        return of(reference).stream().filter(version -> version.kind() == kind).reduce((first, last) -> last);
    }

    /**
     * The version being written. Opens the first draft when a plan is to be made, and the final plan, with the words of the
     * draft, when the draft has been issued.
     *
     * @throws Refusal when no plan is to be made, or the final plan has been signed
     */
    public PlanVersion working(String reference) {
        CaseFile file = files.whole(reference);
        if (file.latest(DecisionKind.ISSUE_PLAN).isEmpty()) {
            throw new Refusal("There is no plan to write yet: it has not been decided to issue one.");
        }
        List<PlanVersion> all = versions.findByCaseIdOrderByNumber(file.c().id());
        if (all.isEmpty()) {
            return open(file, PlanKind.DRAFT, 1, List.of());
        }
        PlanVersion last = all.get(all.size() - 1);
        if (last.state() == PlanState.WORKING) {
            return last;
        }
        if (last.kind() == PlanKind.FINAL) {
            throw new Refusal("The plan is signed. It is changed by an amendment, not here.");
        }
        return open(file, PlanKind.FINAL, last.number() + 1, sections.findByVersionId(last.id()));
    }

    private PlanVersion open(CaseFile file, PlanKind kind, int number, List<PlanSection> words) {
        PlanVersion opened = versions.save(PlanVersion.opened(file.c().id(), kind, number, clock.instant()));
        if (words.isEmpty()) {
            for (PlanPart part : PlanPart.values()) {
                sections.save(new PlanSection(null, opened.id(), part, "", 0, null, null));
            }
        } else {
            words.forEach(section -> sections.save(section.copiedTo(opened.id())));
        }
        return opened;
    }

    /**
     * Keeps the words of one section.
     *
     * @param counter of the words this person started from
     * @throws Refusal when somebody else has changed them meanwhile; both texts can then be compared on the page
     */
    public PlanSection write(String reference, PlanPart part, String words, int counter, String by) {
        PlanVersion version = working(reference);
        PlanSection section = sections(version).stream()
                .filter(candidate -> candidate.part() == part)
                .findFirst()
                .orElseThrow();
        String written = PlanWords.clean(words);
        if (section.words().equals(written)) {
            return section;
        }
        if (section.counter() != counter) {
            throw new Refusal("Section " + part + " was changed by " + section.editedBy()
                    + " while you were writing. Your text is still in the box: compare, and save again.");
        }
        document.checkCharacters(written);
        return sections.save(section.rewritten(written, by, clock.instant()));
    }

    /** What keeps the version being written from going out, one sentence each; empty when nothing does. */
    public List<String> faults(String reference) {
        PlanVersion version = working(reference);
        List<String> faults = new ArrayList<>();
        for (PlanSection section : sections(version)) {
            if (section.part().mustBeFilled() && section.words().isBlank()) {
                faults.add("Section " + section.part() + " is empty. Where nothing was found, write that.");
            }
        }
        return faults;
    }

    /** Makes the document of the draft and closes it. Nothing happens when it was made before. */
    public PlanVersion issueDraft(String reference) {
        Optional<PlanVersion> draft = latest(reference, PlanKind.DRAFT);
        if (draft.filter(version -> version.state() == PlanState.ISSUED).isPresent()) {
            return draft.get();
        }
        requireNoFaults(reference);
        return issue(reference, working(reference));
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
        PlanVersion version = working(reference);
        if (version.kind() != PlanKind.FINAL) {
            throw new Refusal("A draft names no setting. The draft has to go to the family first.");
        }
        requireNoFaults(reference);
        LocalDate today = LocalDate.now(clock);
        Setting setting = settingUrn == null ? null : settings.get(settingUrn);
        if (setting != null && (consultedOn == null || reply == null)) {
            throw new Refusal("A setting must be consulted before it is named. Give the day and its reply.");
        }
        requireNotLaterThan(today, consultedOn, "The setting cannot have been consulted");
        requireNotLaterThan(today, healthAgreedOn, "The health body cannot have agreed");
        return versions.save(version.proposing(
                setting == null ? null : setting.id(),
                settingType,
                setting == null ? null : consultedOn,
                setting == null ? null : reply,
                healthAgreedOn,
                changes));
    }

    /** Signs and dates the final plan (PLAN-10). */
    public PlanVersion sign(String reference, String by, String name, String title) {
        PlanVersion version = working(reference);
        requireNoFaults(reference);
        if (version.kind() != PlanKind.FINAL || version.settingType() == null) {
            throw new Refusal("Section I is empty. The caseworker has to propose a setting or a type first.");
        }
        files.nameSetting(reference, version.settingId());
        return versions.save(version.signed(by, name, title, LocalDate.now(clock)));
    }

    /** Makes the document of the signed final plan and closes it. Nothing happens when it was made before. */
    public PlanVersion issueFinal(String reference) {
        PlanVersion signed =
                latest(reference, PlanKind.FINAL).orElseThrow(() -> new Refusal("There is no final plan to issue."));
        return switch (signed.state()) {
            case ISSUED -> signed;
            case SIGNED -> issue(reference, signed);
            case WORKING -> throw new Refusal("The final plan has not been signed.");
        };
    }

    /** The setting that the latest final plan names; empty when it names a type only, or there is no final plan. */
    @Transactional(readOnly = true)
    public Optional<Setting> namedSetting(String reference) {
        return latest(reference, PlanKind.FINAL).map(PlanVersion::settingId).flatMap(this::setting);
    }

    private Optional<Setting> setting(Long id) {
        return settings.all().stream().filter(known -> known.id().equals(id)).findFirst();
    }

    private PlanVersion issue(String reference, PlanVersion version) {
        CaseFile file = files.whole(reference);
        LocalDate today = LocalDate.now(clock);
        byte[] pdf = document.of(
                file, version, sections(version), setting(version.settingId()).orElse(null), today);
        Document made = documents.add(
                reference,
                DocumentKind.PLAN,
                version.kind().title() + ", version " + version.number(),
                reference + "-"
                        + version.kind()
                                .title()
                                .toLowerCase(java.util.Locale.UK)
                                .replace(' ', '-') + ".pdf",
                pdf,
                version.signedBy() == null ? "process" : version.signedBy());
        return versions.save(version.issued(made.id(), clock.instant()));
    }

    private void requireNoFaults(String reference) {
        List<String> faults = faults(reference);
        if (!faults.isEmpty()) {
            throw new Refusal("The plan is not ready. " + faults.get(0) + " Open the Plan page of the case.");
        }
    }

    private static void requireNotLaterThan(LocalDate today, LocalDate day, String what) {
        if (day != null && day.isAfter(today)) {
            throw new Refusal(what + " on a day that has not come yet.");
        }
    }
}
