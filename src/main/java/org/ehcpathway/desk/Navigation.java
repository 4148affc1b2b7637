package org.ehcpathway.desk;

import java.util.Set;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts into the header of every page the ways to where the person has work. */
@ControllerAdvice(annotations = Controller.class)
class Navigation {

    private final Colleagues colleagues;

    Navigation(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @ModelAttribute("seesPanel")
    boolean seesPanel() {
        return PanelAccess.hasWorkThere(colleagues.groupsOfAsking());
    }

    @ModelAttribute("seesTransfers")
    boolean seesTransfers() {
        return PhaseTransferDesk.mayRead(colleagues.groupsOfAsking());
    }

    @ModelAttribute("seesAudits")
    boolean seesAudits() {
        Set<String> groups = colleagues.groupsOfAsking();
        return groups.contains(Roles.MANAGERS) || groups.contains(Roles.DATA_OFFICERS);
    }
}
