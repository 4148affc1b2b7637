package org.ehcpathway.pathway;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for letters that came back. */
@Component
@ConditionalOnProperty(name = "ehc.letters.clockwork", matchIfMissing = true)
class LettersThatCameBackClockwork {

    private final LettersThatCameBack letters;

    LettersThatCameBackClockwork(LettersThatCameBack letters) {
        this.letters = letters;
    }

    @Scheduled(initialDelay = 90, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void follow() {
        letters.follow();
    }
}
