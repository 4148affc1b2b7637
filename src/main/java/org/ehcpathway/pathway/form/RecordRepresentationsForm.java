package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.casefile.Meetings;
import org.ehcpathway.casefile.Representations;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.RequestsForSettings.Asked;
import org.ehcpathway.pathway.RequestsForSettings.Wanted;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Keeps what the family says about the draft, as often as it says something: its words, the setting it asks for, that it wants a
 * meeting or more time - or that nothing came once the 15 days were over (PLAN-04, PLAN-05).
 */
@Component
class RecordRepresentationsForm implements CaseForm {

    private enum Given {
        GIVEN,
        MORE_TIME,
        NONE
    }

    /** A meeting asked for at the end of the window is held soon after it. */
    private static final int MEETING_IN_WORKING_DAYS = 5;

    private final CaseFiles files;
    private final Representations representations;
    private final Meetings meetings;
    private final RequestsForSettings requests;
    private final SettingFields settings;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Clock clock;

    RecordRepresentationsForm(
            CaseFiles files,
            Representations representations,
            Meetings meetings,
            RequestsForSettings requests,
            SettingFields settings,
            Deadlines deadlines,
            WorkingDays workingDays,
            Clock clock) {
        this.files = files;
        this.representations = representations;
        this.meetings = meetings;
        this.requests = requests;
        this.settings = settings;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "record-representations";
    }

    /** What was typed about one representation. */
    private record Typed(
            String words,
            String by,
            LocalDate on,
            Means how,
            String setting,
            Wanted requested,
            boolean meetingWanted,
            LocalDate meetingOn,
            LocalDate extendTo) {

        boolean saysNothing() {
            return words == null && setting == null && requested.urn() == null && !meetingWanted;
        }
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Given given = entry.requiredChoice("answer", "The family's answer", Given.class);
        Typed typed = typed(entry);
        Wanted considered = settings.considered(entry);
        boolean moreMayCome = entry.ticked("moreMayCome", "More may come");
        requireThatTheDiagramCan(entry, given, moreMayCome, typed);
        settings.planConsidered(entry, considered);
        return switch (given) {
            case NONE -> nothingCame(entry);
            case MORE_TIME -> moreTime(entry, typed);
            case GIVEN -> came(entry, typed, moreMayCome);
        };
    }

    private Typed typed(FormEntry entry) {
        String how = "How it came";
        Means means = entry.choice("how", how, Means.class);
        return new Typed(
                entry.words("words", "What the family says"),
                entry.text("saidBy", "Who says it"),
                entry.date("saidOn", "Said on"),
                means == null ? Means.OTHER : means,
                entry.text("requestedSetting", "Setting the family asks for"),
                settings.requested(entry),
                entry.ticked("meetingWanted", "The family wants a meeting"),
                entry.date("meetingHeldOn", "Meeting held on"),
                entry.date("extendTo", "New last day"));
    }

    /** A case whose draft began on an earlier version of the diagram goes on there. */
    private static void requireThatTheDiagramCan(FormEntry entry, Given given, boolean moreMayCome, Typed typed) {
        if (entry.variable(Vars.MORE_TO_COME) != null) {
            return;
        }
        if (typed.meetingWanted() && typed.meetingOn() == null) {
            throw new Refusal(
                    "The family wants a meeting with an officer. Hold it, then give its date (regulation 13(1)).");
        }
        if (moreMayCome || given == Given.MORE_TIME || typed.extendTo() != null) {
            throw new Refusal("This draft was begun before answers were recorded one by one. Wait until everything has"
                    + " come, then record it together.");
        }
    }

    private Map<String, Object> nothingCame(FormEntry entry) {
        LocalDate lastDay = Moments.day(entry.variable(Vars.WINDOW_LAST_DAY));
        if (!today().isAfter(lastDay)) {
            throw new Refusal("The 15 days run until " + Moments.shown(lastDay)
                    + ", that day included. Until then the family can still answer.");
        }
        if (Boolean.parseBoolean(entry.variable(Vars.MORE_TO_COME))) {
            files.note(entry.reference(), entry.user(), "Nothing more received", "The 15 days are over (PLAN-04).");
        } else {
            files.note(
                    entry.reference(), entry.user(), "No representations received", "The 15 days are over (PLAN-04).");
        }
        return next(false, false);
    }

