package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.GradesOfAudits;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.audit.AuditGrade;
import org.ehcpathway.plan.audit.AuditQuestion;
import org.ehcpathway.plan.audit.AuditRole;
import org.ehcpathway.plan.audit.AuditTrend;
import org.ehcpathway.plan.audit.AuditedPlan;
import org.ehcpathway.plan.audit.PlanAudit;
import org.ehcpathway.plan.audit.PlanAudits;
import org.ehcpathway.plan.audit.PlanAudits.Opened;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quality audit: managers draw samples of finished plans and answer the checklist; data officers read the trend. */
@Controller
class AuditDesk {

    private final PlanAudits audits;
    private final GradesOfAudits grades;
    private final CouncilSettings council;
    private final Colleagues colleagues;
    private final Clock clock;

    AuditDesk(PlanAudits audits, GradesOfAudits grades, CouncilSettings council, Colleagues colleagues, Clock clock) {
        this.audits = audits;
        this.grades = grades;
        this.council = council;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** A sample as it was asked for, with why it was not drawn. */
    record Drawing(String from, String to, String team, String area, String size, String seed, String error) {}

    @GetMapping("/audits")
    String trend(Model model) {
        YearMonth last = YearMonth.now(clock).minusMonths(1);
        return trend(new Drawing(last.toString(), last.toString(), "", "", "10", "", null), model);
    }

    private String trend(Drawing drawing, Model model) {
        boolean manager = colleagues.groupsOfAsking().contains(Roles.MANAGERS);
        if (!manager && !colleagues.groupsOfAsking().contains(Roles.DATA_OFFICERS)) {
            throw new NotAllowed("Audits of plans are for managers; data officers read their figures.");
        }
        AuditTrend trend = audits.trend();
        model.addAttribute("trend", trend);
        model.addAttribute("chart", AuditChart.of(trend));
        model.addAttribute("grades", AuditGrade.values());
        model.addAttribute("manager", manager);
        if (manager) {
            model.addAttribute("drawing", drawing);
            model.addAttribute("draws", audits.draws());
            model.addAttribute("teams", council.teams());
            model.addAttribute("areas", AreaOfNeed.values());
        }
        return "audits/trend";
    }

    /** Draws a sample; a refusal comes back on the same page with what was typed. */
    @PostMapping("/audits/draws")
    String draw(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String seed,
            Model model,
            HttpServletResponse response) {
        String by = manager();
        try {
            long id = audits.draw(month(from), month(to), team(team), area(area), number(size), seed(seed), by)
                    .id();
            return "redirect:/audits/draws/" + id;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return trend(new Drawing(from, to, team, area, size, seed, refusal.getMessage()), model);
        }
    }

    @GetMapping("/audits/draws/{id}")
    String sample(@PathVariable long id, Model model) {
        manager();
        List<AuditedPlan> plans = audits.sample(id);
        model.addAttribute("draw", audits.draw(id));
        model.addAttribute("candidates", audits.candidates(id));
        model.addAttribute("plans", plans);
        model.addAttribute("roles", AuditRole.values());
        model.addAttribute(
                "names",
                colleagues.names(plans.stream()
                        .flatMap(plan -> plan.audits().stream())
                        .map(PlanAudit::auditor)
                        .toList()));
        return "audits/sample";
    }

    @PostMapping("/audits/draws/{id}/plans/{versionId}")
    String begin(@PathVariable long id, @PathVariable long versionId, @RequestParam AuditRole role) {
        return "redirect:/audits/"
                + audits.begin(id, versionId, role, manager()).id();
    }

    @GetMapping("/audits/{id}")
    String open(@PathVariable long id, @RequestParam(required = false) String saved, Model model) {
        Opened opened = audits.open(id, manager());
        model.addAttribute("saved", saved != null);
        return page(opened, AuditForm.of(opened), model);
    }

    /**
     * Keeps the answers, and signs the audit off when asked to.
     *
     * @param sent {@code answer.ID}, {@code comment.SECTION}, {@code feedback}, and {@code act}: save or sign
     */
    @PostMapping("/audits/{id}")
    String answer(
            @PathVariable long id, @RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
        String by = manager();
        AuditForm form = AuditForm.sent(sent);
        try {
            audits.save(id, form.scores(), form.comments(), form.feedback(), by);
            if ("sign".equals(sent.get("act"))) {
                audits.signOff(id, grades.of(audits.score(id)), by);
            }
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(audits.open(id, by), form.refused(refusal.getMessage()), model);
        }
        return "redirect:/audits/" + id + "?saved";
    }

    private String page(Opened opened, AuditForm form, Model model) {
        Map<String, List<AuditQuestion>> sections = new LinkedHashMap<>();
        opened.answers().keySet().forEach(question -> sections.computeIfAbsent(
                        question.section(), section -> new ArrayList<>())
                .add(question));
        model.addAttribute("opened", opened);
        model.addAttribute("form", form);
        model.addAttribute("sections", sections);
        model.addAttribute(
                "mayAnswer",
                !opened.audit().isSignedOff() && opened.audit().auditor().equals(colleagues.asking()));
        model.addAttribute(
                "auditor",
                colleagues
                        .names(List.of(opened.audit().auditor()))
                        .getOrDefault(opened.audit().auditor(), opened.audit().auditor()));
        return "audits/audit";
    }

    private String manager() {
        if (!colleagues.groupsOfAsking().contains(Roles.MANAGERS)) {
            throw new NotAllowed("Plans are audited by managers.");
        }
        return colleagues.asking();
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeException notAMonth) {
            throw new Refusal("Write each month as year and month, such as 2027-01.");
        }
    }

    private String team(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        return council.team(typed)
                .map(CouncilSettings.Team::id)
                .orElseThrow(() -> new Refusal("Choose one of the teams, or all of them."));
    }

    private static AreaOfNeed area(String typed) {
        return typed.isBlank()
                ? null
                : Stream.of(AreaOfNeed.values())
                        .filter(area -> area.name().equals(typed))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("Choose one of the areas of need, or all of them."));
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new Refusal("Say in figures how many plans are to be drawn.");
        }
    }

    private static Long seed(String typed) {
        try {
            return typed.isBlank() ? null : Long.valueOf(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new Refusal("The number of an earlier draw is written in figures; leave it empty for a new draw.");
        }
    }
}
