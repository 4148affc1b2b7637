package org.ehcpathway.pathway;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every quarter of an hour whether a sitting of the panel has to be convened. On every node; each sitting is convened once. */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "ehc.panel.clockwork", matchIfMissing = true)
class PanelClockwork {

    private final PanelMeetings meetings;

    PanelClockwork(PanelMeetings meetings) {
        this.meetings = meetings;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void convene() {
        meetings.conveneWhatIsDue();
    }
}
