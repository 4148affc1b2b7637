package org.ehcpathway.desk;

import org.ehcpathway.desk.CasePages.Offered;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The case page, by itself and inside the Case tab of Tasklist. */
@Controller
class CaseDesk {

    private final CasePages pages;

    CaseDesk(CasePages pages) {
        this.pages = pages;
    }

    @GetMapping("/cases/{reference}")
    String byReference(@PathVariable String reference, Model model) {
        return pages.fill(model, reference, null, Offered.NOTHING);
    }

    @GetMapping("/cases/by-task/{taskId}")
    String byTask(@PathVariable String taskId, Model model) {
        return pages.fill(model, null, taskId, Offered.NOTHING);
    }
}
