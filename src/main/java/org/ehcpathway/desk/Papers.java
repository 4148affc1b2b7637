package org.ehcpathway.desk;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceStep;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.letter.Enclosure;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.TaskAtHand;
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

    /** Whether this is the task in which a setting replies to its consultation. */
    static boolean isConsultation(TaskAtHand task) {
        return task.isFor(REPLY);
    }

    /** The papers this person may open; letters are listed by themselves. */
    List<Document> readable(Seen seen, CaseFile file) {
        return file.documents().stream()
                .filter(document -> document.kind() != DocumentKind.LETTER)
                .filter(readableBy(seen, file::advice))
                .toList();
    }

    boolean mayRead(Seen seen, Document document) {
        return readableBy(seen, () -> register.of(seen.c().reference())).test(document);
    }

    boolean mayRead(Seen seen, Letter letter) {
        return switch (seen.sight()) {
            case WHOLE -> true;
            case ADVICE, CONSULTED ->
                letter.kind() == LetterKind.L_05 && isAskedOf(seen, letter.aboutId())
                        || letter.kind() == LetterKind.L_09 && isConsultedBy(seen, letter.id());
            default -> false;
        };
    }

    /** Whether an adviser is asked for this advice now, or belongs to the group that gave it. */
    boolean isOwnAdvice(Seen seen, Advice advice) {
        return isAskedOf(seen, advice.id()) || seen.groups().contains(advice.adviserGroup());
    }

    /** What a person may open, asked of the database once for however many papers there are. */
    private Predicate<Document> readableBy(Seen seen, Supplier<List<Advice>> advice) {
        return switch (seen.sight()) {
            case WHOLE -> document -> true;
            case PANEL -> document -> document.kind() != DocumentKind.LETTER;
            case ADVICE -> {
                Set<Long> given = Stream.of(ownTo(seen), reportsOf(seen, advice.get()), passedOnTo(seen))
                        .flatMap(Function.identity())
                        .collect(Collectors.toSet());
                yield document -> document.kind() == DocumentKind.REQUEST
                        || isAddedHere(document)
                        || given.contains(document.id());
            }
            case CONSULTED -> {
                Set<Long> given = ownTo(seen).collect(Collectors.toSet());
                yield document -> isAddedHere(document) || given.contains(document.id());
            }
            default -> document -> false;
        };
    }

    private boolean isAddedHere(Document document) {
        return document.addedBy().equals(colleagues.asking());
    }

    private static boolean isAskedOf(Seen seen, Long adviceId) {
        return adviceId != null && seen.tasks().stream().anyMatch(task -> adviceId.equals(task.adviceId()));
    }

    private static boolean isConsultedBy(Seen seen, Long letterId) {
        return seen.tasks().stream().anyMatch(task -> isConsultation(task) && letterId.equals(task.letterId()));
    }

    /** What was uploaded for the person's own tasks, and what came with a letter that consults: the draft plan and the advice of section K. */
    private Stream<Long> ownTo(Seen seen) {
        return Stream.concat(
                        seen.tasks().stream().map(TaskAtHand::uploadedDocumentId),
                        seen.tasks().stream()
                                .filter(task -> isConsultation(task) && task.letterId() != null)
                                .flatMap(task -> letters.enclosures(task.letterId()).stream())
                                .map(Enclosure::documentId))
                .filter(Objects::nonNull);
    }

    /** Regulation 6(3): what the family sent after the request had gone. */
    private Stream<Long> passedOnTo(Seen seen) {
        return steps.of(seen.c().reference()).stream()
                .filter(step -> step.what() == AdviceStep.What.PASSED_ON && isAskedOf(seen, step.adviceId()))
                .map(AdviceStep::documentId);
    }

    private static Stream<Long> reportsOf(Seen seen, List<Advice> advice) {
        return advice.stream()
                .filter(given -> seen.groups().contains(given.adviserGroup()))
                .map(Advice::documentId)
                .filter(Objects::nonNull);
    }
}
