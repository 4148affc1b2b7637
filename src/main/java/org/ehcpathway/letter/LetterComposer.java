package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.statute.AppealRights;
import org.ehcpathway.statute.CouncilDecision;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/** Gathers what a letter says to one recipient on one day: from the file, the council's settings and the law. */
@Component
class LetterComposer {

    /** How the adviser's office says that regulation 6(2) applies. */
    private static final Pattern CONSULTED =
            Pattern.compile("after consulting a (qualified teacher of the .+) \\(regulation 6\\(2\\)\\)");

    private final Timescales timescales;
    private final ServiceOfLetters service;
    private final CouncilLetterhead letterhead;

    LetterComposer(Timescales timescales, ServiceOfLetters service, CouncilLetterhead letterhead) {
        this.timescales = timescales;
        this.service = service;
        this.letterhead = letterhead;
    }

    /** What a letter is made of, the same for all its recipients. */
    record Material(
            Letter letter, CaseFile file, List<LetterRecipient> recipients, List<Enclosure> enclosures, LocalDate day) {

        private List<LetterRecipient> addressees() {
            return recipients.stream()
                    .filter(recipient -> recipient.role() == RecipientRole.ADDRESSEE)
                    .toList();
        }

        private Optional<Advice> advice() {
            return file.advice().stream()
                    .filter(advice -> advice.id().equals(letter.aboutId()))
                    .findFirst();
        }

        private boolean asksAdviser() {
            return advice().map(advice -> advice.kind() != AdviceKind.FAMILY).orElse(false);
        }
    }

    LetterValues values(Material m, LetterRecipient recipient) {
        boolean toFamily = !m.asksAdviser();
        boolean young = Addressees.isYoungPerson(m.file, m.day);
        String addressees = m.addressees().stream().map(LetterRecipient::name).collect(Collectors.joining(" and "));
        boolean copy = recipient.role() == RecipientRole.COPY;
        List<String> titles = m.enclosures.stream()
                .map(Enclosure::title)
                .map(Characters::printable)
                .toList();
        return new LetterValues(
                m.letter.kind(),
                m.letter.templateVersion(),
                m.day,
                m.file.c().reference(),
                window(recipient),
                copy ? Characters.printable(addressees) : null,
                Characters.printable(copy ? addressees : recipient.name()),
                letterhead.council(),
                subject(m.file.person(), young),
                dates(m),
                request(m, recipient, young),
                decision(m),
                rights(m),
                m.advice().map(LetterComposer::advice).orElse(null),
                toFamily ? List.of() : representations(m.file),
                toFamily ? List.of() : titles,
                Passage.of(m.letter.freeText()),
                toFamily ? titles : List.of(),
                m.letter.signedBy() == null
                        ? null
                        : new LetterValues.Signature(
                                Characters.printable(m.letter.signerName()),
                                Characters.printable(m.letter.signerTitle())));
    }

    private static LetterValues.Recipient window(LetterRecipient recipient) {
        List<String> lines = recipient.address() == null
                ? List.of("By email to " + recipient.email())
                : recipient.address().lines().stream()
                        .map(Characters::printable)
                        .toList();
        return new LetterValues.Recipient(Characters.printable(recipient.name()), lines);
    }

    private static LetterValues.Subject subject(Person person, boolean young) {
        String firstName =
                person.knownAs() == null || person.knownAs().isBlank() ? person.firstNames() : person.knownAs();
        return new LetterValues.Subject(
                young, Characters.printable(person.fullName()), Characters.printable(firstName), person.birthDate());
    }

    private LetterValues.Dates dates(Material m) {
        LocalDate received = m.file.c().receivedOn();
        return new LetterValues.Dates(
                received,
                limit(m.file, "REQ-04", received),
                limit(m.file, "PLAN-01", received),
                limit(m.file, "PLAN-06", received),
                answerBy(m));
    }

    private LocalDate limit(CaseFile file, String rule, LocalDate received) {
        return file.deadline(rule)
                .map(Deadline::due)
                .orElseGet(() -> timescales.due(rule, received).due());
    }

