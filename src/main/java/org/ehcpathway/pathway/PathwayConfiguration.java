package org.ehcpathway.pathway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pathway gives to everybody: the one clock. */
@Configuration
class PathwayConfiguration {

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock();
    }
}
