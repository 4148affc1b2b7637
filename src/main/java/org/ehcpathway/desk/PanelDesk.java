package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.ehcpathway.casefile.NewRecommendation;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelConnection;
import org.ehcpathway.casefile.PanelConnections;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelMember;
import org.ehcpathway.casefile.PanelMembers;
import org.ehcpathway.casefile.PanelPaper;
import org.ehcpathway.casefile.PanelPapers;
import org.ehcpathway.casefile.PanelRole;
import org.ehcpathway.casefile.PanelSitting;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.desk.PanelAccess.Seen;
import org.ehcpathway.desk.PanelPages.Typed;
import org.ehcpathway.letter.PanelDocuments;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.PanelMeetings;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The panel's pages: sittings with agenda, rota, connections, papers and minutes. What was typed comes back with a refusal. In the
 * Case tab of Tasklist the same page stands without header, and comes back so.
 */
@Controller
class PanelDesk {

    private final PanelAccess access;
    private final PanelPages pages;
    private final PanelMeetings meetings;
    private final PanelSittings sittings;
    private final PanelAgenda agenda;
    private final PanelMembers members;
    private final PanelConnections connections;
    private final PanelPapers papers;
    private final PanelDocuments documents;
    private final Colleagues colleagues;

    PanelDesk(
            PanelAccess access,
            PanelPages pages,
            PanelMeetings meetings,
            PanelSittings sittings,
            PanelAgenda agenda,
            PanelMembers members,
            PanelConnections connections,
            PanelPapers papers,
            PanelDocuments documents,
            Colleagues colleagues) {
        this.access = access;
        this.pages = pages;
        this.meetings = meetings;
        this.sittings = sittings;
        this.agenda = agenda;
        this.members = members;
        this.connections = connections;
        this.papers = papers;
        this.documents = documents;
        this.colleagues = colleagues;
    }

    @GetMapping("/panel")
    String list(Model model) {
        return pages.list(model, Typed.NOTHING);
    }

    @GetMapping("/panel/{reference}")
    String sitting(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean framed, Model model) {
        return pages.fill(model, reference, framed, Typed.NOTHING);
    }

    /** Convenes a sitting beside the regular ones. */
    @PostMapping("/panel")
    String convene(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String startsAt,
            Model model,
            HttpServletResponse response) {
        access.organise();
        try {
            PanelSitting sitting = meetings.convene(day(day), hour(startsAt));
            return "redirect:/panel/" + sitting.reference();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return pages.list(model, Typed.words("convene", day).refused(refusal.getMessage()));
        }
    }

