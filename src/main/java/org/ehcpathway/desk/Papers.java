package org.ehcpathway.desk;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceStep;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.pathway.Colleagues;
import org.springframework.stereotype.Component;

/**
 * Which papers and letters of a case a person may open. An adviser gets what the law wants an adviser to have: the papers of
 * the request (regulation 6(4)), the letter that asks, and what this adviser handed in. A setting that is consulted gets the letter
 * and what came with it.
 */
@Component
class Papers {

    /** The form of the task in which a setting replies to its consultation. */
    private static final String REPLY = "record-setting-reply";

    private final AdviceRegister register;
    private final AdviceSteps steps;
    private final LetterReading letters;
    private final Colleagues colleagues;

    Papers(AdviceRegister register, AdviceSteps steps, LetterReading letters, Colleagues colleagues) {
        this.register = register;
        this.steps = steps;
        this.letters = letters;
        this.colleagues = colleagues;
    }

    static String address(long documentId) {
        return "/documents/" + documentId;
    }

    /** The papers this person may open; letters are listed by themselves. */
    List<Document> readable(Seen seen, CaseFile file) {
        return file.documents().stream()
                .filter(document -> document.kind() != DocumentKind.LETTER)
                .filter(document -> mayRead(seen, document, file.advice()))
                .toList();
    }

    boolean mayRead(Seen seen, Document document) {
        List<Advice> advice =
                seen.sight() == Sight.ADVICE ? register.of(seen.c().reference()) : List.of();
        return mayRead(seen, document, advice);
    }

    boolean mayRead(Seen seen, Letter letter) {
        return switch (seen.sight()) {
            case WHOLE -> true;
            case ADVICE ->
                letter.kind() == LetterKind.L_05 && isAskedOf(seen, letter.aboutId())
                        || letter.kind() == LetterKind.L_09 && isConsultedBy(seen, letter.id());
            default -> false;
        };
    }

    /** Whether an adviser is asked for this advice now, or belongs to the group that gave it. */
    boolean isOwnAdvice(Seen seen, Advice advice) {
        return isAskedOf(seen, advice.id()) || seen.groups().contains(advice.adviserGroup());
    }

    private boolean mayRead(Seen seen, Document document, List<Advice> advice) {
        return switch (seen.sight()) {
            case WHOLE -> true;
            case PANEL -> document.kind() != DocumentKind.LETTER;
            case ADVICE ->
                document.kind() == DocumentKind.REQUEST
                        || document.addedBy().equals(colleagues.asking())
                        || isUploadedFor(seen, document)
                        || isReportOf(seen, document, advice)
                        || wasPassedOn(seen, document)
                        || isSentToWhomIsConsulted(seen, document);
            default -> false;
        };
    }

    private static boolean isAskedOf(Seen seen, Long adviceId) {
        return adviceId != null && seen.tasks().stream().anyMatch(task -> adviceId.equals(task.adviceId()));
    }

    private static boolean isConsultedBy(Seen seen, Long letterId) {
        return seen.tasks().stream().anyMatch(task -> task.isFor(REPLY) && letterId.equals(task.letterId()));
    }

    /** A setting reads here what came with its letter: the draft plan and the advice of section K. */
    private boolean isSentToWhomIsConsulted(Seen seen, Document document) {
        return seen.tasks().stream()
                .filter(task -> task.isFor(REPLY) && task.letterId() != null)
                .flatMap(task -> letters.enclosures(task.letterId()).stream())
                .anyMatch(enclosed -> document.id().equals(enclosed.documentId()));
    }

    private static boolean isUploadedFor(Seen seen, Document document) {
        return seen.tasks().stream().anyMatch(task -> document.id().equals(task.uploadedDocumentId()));
    }

    /** Regulation 6(3): what the family sent after the request had gone. */
    private boolean wasPassedOn(Seen seen, Document document) {
        return steps.of(seen.c().reference()).stream()
                .anyMatch(step -> step.what() == AdviceStep.What.PASSED_ON
                        && document.id().equals(step.documentId())
                        && isAskedOf(seen, step.adviceId()));
    }

    private static boolean isReportOf(Seen seen, Document document, List<Advice> advice) {
        Set<String> groups = seen.groups();
        return advice.stream()
                .anyMatch(given ->
                        Objects.equals(given.documentId(), document.id()) && groups.contains(given.adviserGroup()));
    }
}
