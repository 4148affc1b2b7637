package org.ehcpathway.pathway;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ehcpathway.casefile.Deadline;

/** The dates of statutory limits as a process reads them: when each is due, when to warn of it, and when it has been missed. */
public final class StatutoryClocks {

    private StatutoryClocks() {}

    /** Three variables for each limit, such as req04Due, req04WarnAt and req04MissedAt. */
    public static Map<String, Object> of(List<Deadline> limits) {
        Map<String, Object> variables = new HashMap<>();
        for (Deadline deadline : limits) {
            String name = deadline.rule().toLowerCase(Locale.ROOT).replace("-", "");
            variables.put(name + "Due", Moments.due(deadline.due()));
            variables.put(name + "WarnAt", Moments.warning(deadline.warnOn()));
            variables.put(name + "MissedAt", Moments.over(deadline.due()));
        }
        return variables;
    }
}
