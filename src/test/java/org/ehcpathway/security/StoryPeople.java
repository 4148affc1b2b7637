package org.ehcpathway.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.demo.PathwayDriver;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The people of the demo council for stories on either database. The demo profile itself cannot be used there: it refuses every
 * database but its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StoryPeople {

    @Bean
    DemoCouncil peopleOfTheStories(IdentityService identities) {
        return new DemoCouncil(identities);
    }

    @Bean
    PathwayDriver pathwayDriver(ProcessEngine engine, AdjustableClock clock) {
        return new PathwayDriver(engine, clock);
    }
}
