package org.ehcpathway.security;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages on the way in and out: login, the start address, and the question before leaving. */
@Controller
class FrontDoor {

    private final List<DemoCouncil.LogIn> demoLogIns;

    FrontDoor(ObjectProvider<DemoCouncil> demo) {
        DemoCouncil council = demo.getIfAvailable();
        this.demoLogIns = council == null ? List.of() : council.logIns();
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("demoLogIns", demoLogIns);
        return "login";
    }

    /** Sends people to where their work is. */
    @GetMapping("/")
    String start() {
        boolean inCockpit = SignedIn.person().isOneOf(Roles.START_IN_COCKPIT.toArray(String[]::new));
        return inCockpit ? "redirect:/camunda/app/cockpit/default/" : "redirect:/camunda/app/tasklist/default/";
    }

    /** Shown only when another site set the link; otherwise the security filter has logged the person out already. */
    @GetMapping("/logout")
    String leave() {
        return "logout";
    }
}
