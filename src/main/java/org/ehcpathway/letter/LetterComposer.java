package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Consultation;
import org.ehcpathway.casefile.Consultations;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionRemark;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.letter.FactAsked.GivenAddressee;
import org.ehcpathway.statute.AppealRights;
import org.ehcpathway.statute.DecisionOrigin;
import org.ehcpathway.statute.SectionsInDispute;
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
    private final LetterTemplates templates;
    private final FamilysWords familysWords;
    private final Consultations consultations;

    LetterComposer(
            Timescales timescales,
            ServiceOfLetters service,
            CouncilLetterhead letterhead,
            LetterTemplates templates,
            FamilysWords familysWords,
            Consultations consultations) {
        this.familysWords = familysWords;
        this.timescales = timescales;
        this.consultations = consultations;
        this.service = service;
        this.letterhead = letterhead;
        this.templates = templates;
    }

    /** What a letter is made of, the same for all its recipients. */
    record Material(
            Letter letter,
            CaseFile file,
            List<LetterRecipient> recipients,
            List<Enclosure> enclosures,
            LetterFacts facts,
            TranslatedLetter translation,
            LocalDate day) {

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
        boolean copy = recipient.reader() == Reader.COPY;
        boolean told = recipient.role() == RecipientRole.COPY;
        LetterKind kind = told ? m.letter.kind().toldAs() : m.letter.kind();
        LetterValues.Subject child = subject(m, kind, recipient);
        String addressees = m.addressees().stream().map(LetterRecipient::name).collect(Collectors.joining(" and "));
        LetterValues.Translation translation =
                recipient.reader() == Reader.FAMILY && m.translation != null ? translation(m.translation) : null;
        Situation situation = situation(m, recipient, translation);
        List<String> titles = m.enclosures.stream()
                .map(Enclosure::title)
                .map(Characters::printable)
                .toList();
        return new LetterValues(
                kind,
                kind == m.letter.kind() ? m.letter.templateVersion() : kind.templateVersion(),
                m.day,
                m.file.c().reference(),
                window(recipient),
                copy ? Characters.printable(addressees) : null,
                Characters.printable(copy ? addressees : recipient.name()),
                letterhead.council(),
                child,
                dates(m, recipient),
                request(m, recipient, child.youngPerson()),
                decision(m, recipient),
                rights(templates.content(kind, situation), m),
                m.advice().map(LetterComposer::advice).orElse(null),
                toFamily ? List.of() : familysWords.inALetter(m.file),
                toFamily ? List.of() : titles,
                Passage.of(m.letter.freeText()),
                toFamily ? titles : List.of(),
                m.letter.signedBy() == null
                        ? null
                        : new LetterValues.Signature(
                                Characters.printable(m.letter.signerName()),
                                Characters.printable(m.letter.signerTitle())),
                situation,
                recipient.standsFor() == null ? null : Characters.printable(recipient.standsFor()),
                m.file.person().interpreter() == null
                        ? null
                        : Characters.printable(m.file.person().interpreter()),
                m.facts,
                translation,
                WithheldAddresses.from(recipient, m.file));
    }

    private static Situation situation(Material m, LetterRecipient recipient, LetterValues.Translation translation) {
        Set<Situation.Condition> conditions = EnumSet.noneOf(Situation.Condition.class);
        boolean family = recipient.reader() == Reader.FAMILY;
        String interpreter = m.file.person().interpreter();
        if (family && interpreter != null && !interpreter.isBlank()) {
            conditions.add(Situation.Condition.INTERPRETER);
        }
        if (family && recipient.standsFor() != null) {
            conditions.add(Situation.Condition.STANDS_FOR);
        }
        if (translation != null) {
            conditions.add(Situation.Condition.TRANSLATED);
        }
        if (m.file.person().inOrBeyondYearNine(m.day)) {
            conditions.add(Situation.Condition.YEAR_NINE);
        }
        if (m.advice().isPresent() && !m.asksAdviser()) {
            conditions.add(Situation.Condition.FAMILY_ASKED);
        }
        boolean afterAppeal = m.facts.is("origin", "TRIBUNAL_ORDER") || m.facts.is("origin", "UNOPPOSED_APPEAL");
        conditions.add(afterAppeal ? Situation.Condition.CHANGE_AFTER_APPEAL : Situation.Condition.COUNCILS_OWN_CHANGE);
        if (m.facts.yes("directPayments")) {
            conditions.add(Situation.Condition.DIRECT_PAYMENTS);
        }
        if (m.facts.has("otherCouncil")
                && GivenAddressee.of(m.facts.raw("otherCouncil")).name().equals(recipient.name())) {
            conditions.add(Situation.Condition.MAINTAINS);
        }
        if (!Addressees.isYoungPerson(m.file, m.day)) {
            conditions.add(Situation.Condition.PARENTS_APPEAL);
        }
        return new Situation(recipient.reader(), conditions);
    }

    private static LetterValues.Recipient window(LetterRecipient recipient) {
        List<String> lines = recipient.address() == null
                ? List.of("By email to " + recipient.email())
                : recipient.address().lines().stream()
                        .map(Characters::printable)
                        .toList();
        return new LetterValues.Recipient(Characters.printable(recipient.name()), lines);
    }

    /** A young person is spoken to; everybody else, and whoever stands in for one, is told about the person by name. */
    private static LetterValues.Subject subject(Material m, LetterKind kind, LetterRecipient recipient) {
        Person person = m.file.person();
        boolean over = Addressees.isYoungPerson(m.file, m.day);
        boolean theLetterIsTheirs =
                switch (recipient.reader()) {
                    case FAMILY -> recipient.standsFor() == null && kind != LetterKind.L_25N;
                    case COPY -> !person.lacksCapacity() && !kind.addressees().contains(Party.TRIBUNAL);
                    case PROFESSIONAL -> false;
                };
        String firstName =
                person.knownAs() == null || person.knownAs().isBlank() ? person.firstNames() : person.knownAs();
        return new LetterValues.Subject(
                over && theLetterIsTheirs,
                Characters.printable(person.fullName()),
                Characters.printable(firstName),
                person.birthDate(),
                over);
    }

    private static LetterValues.Translation translation(TranslatedLetter translation) {
        return new LetterValues.Translation(
                translation.language(),
                translation.languageName(),
                Passage.wordForWord(translation.words()),
                Characters.printable(translation.suppliedBy()));
    }

    private LetterValues.Dates dates(Material m, LetterRecipient recipient) {
        LocalDate received = m.file.c().receivedOn();
        return new LetterValues.Dates(
                received,
                limit(m.file, "REQ-04", received),
                limit(m.file, "PLAN-01", received),
                limit(m.file, "PLAN-06", received),
                answerBy(m),
                followsBy(m),
                // The circumstances of the family are told to the family alone.
                recipient.reader() == Reader.FAMILY ? ExcusedDays.in(m.letter.kind(), m.file, m.facts) : List.of());
    }

    private LocalDate limit(CaseFile file, String rule, LocalDate received) {
        return file.deadline(rule)
                .map(Deadline::due)
                .orElseGet(() -> timescales.due(rule, received).due());
    }

    /**
     * For a consultation the day the council gives; see {@link Consultations}. For the draft plan and the amendment notice the last of at least 15 days beginning with the day on which it is served on the
     * last addressee (regs 13(1), 22(2)(c)). For advice the date in the register, or six weeks after the request reaches the adviser.
     */
    private LocalDate answerBy(Material m) {
        LocalDate served = m.addressees().stream()
                .map(addressee -> service.servedOn(m.day, addressee.channel()))
                .max(LocalDate::compareTo)
                .orElse(m.day);
        return switch (m.letter.kind()) {
            case L_01 -> answerBy(m, Consultation.On.REQUEST);
            case L_02 -> m.facts.has("viewsBy") ? m.facts.date("viewsBy") : answerBy(m, Consultation.On.ASSESSMENT);
            case L_08 -> timescales.due("PLAN-04", served).due();
            case L_15 -> timescales.due("REV-11", served).due();
            case L_09 -> m.facts.date("replyBy");
            case O_04 -> m.facts.date("viewsBy");
            case O_06 -> m.facts.date("dueOn");
            case L_05 ->
                m.advice()
                        .map(Advice::dueOn)
                        .orElseGet(() -> timescales.due("ADV-02", served).due());
            default -> null;
        };
    }

    private LocalDate answerBy(Material m, Consultation.On about) {
        return consultations.answerBy(
                about, m.day, limit(m.file, "REQ-04", m.file.c().receivedOn()));
    }

    /** By when the law wants what the letter announces: the plan after a notice or a yes to re-assessing, the decision after a review. */
    private LocalDate followsBy(Material m) {
        return switch (m.letter.kind()) {
            case L_12 -> timescales.due("REV-09", m.facts.date("meetingOn")).due();
            case L_15 -> timescales.due("REV-12", m.day).due();
            case L_18_AGREED -> timescales.due("RAS-06", m.day).due();
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

    /** From the file where the file has the decision, else from what was given with the letter. */
    private static LetterValues.DecisionText decision(Material m, LetterRecipient recipient) {
        if (m.letter.kind().decision().isEmpty()) {
            return m.facts.has("reasons")
                    ? new LetterValues.DecisionText(
                            "", m.facts.text("reasons"), m.facts.text("evidence"), List.of(), List.of())
                    : null;
        }
        List<String> received = m.file.advice().stream()
                .filter(advice -> advice.state() == AdviceState.RECEIVED)
                .map(advice -> Characters.printable(
                        advice.kind() == AdviceKind.FAMILY
                                ? "What you told us"
                                : advice.kind().title() + ", from " + advice.adviserName()))
                .distinct()
                .toList();
        return m.file.latest(m.letter.kind().decision().get())
                .map(decision -> new LetterValues.DecisionText(
                        decision.ground(),
                        Passage.of(decision.reasons()),
                        Passage.of(decision.evidence()),
                        m.letter.kind() == LetterKind.L_06 ? received : List.of(),
                        recipient.reader() == Reader.FAMILY ? beforeAnswer(m.file, decision) : List.of()))
                .orElse(null);
    }

    private static List<Passage> beforeAnswer(CaseFile file, Decision decision) {
        return file.remarksOn(decision).stream()
                .filter(remark -> remark.kind() == DecisionRemark.Kind.BEFORE_ANSWER)
                .flatMap(remark -> Passage.of(remark.words()).stream())
                .toList();
    }

    private static AppealRights rights(LetterContent content, Material m) {
        if (content.decision() == null) {
            return null;
        }
        DecisionOrigin origin =
                m.facts.has("origin") ? DecisionOrigin.valueOf(m.facts.raw("origin")) : DecisionOrigin.COUNCIL;
        return AppealRights.of(content.decision(), origin, SectionsInDispute.WHOLE_DECISION, m.day, null);
    }

    private static LetterValues.AdviceText advice(Advice advice) {
        String title = advice.kind().title();
        return new LetterValues.AdviceText(
                advice.kind().regulation(),
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

    /** Whether the papers of the request go with the letter: every adviser gets copies of the evidence (regulation 6(3)). */
    static boolean enclosesRequestPapers(LetterKind kind, Optional<Advice> about) {
        return kind == LetterKind.L_05
                && about.map(advice -> advice.kind() != AdviceKind.FAMILY).orElse(false);
    }
}
