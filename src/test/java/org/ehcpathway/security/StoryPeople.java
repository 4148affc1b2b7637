package org.ehcpathway.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.demo.PathwayDriver;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;

/**
 * The people of the demo council for stories on either database. The demo profile itself cannot be used there: it refuses every
 * database but its own.
 */
public class StoryPeople {

    /** They move in when the application has started: at its start it refuses a database that holds them. */
    @Bean
    ApplicationRunner peopleOfTheStories(IdentityService identities, GroupBook groups) {
        return started -> new DemoCouncil(identities).moveIn(groups);
    }

    /** The people's passwords are their names, as in the demo council. */
    @Bean
    ProcessEnginePlugin passwordsOfTheStories() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                engine.setPasswordPolicy(List::of);
            }
        };
    }

    @Bean
    PathwayDriver pathwayDriver(ProcessEngine engine, AdjustableClock clock) {
        return new PathwayDriver(engine, clock);
    }
}
