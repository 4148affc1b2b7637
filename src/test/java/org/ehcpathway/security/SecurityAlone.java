package org.ehcpathway.security;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** This room as an application of its own, for tests of the start. It has no stereotype, so that no other test finds it. */
@EnableAutoConfiguration
@ComponentScan
@ConfigurationPropertiesScan
public class SecurityAlone {

    public static void main(String[] args) {
        SpringApplication.run(SecurityAlone.class, args);
    }
}