    @PostMapping("/panel/members")
    String enrol(
            @RequestParam(defaultValue = "") String userId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "false") boolean mayChair,
            @RequestParam(defaultValue = "") String settingUrn,
            Model model,
            HttpServletResponse response) {
        access.organise();
        try {
            members.enrol(userId, name, chosen(PanelRole.values(), role), mayChair, settingUrn);
            return "redirect:/panel#members";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return pages.list(model, Typed.words("members", name).refused(refusal.getMessage()));
        }
    }

    @PostMapping("/panel/members/{id}/leave")
    String leave(@PathVariable long id) {
        access.organise();
        members.leave(id);
        return "redirect:/panel#members";
    }

    /** A member declares a connection with a setting, and so with every child there. */
    @PostMapping("/panel/connections")
    String declareOfSetting(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String settingUrn,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        access.enter();
        PanelMember self = members.byUser(colleagues.asking())
                .orElseThrow(() -> new NotAllowed("Connections are declared by the members of the panel."));
        try {
            connections.declareOfSetting(
                    self.id(), settingUrn, chosen(PanelConnection.Kind.values(), kind), words, self.userId());
            sittings.all().stream()
                    .filter(sitting -> sitting.state() == PanelSitting.State.PAPERS_SENT)
                    .forEach(sitting -> documents.makePapers(sitting.reference()));
            return "redirect:/panel?declared";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return pages.list(model, Typed.words("connections", words).refused(refusal.getMessage()));
        }
    }

    @PostMapping("/panel/{reference}/rota")
    String rota(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") long memberId,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "false") boolean framed,
            Model model,
            HttpServletResponse response) {
        access.organise();
        return answered(reference, framed, Typed.words("rota", ""), model, response, () -> {
            if (step.equals("excuse")) {
                sittings.excuse(reference, memberId);
            } else {
                sittings.seat(reference, memberId);
            }
            papersAgain(reference);
        });
    }

    @PostMapping("/panel/{reference}/late")
    String addLate(
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") long itemId,
            @RequestParam(defaultValue = "false") boolean framed,
            Model model,
            HttpServletResponse response) {
        access.organise();
        return answered(reference, framed, Typed.words("late", ""), model, response, () -> {
            agenda.addLate(reference, itemId, colleagues.asking());
            papersAgain(reference);
        });
    }

    @PostMapping("/panel/{reference}/cancel")
    String cancel(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean framed,
            Model model,
            HttpServletResponse response) {
        access.organise();
        return answered(
                reference, framed, Typed.words("cancel", why), model, response, () -> meetings.cancel(reference, why));
    }

    @PostMapping("/panel/{reference}/attendance")
    String attendance(
            @PathVariable String reference,
            @RequestParam(required = false) List<Long> there,
            @RequestParam(defaultValue = "false") boolean framed,
            Model model,
            HttpServletResponse response) {
        recorder(reference);
        return answered(
                reference,
                framed,
                Typed.words("attendance", ""),
                model,
                response,
                () -> sittings.attendance(reference, new HashSet<>(there == null ? List.of() : there)));
    }

    /** Declares a connection with a child on the agenda: members for themselves, those who prepare the panel for anybody. */
    @PostMapping("/panel/{reference}/items/{itemId}/connection")
    String declare(
            @PathVariable String reference,
            @PathVariable long itemId,
            @RequestParam(defaultValue = "0") long memberId,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean framed,
            Model model,
            HttpServletResponse response) {
        Seen seen = access.seen(reference);
        if (!seen.organises() && !Objects.equals(memberId, seen.member().id())) {
            throw new NotAllowed("Members declare their own connections.");
        }
        PanelFile.Entry entry = entry(seen, itemId);
        return answered(reference, framed, Typed.words("connection" + itemId, words), model, response, () -> {
            connections.declare(
                    memberId,
                    entry.c().reference(),
                    chosen(PanelConnection.Kind.values(), kind),
                    words,
                    colleagues.asking());
            papersAgain(reference);
        });
    }

    /**
     * Records what the panel says of a case.
     *
     * @param outcome YES, NO or DEFER
     */
    @PostMapping("/panel/{reference}/items/{itemId}")
    String record(
            @PathVariable String reference,
            @PathVariable long itemId,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String provision,
            @RequestParam(defaultValue = "") String band,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam(defaultValue = "false") boolean framed,
            Model model,
            HttpServletResponse response) {
        entry(recorder(reference), itemId);
        Typed typed = new Typed("" + itemId, outcome, reasons, provision, band, hours, missing, "", null);
        return answered(reference, framed, typed, model, response, () -> {
            if (outcome.equals("DEFER")) {
                meetings.defer(reference, itemId, missing.replace("\r\n", "\n"), colleagues.asking());
            } else {
                meetings.recommend(
                        reference,
                        itemId,
                        new NewRecommendation(
                                inFavour(outcome), reasons.replace("\r\n", "\n"), provision, band, number(hours)),
                        colleagues.asking());
            }
        });
    }

    @GetMapping("/panel/{reference}/papers/{memberId}.pdf")
    ResponseEntity<byte[]> papers(@PathVariable String reference, @PathVariable long memberId) {
        Seen seen = access.seen(reference);
        boolean own = seen.member() != null && seen.member().id() == memberId && seen.seesCases();
        PanelPaper paper = seen.organises() || own
                ? papers.papersOf(seen.file().sitting(), memberId).orElseThrow(NoSuchThing::ofPaper)
                : null;
        if (paper == null) {
            throw NoSuchThing.ofPaper();
        }
        return PaperDesk.answer(
                "papers-" + reference + ".pdf",
                "application/pdf",
                papers.open(paper).content());
    }

    @GetMapping("/panel/{reference}/minutes.pdf")
    ResponseEntity<byte[]> minutes(@PathVariable String reference) {
        Seen seen = access.seen(reference);
        if (!seen.readsMinutes()) {
            throw NoSuchThing.ofPaper();
        }
        PanelPaper minutes = papers.minutesOf(seen.file().sitting()).orElseThrow(NoSuchThing::ofPaper);
        return PaperDesk.answer(
                "minutes-" + reference + ".pdf",
                "application/pdf",
                papers.open(minutes).content());
    }

    private String answered(
            String reference, boolean framed, Typed typed, Model model, HttpServletResponse response, Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return pages.fill(model, reference, framed, typed.refused(refusal.getMessage()));
        }
        return "redirect:/panel/" + reference + (framed ? "?framed=true" : "");
    }

    /** Papers that are out are made again when agenda, rota or connections change. */
    private void papersAgain(String reference) {
        if (sittings.get(reference).state() == PanelSitting.State.PAPERS_SENT) {
            documents.makePapers(reference);
        }
    }

    private Seen recorder(String reference) {
        Seen seen = access.seen(reference);
        if (!seen.records()) {
            throw new NotAllowed("The sitting is recorded by business support, a manager or the chair.");
        }
        return seen;
    }

    private static PanelFile.Entry entry(Seen seen, long itemId) {
        return seen.file().entries().stream()
                .filter(entry -> entry.item().id() == itemId && seen.sees(entry))
                .findFirst()
                .orElseThrow(NoSuchThing::ofCase);
    }

    private static Boolean inFavour(String outcome) {
        return switch (outcome) {
            case "YES" -> true;
            case "NO" -> false;
            default -> null;
        };
    }

    private static BigDecimal number(String hours) {
        if (hours.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(hours.strip());
        } catch (NumberFormatException noNumber) {
            throw new Refusal("Write the hours a week as a number above 0 and up to 60, such as 15 or 12.5.");
        }
    }

    private static <E extends Enum<E>> E chosen(E[] choices, String code) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Write the day of the sitting as a date, such as 2027-03-01.");
        }
    }

    private static LocalTime hour(String typed) {
        try {
            return typed.isBlank() ? null : LocalTime.parse(typed.strip());
        } catch (DateTimeParseException noTime) {
            throw new Refusal("Write the hour as in 09:30.");
        }
    }
}
