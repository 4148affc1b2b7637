package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ehcpathway.statute.AppealRights;
import org.ehcpathway.statute.Refusal;

/**
 * Everything that one letter to one recipient says, before it is put into words by the template. What is null or empty is not in
 * the letter.
 *
 * @param date the day of sending, and the date on the letter
 * @param copyOf null for an addressee; for a copy the names of those to whom the letter itself goes
 * @param salutation the names after "Dear"
 * @param evidence titles of the papers that come with a request for advice
 * @param enclosures titles of all papers in the envelope
 * @param signature null in the preview of a letter that nobody has signed yet
 * @param situation who reads the letter, and what decides beside the kind which blocks it has
 * @param standsFor the name of the person for whom the reader acts; null for almost everybody
 * @param interpreter which interpreter the family needs; null when none
 * @param facts what was given with the letter
 * @param translation the letter again in the family's language; null when there is none
 * @param hidden lines of addresses that this reader must not learn
 */
public record LetterValues(
        LetterKind kind,
        int templateVersion,
        LocalDate date,
        String reference,
        Recipient recipient,
        String copyOf,
        String salutation,
        Council council,
        Subject child,
        Dates dates,
        Request request,
        DecisionText decision,
        AppealRights rights,
        AdviceText advice,
        List<Representation> representations,
        List<String> evidence,
        List<Passage> nextSteps,
        List<String> enclosures,
        Signature signature,
        Situation situation,
        String standsFor,
        String interpreter,
        LetterFacts facts,
        Translation translation,
        List<String> hidden) {

    /** The lines of the address window: the name first, the postcode last. */
    public record Recipient(String name, List<String> addressLines) {
        public List<String> windowLines() {
            return Stream.concat(Stream.of(name), addressLines.stream()).toList();
        }
    }

    /**
     * The council and those it must name in its letters.
     *
     * @param logo the picture as a {@code data:} address, null for the name in print
     */
    public record Council(
            String name,
            String serviceName,
            List<String> addressLines,
            String phone,
            String email,
            String website,
            String logo,
            Service mediationAdviser,
            Service mediationOfficer,
            Service disagreementResolution,
            Service informationService,
            Service tribunal,
            String schoolsInformation,
            String localOffer) {}

    /** Somebody to turn to. Blank ways of contact are left out; one there must be. */
    public record Service(String name, List<String> addressLines, String phone, String email, String website) {}

    /**
     * The child, spoken of by name, or the young person, spoken to as "you".
     *
     * @param youngPerson whether the reader is that young person
     * @param firstName the name the person is known by
     * @param overSchoolAge whether the law calls the person a young person, whoever reads
     */
    public record Subject(
            boolean youngPerson, String fullName, String firstName, LocalDate birthDate, boolean overSchoolAge) {

        /** "Sam" or "you". */
        public String name() {
            return youngPerson ? "you" : firstName;
        }

        /** "Sam’s" or "your". */
        public String possessive() {
            return youngPerson ? "your" : firstName + "’s";
        }

        /** "Sam’s" or "Your", at the beginning of a sentence. */
        public String possessiveFirst() {
            return youngPerson ? "Your" : possessive();
        }

        /** The name, or "You" at the beginning of a sentence. */
        public String nameFirst() {
            return youngPerson ? "You" : firstName;
        }

        /** "a child" or "a young person", whoever reads. */
        public String kindOf() {
            return overSchoolAge ? "a young person" : "a child";
        }

        /** "Sam" or "yourself". */
        public String self() {
            return youngPerson ? "yourself" : firstName;
        }

        /** The verb for Sam or for you: {@code verb("needs", "need")}. */
        public String verb(String third, String second) {
            return youngPerson ? second : third;
        }
    }

    /**
     * @param decideBy week 6
     * @param noPlanBy week 16
     * @param finalPlanBy week 20
     * @param answerBy when advice is due, or the last day for the family's answer to a consultation, or for views on the draft
     *     plan or the amendment notice
     * @param followsBy by when the law wants what the letter announces; null when it announces nothing with a date of its own
     * @param excused which of the days that the letter names may pass, because an exception is relied on
     */
    public record Dates(
            LocalDate receivedOn,
            LocalDate decideBy,
            LocalDate noPlanBy,
            LocalDate finalPlanBy,
            LocalDate answerBy,
            LocalDate followsBy,
            List<Excused> excused) {}

    /**
     * A day of the law that may pass in this case, because an exception was claimed and accepted.
     *
     * @param what what was due on it, as it stands behind "to"
     * @param why the ground in plain words, as it stands behind "because"
     * @param target the council's own day to work towards; null when there is none
     */
    public record Excused(String rule, LocalDate due, String what, String why, LocalDate target) {}

    /** @param ownRequest whether those who read the letter made the request themselves */
    public record Request(boolean ownRequest, String madeBy) {}

    /**
     * @param adviceReceived from whom advice came in, in plain words
     * @param beforeAnswer why it was decided before the family's time to answer was over; empty when it was not, or for a reader who
     *     was not asked
     */
    public record DecisionText(
            String ground,
            List<Passage> reasons,
            List<Passage> evidence,
            List<String> adviceReceived,
            List<Passage> beforeAnswer) {

        private static final Pattern LAST_ASSESSMENT = Pattern.compile("s\\.36\\(6\\)\\(b\\).*, on (.+)$");

        /** Whether the decision is that there was an assessment in the last six months (section 36(6)(b)). */
        public boolean assessedLately() {
            return ground.contains("s.36(6)(b)");
        }

        /** The day of that assessment in words; null where the decision does not name it. */
        public String lastAssessment() {
            Matcher named = LAST_ASSESSMENT.matcher(ground);
            return named.find() ? named.group(1) : null;
        }

        /** Whether the decision is that there are no special educational needs (section 36(8)(a)). */
        public boolean noNeeds() {
            return ground.contains("s.36(8)(a)");
        }
    }

    /**
     * @param regulation such as "regulation 6(1)(b)"
     * @param subject what the advice is about, in lower case
     * @param fromFamily whether the family itself is asked
     * @param healthBody whether the six weeks bind the adviser by regulation 8
     * @param qualifiedTeacher whom the adviser consults first (regulation 6(2)); null when nobody
     */
    public record AdviceText(
            String regulation, String subject, boolean fromFamily, boolean healthBody, String qualifiedTeacher) {}

    /** What the family said, word for word. */
    public record Representation(String saidBy, LocalDate saidOn, List<Passage> words) {}

    public record Signature(String name, String title) {}

    /**
     * What a translator wrote.
     *
     * @param language its tag, such as pl or pa-Guru
     * @param languageName in English, such as Polish
     */
    public record Translation(String language, String languageName, List<Passage> words, String suppliedBy) {}

    /** Whether the twenty weeks are over, so that the letter must not promise them. */
    public boolean finalPlanLate() {
        return dates.finalPlanBy() != null && dates.finalPlanBy().isBefore(date);
    }

    /** Whether the reader is the other council that maintains the setting, and not the setting. */
    public boolean toMaintainingCouncil() {
        return situation.conditions().contains(Situation.Condition.MAINTAINS);
    }

    /** Names that no line may tear apart. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(child.fullName, child.firstName, recipient.name, salutation));
        if (copyOf != null) {
            names.add(copyOf);
        }
        if (signature != null) {
            names.add(signature.name);
        }
        representations.forEach(representation -> names.add(representation.saidBy));
        return names;
    }

    /** The lines that people typed and that stand within the letter's own sentences. */
    List<String> typedLines() {
        List<String> lines = new ArrayList<>(names());
        lines.addAll(recipient.addressLines);
        lines.addAll(enclosures);
        lines.addAll(evidence);
        lines.addAll(facts.given().values());
        lines.add(standsFor);
        lines.add(interpreter);
        if (request != null) {
            lines.add(request.madeBy);
        }
        if (decision != null) {
            lines.addAll(decision.adviceReceived);
        }
        if (translation != null) {
            lines.add(translation.suppliedBy);
        }
        lines.removeIf(line -> line == null || line.isBlank());
        return lines;
    }

    /** Refuses what must not go out: an address that cannot be delivered, a greeting without a name, a letter without its content. */
    void check(LetterContent content) {
        need(reference, "The case has no reference.");
        need(salutation, "The letter has nobody to greet: record the name of the person it goes to.");
        need(recipient.name, "A recipient of the letter has no name: record it in the case.");
        List<String> window = recipient.windowLines();
        if (window.size() < 2 || window.stream().anyMatch(String::isBlank)) {
            throw new Refusal(
                    "A recipient’s postal address is not complete: record at least one line of the address and the postcode.");
        }
        need(child.fullName, "The child or young person has no name in the case.");
        need(child.firstName, "The child or young person has no first name in the case.");
        need(council.name, setting("the council’s name"));
        need(council.phone, setting("the service’s telephone number"));
        need(council.email, setting("the service’s email address"));
        LetterRequirements.check(this, content);
        if (signature != null) {
            need(signature.name, "The letter is signed without a name.");
            need(signature.title, "The letter is signed without the signer’s job title.");
        }
    }

    static void need(String value, String sentence) {
        if (value == null || value.isBlank()) {
            throw new Refusal(sentence);
        }
    }

    static String setting(String what) {
        return "The settings of the council lack " + what + ": ask an administrator to add it before letters are made.";
    }
}
