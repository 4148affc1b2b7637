package org.ehcpathway.pathway.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.statute.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills the demo council with synthetic children at every stage, near, past and exactly on a limit of today. They are not
 * written into tables: each life is walked through the real processes, day by day, with the clock set back.
 *
 * <p>Happens once, on an empty database, before the web server opens: nobody may work while the clock stands in the past.
 */
@Component
@Profile("demo")
class DemoChildren implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoChildren.class);

    /** Before the web server, which starts in a late phase, and before the job executor, which starts last of all. */
    private static final int BEFORE_THE_DOORS_OPEN = 0;

    private final DemoPeople people;
    private final DemoDeeds deeds;
    private final PathwayDriver driver;
    private final AdjustableClock clock;
    private final CaseFiles files;
    private final DemoPanel panel;
    private final WorkingDays workingDays;
    private final int children;
    private boolean running;

    DemoChildren(
            DemoPeople people,
            DemoDeeds deeds,
            PathwayDriver driver,
            AdjustableClock clock,
            CaseFiles files,
            DemoPanel panel,
            WorkingDays workingDays,
            @Value("${ehc.demo.children:40}") int children) {
        this.people = people;
        this.deeds = deeds;
        this.driver = driver;
        this.clock = clock;
        this.files = files;
        this.panel = panel;
        this.workingDays = workingDays;
        this.children = children;
    }

    /** One thing that happens to one child. */
    private record Moment(LocalDateTime at, DemoLife life, DemoStep step) {}

    @Override
    public void start() {
        running = true;
        if (children > 0 && files.list(null, null, null, 0, 1).isEmpty()) {
            liveThePast();
        }
    }

    private void liveThePast() {
        LocalDateTime now = LocalDateTime.now(clock);
        LOG.info("Filling the demo council: {} synthetic children live their past", children);
        people.moveSchoolsIn();
        panel.moveIn();
        List<Moment> moments = new ArrayList<>();
        List<DemoLife> lives = people.lives(now.toLocalDate(), children);
        for (DemoLife life : lives) {
            for (DemoStep step : life.steps()) {
                LocalDate day = dayOf(life, step);
                if (!day.isAfter(now.toLocalDate())) {
                    moments.add(new Moment(day.atTime(LocalTime.of(0, 30)), life, step));
                }
            }
        }
        moments.sort(Comparator.comparing(Moment::at));
        try {
            for (Moment moment : moments) {
                driver.moveTo(moment.at());
                deeds.doStep(moment.life(), moment.step());
            }
            driver.moveTo(now);
            deeds.otherBusiness(lives);
            panel.meetNext();
        } finally {
            clock.run();
        }
        LOG.info("The demo council is ready");
    }

    /** The panel sits on working days only. */
    private LocalDate dayOf(DemoLife life, DemoStep step) {
        LocalDate day = life.receivedOn().plusDays(step.day());
        return step == DemoStep.RECOMMEND ? workingDays.onOrAfter(day) : day;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_DOORS_OPEN;
    }
}
