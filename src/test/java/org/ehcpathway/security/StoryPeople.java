package org.ehcpathway.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.demo.PathwayDriver;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/**
 * The people of the demo council for stories on either database. The demo profile itself cannot be used there: it refuses every
 * database but its own. They come when the application has started, because it would not start with them.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StoryPeople {

    private final ProcessEngine engine;
    private final GroupBook groups;

    StoryPeople(ProcessEngine engine, GroupBook groups) {
        this.engine = engine;
        this.groups = groups;
    }

    @Bean
    static PathwayDriver pathwayDriver(ProcessEngine engine, AdjustableClock clock) {
        return new PathwayDriver(engine, clock);
    }

    @EventListener(ContextRefreshedEvent.class)
    void moveIn() {
        ProcessEngineConfigurationImpl rules = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        rules.setEnablePasswordPolicy(false);
        DemoCouncil council = new DemoCouncil(engine.getIdentityService());
        council.moveIn(groups);
        council.logIns().forEach(logIn -> nobodyOfTheDemo(logIn.userId()));
        rules.setEnablePasswordPolicy(true);
    }

    /** So that a story can end with its application and go on with another one on the same database. */
    private void nobodyOfTheDemo(String userId) {
        IdentityService identities = engine.getIdentityService();
        User user = identities.createUserQuery().userId(userId).singleResult();
        user.setEmail(userId + "@stories.example.org");
        identities.saveUser(user);
    }
}
