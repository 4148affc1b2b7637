package org.ehcpathway.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.letter.PdfRenderer;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/**
 * What the plan means for the family, on one page: what it wants to reach, what will happen, who does it and how often, and what to
 * do if it does not happen. Nothing smaller than 12 pt.
 *
 * <p>The page is always one. Where a plan says more than fits, first long texts end in "…" at a word, then the last pieces of
 * provision, then the last outcomes are left out; the page says how many, and in which sections they stand. The words are the
 * plan's own: nobody writes the plan a second time here.
 */
@Component
class FamilySummary {

    /** From the longest to the shortest: letters of a text, rows of provision, outcomes. */
    private record Room(int letters, int rows, int outcomes) {}

    private static final List<Room> ROOMS = List.of(
            new Room(160, 12, 3),
            new Room(120, 9, 3),
            new Room(90, 8, 3),
            new Room(90, 6, 3),
            new Room(75, 5, 2),
            new Room(60, 4, 2),
            new Room(50, 3, 1),
            new Room(40, 2, 1));

    private static final int LONGEST_NAME = 40;

    private final PdfRenderer renderer;
    private final PlanDocument document;
    private final CouncilSettings council;

    FamilySummary(PdfRenderer renderer, PlanDocument document, CouncilSettings council) {
        this.renderer = renderer;
        this.document = document;
        this.council = council;
    }

    /** What happens, how much and how often, and who does it. */
    record Row(String label, String what, String often, String who) {}

    byte[] of(CaseFile file, PlanText text, LocalDate date, boolean working) {
        for (Room room : ROOMS) {
            byte[] page = page(file, text, date, working, room);
            if (PdfRenderer.pages(page) == 1) {
                return page;
            }
        }
        throw new IllegalStateException("The names and addresses of the council do not leave room for one page.");
    }

    private byte[] page(CaseFile file, PlanText text, LocalDate date, boolean working, Room room) {
        String full = PdfRenderer.printable(file.person().fullName());
        String called = file.person().knownAs() == null
                ? file.person().firstNames()
                : file.person().knownAs();
        List<PlanItem> provision = PlanPart.holding(PlanPart.Holds.PROVISION).stream()
                .flatMap(part -> text.items(part).stream())
                .toList();
        List<PlanItem> outcomes = text.items(PlanPart.E);
        Context context = new Context(Locale.UK);
        context.setVariable("name", shortened(PdfRenderer.printable(called), LONGEST_NAME));
        context.setVariable("fullName", shortened(full, 2 * LONGEST_NAME));
        context.setVariable("reference", file.c().reference());
        context.setVariable("date", PrintedPlan.LONG.format(date));
        context.setVariable("standing", standing(text.version().kind(), working));
        context.setVariable("setting", setting(text));
        context.setVariable(
                "outcomes",
                outcomes.stream()
                        .limit(room.outcomes())
                        .map(item -> text.label(item) + ": "
                                + shortened(words(item.says().words()), room.letters()))
                        .toList());
        context.setVariable("moreOutcomes", more(text, outcomes, room.outcomes()));
        context.setVariable(
                "rows",
                provision.stream()
                        .limit(room.rows())
                        .map(item -> row(text, item, room.letters()))
                        .toList());
        context.setVariable("moreProvision", more(text, provision, room.rows()));
        context.setVariable("council", council);
        context.setVariable("isFinal", text.version().kind().isFinal() && !working);
        return renderer.render(
                document.xhtml(
                        "summary",
                        shortened(full, LONGEST_NAME) + ", " + file.c().reference(),
                        context),
                date,
                List.of(full));
    }

    private static String standing(PlanKind kind, boolean working) {
        if (working) {
            return "This is a working paper. Nothing is decided, and it can still change.";
        }
        return switch (kind) {
            case DRAFT ->
                "This is about a draft. Nothing is decided yet. Our letter says how you can tell us what you think, and until"
                        + " when.";
            case PROPOSED_AMENDMENT ->
                "This is about changes we propose. Nothing is decided yet, and the plan you have still counts. Our letter says"
                        + " how you can tell us what you think, and until when.";
            case FINAL, FINAL_AMENDED -> "This page does not take the place of the plan: only the plan itself counts.";
        };
    }

    private static String setting(PlanText text) {
        String type = text.version().settingType();
        if (!text.version().kind().isFinal() || type == null) {
            return null;
        }
        return shortened(
                PdfRenderer.printable(
                        text.setting() == null ? type : text.setting().name() + " (" + type + ")"),
                2 * LONGEST_NAME);
    }

    private static Row row(PlanText text, PlanItem item, int letters) {
        ItemWords says = item.says();
        return new Row(
                text.label(item),
                shortened(words(says.words()), letters),
                shortened(words(says.amount()), letters),
                shortened(words(says.byWhom()), letters));
    }

    /** Such as "and 4 more, see sections F and G"; null when nothing was left out. */
    private static String more(PlanText text, List<PlanItem> all, int shown) {
        if (all.size() <= shown) {
            return null;
        }
        List<PlanItem> left = all.subList(shown, all.size());
        List<String> parts =
                left.stream().map(item -> item.part().name()).distinct().toList();
        String where = parts.size() == 1
                ? "section " + parts.get(0)
                : "sections " + String.join(", ", parts.subList(0, parts.size() - 1)) + " and "
                        + parts.get(parts.size() - 1);
        return "… and %d more: see %s of the plan.".formatted(left.size(), where);
    }

    private static String words(String written) {
        return written == null ? "" : PdfRenderer.printable(written).replaceAll("\\s+", " ");
    }

    /** At the end of a word, or inside one that is longer than the room for all. */
    private static String shortened(String words, int letters) {
        if (words.length() <= letters) {
            return words;
        }
        int end = words.lastIndexOf(' ', letters);
        int cut = end > letters / 2 ? end : letters;
        return words.substring(0, Character.isHighSurrogate(words.charAt(cut - 1)) ? cut - 1 : cut) + " …";
    }
}
