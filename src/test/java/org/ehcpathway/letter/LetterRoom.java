package org.ehcpathway.letter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ehcpathway.casefile.CasefileConfiguration;
import org.ehcpathway.testing.DataRoom;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Letters and the file of the demo council on an empty database, without engine or web. */
@DataRoom
@ComponentScan(
        basePackageClasses = {CasefileConfiguration.class, LetterReading.class},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Room|Test)(\\$.*)?"))
@AutoConfigurationPackage(basePackageClasses = CasefileConfiguration.class)
class LetterRoom {

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @SpringBootTest(
            classes = LetterRoom.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = {"spring.config.import=classpath:council-demo.yaml", "ehc.letters.clockwork=false"})
    @interface Test {}
}
