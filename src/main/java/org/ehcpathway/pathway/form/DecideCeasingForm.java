package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Ceasings;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.ReviewStep;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * The decision whether to cease the plan, after the family and the head were asked (regulation 31(1)). After the meeting of an open
 * review it is that review's decision too, and told as such (L-14).
 */
@Component
class DecideCeasingForm implements CaseForm {

    private enum Verdict {
        CEASE,
        MAINTAIN
    }

    private final CaseFiles files;
    private final Ceasings ceasings;
    private final Episodes episodes;
    private final Reviews reviews;
    private final LetterPreparation letters;
    private final LetterReading reading;

    DecideCeasingForm(
            CaseFiles files,
            Ceasings ceasings,
            Episodes episodes,
            Reviews reviews,
            LetterPreparation letters,
            LetterReading reading) {
        this.files = files;
        this.ceasings = ceasings;
        this.episodes = episodes;
        this.reviews = reviews;
        this.letters = letters;
        this.reading = reading;
    }

    @Override
    public String id() {
        return "decide-ceasing";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Whether a plan ends is decided by a manager.", Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "The decision", Verdict.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        String views = entry.text("views", "What the family and the head said");
        boolean outcomes = entry.ticked("outcomesConsidered", "Outcomes considered");
        long episode = EpisodeForms.episode(entry);
        if (verdict == Verdict.MAINTAIN) {
            files.note(entry.reference(), entry.user(), "Decided: the plan goes on", reasons);
            if (views != null) {
                files.note(entry.reference(), entry.user(), "What the family and the head said", views);
            }
            return Map.of(Vars.CEASE, false);
        }
        if (views == null) {
            throw new Refusal(
                    "Write what the family and the head said, or that they did not answer (regulation 31(1)).");
        }
        if (ceasings.isOfAge(entry.reference()) && !outcomes) {
            throw new Refusal(
                    "The young person is 18 or over: consider whether the outcomes of the plan have been achieved, and tick it (section 45(3)).");
        }
        ceasings.requireReviewed(entry.reference(), episode);
        files.decide(
                entry.reference(),
                episode,
                DecisionKind.CEASE_PLAN,
                ceasings.of(episode).ground().inLaw(),
                reasons,
                views,
                Map.of(),
                entry.user());
        Optional<LocalDate> meeting = episodes.open(entry.reference(), EpisodeKind.ANNUAL_REVIEW).stream()
                .flatMap(review -> reviews.held(review.id()).stream())
                .map(ReviewStep::onDay)
                .findFirst();
        LetterKind kind = meeting.isPresent() ? LetterKind.L_14 : LetterKind.L_19B;
        Map<String, String> facts = new HashMap<>();
        facts.put("reasons", reasons);
        facts.put("consultedOn", consultedOn(entry).toString());
        meeting.ifPresent(day -> facts.put("meetingOn", day.toString()));
        Letter letter = letters.prepare(entry.reference(), kind, null, facts, entry.user());
        return Map.of(Vars.CEASE, true, Vars.DECISION_LETTER, letter.id(), Vars.CEASE_LETTER_KIND, kind.id());
    }

    private LocalDate consultedOn(FormEntry entry) {
        return reading.recipients(entry.idVariable(Vars.CONSIDER_LETTER)).stream()
                .map(LetterRecipient::sentOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new Refusal("The letter that asks for views has not gone out yet (L-19a)."));
    }
}
