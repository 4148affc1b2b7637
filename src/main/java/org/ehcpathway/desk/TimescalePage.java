package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The time limits of the law for people: the whole table, and a question to the clock. */
@Controller
class TimescalePage {

    private final Timescales timescales;
    private final TimescaleQuestions questions;

    TimescalePage(Timescales timescales, TimescaleQuestions questions) {
        this.timescales = timescales;
        this.questions = questions;
    }

    /** @param asked the rule, the day its clock starts, and further days by name; nothing asked shows the table alone */
    @GetMapping("/timescales")
    String timescales(@RequestParam Map<String, String> asked, Model model, HttpServletResponse response) {
        Map<String, String> days = new HashMap<>(asked);
        String rule = days.remove("rule");
        model.addAttribute("timescales", timescales.all());
        model.addAttribute("rule", rule);
        model.addAttribute("from", asked.get("from"));
        if (rule != null) {
            try {
                model.addAttribute("answer", questions.answer(rule, days));
            } catch (Refusal | NoSuchThing refused) {
                model.addAttribute("error", refused.getMessage());
                response.setStatus(HttpStatus.BAD_REQUEST.value());
            }
        }
        return "timescales";
    }
}
