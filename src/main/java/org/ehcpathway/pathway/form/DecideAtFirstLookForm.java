package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/**
 * The determination of section 36(3), where the caseworker found at the first look that no plan is necessary, or that the
 * child or young person was assessed in the last six months. A refusal is told at once, with reasons of its own (section
 * 36(5), REQ-03); everything else is considered on the legal test of section 36(8).
 */
@Component
class DecideAtFirstLookForm implements CaseForm {

    private enum Verdict {
        MAY_BE_NECESSARY,
        NOT_NECESSARY,
        ASSESSED_LATELY
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final CaseFiles files;
    private final BesideTheReasons beside;
    private final Timescales timescales;
    private final Clock clock;

    DecideAtFirstLookForm(CaseFiles files, BesideTheReasons beside, Timescales timescales, Clock clock) {
        this.files = files;
        this.beside = beside;
        this.timescales = timescales;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "decide-at-first-look";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Whether a plan may be necessary is determined by a manager.", Roles.MANAGERS);
        BesideTheReasons.Said said = beside.in(entry, true, true);
        Verdict verdict = entry.requiredChoice("verdict", "The determination", Verdict.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        String evidence = entry.text("evidence", "Evidence relied on");
        LocalDate assessedOn = entry.date("assessedOn", "Last assessed on");
        if (verdict == Verdict.MAY_BE_NECESSARY) {
            files.note(entry.reference(), entry.user(), "First look: a plan may be necessary", reasons);
            said.and("Evidence relied on", evidence)
                    .and("Last assessed on", assessedOn == null ? null : DAY.format(assessedOn))
                    .noteAll();
            return Map.of(Vars.CONSIDERS_ASSESSING, true);
        }
        if (evidence == null) {
            throw new Refusal("Please fill in “Evidence relied on”.");
        }
        files.decide(
                entry.reference(),
                DecisionKind.NOT_ASSESS,
                verdict == Verdict.NOT_NECESSARY
                        ? "Children and Families Act 2014 s.36(3), (5): not necessary for provision to be made in accordance"
                                + " with a plan"
                        : "Children and Families Act 2014 s.36(6)(b): assessed in the previous six months, on "
                                + inSixMonths(assessedOn),
                reasons,
                evidence,
                said.withoutThresholds(reasons)
                        .afterTheAnswer()
                        .withMoreTimeConsidered()
                        .kept(),
                entry.user());
        return Map.of(Vars.CONSIDERS_ASSESSING, false, Vars.ASSESS, false);
    }

    /** The day of the last assessment in words, where section 36(6)(b) rests on it (REQ-05). */
    private String inSixMonths(LocalDate assessedOn) {
        if (assessedOn == null) {
            throw new Refusal(
                    "Give the day of the last assessment; without one in the last six months this is no reason to"
                            + " refuse (section 36(6)(b)).");
        }
        LocalDate today = LocalDate.now(clock);
        if (assessedOn.isAfter(today)) {
            throw new Refusal("Check the day of the last assessment; it is in the future.");
        }
        LocalDate last = timescales.due("REQ-05", assessedOn).due();
        if (today.isAfter(last)) {
            throw new Refusal("The six months after the last assessment ended on " + Moments.shown(last)
                    + ". Decide whether a plan may be necessary (section 36(3)).");
        }
        return DAY.format(assessedOn);
    }
}
