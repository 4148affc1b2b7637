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
import org.ehcpathway.pathway.Colleagues;
import org.springframework.stereotype.Component;

/**
 * Which papers and letters of a case a person may open. An adviser gets what the law wants an adviser to have: the papers of
 * the request (regulation 6(4)), the letter that asks, and what this adviser handed in.
 */
@Component
class Papers {

    private final AdviceRegister register;
    private final AdviceSteps steps;
    private final Colleagues colleagues;

    Papers(AdviceRegister register, AdviceSteps steps, Colleagues colleagues) {
        this.register = register;
        this.steps = steps;
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
            case ADVICE -> letter.kind() == LetterKind.L_05 && isAskedOf(seen, letter.aboutId());
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
                        || wasPassedOn(seen, document);
            default -> false;
        };
    }

    private static boolean isAskedOf(Seen seen, Long adviceId) {
        return adviceId != null && seen.tasks().stream().anyMatch(task -> adviceId.equals(task.adviceId()));
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
