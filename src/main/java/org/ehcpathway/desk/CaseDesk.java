package org.ehcpathway.desk;

import java.util.Optional;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.pathway.CaseTasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The case page, by itself and inside the Case tab of Tasklist. */
@Controller
class CaseDesk {

    private final CasePages pages;
    private final PanelPages sittings;
    private final CaseTasks tasks;

    CaseDesk(CasePages pages, PanelPages sittings, CaseTasks tasks) {
        this.pages = pages;
        this.sittings = sittings;
        this.tasks = tasks;
    }

    @GetMapping("/cases/{reference}")
    String byReference(@PathVariable String reference, Model model) {
        return pages.fill(model, reference, null, Offered.NOTHING);
    }

    /** A task of the panel is about a sitting: its page stands in the place of a case. */
    @GetMapping("/cases/by-task/{taskId}")
    String byTask(@PathVariable String taskId, Model model) {
        Optional<String> sitting = tasks.sittingOf(taskId);
        if (sitting.isPresent()) {
            return sittings.fill(model, sitting.get(), true, PanelPages.Typed.NOTHING);
        }
        return pages.fill(model, null, taskId, Offered.NOTHING);
    }
}
