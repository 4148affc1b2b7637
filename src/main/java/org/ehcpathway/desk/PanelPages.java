package org.ehcpathway.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.PanelApproval;
import org.ehcpathway.casefile.PanelConnection;
import org.ehcpathway.casefile.PanelEvent;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.casefile.PanelMembers;
import org.ehcpathway.casefile.PanelPaper;
import org.ehcpathway.casefile.PanelPapers;
import org.ehcpathway.casefile.PanelQuestion;
import org.ehcpathway.casefile.PanelRole;
import org.ehcpathway.casefile.PanelSettings;
import org.ehcpathway.casefile.PanelSitting;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.desk.PanelAccess.Seen;
import org.ehcpathway.desk.PanelView.Paper;
import org.ehcpathway.desk.PanelView.Row;
import org.ehcpathway.desk.PanelView.Waits;
import org.ehcpathway.pathway.Colleagues;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of the panel: the list of sittings, and one sitting. */
@Component
class PanelPages {

    private static final String LIST = "panel/sittings";
    private static final String SITTING = "panel/sitting";
    private static final int PAST_SHOWN = 20;

    private final PanelAccess access;
    private final PanelFiles files;
    private final PanelSittings sittings;
    private final PanelMembers members;
    private final PanelPapers papers;
    private final PanelSettings settings;
    private final SettingRegister register;
    private final Colleagues colleagues;
    private final Clock clock;

