package org.ehcpathway.desk;

import org.ehcpathway.pathway.Colleagues;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the way to the panel into the header of every page of those who have work there. */
@ControllerAdvice(annotations = Controller.class)
class PanelNavigation {

    private final Colleagues colleagues;

    PanelNavigation(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @ModelAttribute("seesPanel")
    boolean seesPanel() {
        return PanelAccess.hasWorkThere(colleagues.groupsOfAsking());
    }
}
