package org.ehcpathway.pathway.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.NamingWindow;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.pathway.form.GroundOfNaming.Chosen;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** The manager's decision after an amendment notice: the amended plan is signed, or the plan stays as it is (regulation 22(3), (4)). */
@Component
class SignAmendedPlanForm implements CaseForm {

    private enum Verdict {
        AGREE,
        SEND_BACK
    }

    private final CaseFiles files;
    private final Plans plans;
    private final Deadlines deadlines;
    private final LetterPreparation letters;
    private final Signers signers;
    private final GroundOfNaming naming;
    private final NamingWindow window;

    SignAmendedPlanForm(
            CaseFiles files,
            Plans plans,
            Deadlines deadlines,
            LetterPreparation letters,
            Signers signers,
            GroundOfNaming naming,
            NamingWindow window) {
        this.window = window;
        this.naming = naming;
        this.files = files;
        this.plans = plans;
        this.deadlines = deadlines;
        this.letters = letters;
        this.signers = signers;
    }

    @Override
    public String id() {
        return "sign-amended-plan";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("An amended plan is signed by a manager.", Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "Decision", Verdict.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        Chosen typed = GroundOfNaming.chosen(entry);
        long episode = EpisodeForms.episode(entry);
        Chosen chosen = typed.answering(window.ofProposal(entry.reference()).orElse(null));
        boolean amend = !"NOT_AMEND".equals(entry.variable(Vars.FINAL_STEP));
        Map<String, Object> variables = new HashMap<>();
        if (verdict == Verdict.SEND_BACK) {
            files.note(entry.reference(), entry.user(), "Amendment sent back", reasons);
            variables.put(Vars.AMENDMENT, "SENT_BACK");
            return variables;
        }
        Letter letter = amend ? amended(entry, episode, reasons, chosen) : notAmended(entry, episode, reasons);
        variables.put(Vars.AMENDMENT, amend ? "AMENDED" : "NOT_AMENDED");
        variables.put(Vars.DECISION_LETTER, letter.id());
        return variables;
    }

    /** The rules of naming hold for an amended plan as for the first (SCH-06); what an earlier plan was asked to name is answered. */
    private Letter amended(FormEntry entry, long episode, String reasons, Chosen chosen) {
        Signers.Signer signer = signers.of(entry);
        if (naming.isAsked(entry.reference(), chosen.since()) || isNamedAnew(entry.reference())) {
            files.decide(
                    entry.reference(),
                    episode,
                    DecisionKind.NAME_SETTING,
                    naming.require(entry.reference(), chosen),
                    reasons,
                    null,
                    Map.of(),
                    entry.user());
            naming.noteWhatFollows(entry);
        }
        files.decide(
                entry.reference(),
                episode,
                DecisionKind.FINALISE_AMENDED,
                "SEND Regulations 2014 regs 22(3) and 28: the amended plan is final",
                reasons,
                null,
                Map.of(),
                entry.user());
        PlanVersion signed = plans.sign(entry.reference(), signer.userId(), signer.name(), signer.title());
        if (signed.kind() != PlanKind.FINAL_AMENDED) {
            throw new Refusal("This is not an amended plan.");
        }
        return letters.prepare(
                entry.reference(),
                LetterKind.L_16,
                null,
                Map.of("origin", "COUNCIL", "changes", signed.changes()),
                entry.user());
    }

    private boolean isNamedAnew(String reference) {
        Naming before = plans.inForce(reference).map(PlanVersion::naming).orElse(null);
        Naming after = plans.proposed(reference).map(PlanVersion::naming).orElse(null);
        return before == null
                || after == null
                || !Objects.equals(before.settingId(), after.settingId())
                || !Objects.equals(before.settingType(), after.settingType())
                || !Objects.equals(before.startsOn(), after.startsOn());
    }

    private Letter notAmended(FormEntry entry, long episode, String reasons) {
        files.decide(
                entry.reference(),
                episode,
                DecisionKind.NOT_AMEND,
                "SEND Regulations 2014 reg 22(4): not to amend the plan",
                reasons,
                null,
                Map.of(),
                entry.user());
        plans.giveUpAmendments(entry.reference());
        Deadline notice = deadlines
                .current(entry.reference(), episode, "REV-12")
                .orElseThrow(() -> new Refusal("The amendment notice has not been sent."));
        return letters.prepare(
                entry.reference(),
                LetterKind.L_17,
                null,
                Map.of("noticeOn", notice.clockStart().toString(), "reasons", reasons),
                entry.user());
    }
}
