package org.ehcpathway.desk;

import java.util.List;
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
    private final EnquiryViews enquiries;
    private final CaseTasks tasks;

    CaseDesk(CasePages pages, PanelPages sittings, EnquiryViews enquiries, CaseTasks tasks) {
        this.pages = pages;
        this.sittings = sittings;
        this.enquiries = enquiries;
        this.tasks = tasks;
    }

    @GetMapping("/cases/{reference}")
    String byReference(@PathVariable String reference, Model model) {
        return pages.fill(model, reference, null, Offered.NOTHING);
    }

    /** A task of the panel is about a sitting, and some enquiries are about no case: their pages stand in its place. */
    @GetMapping("/cases/by-task/{taskId}")
    String byTask(@PathVariable String taskId, Model model) {
        Optional<String> sitting = tasks.sittingOf(taskId);
        if (sitting.isPresent()) {
            return sittings.fill(model, sitting.get(), true, PanelPages.Typed.NOTHING);
        }
        List<EnquiryView> asked = tasks.enquiryOf(taskId).map(enquiries::one).orElse(List.of());
        if (asked.stream().anyMatch(one -> one.caseReference() == null)) {
            model.addAttribute("framed", true);
            model.addAttribute("enquiries", asked);
            return EnquiryDesk.PAGE;
        }
        model.addAttribute("asked", asked);
        return pages.fill(model, null, taskId, Offered.NOTHING);
    }
}
