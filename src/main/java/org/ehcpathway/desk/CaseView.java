package org.ehcpathway.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ehcpathway.pathway.OpenTask;
import org.ehcpathway.pathway.Standing;

/**
 * A case as one person may see it, for the page and for the API. What the person may not see is null or an empty list.
 *
 * @param caseManager name of the caseworker who holds the case; null until one is named
 * @param plan the plan in the register; null when there is none, or the reader need not know
 * @param stuck whether a step has failed and waits for an administrator
 * @param links addresses of this case
 */
record CaseView(
        String reference,
        boolean open,
        Named stage,
        LocalDate receivedOn,
        LocalDate closedOn,
        String outcome,
        Named team,
        String caseManager,
        Request request,
        Child child,
        SettingView setting,
        List<ContactView> contacts,
        List<Step> stages,
        List<Standing> standing,
        boolean stuck,
        List<OpenTask> tasks,
        List<DeadlineView> deadlines,
        List<DecisionView> decisions,
        List<RecommendationView> recommendations,
        List<AdviceView> advice,
        PlacementView placement,
        PlanLifeView plan,
        List<LetterView> letters,
        List<PaperView> papers,
        List<FamilyWords> familyViews,
        List<EnquiryView> enquiries,
        List<EventView> events,
        Links links) {

    /** A code of the file with the words for it. */
    record Named(String code, String title) {}

    /**
     * @param source who asked, as a code with its words
     * @param cameBy how it came; null where that is not known
     * @param support the SEN support it shows; null where it shows none
     */
    record Request(Named source, String requestedBy, String summary, Named cameBy, Support support) {}

    /** SEN support as a request shows it (S-28); whatever is not known is null. */
    record Support(Integer cycles, LocalDate since, String tried, String costs) {}

    /**
     * @param firstLanguage null where the reader does not need it; so are interpreter and access needs, which are null where
     *     there are none too
     * @param channel how letters to a young person go; null for a child, and where the reader does not need it
     * @param lacksCapacity why capacity is lacking, and who found so; null while it is presumed, or the reader need not know
     * @param unsafe why a letter could do harm; null when it is safe to write, or the reader need not know
     */
    record Child(
            String fullName,
            String knownAs,
            LocalDate birthDate,
            int age,
            boolean youngPerson,
            int nationalCurriculumYear,
            String upn,
            String nhsNumber,
            List<String> address,
            String firstLanguage,
            String interpreter,
            String accessNeeds,
            Named channel,
            boolean emailConsent,
            String email,
            String lacksCapacity,
            boolean addressWithheld,
            String unsafe) {}

    record SettingView(String urn, String name, String head, String email, List<String> address) {}

    /**
     * @param channel how letters reach the person; null where the reader does not need it
     * @param standsFor for whom the person acts and on what that rests; null for almost everybody
     * @param unsafe why a letter could do harm; null when it is safe to write, or the reader need not know
     */
    record ContactView(
            Long id,
            String name,
            String relationship,
            boolean parentalResponsibility,
            Named channel,
            String email,
            String phone,
            List<String> address,
            String standsFor,
            boolean addressWithheld,
            String unsafe) {}

    /** A stage of the road. {@code state} is done, now or later. */
    record Step(String code, String title, String state) {}

    /**
     * A time limit of the law.
     *
     * @param duty what has to be done, in words
     * @param clockStartsOn what the first day is, in words
     * @param target another day, where the law can be read in two ways, nearly always an earlier one to work towards; null
     *     where there is one reading
     * @param targetReason why that day is shown; may be null
     * @param newDate the date the tribunal directed or the parties agreed, beside the due date; null where there is none
     * @param state a {@link org.ehcpathway.casefile.DeadlineState}, or ENDED for one that no longer counts
     * @param daysLeft calendar days from today to the last day that counts, negative when past; null unless open
     * @param endedWhy why it no longer counts; null while it does
     * @param exceptions what was claimed for it, with what was decided
     */
    record DeadlineView(
            Long id,
            String rule,
            String ruleVersion,
            String duty,
            String who,
            String source,
            String clockStartsOn,
            LocalDate from,
            LocalDate due,
            LocalDate warnOn,
            LocalDate target,
            String targetReason,
            LocalDate newDate,
            Named state,
            Long daysLeft,
            LocalDate met,
            String metBy,
            String metHow,
            String endedWhy,
            List<ExceptionView> exceptions) {

        /** Whether it still is the limit, met or not. */
        public boolean counts() {
            return !state.code().equals("ENDED");
        }

        /** Whether an exception could matter: it counts, and was not met by its due date. */
        boolean mayNeedException() {
            return counts() && (met == null || met.isAfter(due));
        }

        /** How far the last day is from today: "in 12 days", "today", "3 days ago"; null unless open. */
        public String daysInWords() {
            if (daysLeft == null) {
                return null;
            }
            long days = Math.abs(daysLeft);
            if (days == 0) {
                return "today";
            }
            String amount = days == 1 ? "1 day" : days + " days";
            return daysLeft > 0 ? "in " + amount : amount + " ago";
        }

        /** The class of the badge that shows the state. */
        public String badge() {
            return switch (state.code()) {
                case "MET" -> "met";
                case "MET_LATE", "MET_LATE_EXCUSED", "LATE_EXCUSED" -> "met-late";
                case "OVERDUE" -> "overdue";
                case "DUE_SOON" -> "due";
                case "RUNNING" -> "running";
                default -> "closed";
            };
        }
    }

    /**
     * An exception to a deadline as it was claimed.
     *
     * @param exception id, such as EX-4
     * @param ground what it rests on, as a code with its words
     * @param effect what follows when it is relied on
     * @param facts the dates and people it rests on, as question and answer
     * @param reason why the law allows it
     * @param humanCheck what a person has to weigh; null where there is nothing
     * @param paper address of the paper that shows it, or null
     * @param state WAITING, APPROVED or REFUSED
     * @param target the council's own date to work towards, never a limit
     * @param mayDecide whether the person who reads this may decide on it
     */
    record ExceptionView(
            Long id,
            String exception,
            Named ground,
            String source,
            String effect,
            List<Fact> facts,
            String because,
            String evidence,
            String paper,
            String reason,
            String humanCheck,
            LocalDate newDate,
            String claimedBy,
            LocalDate claimedOn,
            Named state,
            String decidedBy,
            LocalDate decidedOn,
            String reasons,
            LocalDate target,
            boolean mayDecide) {

        /** The class of the badge that shows the state. */
        public String badge() {
            return switch (state.code()) {
                case "APPROVED" -> "met";
                case "WAITING" -> "due";
                default -> "closed";
            };
        }
    }

    record Fact(String question, String answer) {}

    /**
     * @param takenBack whether it was taken back before anybody was told
     * @param remarks what is kept beside the reasons
     */
    record DecisionView(
            Named kind,
            String ground,
            String reasons,
            String evidence,
            String decidedBy,
            LocalDate decidedOn,
            boolean takenBack,
            List<RemarkView> remarks) {}

    record RemarkView(Named about, String words) {}

    /**
     * @param answer the recommendation in words
     * @param funding band or hours a week; may be null
     */
    record RecommendationView(
            Named question,
            boolean inFavour,
            boolean issuePlan,
            String answer,
            String reasons,
            String provision,
            String funding,
            String recordedBy,
            LocalDate madeOn) {}

    /**
     * @param paper address of the report, or null
     * @param steps what happened with it beside; only for who works on the whole case
     */
    record AdviceView(
            Long id,
            Named kind,
            String regulation,
            String adviser,
            String adviserTitle,
            Named state,
            boolean late,
            LocalDate requestedOn,
            LocalDate dueOn,
            LocalDate receivedOn,
            String words,
            String reasons,
            String paper,
            List<AdviceStepView> steps) {

        /** Whether an exception to its date is claimed and not decided on. */
        public boolean waitsForManager() {
            return steps.stream()
                    .map(step -> step.what().code())
                    .filter(code -> code.startsWith("EXCEPTION_"))
                    .reduce((earlier, later) -> later)
                    .filter("EXCEPTION_CLAIMED"::equals)
                    .isPresent();
        }
    }

    /** @param paper address of the paper it is about, such as a report that was replaced; or null */
    record AdviceStepView(Named what, LocalDate on, String who, String how, String paper, String recordedBy) {

        /** In one line, without how. */
        public String line() {
            return what.title() + (who == null ? "" : ": " + who);
        }
    }

    /**
     * @param translatedInto the language of the translation behind it, such as Polish; null without one
     * @param translatable whether a translation can still be given or taken out
     */
    record LetterView(
            Long id,
            String kind,
            String title,
            Named state,
            LocalDate letterDate,
            String signedBy,
            String signerTitle,
            Long aboutAdvice,
            Long resends,
            String translatedInto,
            boolean translatable,
            List<RecipientView> recipients) {}

    /**
     * @param pdf address of the PDF: as it was sent, or as it would go out today
     * @param receipt where the sending can be looked up; null until it was sent
     * @param way what happened on the way, in order
     */
    record RecipientView(
            Long id,
            String name,
            boolean copy,
            Named channel,
            LocalDate sentOn,
            LocalDate servedOn,
            String receipt,
            String pdf,
            List<OnTheWay> way) {

        private static final Set<String> TOLD_LATER = Set.of("ON_ITS_WAY", "DELIVERED", "CAME_BACK");

        /** What the caseworker has to know while the letter has not arrived, or why it went another way; null when all is well. */
        public String trouble() {
            return way.stream()
                    .filter(one -> !one.what().code().equals("ON_ITS_WAY"))
                    .map(OnTheWay::sentence)
                    .filter(sentence -> sentence != null)
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }

        /** What was told last of a letter that was sent; null when nothing was. */
        public String toldLater() {
            return way.stream()
                    .map(OnTheWay::what)
                    .filter(what -> TOLD_LATER.contains(what.code()))
                    .reduce((earlier, later) -> later)
                    .map(Named::title)
                    .orElse(null);
        }

        /** How often it was tried without coming through. */
        public long failedTries() {
            return way.stream()
                    .filter(one -> one.what().code().equals("NOT_TAKEN"))
                    .count();
        }
    }

    /** Something that happened to a letter on its way. */
    record OnTheWay(Named what, String by, String sentence, Instant at) {}

    record PaperView(
            Long id,
            Named kind,
            String title,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            String addedBy,
            Instant addedAt,
            String address) {

        /** Size as people read it: 12 KB, 1.4 MB. */
        public String sizeInWords() {
            if (size < 1000) {
                return size + " bytes";
            }
            return size < 1_000_000
                    ? Math.round(size / 1000.0) + " KB"
                    : String.format(Locale.UK, "%.1f MB", size / 1_000_000.0);
        }
    }

    /** What the family said, word for word. */
    record FamilyWords(Named topic, String saidBy, LocalDate saidOn, String words, String recordedBy) {}

    record EventView(Instant at, String by, String what, String detail) {}

    record Links(String page, String plan) {}
}
