package org.ehcpathway.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.ehcpathway.casefile.ClaimedException;
import org.ehcpathway.casefile.ExceptionDecision;
import org.ehcpathway.casefile.ExceptionOfDeadline;
import org.ehcpathway.desk.CaseView.ExceptionView;
import org.ehcpathway.desk.CaseView.Fact;
import org.ehcpathway.desk.CaseView.Named;

/** Makes the view of a claimed exception. What happened in a family is for those who hold the whole case. */
final class ExceptionViews {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private ExceptionViews() {}

    static ExceptionView of(ExceptionOfDeadline exception, Sight sight, boolean mayDecide, UnaryOperator<String> name) {
        ClaimedException claim = exception.claim();
        ExceptionDecision decision = exception.decision();
        boolean named = sight.isAtLeast(Sight.ADVICE);
        boolean whole = sight == Sight.WHOLE;
        return new ExceptionView(
                claim.id(),
                claim.ground().exception(),
                new Named(claim.ground().name(), claim.ground().title()),
                claim.ground().source(),
                claim.ground().effect(),
                whole ? facts(claim) : List.of(),
                whole ? claim.because() : null,
                whole ? claim.evidence() : null,
                whole && claim.documentId() != null ? Papers.address(claim.documentId()) : null,
                named ? claim.reason() : null,
                named ? claim.humanCheck() : null,
                claim.newDate(),
                named ? name.apply(claim.claimedBy()) : null,
                day(claim.claimedAt()),
                state(exception),
                named && decision != null ? name.apply(decision.decidedBy()) : null,
                decision == null ? null : day(decision.decidedAt()),
                whole && decision != null ? decision.reasons() : null,
                decision == null ? null : decision.targetOn(),
                mayDecide);
    }

    private static Named state(ExceptionOfDeadline exception) {
        if (exception.isWaiting()) {
            return new Named("WAITING", "Waits for a manager");
        }
        return exception.isApproved() ? new Named("APPROVED", "Approved") : new Named("REFUSED", "Refused");
    }

    private static List<Fact> facts(ClaimedException claim) {
        List<Fact> facts = new ArrayList<>();
        if (claim.affected() != null) {
            facts.add(new Fact("Who", sentence(claim.affected().title())));
        }
        if (claim.what() != null) {
            facts.add(new Fact("What", claim.what()));
        }
        String first =
                switch (claim.ground()) {
                    case DIRECTED -> "Directed on";
                    case AGREED -> "Agreed on";
                    case APPOINTMENT_MISSED -> "Appointment on";
                    default -> "First day";
                };
        facts.add(new Fact(first, DAY.format(claim.firstDay())));
        add(facts, "Last day", claim.lastDay());
        add(facts, "Re-opened on", claim.reopensOn());
        add(facts, "Advice asked for on", claim.askedOn());
        add(facts, "New date", claim.newDate());
        if (claim.lacksCapacity()) {
            facts.add(new Fact("Capacity", "The young person lacks capacity for this decision"));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String question, LocalDate day) {
        if (day != null) {
            facts.add(new Fact(question, DAY.format(day)));
        }
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ENGLAND);
    }
}
