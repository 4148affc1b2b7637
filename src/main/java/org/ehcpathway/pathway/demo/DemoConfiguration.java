package org.ehcpathway.pathway.demo;

import org.camunda.bpm.engine.ProcessEngine;
import org.ehcpathway.pathway.AdjustableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The driver belongs to the demo council; no other installation can set its clock. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    PathwayDriver pathwayDriver(ProcessEngine engine, AdjustableClock clock) {
        return new PathwayDriver(engine, clock);
    }
}