    PanelPages(
            PanelAccess access,
            PanelFiles files,
            PanelSittings sittings,
            PanelMembers members,
            PanelPapers papers,
            PanelSettings settings,
            SettingRegister register,
            Colleagues colleagues,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.sittings = sittings;
        this.members = members;
        this.papers = papers;
        this.settings = settings;
        this.register = register;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /**
     * What was typed on a page of the panel, with why it was not taken.
     *
     * @param where which form: the item's number, or a word; null before anything was sent
     */
    record Typed(
            String where,
            String outcome,
            String reasons,
            String provision,
            String band,
            String hours,
            String missing,
            String words,
            String error) {

        static final Typed NOTHING = new Typed(null, "", "", "", "", "", "", "", null);

        static Typed words(String where, String words) {
            return new Typed(where, "", "", "", "", "", "", words, null);
        }

        Typed refused(String sentence) {
            return new Typed(where, outcome, reasons, provision, band, hours, missing, words, sentence);
        }

        /** Whether this is the form that was refused. */
        public boolean isOf(Object form) {
            return form.toString().equals(where);
        }
    }

    /** The sittings this person may see. */
    String list(Model model, Typed typed) {
        access.enter();
        boolean organises = access.organises();
        List<PanelSitting> seen = organises ? sittings.all() : files.sittingsOf(colleagues.asking());
        List<PanelSitting> ahead = seen.stream()
                .filter(sitting -> sitting.state().isAhead())
                .sorted(java.util.Comparator.comparing(PanelSitting::sitsOn))
                .toList();
        model.addAttribute("ahead", ahead);
        model.addAttribute(
                "past",
                seen.stream()
                        .filter(sitting -> !sitting.state().isAhead())
                        .limit(PAST_SHOWN)
                        .toList());
        model.addAttribute("organises", organises);
        model.addAttribute("waiting", organises ? waiting() : List.of());
        model.addAttribute("members", organises ? members.all() : List.of());
        model.addAttribute("roles", PanelRole.values());
        model.addAttribute("kinds", PanelConnection.Kind.values());
        model.addAttribute("settings", register.all());
        model.addAttribute("self", members.byUser(colleagues.asking()).orElse(null));
        model.addAttribute("typed", typed);
        return LIST;
    }

    /** One sitting. */
    String fill(Model model, String reference, boolean framed, Typed typed) {
        Seen seen = access.seen(reference);
        model.addAttribute("view", view(seen));
        model.addAttribute("framed", framed);
        model.addAttribute("bands", settings.bands());
        model.addAttribute("kinds", PanelConnection.Kind.values());
        model.addAttribute("allMembers", seen.organises() ? members.all() : List.of());
        model.addAttribute("typed", typed);
        return SITTING;
    }

    private PanelView view(Seen seen) {
        PanelSitting sitting = seen.file().sitting();
        Optional<PanelPaper> minutes = seen.readsMinutes() ? papers.minutesOf(sitting) : Optional.empty();
        Optional<PanelApproval> said = minutes.flatMap(papers::said);
        boolean lateAdditions =
                seen.organises() && sitting.state().isAhead() && sitting.state() != PanelSitting.State.CONVENED;
        return new PanelView(
                sitting,
                seen.file().seats(),
                seen.seesCases()
                        ? seen.file().entries().stream()
                                .map(entry -> row(seen, entry))
                                .toList()
                        : List.of(),
                lateAdditions ? waiting() : List.of(),
                papersOf(seen),
                minutes.map(paper -> new Paper(
                                "Minutes",
                                "/panel/" + sitting.reference() + "/minutes.pdf",
                                papers.open(paper).sha256()))
                        .orElse(null),
                said.filter(PanelApproval::approved)
                        .map(one -> "Approved by " + name(one.by()))
                        .orElse(null),
                said.filter(one -> !one.approved()).map(PanelApproval::words).orElse(null),
                seen.organises(),
                seen.records(),
                sitting.state() == PanelSitting.State.PAPERS_SENT
                        && !LocalDateTime.now(clock).toLocalDate().isBefore(sitting.sitsOn()),
                seen.file().seats().stream().anyMatch(seat -> seat.seat().attended() != null),
                seen.member() == null ? null : seen.member().id());
    }

    private Row row(Seen seen, PanelFile.Entry entry) {
        PanelQuestion question = entry.item().question();
        boolean sees = seen.sees(entry);
        return new Row(
                entry.number(),
                entry.item().id(),
                sees ? entry.c().reference() : null,
                sees ? entry.person().fullName() : null,
                question.title(),
                question == PanelQuestion.ISSUE,
                question.answer(true),
                question.answer(false),
                question.rule(),
                entry.item().legalDate(),
                sees ? outcome(entry) : null,
                sees && entry.recommendation() != null ? entry.recommendation().reasons() : null,
                sees && entry.recommendation() != null ? entry.recommendation().provision() : null,
                sees && entry.recommendation() != null ? entry.recommendation().funding() : null,
                sees ? entry.item().missing() : null,
                seen.organises() ? connections(seen.file(), entry) : List.of(),
                sees
                        ? entry.left().stream()
                                .map(left -> left.member().name() + " left for this case. " + left.why() + ".")
                                .toList()
                        : List.of(),
                sees && entry.isOpen());
    }

    private String outcome(PanelFile.Entry entry) {
        if (entry.recommendation() != null) {
            return "Recommends: "
                    + entry.item().question().answer(entry.recommendation().inFavour()) + ". Recorded by "
                    + name(entry.recommendation().recordedBy()) + ".";
        }
        if (entry.last().what() == PanelEvent.What.ON_AGENDA) {
            return null;
        }
        return entry.last().what().title()
                + (entry.last().words() == null ? "." : ": " + entry.last().words());
    }

    private static List<String> connections(PanelFile file, PanelFile.Entry entry) {
        return entry.connected().stream()
                .map(one -> file.seats().stream()
                                .filter(seat -> seat.member().id().equals(one.memberId()))
                                .findFirst()
                                .orElseThrow()
                                .member()
                                .name()
                        + ": " + one.kind().title().toLowerCase(java.util.Locale.UK) + " (" + one.words() + "; "
                        + (one.found() ? "found in the file" : "declared") + ")")
                .toList();
    }

    private List<Paper> papersOf(Seen seen) {
        String address = "/panel/" + seen.file().sitting().reference() + "/papers/";
        return seen.file().takingPart().stream()
                .filter(seat -> seen.organises()
                        || seat.member().id().equals(seen.member().id()))
                .flatMap(seat -> papers
                        .papersOf(seen.file().sitting(), seat.member().id())
                        .stream()
                        .map(paper -> new Paper(
                                seat.member().name(),
                                address + seat.member().id() + ".pdf",
                                papers.open(paper).sha256())))
                .toList();
    }

    private List<Waits> waiting() {
        return files.waiting().stream()
                .map(one -> new Waits(
                        one.item().id(),
                        one.c().reference(),
                        one.person().fullName(),
                        one.item().question().title(),
                        one.item().legalDate(),
                        one.item().toManagerOn(),
                        one.item().missing()))
                .toList();
    }

    private String name(String userId) {
        return colleagues.names(List.of(userId)).getOrDefault(userId, userId);
    }
}
