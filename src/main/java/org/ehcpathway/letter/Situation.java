package org.ehcpathway.letter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What decides, beside the kind, which blocks a letter has.
 *
 * @param conditions those that hold on the day
 */
record Situation(Reader reader, Set<Condition> conditions) {

    Situation {
        conditions = conditions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(conditions));
    }

    /** The conditions that the table can ask for, in its words. */
    enum Condition {
        INTERPRETER("interpreter needed"),
        STANDS_FOR("stands for another"),
        TRANSLATED("translation supplied"),
        YEAR_NINE("year 9 or beyond"),
        FAMILY_ASKED("family asked for advice"),
        COUNCILS_OWN_CHANGE("plan changed by the council or by agreement"),
        CHANGE_AFTER_APPEAL("plan changed by a tribunal order or an unopposed appeal"),
        MAINTAINS("maintains the setting"),
        DIRECT_PAYMENTS("direct payments are made"),
        PARENTS_APPEAL("appeal brought by a parent");

        private final String words;

        Condition(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Null when the table's words are none of these. */
        static Condition of(String words) {
            return Arrays.stream(values())
                    .filter(condition -> condition.words.equals(words))
                    .findFirst()
                    .orElse(null);
        }
    }
}
