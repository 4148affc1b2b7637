package org.ehcpathway.pathway;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour whether somebody with an open request has turned 25. On every node; each request is asked about once. */
@Component
@ConditionalOnProperty(name = "ehc.birthdays.clockwork", matchIfMissing = true)
class TwentyFifthBirthdaysClockwork {

    private final TwentyFifthBirthdays birthdays;

    TwentyFifthBirthdaysClockwork(TwentyFifthBirthdays birthdays) {
        this.birthdays = birthdays;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void follow() {
        birthdays.follow();
    }
}
