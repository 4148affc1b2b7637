package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Consultations;
import org.ehcpathway.casefile.DecisionRemark.Kind;
import org.ehcpathway.casefile.PolicyThresholds;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** What whoever decides has to say beside the reasons, for all forms that decide; each asks for what its decision needs. */
@Component
class BesideTheReasons {

    private final CaseFiles files;
    private final Consultations consultations;
    private final PolicyThresholds thresholds;
    private final Clock clock;

    BesideTheReasons(CaseFiles files, Consultations consultations, PolicyThresholds thresholds, Clock clock) {
        this.files = files;
        this.consultations = consultations;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /** What the form said; every field is read, whatever the decision. */
    Said in(FormEntry entry, boolean asksForMoreTime, boolean waitsForAnswer) {
        return new Said(
                entry,
                waitsForAnswer
                        ? entry.text("beforeAnswer", "Reason for deciding before the family's answer is due")
                        : null,
                entry.text("noThreshold", "Why the words are no blanket policy in this case"),
                asksForMoreTime && entry.ticked("moreTimeConsidered", "More time has been considered"),
                asksForMoreTime ? entry.text("moreTime", "What was considered about more time") : null);
    }

    /** The answers of one form, before they are weighed. */
    final class Said {

        private final FormEntry entry;
        private final String beforeAnswer;
        private final String noThreshold;
        private final boolean moreTimeConsidered;
        private final String moreTime;
        private final Map<Kind, String> kept = new EnumMap<>(Kind.class);
        private final Map<String, String> besides = new LinkedHashMap<>();

        private Said(
                FormEntry entry, String beforeAnswer, String noThreshold, boolean moreTimeConsidered, String moreTime) {
            this.entry = entry;
            this.beforeAnswer = beforeAnswer;
            this.noThreshold = noThreshold;
            this.moreTimeConsidered = moreTimeConsidered;
            this.moreTime = moreTime;
            if (noThreshold != null) {
                kept.put(Kind.NO_THRESHOLD, noThreshold);
            }
        }

        /** No decision before the family had the time it was given, unless there is a reason (REQ-01, REQ-02). */
        Said afterTheAnswer() {
            consultations
                    .answerBy(entry.reference())
                    .filter(last -> !LocalDate.now(clock).isAfter(last))
                    .ifPresent(last -> {
                        if (beforeAnswer == null) {
                            throw new Refusal("The family was asked to answer by " + Moments.shown(last)
                                    + ". Wait until that day is over, or give the reason for deciding before.");
                        }
                        kept.put(Kind.BEFORE_ANSWER, beforeAnswer);
                    });
            return this;
        }

        /** A refusal rests on the law's questions and not on a policy for everybody. */
        Said withoutThresholds(String reasons) {
            thresholds.in(reasons).ifPresent(found -> {
                if (noThreshold == null) {
                    throw new Refusal("The reasons say “" + found.words() + "”. " + found.instead()
                            + " If the words are no blanket policy in this case, say why.");
                }
            });
            return this;
        }

        /** Section 36(10): for a young person over 18, whether more time is needed to complete education or training (REQ-07). */
        Said withMoreTimeConsidered() {
            LocalDate birth = files.whole(entry.reference()).person().birthDate();
            if (!Persons.needsMoreTimeConsidered(birth, LocalDate.now(clock))) {
                return this;
            }
            if (!moreTimeConsidered || moreTime == null) {
                throw new Refusal(
                        "The young person is over 18. Consider whether they need more time than others of their age to"
                                + " complete their education or training, tick it and write what you found (section 36(10)).");
            }
            kept.put(Kind.MORE_TIME, moreTime);
            return this;
        }

        /** Something else that was written and that the decision has no place for; null when nothing was. */
        Said and(String label, String written) {
            if (written != null) {
                besides.put(label, written);
            }
            return this;
        }

        /** What the decision is kept with. The rest of what was written goes into the history of the case. */
        Map<Kind, String> kept() {
            note(kept.keySet());
            return Map.copyOf(kept);
        }

        /** Where no decision is recorded that could keep what was written, all of it goes into the history of the case. */
        void noteAll() {
            note(Set.of());
        }

        private void note(Set<Kind> butNot) {
            Map<Kind, String> remarks = new EnumMap<>(Kind.class);
            remarks.put(Kind.BEFORE_ANSWER, beforeAnswer);
            remarks.put(Kind.NO_THRESHOLD, noThreshold);
            remarks.put(Kind.MORE_TIME, moreTime);
            remarks.keySet().removeAll(butNot);
            remarks.forEach((kind, written) -> and(kind.title(), written));
            besides.forEach((label, written) ->
                    files.note(entry.reference(), entry.user(), "Written with the decision", label + ": " + written));
        }
    }
}