    private Map<String, Object> moreTime(FormEntry entry, Typed typed) {
        if (typed.extendTo() == null) {
            throw new Refusal("Give the new last day on which the family can answer.");
        }
        if (typed.words() != null) {
            keepWords(entry, typed);
        }
        Map<String, Object> next = next(true, false);
        next.putAll(extended(entry, typed));
        return next;
    }

    private Map<String, Object> came(FormEntry entry, Typed typed, boolean moreMayCome) {
        if (typed.saysNothing()) {
            throw new Refusal("Write down what the family says, or the setting it asks for.");
        }
        if (typed.meetingOn() != null && typed.meetingOn().isAfter(today())) {
            throw new Refusal(
                    "The meeting is on a day that has not come yet. Complete this task when it has been held.");
        }
        if (typed.words() != null) {
            keepWords(entry, typed);
        }
        keepRequest(entry, typed);
        boolean toBeArranged = typed.meetingWanted() && typed.meetingOn() == null;
        if (toBeArranged) {
            meetings.asked(entry.reference(), typed.by(), typed.on(), entry.user());
        } else if (typed.meetingOn() != null) {
            files.note(
                    entry.reference(),
                    entry.user(),
                    "Meeting with the family held",
                    "On " + Moments.shown(typed.meetingOn()) + " (PLAN-05).");
        }
        Map<String, Object> next = next(moreMayCome || typed.extendTo() != null, toBeArranged);
        if (typed.extendTo() != null) {
            next.putAll(extended(entry, typed));
        }
        if (toBeArranged) {
            LocalDate lastDay =
                    typed.extendTo() != null ? typed.extendTo() : Moments.day(entry.variable(Vars.WINDOW_LAST_DAY));
            LocalDate soon = workingDays.plus(today(), MEETING_IN_WORKING_DAYS);
            next.put(Vars.MEETING_DUE, Moments.due(today().isAfter(lastDay) ? soon : lastDay));
        }
        return next;
    }

    private void keepWords(FormEntry entry, Typed typed) {
        representations.keep(
                entry.reference(),
                ViewTopic.DRAFT_PLAN,
                typed.by(),
                typed.on(),
                typed.words(),
                typed.how(),
                entry.user());
    }

    private void keepRequest(FormEntry entry, Typed typed) {
        if (typed.setting() == null && typed.requested().urn() == null) {
            return;
        }
        requests.keep(
                entry.reference(),
                new Asked(typed.setting(), typed.requested(), typed.by(), typed.on(), typed.how()),
                entry.user());
    }

    /** The 15 days are the least: more can be given when the family asks (PLAN-04). Both last days stay in the file. */
    private Map<String, Object> extended(FormEntry entry, Typed typed) {
        String who = typed.by() == null ? "the family" : typed.by();
        Deadline longer = deadlines.extend(
                entry.reference(),
                "PLAN-04",
                typed.extendTo(),
                "More time was given because " + who + " asked for it.");
        files.note(
                entry.reference(),
                entry.user(),
                "More time given to the family",
                "It can answer the draft until " + Moments.shown(longer.due()) + " (PLAN-04).");
        return Map.of(
                Vars.WINDOW_LAST_DAY, Moments.due(longer.due()),
                Vars.WINDOW_WARN_AT, Moments.warning(longer.warnOn()),
                Vars.WINDOW_CLOSES_AT, Moments.over(longer.due()));
    }

    private static Map<String, Object> next(boolean moreToCome, boolean meetingAsked) {
        Map<String, Object> next = new HashMap<>();
        next.put(Vars.MORE_TO_COME, moreToCome);
        next.put(Vars.MEETING_ASKED, meetingAsked);
        return next;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