    /**
     * For the draft plan the last of at least 15 days beginning with the day on which it is served on the last addressee. For advice
     * the date in the register, or six weeks after the request reaches the adviser.
     */
    private LocalDate answerBy(Material m) {
        LocalDate served = m.addressees().stream()
                .map(addressee -> service.servedOn(m.day, addressee.channel()))
                .max(LocalDate::compareTo)
                .orElse(m.day);
        return switch (m.letter.kind()) {
            case L_08 -> timescales.due("PLAN-04", served).due();
            case L_05 ->
                m.advice()
                        .map(Advice::dueOn)
                        .orElseGet(() -> timescales.due("ADV-02", served).due());
            default -> null;
        };
    }

    private static LetterValues.Request request(Material m, LetterRecipient recipient, boolean young) {
        RequestSource source = m.file.c().source();
        String madeBy = Characters.printable(m.file.c().requestedBy());
        boolean otherParent = m.addressees().size() > 1
                && !madeBy.equalsIgnoreCase(recipient.name())
                && m.addressees().stream()
                        .anyMatch(addressee -> addressee.name().equalsIgnoreCase(madeBy));
        boolean own = source == (young ? RequestSource.YOUNG_PERSON : RequestSource.PARENT) && !otherParent;
        return new LetterValues.Request(own, madeBy);
    }

    private static LetterValues.DecisionText decision(Material m) {
        DecisionKind kind =
                switch (m.letter.kind()) {
                    case L_03 -> DecisionKind.NOT_ASSESS;
                    case L_04 -> DecisionKind.ASSESS;
                    case L_06 -> DecisionKind.NO_PLAN;
                    case L_07 -> DecisionKind.ISSUE_PLAN;
                    case L_10 -> DecisionKind.FINALISE_PLAN;
                    case L_01, L_05, L_08 -> null;
                };
        List<String> received = m.file.advice().stream()
                .filter(advice -> advice.state() == AdviceState.RECEIVED)
                .map(advice -> Characters.printable(
                        advice.kind() == AdviceKind.FAMILY
                                ? "What you told us"
                                : advice.kind().title() + ", from " + advice.adviserName()))
                .distinct()
                .toList();
        return kind == null
                ? null
                : m.file.latest(kind)
                        .map(decision -> new LetterValues.DecisionText(
                                decision.ground(),
                                Passage.of(decision.reasons()),
                                Passage.of(decision.evidence()),
                                m.letter.kind() == LetterKind.L_06 ? received : List.of()))
                        .orElse(null);
    }

    private static AppealRights rights(Material m) {
        CouncilDecision decision =
                switch (m.letter.kind()) {
                    case L_03 -> CouncilDecision.NOT_TO_ASSESS;
                    case L_06 -> CouncilDecision.NO_PLAN;
                    case L_10 -> CouncilDecision.PLAN_FINALISED;
                    case L_01, L_04, L_05, L_07, L_08 -> null;
                };
        return decision == null ? null : AppealRights.of(decision, m.day);
    }

    private static LetterValues.AdviceText advice(Advice advice) {
        String title = advice.kind().title();
        return new LetterValues.AdviceText(
                "regulation 6(1)(" + advice.kind().letter() + ")",
                title.substring(0, 1).toLowerCase(Locale.UK) + title.substring(1),
                advice.kind() == AdviceKind.FAMILY,
                advice.kind() == AdviceKind.MEDICAL,
                qualifiedTeacher(advice));
    }

    /** Whom the adviser has to consult first, as the register of advice says it; null when nobody. */
    private static String qualifiedTeacher(Advice advice) {
        String office = advice.adviserTitle() == null ? "" : advice.adviserTitle();
        Matcher consulted = CONSULTED.matcher(office);
        return consulted.find() ? consulted.group(1) : null;
    }

    private static List<LetterValues.Representation> representations(CaseFile file) {
        return file.views().stream()
                .map(view -> new LetterValues.Representation(
                        Characters.printable(view.saidBy()), view.saidOn(), Passage.wordForWord(view.words())))
                .toList();
    }

    /** Whether the papers of the request go with the letter: every adviser gets copies of the evidence (regulation 6(3)). */
    static boolean enclosesRequestPapers(LetterKind kind, Optional<Advice> about) {
        return kind == LetterKind.L_05
                && about.map(advice -> advice.kind() != AdviceKind.FAMILY).orElse(false);
    }
}
