package org.ehcpathway.pathway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceSettings;
import org.ehcpathway.casefile.AdviceSettings.Manager;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterSigning;
import org.ehcpathway.letter.LetterState;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Letters O-06 about advice that was asked for. A reminder goes out under the signature of the request that it reminds of, because
 * whoever signed that wants the answer to it, and so does the word that the answer is no longer needed; evidence that is passed on is
 * read and signed anew.
 */
@Component
public class AdviceReminders {

    private final AdviceSettings settings;
    private final LetterPreparation preparation;
    private final LetterReading reading;
    private final LetterSigning signing;
    private final TeamsOfCases teams;
    private final AsNobody asNobody;
    private final RuntimeService runtime;
    private final TaskTimes times;

    AdviceReminders(
            AdviceSettings settings,
            LetterPreparation preparation,
            LetterReading reading,
            LetterSigning signing,
            TeamsOfCases teams,
            AsNobody asNobody,
            @Lazy RuntimeService runtime,
            TaskTimes times) {
        this.settings = settings;
        this.preparation = preparation;
        this.reading = reading;
        this.signing = signing;
        this.teams = teams;
        this.asNobody = asNobody;
        this.runtime = runtime;
        this.times = times;
    }

    private enum What {
        REMINDER,
        LATE,
        PAPERS,
        ENDED
    }

    /** Reminds the adviser; gives back who was written to. The family is never reminded by letter: somebody rings. */
    public Optional<String> remind(String reference, Advice advice) {
        return isOfFamily(advice)
                ? Optional.empty()
                : written(reference, advice, What.REMINDER, advice.adviserName(), to(advice), null);
    }

    /** Writes to whoever answers for the adviser, and to the adviser where nobody is known; gives back who was written to. */
    public Optional<String> escalate(String reference, Advice advice) {
        if (isOfFamily(advice)) {
            return Optional.empty();
        }
        Optional<Manager> manager = settings.managerOf(advice.adviserGroup());
        return written(
                reference,
                advice,
                What.LATE,
                manager.map(one -> one.name() + ", " + one.title()).orElse(advice.adviserName()),
                manager.map(one -> one.name() + "\n" + one.email()).orElse(to(advice)),
                null);
    }

    /** Tells the adviser that the advice is no longer needed, because the request has ended. The family has a letter of its own. */
    public void noLongerNeeded(String reference, Advice advice) {
        if (!isOfFamily(advice)) {
            written(reference, advice, What.ENDED, advice.adviserName(), to(advice), null);
        }
    }

    /** Passes a paper on to an adviser who was asked before it came; the caseworker signs the letter. */
    public void passOn(String reference, Advice advice, Document paper) {
        written(reference, advice, What.PAPERS, advice.adviserName(), to(advice), paper);
    }

    private Optional<String> written(
            String reference, Advice advice, What what, String name, String to, Document paper) {
        Letter letter =
                preparation.prepare(reference, LetterKind.O_06, null, facts(advice, what, to, paper), "process");
        if (letter.state() != LetterState.PREPARED) {
            // The same words are on their way already.
            return Optional.empty();
        }
        if (paper != null) {
            preparation.enclose(letter.id(), paper.id(), paper.title(), "process");
        } else {
            signerOfRequest(reference, advice)
                    .ifPresent(signed ->
                            signing.sign(letter.id(), signed.signedBy(), signed.signerName(), signed.signerTitle()));
        }
        start(reference, letter);
        return Optional.of(name);
    }

    private static Map<String, String> facts(Advice advice, What what, String to, Document paper) {
        Map<String, String> facts = new HashMap<>();
        facts.put("to", to);
        facts.put("what", what.name());
        facts.put("advice", advice.id() + (paper == null ? "" : "/" + paper.id()));
        facts.put(
                "subject",
                advice.kind().title().substring(0, 1).toLowerCase(Locale.UK)
                        + advice.kind().title().substring(1) + " under "
                        + advice.kind().regulation());
        facts.put("asked", advice.adviserName());
        facts.put("askedOn", advice.requestedOn().toString());
        facts.put("dueOn", advice.dueOn().toString());
        return facts;
    }

    private Optional<Letter> signerOfRequest(String reference, Advice advice) {
        return reading.of(reference).stream()
                .filter(letter -> letter.kind() == LetterKind.L_05
                        && advice.id().equals(letter.aboutId())
                        && letter.signedBy() != null)
                .findFirst();
    }

    private static String to(Advice advice) {
        if (advice.adviserEmail() != null && !advice.adviserEmail().isBlank()) {
            return advice.adviserName() + "\n" + advice.adviserEmail();
        }
        List<String> lines = new ArrayList<>(List.of(advice.adviserName()));
        lines.addAll(advice.adviserAddress().lines());
        return String.join("\n", lines);
    }

    private static boolean isOfFamily(Advice advice) {
        return advice.kind() == AdviceKind.FAMILY;
    }

    private void start(String reference, Letter letter) {
        Map<String, Object> variables = teams.variables(reference);
        variables.put(Vars.LETTER, letter.id());
        variables.put(Vars.LETTER_KIND, letter.kind().id());
        variables.put("letterDue", times.dueFromToday("userTask_checkAndSign"));
        asNobody.ask(() -> runtime.startProcessInstanceByKey("statutory-letter", reference, variables));
    }
}
