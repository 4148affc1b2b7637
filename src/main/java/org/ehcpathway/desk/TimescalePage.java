package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.statute.Chain;
import org.ehcpathway.statute.Question;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescale;
import org.ehcpathway.statute.Timescales;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The time limits of the law for people: a rule and a day, the whole chain of dates that follows, and the table itself. */
@Controller
class TimescalePage {

    /** What people most often count from, with the rule that is then asked. */
    private static final Map<String, String> OFTEN_ASKED = oftenAsked();

    private final Timescales timescales;
    private final TimescaleQuestions questions;

    TimescalePage(Timescales timescales, TimescaleQuestions questions) {
        this.timescales = timescales;
        this.questions = questions;
    }

    /** @param asked the rule, the day its clock starts, and further facts by name; nothing asked shows the form and the table */
    @GetMapping("/timescales")
    String timescales(@RequestParam Map<String, String> asked, Model model, HttpServletResponse response) {
        Map<String, String> given = new HashMap<>(asked);
        String rule = given.remove("rule");
        model.addAttribute("timescales", timescales.all());
        model.addAttribute("rules", rules());
        model.addAttribute("oftenAsked", OFTEN_ASKED);
        model.addAttribute("asked", asked);
        model.addAttribute("chosen", chosen(rule));
        if (rule != null && !rule.isBlank()) {
            try {
                Question question = questions.question(rule, given);
                model.addAttribute("answer", questions.answer(rule, given));
                model.addAttribute("chain", Chain.of(timescales, question));
            } catch (Refusal | NoSuchThing refused) {
                model.addAttribute("error", refused.getMessage());
                response.setStatus(HttpStatus.BAD_REQUEST.value());
            }
        }
        return "timescales";
    }

    /** The rule whose further facts the form offers; null while none is chosen. */
    private Timescale chosen(String rule) {
        return rules().stream()
                .filter(timescale -> timescale.rule().equals(rule))
                .findFirst()
                .orElse(null);
    }

    /** The rules themselves, each in its newest version. */
    private List<Timescale> rules() {
        return timescales.all().stream()
                .filter(timescale -> timescale.part().isEmpty() && timescale.validTo() == null)
                .toList();
    }

    private static Map<String, String> oftenAsked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("REQ-04", "A request was received");
        asked.put("ADV-02", "Advice was asked for");
        asked.put("PLAN-04", "A draft plan was served");
        asked.put("MED-02", "A decision or final plan was sent");
        asked.put("REV-09", "A review meeting was held, or is planned");
        asked.put("REV-01", "A plan was first made");
        asked.put("REV-04", "A child moves to the next phase of school");
        asked.put("REV-03", "A young person moves from school to college");
        asked.put("RAS-01", "A re-assessment was asked for");
        asked.put("MOV-05", "A plan was transferred to us");
        asked.put("ORD-e", "The tribunal made an order");
        asked.put("UNO-4", "We told the tribunal that we do not oppose");
        asked.put("MED-07", "We were told that mediation is wanted");
        asked.put("OTH-03", "A complaint was received");
        return asked;
    }
}
