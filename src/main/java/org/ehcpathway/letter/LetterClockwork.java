package org.ehcpathway.letter;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What happens to letters by the clock: the day's post is closed at its hour, a run that stands still is taken up again, and it is asked
 * what became of letters that were handed over.
 */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "ehc.letters.clockwork", matchIfMissing = true)
class LetterClockwork {

    private static final Logger LOG = LoggerFactory.getLogger(LetterClockwork.class);

    private final LetterRunWork work;
    private final DaysPost post;
    private final NotifyReceipts receipts;
    private final BounceMailbox bounces;
    private final AfterSending after;

    LetterClockwork(
            LetterRunWork work, DaysPost post, NotifyReceipts receipts, BounceMailbox bounces, AfterSending after) {
        this.work = work;
        this.post = post;
        this.receipts = receipts;
        this.bounces = bounces;
        this.after = after;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void runs() {
        work.takeUp();
    }

    @Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void post() {
        try {
            post.closeWhatIsDue(SendingLog.PROCESS);
        } catch (OutboxUnavailable full) {
            LOG.error("{} The day's post is written as soon as it can be.", full.getMessage());
        }
    }

    @Scheduled(initialDelay = 60, fixedDelay = 120, timeUnit = TimeUnit.SECONDS)
    void afterSending() {
        receipts.ask();
        bounces.read();
        after.sendInstead();
    }
}
