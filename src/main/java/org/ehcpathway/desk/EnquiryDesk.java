package org.ehcpathway.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of enquiries, about a case or none. They are recorded and answered in Tasklist. */
@Controller
class EnquiryDesk {

    static final String PAGE = "cases/enquiries";

    private final EnquiryViews views;

    EnquiryDesk(EnquiryViews views) {
        this.views = views;
    }

    @GetMapping("/enquiries")
    String list(Model model) {
        model.addAttribute("enquiries", views.latest());
        model.addAttribute("framed", false);
        return PAGE;
    }
}
