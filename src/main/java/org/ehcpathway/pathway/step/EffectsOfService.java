package org.ehcpathway.pathway.step;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceSettings;
import org.ehcpathway.casefile.Consultation;
import org.ehcpathway.casefile.Consultations;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.Served;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.DueDate;
import org.ehcpathway.statute.Timescales;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * What follows in law when a letter has been sent and served. A decision that must be told in writing is complete on the day
 * its letter was sent, so duties are met here and nowhere else, and the family's windows open here.
 */
@Component
public class EffectsOfService {

    private final Deadlines deadlines;
    private final AdviceRegister advice;
    private final Timescales timescales;
    private final WaitingLimits limits;
    private final Consultations families;
    private final SettingConsultations settings;
    private final LetterReading reading;
    private final AdviceSettings reminders;
    private final WorkingDays workingDays;
    private final PlanRegister register;
    private final Plans plans;

    public EffectsOfService(
            Deadlines deadlines,
            AdviceRegister advice,
            Timescales timescales,
            WaitingLimits limits,
            Consultations families,
            SettingConsultations settings,
            LetterReading reading,
            AdviceSettings reminders,
            WorkingDays workingDays,
            PlanRegister register,
            Plans plans) {
        this.register = register;
        this.plans = plans;
        this.families = families;
        this.deadlines = deadlines;
        this.advice = advice;
        this.settings = settings;
        this.reading = reading;
        this.timescales = timescales;
        this.limits = limits;
        this.reminders = reminders;
        this.workingDays = workingDays;
    }

    /** Stores the effects in the file and gives back the dates that the diagram's timers read. */
    public Map<String, Object> of(String reference, Letter letter, Served served) {
        return switch (letter.kind()) {
            case L_01 -> familyAsked(reference, Consultation.On.REQUEST, letter, served);
            case L_02 -> familyAsked(reference, Consultation.On.ASSESSMENT, letter, served);
            // A refusal leaves nothing more to do by weeks 16 and 20: the case closes with it, and no watch need wait.
            case L_03 -> {
                meet(reference, "REQ-04", letter, served);
                limits.met(reference, "PLAN-01");
                limits.met(reference, "PLAN-06");
                yield windowsToDisagree(reference, served);
            }
            case L_04 -> {
                meet(reference, "REQ-04", letter, served);
                yield Map.of();
            }
            case L_05 -> adviceAsked(letter, served);
            case L_06 -> {
                meet(reference, "PLAN-01", letter, served);
                limits.met(reference, "PLAN-06");
                yield windowsToDisagree(reference, served);
            }
            case L_07 -> {
                // Regulation 10 limits only a "no"; a "yes" by week 16 is the council's milestone.
                meet(reference, "PLAN-01", letter, served);
                yield Map.of();
            }
            case L_08 -> representationsWindow(reference, served);
            case L_09 -> settingConsulted(letter, served);
            case L_10 -> {
                meet(reference, "PLAN-06", letter, served);
                register.made(reference, dayOnThePlan(reference, served));
                yield windowsToDisagree(reference, served);
            }
            // Letters of the other episodes start no clock in this one.
            default -> Map.of();
        };
    }

    /** The plan was made on the day that stands on it, which is never after the day it was sent. */
    private LocalDate dayOnThePlan(String reference, Served served) {
        return plans.inForce(reference)
                .map(plan -> plan.signature().signedOn())
                .filter(day -> !day.isAfter(served.sentOn()))
                .orElse(served.sentOn());
    }

    /** The family was asked to answer by the day that stands in the letter. */
    private Map<String, Object> familyAsked(String reference, Consultation.On about, Letter letter, Served served) {
        LocalDate decideBy = deadlines
                .current(reference, "REQ-04")
                .map(Deadline::due)
                .orElseGet(() -> timescales.due("REQ-04", served.sentOn()).due());
        String given = reading.facts(letter.id()).get("viewsBy");
        LocalDate answerBy =
                given == null ? families.answerBy(about, served.sentOn(), decideBy) : LocalDate.parse(given);
        families.asked(reference, about, served.sentOn(), answerBy);
        return Map.of(Vars.FAMILY_ANSWER_DUE, Moments.due(answerBy));
    }

    private void meet(String reference, String rule, Letter letter, Served served) {
        deadlines.meet(
                reference,
                rule,
                served.sentOn(),
                letter.signedBy(),
                "Letter " + letter.kind().id() + " sent");
        limits.met(reference, rule);
    }

    /** MED-02 and APP-01 run for the family from the day the decision was sent. */
    private Map<String, Object> windowsToDisagree(String reference, Served served) {
        deadlines.start(reference, "MED-02", served.sentOn());
        deadlines.start(reference, "APP-01", served.sentOn());
        return Map.of();
    }

    /** ADV-02: six weeks from the day the body received the request, which is the day it was served. */
    private Map<String, Object> adviceAsked(Letter letter, Served served) {
        LocalDate due = timescales.due("ADV-02", served.servedOn()).due();
        advice.requested(letter.aboutId(), served.sentOn(), due);
        return Map.of(
                Vars.ADVICE_DUE, Moments.due(due),
                Vars.ADVICE_REMIND_AT, Moments.warning(workingDays.plus(due, -reminders.firstReminderWorkingDays())),
                Vars.ADVICE_REMIND_AGAIN_AT,
                        Moments.warning(workingDays.plus(due, -reminders.lastReminderWorkingDays())),
                Vars.ADVICE_LATE_AT, Moments.over(due));
    }

    /** SCH-02: 15 calendar days from the day the setting got the letter; the setting's own terms do not count. */
    private Map<String, Object> settingConsulted(Letter letter, Served served) {
        String replyBy = reading.facts(letter.id()).get("replyBy");
        return settings.consulted(
                        letter.id(),
                        served.sentOn(),
                        served.servedOn(),
                        replyBy == null ? null : LocalDate.parse(replyBy))
                .map(consulted -> Map.<String, Object>of(
                        Vars.CONSULTATION_DUE, Moments.due(consulted.dueOn()),
                        Vars.CONSULTATION_WARN_AT, Moments.warning(warnOn(consulted.dueOn(), served)),
                        Vars.CONSULTATION_LATE_AT, Moments.over(consulted.dueOn())))
                .orElse(Map.of());
    }

    private LocalDate warnOn(LocalDate due, Served served) {
        DueDate dates = timescales.due("SCH-02", served.servedOn());
        return due.minusDays(ChronoUnit.DAYS.between(dates.warnOn(), dates.due()));
    }

    /** PLAN-04: 15 days beginning with the day the draft was served, on whoever was served last. */
    private Map<String, Object> representationsWindow(String reference, Served served) {
        Deadline window = deadlines.startOnService(reference, "PLAN-04", served.sentOn(), served.servedOn());
        DueDate dates = timescales.due("PLAN-04", served.servedOn());
        return Map.of(
                Vars.WINDOW_LAST_DAY, Moments.due(window.due()),
                Vars.WINDOW_WARN_AT, Moments.warning(dates.warnOn()),
                Vars.WINDOW_CLOSES_AT, Moments.over(window.due()));
    }
}
