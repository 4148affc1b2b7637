package org.ehcpathway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Runs a Spring test on an empty H2 database in memory, its own for each test class, in H2's default mode as the demo does.
 *
 * <p>To run one story on both databases, write the tests in an abstract class and inherit it twice:
 *
 * <pre>{@code
 * class RequestTest {
 *     @Nested @OnH2 class OnH2Database extends Story {}
 *     @Nested @OnPostgres class OnPostgresDatabase extends Story {}
 *
 *     @SpringBootTest(classes = CasefileRoom.class)
 *     abstract static class Story { ... }
 * }
 * }</pre>
 *
 * <p>The context is closed after the class, since no other class may see its database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextCustomizerFactories(FreshDatabase.OfH2.class)
@DirtiesContext
public @interface OnH2 {}
