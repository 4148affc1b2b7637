package org.ehcpathway.pathway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link RefusalFilter} before the engine's REST API, behind the login. */
@Configuration(proxyBeanMethods = false)
class RefusalsInSentences {

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(ObjectMapper json, Clock clock) {
        FilterRegistrationBean<RefusalFilter> filter = new FilterRegistrationBean<>(new RefusalFilter(json, clock));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        filter.addUrlPatterns("/camunda/api/engine/*", "/engine-rest/*");
        return filter;
    }
}
