package org.ehcpathway.stories;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.ehcpathway.EhcPathwayApplication;
import org.ehcpathway.letter.OutboxThatKills;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.pathway.demo.PathwayDriver;
import org.ehcpathway.pathway.step.DispatchLetter;
import org.ehcpathway.security.StoryPeople;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The whole application in a JVM of its own, with its job executor, until it is killed at the moment the setting {@code
 * story.killed-at} names. Started by {@link KilledInTheMiddleTest}.
 *
 * <p>The first one ({@code story.begins}) records a request and signs its letter L-01; the next ones only go on. One that is not
 * killed ends when the caseworker has the next task and every letter has gone.
 */
public final class MortalApplication {

    static final String MADE = "made";
    static final String NEVER = "never";

    private MortalApplication() {}

    public static void main(String[] settings) {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        EhcPathwayApplication.class, StoryPeople.class, OutboxThatKills.class, Death.class)
                .profiles("stories")
                .initializers(starting ->
                        starting.getBeanFactory().registerSingleton("withoutOtherTests", new WithoutOtherTests()))
                .run(settings);
        PathwayDriver people = application.getBean(PathwayDriver.class);
        TaskService tasks = application.getBean(TaskService.class);
        if (application.getEnvironment().getProperty("story.begins", Boolean.class, false)) {
            begin(application.getBean(IdentityService.class), people, tasks);
        }
        RuntimeService runtime = application.getBean(RuntimeService.class);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> has(tasks, "userTask_considerRequest")
                        && runtime.createProcessInstanceQuery()
                                        .processDefinitionKey("statutory-letter")
                                        .count()
                                == 0);
        application.close();
    }

    private static void begin(IdentityService identities, PathwayDriver people, TaskService tasks) {
        // The application does not start anew on a database with the people of the demo.
        for (User user : identities.createUserQuery().list()) {
            user.setEmail(user.getId() + "@stories.example.org");
            identities.saveUser(user);
        }
        Map<String, Object> request = Story.nellsRequest(LocalDate.of(2026, 9, 14));
        request.remove("settingUrn");
        request.put("secondContact", true);
        request.put("contact2Name", "Tom Ashby");
        request.put("contact2Relationship", "Father");
        request.put("contact2Responsibility", true);
        request.put("contact2Channel", "POST");
        request.put("contact2SameAddress", true);
        people.request("caseworker", request);
        await().atMost(Duration.ofMinutes(1)).until(() -> has(tasks, "userTask_checkAndSign"));
        people.as("caseworker", () -> {
            tasks.complete(
                    tasks.createTaskQuery()
                            .taskDefinitionKey("userTask_checkAndSign")
                            .singleResult()
                            .getId(),
                    Map.of("verdict", "SIGN"));
            return null;
        });
    }

    private static boolean has(TaskService tasks, String taskKey) {
        return tasks.createTaskQuery().taskDefinitionKey(taskKey).count() == 1;
    }

    /** The time of the story from the first moment on, and the death between making a letter and sending it. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Death {

        @Bean
        static BeanPostProcessor fate(@Value("${story.killed-at}") String killedAt, @Value("${story.now}") String now) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof AdjustableClock clock) {
                        clock.standAt(LocalDateTime.parse(now));
                    }
                    if (bean instanceof DispatchLetter dispatch && killedAt.equals(MADE)) {
                        return (JavaDelegate) execution -> {
                            if ("L-01".equals(execution.getVariable(Vars.LETTER_KIND))) {
                                Runtime.getRuntime().halt(137);
                            }
                            dispatch.execute(execution);
                        };
                    }
                    return bean;
                }
            };
        }
    }

    /** Configurations of other tests lie on the same class path and are no part of this application. */
    private static final class WithoutOtherTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutOtherTests;
        }

        @Override
        public int hashCode() {
            return WithoutOtherTests.class.hashCode();
        }
    }
}
