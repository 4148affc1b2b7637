package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ConsultationRounds;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.casefile.TransferBoard;
import org.ehcpathway.casefile.TransferRow;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.EpisodeStarts;
import org.ehcpathway.pathway.RoundsOfConsultations;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.PhaseTransfer;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The board of phase transfers of a year: who transfers, how far it has come and what is at risk (regulation 18). Caseworkers see those of
 * their teams, managers and data officers all. Settings are consulted from here about several children at once.
 */
@Controller
class PhaseTransferDesk {

    private static final Set<String> READERS = Set.of(Roles.MANAGERS, Roles.CASEWORKERS, Roles.DATA_OFFICERS);
    private static final int PAGE = 200;
    private static final int FIRST_YEAR = 2014;
    private static final int LAST_YEAR = 2199;

    private final TransferBoard board;
    private final ConsultationRounds rounds;
    private final RoundsOfConsultations consulting;
    private final EpisodeStarts starts;
    private final SettingRegister settings;
    private final CaseFiles files;
    private final CaseAccess access;
    private final CouncilSettings council;
    private final Colleagues colleagues;
    private final Clock clock;

    PhaseTransferDesk(
            TransferBoard board,
            ConsultationRounds rounds,
            RoundsOfConsultations consulting,
            EpisodeStarts starts,
            SettingRegister settings,
            CaseFiles files,
            CaseAccess access,
            CouncilSettings council,
            Colleagues colleagues,
            Clock clock) {
        this.board = board;
        this.rounds = rounds;
        this.consulting = consulting;
        this.starts = starts;
        this.settings = settings;
        this.files = files;
        this.access = access;
        this.council = council;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    static boolean mayRead(Set<String> groups) {
        return groups.stream().anyMatch(READERS::contains);
    }

    /** Which transfers of the board are shown; what is empty filters nothing. */
    record Shown(String year, String phase, String progress, String risk, String school, String page) {

        private boolean shows(TransferRow row) {
            return (blank(phase) || row.phase().name().equals(phase))
                    && (blank(progress) || row.progress().name().equals(progress))
                    && (blank(risk) || row.risk().name().equals(risk))
                    && (blank(school) || schools(row).anyMatch(school::equals));
        }

        private static boolean blank(String typed) {
            return typed == null || typed.isBlank();
        }
    }

    /** What one of the forms of the page sent, with why it was not done; a sentence, or null before anything was sent. */
    record Sent(
            String urn,
            String kind,
            List<String> reference,
            String transferOn,
            String lowest,
            String highest,
            String error) {

        static final Sent NOTHING = new Sent("", "", List.of(), "", "", "", null);

        Sent refused(String sentence) {
            return new Sent(
                    urn, kind, reference == null ? List.of() : reference, transferOn, lowest, highest, sentence);
        }
    }

    @GetMapping("/phase-transfers")
    String board(@ModelAttribute Shown shown, Model model) {
        return fill(shown, Sent.NOTHING, model);
    }

    private String fill(Shown shown, Sent sent, Model model) {
        Set<String> groups = colleagues.groupsOfAsking();
        if (!mayRead(groups)) {
            throw new NotAllowed("The board of phase transfers is for caseworkers, managers and data officers.");
        }
        int year = year(shown.year());
        Set<String> teams = access.teamsToList();
        List<TransferRow> all = board.of(year, teams);
        List<TransferRow> rows = all.stream().filter(shown::shows).toList();
        int page = page(shown.page(), rows.size());
        boolean acts = groups.contains(Roles.MANAGERS) || groups.contains(Roles.CASEWORKERS);
        model.addAttribute("year", year);
        model.addAttribute("shown", shown);
        model.addAttribute("total", all.size());
        model.addAttribute("found", rows.size());
        model.addAttribute("rows", rows.subList(page * PAGE, Math.min(rows.size(), (page + 1) * PAGE)));
        model.addAttribute("page", page);
        model.addAttribute("pages", Math.max(1, (rows.size() + PAGE - 1) / PAGE));
        model.addAttribute("byRisk", byRisk(all));
        model.addAttribute("phases", PhaseTransfer.values());
        model.addAttribute("progresses", TransferRow.Progress.values());
        model.addAttribute("risks", TransferRow.Risk.values());
        model.addAttribute("schools", schools(all));
        model.addAttribute("names", colleagues.names(names(rows)));
        model.addAttribute("teamNames", teamNames());
        model.addAttribute("acts", acts);
        model.addAttribute("sent", sent);
        if (acts) {
            model.addAttribute("settings", settings.all());
            model.addAttribute("kinds", SettingKind.values());
            model.addAttribute("waiting", board.waiting(year, teams));
            model.addAttribute("rounds", rounds.of(year, teams));
            model.addAttribute("withoutAges", board.withoutAges());
        }
        return "transfers/board";
    }

    /** Consults a setting about the chosen children, each by a consultation of their own. */
    @PostMapping("/phase-transfers/{year}/rounds")
    String round(@PathVariable int year, @ModelAttribute Sent sent, Model model, HttpServletResponse response) {
        return done(year, sent, model, response, () -> {
            List<String> chosen = sent.reference() == null ? List.of() : sent.reference();
            chosen.forEach(this::requireMayAct);
            long round = consulting.begin(
                    checked(year),
                    setting(sent.urn()),
                    code(SettingKind.values(), sent.kind(), "what kind of setting it is"),
                    chosen,
                    colleagues.asking());
            return "rounds-" + round;
        });
    }

    /** Consults a setting about everybody who waits for the round. */
    @PostMapping("/phase-transfers/{year}/rounds/waiting")
    String roundOfAll(@PathVariable int year, @ModelAttribute Sent sent, Model model, HttpServletResponse response) {
        return done(year, sent, model, response, () -> {
            List<String> all = board.waitingFor(setting(sent.urn()), checked(year), access.teamsToList());
            all.forEach(this::requireMayAct);
            return "rounds-" + consulting.begin(year, sent.urn(), null, all, colleagues.asking());
        });
    }

    /** Begins a transfer between post-16 institutions at another time of the year (REV-05). */
    @PostMapping("/phase-transfers/{year}/within-post-16")
    String begin(@PathVariable int year, @ModelAttribute Sent sent, Model model, HttpServletResponse response) {
        return done(year, sent, model, response, () -> {
            String reference = sent.reference() == null || sent.reference().isEmpty()
                    ? ""
                    : sent.reference().get(0).strip();
            LocalDate day = day(sent.transferOn());
            requireMayAct(reference);
            int group = files.whole(reference).person().yearGroup(LocalDate.now(clock));
            starts.beginTransfer(reference, day, group, colleagues.asking());
            return "transfers";
        });
    }

    /** Keeps the ages a setting teaches. */
    @PostMapping("/phase-transfers/{year}/settings")
    String ages(@PathVariable int year, @ModelAttribute Sent sent, Model model, HttpServletResponse response) {
        return done(year, sent, model, response, () -> {
            if (!colleagues.groupsOfAsking().contains(Roles.MANAGERS)) {
                throw new NotAllowed("The ages a setting teaches are recorded by managers.");
            }
            settings.teaches(setting(sent.urn()), age(sent.lowest()), age(sent.highest()));
            return "settings";
        });
    }

    /** The covering letter of a round. */
    @GetMapping("/phase-transfers/{year}/rounds/{id}.pdf")
    ResponseEntity<byte[]> cover(@PathVariable int year, @PathVariable long id) {
        boolean mine = mayRead(colleagues.groupsOfAsking())
                && rounds.of(checked(year), access.teamsToList()).stream().anyMatch(round -> round.id() == id);
        if (!mine) {
            throw NoSuchThing.ofPaper();
        }
        return PaperDesk.answer("round-" + id + ".pdf", "application/pdf", rounds.cover(id));
    }

    private String done(int year, Sent sent, Model model, HttpServletResponse response, Supplier<String> deed) {
        try {
            return "redirect:/phase-transfers?year=" + checked(year) + "#" + deed.get();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return fill(new Shown(String.valueOf(year), "", "", "", "", ""), sent.refused(refusal.getMessage()), model);
        }
    }

    private void requireMayAct(String reference) {
        if (!access.seen(reference).mayWritePlan()) {
            throw new NotAllowed("Phase transfers are worked on by the caseworkers of the team and by managers.");
        }
    }

    private static Stream<String> schools(TransferRow row) {
        return Stream.concat(
                Stream.ofNullable(row.from()),
                Stream.ofNullable(row.askedFor()).flatMap(names -> Arrays.stream(names.split("; "))));
    }

    private static Collection<String> schools(List<TransferRow> rows) {
        return rows.stream().flatMap(PhaseTransferDesk::schools).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<TransferRow.Risk, Long> byRisk(List<TransferRow> rows) {
        Map<TransferRow.Risk, Long> counts = new LinkedHashMap<>();
        for (TransferRow.Risk risk : TransferRow.Risk.values()) {
            long count = rows.stream().filter(row -> row.risk() == risk).count();
            if (count > 0) {
                counts.put(risk, count);
            }
        }
        return counts;
    }

    private static List<String> names(List<TransferRow> rows) {
        return rows.stream()
                .map(TransferRow::caseManager)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Map<String, String> teamNames() {
        Map<String, String> names = new LinkedHashMap<>();
        council.teams().forEach(team -> names.put(team.id(), team.name()));
        return names;
    }

    private int year(String typed) {
        if (typed == null || typed.isBlank()) {
            return PhaseTransfer.nextYear(LocalDate.now(clock));
        }
        try {
            return checked(Integer.parseInt(typed.strip()));
        } catch (NumberFormatException noYear) {
            throw NoSuchThing.ofPage();
        }
    }

    private static int checked(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw NoSuchThing.ofPage();
        }
        return year;
    }

    private static int page(String typed, int rows) {
        int last = Math.max(0, (rows - 1) / PAGE);
        try {
            return typed == null || typed.isBlank() ? 0 : Math.min(last, Math.max(0, Integer.parseInt(typed.strip())));
        } catch (NumberFormatException noPage) {
            return 0;
        }
    }

    private static String setting(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new Refusal("Choose the setting.");
        }
        return typed.strip();
    }

    private static int age(String typed) {
        try {
            return Integer.parseInt(typed == null ? "" : typed.strip());
        } catch (NumberFormatException noNumber) {
            throw new Refusal("Give both ages of the setting as whole numbers, such as 4 and 11.");
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed == null ? "" : typed);
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Give the day of the transfer.");
        }
    }

    private static <E extends Enum<E>> E code(E[] known, String typed, String what) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Arrays.stream(known)
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose " + what + "."));
    }
}
