package org.ehcpathway.letter;

import java.time.LocalDate;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** When a letter counts as served (Education Act 1996 s.572, Interpretation Act 1978 s.7). */
@Component
class ServiceOfLetters {

    /** The ordinary course of post: the working assumption of A-24, in working days. */
    private static final int POST = 2;

    private final WorkingDays workingDays;

    ServiceOfLetters(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    LocalDate servedOn(LocalDate sentOn, Channel channel) {
        return channel == Channel.EMAIL ? sentOn : workingDays.plus(sentOn, POST);
    }
}
