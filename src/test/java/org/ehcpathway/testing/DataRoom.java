package org.ehcpathway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Marks the context of a test that needs the file but no engine and no web: datasource, Flyway, Spring Data JDBC,
 * transactions, validated settings and a {@link TestClock}. It starts in about a second. The class so marked adds the rooms
 * it wants:
 *
 * <pre>{@code
 * @DataRoom
 * @ComponentScan(basePackageClasses = CasefileConfiguration.class)
 * @AutoConfigurationPackage(basePackageClasses = CasefileConfiguration.class)
 * class CasefileRoom {}
 * }</pre>
 *
 * <p>It carries no {@code @Configuration}, so the component scan of a test of the whole application passes it by.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import(TestClock.class)
public @interface DataRoom {}
