package org.ehcpathway;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The council's EHC pathway: one application with engine, webapps, file and letters. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EhcPathwayApplication {

    public static void main(String[] args) {
        useTheTimeOfEngland();
        SpringApplication.run(EhcPathwayApplication.class, args);
    }

    /** A statutory day ends at midnight in England, wherever the machine stands; the engine reads dates in the JVM's zone. */
    static void useTheTimeOfEngland() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
    }
}
