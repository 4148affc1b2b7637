package org.ehcpathway.casefile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ehcpathway.testing.DataRoom;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;

/** The file of the demo council on an empty database, without engine or web. */
@DataRoom
@ComponentScan(basePackageClasses = CasefileConfiguration.class)
@AutoConfigurationPackage(basePackageClasses = CasefileConfiguration.class)
class CasefileRoom {

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @SpringBootTest(
            classes = CasefileRoom.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = "spring.config.import=classpath:council-demo.yaml")
    @interface Test {}
}
