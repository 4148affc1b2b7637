package org.ehcpathway.desk;

import java.util.List;
import java.util.Objects;
import org.ehcpathway.desk.CaseView.AdviceView;
import org.ehcpathway.desk.CaseView.LetterView;
import org.ehcpathway.desk.CaseView.PaperView;
import org.ehcpathway.pathway.TaskAtHand;

/**
 * What belongs to the task beside which the case page is shown.
 *
 * @param letters the letters to read and sign, or that the task is about
 * @param advice the advice the task asks for, to be uploaded for it; null when it asks for none
 * @param uploaded the paper uploaded for the task last; null when there is none
 * @param plan whether the work of the task is done on the Plan page
 */
record AtHand(TaskAtHand task, List<LetterView> letters, AdviceView advice, PaperView uploaded, boolean plan) {

    private static final List<String> ON_THE_PLAN_PAGE = List.of(
            "write-draft", "check-draft", "record-representations", "prepare-final-plan", "name-setting-and-sign");

    static AtHand of(TaskAtHand task, CaseView view) {
        return new AtHand(
                task,
                view.letters().stream().filter(letter -> isFor(task, letter)).toList(),
                task.isFor("provide-advice")
                        ? view.advice().stream()
                                .filter(advice -> advice.id().equals(task.adviceId()))
                                .findFirst()
                                .orElse(null)
                        : null,
                view.papers().stream()
                        .filter(paper -> paper.id().equals(task.uploadedDocumentId()))
                        .findFirst()
                        .orElse(null),
                view.links().plan() != null && ON_THE_PLAN_PAGE.stream().anyMatch(task::isFor));
    }

    private static boolean isFor(TaskAtHand task, LetterView letter) {
        if (task.isFor("sign-advice-requests")) {
            return letter.kind().equals("L-05") && letter.state().code().equals("PREPARED");
        }
        return letter.id().equals(task.letterId())
                || task.adviceId() != null && Objects.equals(letter.aboutAdvice(), task.adviceId());
    }
}
