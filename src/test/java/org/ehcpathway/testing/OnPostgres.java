package org.ehcpathway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Runs a Spring test on an empty database of a real PostgreSQL 16, its own for each test class. One server is started for
 * all test classes of a JVM, at first use, and stopped with it. See {@link OnH2} for a story on both databases.
 *
 * <p>A test of the whole application adds {@code @ActiveProfiles("postgresql")} itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextCustomizerFactories(FreshDatabase.OfPostgres.class)
@DirtiesContext
public @interface OnPostgres {}
