package org.ehcpathway.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ehcpathway.desk.PlanHelp.Question;

/**
 * The Plan page.
 *
 * @param title what is being written, or was issued last
 * @param version id of the version shown; null when there is none
 * @param person log-in name of who reads the page
 * @param mayWrite whether this person may change the words now
 * @param whyNot why nobody, or not this person, can write; null when they may
 * @param findings what keeps the plan from going out, and what could be better
 * @param said what the family said in this case
 * @param spoken words of the family as they are being recorded
 * @param naming what section I names; null in a draft
 * @param choices needs and outcomes an item can be tied to, by the section of the item
 * @param advice what an item can come from
 * @param others who else has it open
 */
record PlanView(
        String title,
        Long version,
        String person,
        boolean mayWrite,
        String whyNot,
        List<Finding> findings,
        List<Section> sections,
        List<Said> said,
        Spoken spoken,
        String naming,
        Map<String, List<Choices>> choices,
        List<Choice> advice,
        List<Appendix> appendices,
        List<Version> versions,
        List<Other> others) {

    /**
     * Something the checks found.
     *
     * @param place id of the part of the page it is about; null when it is about the plan as a whole
     * @param label what that part is called, such as F2 or Section G; null likewise
     * @param severity BLOCKS when the plan cannot go out with it, ADVICE when it can
     */
    record Finding(String place, String label, String severity, String sentence) {

        static final String BLOCKS = "BLOCKS";
        static final String ADVICE = "ADVICE";

        public boolean blocks() {
            return severity.equals(BLOCKS);
        }
    }

    /**
     * A section as the page shows it.
     *
     * @param unit its name in the form
     * @param noun what one item is called; null where the section has none
     * @param words what stands in the box: what is kept, or what was typed and could not be kept
     * @param counter of the words that are kept
     * @param was mark of the words that are kept
     * @param trouble why what was typed was not kept; null when nothing went wrong
     */
    record Section(
            String part,
            String unit,
            String title,
            String help,
            String noun,
            String wordsAsked,
            boolean mustBeFilled,
            String words,
            int counter,
            String was,
            String editedBy,
            Instant editedAt,
            Trouble trouble,
            List<Question> questions,
            boolean asksArea,
            boolean asksStrand,
            List<Item> items,
            List<Earlier> earlier) {

        /** What the page calls it in a list. */
        public String label() {
            return "Section " + part;
        }
    }

    /**
     * A need, an outcome or provision.
     *
     * @param label such as F2
     * @param first its first words
     * @param says by the names of the fields
     * @param tieLabels the ties in words, such as B1, E2; empty when there are none
     * @param sourceLabels likewise
     */
    record Item(
            long line,
            String unit,
            String label,
            String first,
            Map<String, String> says,
            Set<Long> ties,
            String tieLabels,
            Set<Long> sources,
            String sourceLabels,
            int counter,
            String was,
            String editedBy,
            Instant editedAt,
            Trouble trouble) {}

    /**
     * Why something was not kept.
     *
     * @param stale whether somebody else has changed it meanwhile
     * @param differences own and other text, where it is stale
     */
    record Trouble(String unit, String sentence, boolean stale, int counter, List<Difference> differences) {}

    /** An answer that two people gave differently. */
    record Difference(String field, String what, String mine, String theirs) {}

    /** Choices under one heading. */
    record Choices(String title, List<Choice> choices) {}

    /** Something an item can be tied to or come from. */
    record Choice(long id, String label, String first) {}

    /** Words that stood in the plan before. */
    record Earlier(
            long id,
            String what,
            String words,
            String editedBy,
            String keptBy,
            Instant keptAt,
            boolean canBeTakenBack) {}

    /** @param quoted whether section A repeats it */
    record Said(long id, String topic, String saidBy, LocalDate saidOn, String words, boolean quoted) {}

    /** What the family says, as it is being typed. */
    record Spoken(String saidBy, String saidOn, String words, boolean quote, String error) {

        static final Spoken NOTHING = new Spoken("", "", "", true, null);
    }

    /** A line of section K. */
    record Appendix(String label, String title, String from, String state, LocalDate dated, String paper) {}

    /** @param place what the other person is in, such as F2; null when that is not known */
    record Other(String name, String unit, String place) {}

    /** @param address of its PDF; null until it was issued */
    record Version(int number, String title, String state, LocalDate signedOn, String signedBy, String address) {}
}
