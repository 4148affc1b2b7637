package org.ehcpathway.desk;

import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.pathway.CaseTasks;
import org.ehcpathway.pathway.TaskAtHand;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the case page, whole or beside a task. */
@Component
class CasePages {

    static final String PAGE = "cases/case";

    private final CaseAccess access;
    private final CaseViews views;
    private final CaseTasks tasks;
    private final CouncilSettings council;

    CasePages(CaseAccess access, CaseViews views, CaseTasks tasks, CouncilSettings council) {
        this.access = access;
        this.views = views;
        this.tasks = tasks;
        this.council = council;
    }

    /**
     * A paper as it was offered, with why it was not taken.
     *
     * @param error a sentence, or null before anything was sent
     */
    record Offered(String title, String kind, String error) {

        static final Offered NOTHING = new Offered("", DocumentKind.OTHER.name(), null);
    }

    /** The case of the task, or the case with the reference when {@code taskId} is null. */
    String fill(Model model, String reference, String taskId, Offered offered) {
        TaskAtHand task = taskId == null ? null : task(taskId);
        Seen seen = access.seen(task == null ? reference : task.reference());
        if (reference != null && !reference.equals(seen.c().reference())) {
            throw NoSuchThing.ofTask();
        }
        CaseView view = views.of(seen);
        model.addAttribute("council", council);
        model.addAttribute("view", view);
        model.addAttribute("sight", seen.sight().name());
        model.addAttribute("framed", task != null);
        model.addAttribute("atHand", task == null ? null : AtHand.of(task, view));
        model.addAttribute("mayAddPapers", seen.mayAddPapers());
        model.addAttribute("mayPrepareLetters", seen.mayPrepareLetters());
        model.addAttribute("kinds", Uploads.kinds(seen));
        model.addAttribute("offered", offered);
        model.addAttribute("mayAddWords", seen.sight() == Sight.WHOLE);
        model.addAttribute("topics", ViewTopic.values());
        if (!model.containsAttribute("spoken")) {
            model.addAttribute("spoken", WordsDesk.Spoken.NOTHING);
        }
        return PAGE;
    }

    TaskAtHand task(String taskId) {
        return tasks.visible(taskId).orElseThrow(NoSuchThing::ofTask);
    }
}
