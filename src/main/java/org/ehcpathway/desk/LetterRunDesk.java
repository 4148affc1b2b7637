package org.ehcpathway.desk;

import org.ehcpathway.letter.DaysPost;
import org.ehcpathway.letter.LetterRuns;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.NotAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Runs over many signed letters, for managers: begun, watched and cancelled; and the days' post of the print room. */
@Controller
class LetterRunDesk {

    private final LetterRuns runs;
    private final DaysPost post;
    private final Colleagues colleagues;

    LetterRunDesk(LetterRuns runs, DaysPost post, Colleagues colleagues) {
        this.runs = runs;
        this.post = post;
        this.colleagues = colleagues;
    }

    @GetMapping("/letters/runs")
    String list(Model model) {
        manager();
        model.addAttribute("runs", runs.latest());
        model.addAttribute("ready", runs.ready());
        model.addAttribute("days", post.days());
        return "letters/runs";
    }

    @PostMapping("/letters/runs")
    String start() {
        return "redirect:/letters/runs/" + runs.start(manager());
    }

    @GetMapping("/letters/runs/{run}")
    String watch(@PathVariable long run, Model model) {
        manager();
        model.addAttribute("run", runs.progress(run));
        model.addAttribute("troubles", runs.troubles(run));
        return "letters/run";
    }

    @PostMapping("/letters/runs/{run}/cancel")
    String cancel(@PathVariable long run) {
        manager();
        runs.cancel(run);
        return "redirect:/letters/runs/" + run;
    }

    private String manager() {
        return manager(colleagues);
    }

    /** @throws NotAllowed for everybody but managers */
    static String manager(Colleagues colleagues) {
        if (!colleagues.groupsOfAsking().contains(Roles.MANAGERS)) {
            throw new NotAllowed("Runs of letters are started and watched by managers.");
        }
        return colleagues.asking();
    }
}
