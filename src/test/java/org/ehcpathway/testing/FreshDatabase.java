package org.ehcpathway.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Points the standard datasource settings at a new, empty database. Equal only for the same test class and vendor, so that
 * Spring's cache of contexts never hands the database of one test class to another.
 */
record FreshDatabase(Class<?> testClass, Vendor vendor) implements ContextCustomizer {

    private static final AtomicInteger COUNT = new AtomicInteger();

    enum Vendor {
        H2,
        POSTGRESQL
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        String name = "test_" + COUNT.incrementAndGet();
        TestPropertyValues.of(
                        switch (vendor) {
                            case H2 ->
                                datasource(
                                        "org.h2.Driver",
                                        "jdbc:h2:mem:" + name + ";LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=500",
                                        "sa");
                            case POSTGRESQL ->
                                datasource(
                                        "org.postgresql.Driver",
                                        PostgresServer.running().newDatabase(name),
                                        PostgresServer.USER);
                        })
                .applyTo(context);
    }

    private static String[] datasource(String driver, String url, String user) {
        return new String[] {
            "spring.datasource.driver-class-name=" + driver,
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + user,
            "spring.datasource.password="
        };
    }

    static final class OfH2 implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            return new FreshDatabase(testClass, Vendor.H2);
        }
    }

    static final class OfPostgres implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            return new FreshDatabase(testClass, Vendor.POSTGRESQL);
        }
    }
}
