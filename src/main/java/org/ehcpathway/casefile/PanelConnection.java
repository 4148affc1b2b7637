package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * What a member said of a connection with one child, or with a setting and so with every child there. Never changed.
 *
 * @param caseId null when it is about a setting
 * @param settingId null when it is about one child
 */
public record PanelConnection(
        @Id Long id,
        Long memberId,
        Long caseId,
        Long settingId,
        Kind kind,
        String words,
        String declaredBy,
        Instant declaredAt) {

    public enum Kind {
        HEAD_OF_SETTING("Heads the child's setting"),
        ADVISER("Wrote advice in the case"),
        RELATIVE("Is a relative or friend of the family"),
        EARLIER_EMPLOYER("Worked for the setting earlier"),
        OTHER("Another connection");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
