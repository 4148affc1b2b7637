package org.ehcpathway.stories;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.EhcPathwayApplication;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.pathway.demo.PathwayDriver;
import org.ehcpathway.security.StoryPeople;
import org.ehcpathway.testing.PostgresServer;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long it takes to decide and move a case, which is one transaction without any rendering, and how 200 requests for advice that
 * are signed at once get through the job executor. Not a test; the command is in docs/performance.md. Arguments: h2 or postgresql;
 * number of cases, 40 unless given, each with five advisers.
 */
public final class DecidingBenchmark {

    private static final int WARM_UP = 20;
    private static final Pattern JOB = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private final PathwayDriver people;
    private final AdviceRegister advice;
    private final ProcessEngine engine;
    private final LocalDate today = LocalDate.now();

    private DecidingBenchmark(ConfigurableApplicationContext application) {
        people = application.getBean(PathwayDriver.class);
        advice = application.getBean(AdviceRegister.class);
        engine = application.getBean(ProcessEngine.class);
        application
                .getBean(SettingRegister.class)
                .add(
                        "100001",
                        "Ashdown Primary School",
                        "Mrs Grace Holloway",
                        "office@ashdown.example.org",
                        new Address("Ashdown Lane", null, "Exampleton", null, "ZX4 1AA"));
    }

    public static void main(String[] arguments) throws IOException {
        boolean h2 = arguments.length == 0 || arguments[0].equals("h2");
        int cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        Path folder = Files.createTempDirectory("benchmark");
        String database = h2
                ? "jdbc:h2:file:" + folder.resolve("db") + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;WRITE_DELAY=0"
                : PostgresServer.running().newDatabase("benchmark");
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        EhcPathwayApplication.class, StoryPeople.class)
                .profiles("stories")
                .run(
                        "--spring.config.import=classpath:council-demo.yaml",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + (h2 ? "sa" : "postgres"),
                        "--spring.datasource.password=",
                        "--camunda.bpm.job-execution.enabled=true",
                        "--camunda.bpm.job-executor-acquire-by-priority=false",
                        "--ehc.panel.clockwork=false",
                        "--ehc.admin.user=headofservice",
                        "--ehc.admin.password=a-long-password-of-tests",
                        "--ehc.outbox=" + Files.createDirectory(folder.resolve("outbox")),
                        "--logging.level.root=warn",
                        "--server.address=127.0.0.1",
                        "--server.port=0")) {
            new DecidingBenchmark(application).measure(h2 ? "H2 file" : "PostgreSQL", cases);
        }
        System.exit(0);
    }

    private void measure(String database, int cases) {
        executor(false);
        List<String> references = new ArrayList<>();
        for (int i = 0; i < cases + WARM_UP; i++) {
            references.add(people.request("caseworker", Story.nellsRequest(today)));
        }
        people.runJobs();
        each(references, "caseworker", "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        each(
                references,
                "caseworker",
                "userTask_considerRequest",
                Map.of(
                        "evidence", "Two cycles of assess, plan, do, review with little progress.",
                        "planMayBeNecessary", "YES",
                        "advice", "ASSESS"));
        each(references, "caseworker", "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        long[] took = each(
                references,
                "manager",
                "userTask_decideWhetherToAssess",
                Map.of(
                        "hasSen", "YES",
                        "planMayBeNecessary", "YES",
                        "reasons", "Nell has made little progress although her school has helped her in many ways.",
                        "evidence", "School report of 1 September 2026.",
                        "beforeAnswer", "The family told us by telephone that it has nothing to add."));
        System.out.println(database + ", " + references.size() + " cases:");
        tell("  decide whether to assess, and move the case", Arrays.copyOfRange(took, WARM_UP, took.length));
        each(references, "caseworker", "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        each(references, "caseworker", "userTask_chooseAdvisers", Map.of());
        askAll(references.subList(0, cases));
    }

    /** Signs the requests of all cases, with the job executor at work meanwhile, and waits until every adviser was asked. */
    private void askAll(List<String> references) {
        Conflicts conflicts = new Conflicts();
        executor(true);
        long begun = System.nanoTime();
        for (String reference : references) {
            people.submit("caseworker", people.task(reference, "userTask_signAdviceRequests"), Map.of("sign", true));
        }
        long signed = System.nanoTime();
        int expected = references.size() * 5;
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> asked(references) >= expected);
        System.out.printf(
                "  %d of %d requests for advice asked: signed in %.1f s, the last sent after %.1f s%n",
                asked(references), expected, (signed - begun) / 1e9, (System.nanoTime() - begun) / 1e9);
        System.out.printf(
                "  conflicts %d, most of one job %d; jobs out of tries %d%n",
                conflicts.all(),
                conflicts.most(),
                engine.getManagementService().createJobQuery().noRetriesLeft().count());
        executor(false);
    }

    private int asked(List<String> references) {
        return references.stream()
                .mapToInt(reference -> (int) advice.of(reference).stream()
                        .filter(one -> one.state() == AdviceState.REQUESTED)
                        .count())
                .sum();
    }

    private long[] each(List<String> references, String user, String task, Map<String, Object> form) {
        long[] took = new long[references.size()];
        for (int i = 0; i < took.length; i++) {
            Task open = people.task(references.get(i), task);
            long begun = System.nanoTime();
            people.submit(user, open, new HashMap<>(form));
            took[i] = System.nanoTime() - begun;
        }
        people.runJobs();
        return took;
    }

    private void executor(boolean on) {
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        if (on) {
            executor.start();
        } else {
            executor.shutdown();
        }
    }

    private static void tell(String what, long[] took) {
        Arrays.sort(took);
        System.out.printf(
                "%s: median %.1f ms, 95th percentile %.1f ms, least %.1f ms, most %.1f ms%n",
                what,
                took[took.length / 2] / 1e6,
                took[took.length * 95 / 100] / 1e6,
                took[0] / 1e6,
                took[took.length - 1] / 1e6);
    }

    /** Hears from the engine's log of every job that met a row somebody else had changed; it is tried again. */
    private static final class Conflicts extends AppenderBase<ILoggingEvent> {

        private final Queue<String> jobs = new ConcurrentLinkedQueue<>();

        Conflicts() {
            Logger log = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine");
            log.setLevel(Level.DEBUG);
            log.setAdditive(false);
            start();
            log.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            String words = event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : event.getThrowableProxy().getClassName());
            if (words.contains("OptimisticLocking")) {
                Matcher job = JOB.matcher(words);
                jobs.add(job.find() ? job.group() : "?");
            }
        }

        int all() {
            return jobs.size();
        }

        long most() {
            return jobs.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }
    }
}
