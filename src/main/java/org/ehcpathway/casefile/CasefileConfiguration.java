package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.ehcpathway.statute.Timescales;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

/** The law as beans, and how values of the file reach the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    CouncilSettings.class,
    PanelSettings.class,
    ConsultationSettings.class,
    AdviceSettings.class,
    RegisterSettings.class,
    DraftSettings.class
})
public class CasefileConfiguration {

    @Bean
    Timescales timescales() {
        return Timescales.fromClasspath();
    }

    @Bean
    WorkingDays workingDays() {
        return new WorkingDays();
    }

    /**
     * Moments are stored with their offset. The plain timestamp that Spring Data JDBC would use is written in the time of
     * England, where one hour of every October happens twice.
     */
    @Configuration(proxyBeanMethods = false)
    static class Mapping extends AbstractJdbcConfiguration {

        @Override
        protected List<?> userConverters() {
            return List.of(MomentOut.INSTANCE, MomentIn.INSTANCE);
        }
    }

    @WritingConverter
    private enum MomentOut implements Converter<Instant, OffsetDateTime> {
        INSTANCE;

        @Override
        public OffsetDateTime convert(Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
    }

    @ReadingConverter
    private enum MomentIn implements Converter<OffsetDateTime, Instant> {
        INSTANCE;

        @Override
        public Instant convert(OffsetDateTime moment) {
            return moment.toInstant();
        }
    }
}
