package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names another caseworker to hold a case, on the case page. The family is told with letter O-02, which the page offers. */
@Controller
class CaseManagerDesk {

    private final CaseAccess access;
    private final CasePages pages;
    private final CaseFiles files;
    private final CouncilSettings council;
    private final Colleagues colleagues;

    CaseManagerDesk(
            CaseAccess access, CasePages pages, CaseFiles files, CouncilSettings council, Colleagues colleagues) {
        this.access = access;
        this.pages = pages;
        this.files = files;
        this.council = council;
        this.colleagues = colleagues;
    }

    /** A refusal comes back on the same page. */
    @PostMapping("/cases/{reference}/case-manager")
    String name(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String caseManager,
            Model model,
            HttpServletResponse response) {
        Seen seen = access.seen(reference);
        if (!seen.mayNameCaseManager(council)) {
            throw new NotAllowed("The case manager is named by a manager of the team.");
        }
        try {
            Map<String, String> team = colleagues.members(seen.c().team());
            if (!team.containsKey(caseManager)) {
                throw new Refusal("Choose a caseworker of the team of the case.");
            }
            files.nameCaseManager(reference, caseManager, colleagues.asking());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("caseManagerError", refusal.getMessage());
            return pages.fill(model, reference, null, Offered.NOTHING);
        }
        return "redirect:/cases/" + reference;
    }
}
