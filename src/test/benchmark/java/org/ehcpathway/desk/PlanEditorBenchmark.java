package org.ehcpathway.desk;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ehcpathway.EhcPathwayApplication;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.Requests;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.StoryPeople;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.PostgresServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the editor of a plan of 40 pages takes to answer over HTTP, session and token included: a save of one item, the page, and
 * what stands beside it. Not a test; the command is in docs/performance.md. Arguments: h2 or postgresql; number of saves, 1000 unless
 * given.
 */
public final class PlanEditorBenchmark {

    private static final int PAGES = 40;
    private static final String PARAGRAPH =
            "Rowan learns best when the room is quiet and the day is the same every week. A teaching assistant who knows him sits"
                    + " with him for the first ten minutes of each lesson and shows him on a card what comes next. ";

    private final Plans plans;
    private final PlanWriting writing;
    private final String reference;
    private final Visitor casey;
    private final String page;

    private PlanEditorBenchmark(ConfigurableApplicationContext application) {
        plans = application.getBean(Plans.class);
        writing = application.getBean(PlanWriting.class);
        CaseFiles files = application.getBean(CaseFiles.class);
        AdviceRegister advice = application.getBean(AdviceRegister.class);
        reference = files.open(Requests.rowans(), "caseworker").reference();
        for (int i = 0; i < 8; i++) {
            long id = advice.plan(
                            reference, AdviceKind.FAMILY, "Adviser " + i, "Adviser", null, "a@example.org", "team-north")
                    .id();
            advice.receive(id, LocalDate.of(2026, 9, 14), null, "Please listen to him.", "caseworker");
        }
        files.decide(
                reference,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Rowan needs and who can give it.",
                null,
                "manager");
        casey = Visitor.at(application.getEnvironment().getProperty("local.server.port", Integer.class))
                .signIn("caseworker");
        page = "/cases/" + reference + "/plan";
    }

    public static void main(String[] arguments) throws IOException {
        boolean h2 = arguments.length == 0 || arguments[0].equals("h2");
        int saves = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
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
                        "--camunda.bpm.job-execution.enabled=false",
                        "--ehc.admin.user=headofservice",
                        "--ehc.admin.password=a-long-password-of-tests",
                        "--ehc.outbox=" + Files.createDirectory(folder.resolve("outbox")),
                        "--logging.level.root=warn",
                        "--server.address=127.0.0.1",
                        "--server.port=0")) {
            new PlanEditorBenchmark(application).measure(h2 ? "H2 file" : "PostgreSQL", saves, application);
        }
        System.exit(0);
    }

    private void measure(String database, int saves, ConfigurableApplicationContext application) throws IOException {
        List<PlanItem> provision = writeFortyPages(application);
        String version = String.valueOf(plans.working(reference).id());
        String token = DeskStory.encoded(DeskStory.token(casey.get(page)));
        long need = plans.text(reference, plans.working(reference))
                .items(PlanPart.B)
                .get(0)
                .line();
        int[] counters = new int[provision.size()];
        IntFunction<HttpResponse<String>> save = i -> {
            int at = i % provision.size();
            PlanItem item = provision.get(at);
            String unit = "item." + item.line() + ".";
            return casey.postFormWithoutToken(
                    page + "/units",
                    "_csrf=" + token + "&version=" + version + "&" + unit + "counter=" + counters[at]++ + "&" + unit
                            + "words=" + DeskStory.encoded(item.says().words() + " " + i) + "&" + unit + "amount="
                            + DeskStory.encoded(item.says().amount()) + "&" + unit + "tie=" + need);
        };
        run("save of one item, first " + saves, saves, save);
        System.out.println(database + ":");
        tell("  save of one item", run("save", saves, save));
        run("page", 30, i -> casey.get(page));
        tell("  the page", run("page", 50, i -> casey.get(page)));
        tell(
                "  what stands beside it",
                run("beside", 200, i -> casey.get(
                        page + "/beside?line=" + provision.get(i % provision.size()).line())));
        System.out.printf("  the page has %,d KB%n", casey.get(page).body().length() / 1000);
    }

    private static long[] run(String what, int times, IntFunction<HttpResponse<String>> ask) {
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = ask.apply(i);
            took[i] = System.nanoTime() - begun;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
            }
        }
        return took;
    }

    private static void tell(String what, long[] took) {
        Arrays.sort(took);
        System.out.printf(
                "%s: median %.1f ms, 95th percentile %.1f ms, slowest %.1f ms, of %d%n",
                what,
                took[took.length / 2] / 1e6,
                took[(int) (took.length * 0.95)] / 1e6,
                took[took.length - 1] / 1e6,
                took.length);
    }

    /** Adds a need, an outcome and two pieces of provision at a time, until the PDF has 40 pages. */
    private List<PlanItem> writeFortyPages(ConfigurableApplicationContext application) throws IOException {
        List<PlanItem> provision = new ArrayList<>();
        for (PlanPart part : PlanPart.values()) {
            if (part.mustBeFilled() && part != PlanPart.B && part != PlanPart.E && part != PlanPart.F) {
                writing.write(reference, part, "None was found.", 0, "caseworker");
            }
        }
        for (int round = 0; round < 40 && pages(application, provision.size()) < PAGES; round++) {
            PlanItem need = add(
                    PlanPart.B,
                    Typed.of(ItemWords.need(PARAGRAPH.repeat(4), AreaOfNeed.COGNITION_AND_LEARNING)
                            .from("The school's report")));
            PlanItem outcome = add(
                    PlanPart.E,
                    Typed.of(ItemWords.outcome(PARAGRAPH.repeat(2), "By July 2027", "His teacher counts it each term.")
                                    .from("The school's report"))
                            .tiedTo(need));
            for (int i = 0; i < 2; i++) {
                provision.add(add(
                        PlanPart.F,
                        Typed.of(ItemWords.provision(
                                                PARAGRAPH.repeat(2),
                                                "45 minutes, four times a week",
                                                "39 weeks",
                                                "A specialist teacher",
                                                "A diploma in teaching learners with dyslexia",
                                                "The coordinator hears him read once a term.")
                                        .from("The school's report"))
                                .tiedTo(need, outcome)));
            }
        }
        System.out.printf(
                "A plan of %d pages, %d items%n",
                pages(application, 1),
                plans.text(reference, plans.working(reference)).items().size());
        return provision;
    }

    /** Pages of the plan as it would be issued now: a draft is issued, read, and written again as the next version. */
    private int pages(ConfigurableApplicationContext application, int written) throws IOException {
        if (written == 0 || !plans.faults(reference).isEmpty()) {
            return 0;
        }
        Documents documents = application.getBean(Documents.class);
        Long id = plans.issueDraft(reference).documentId();
        plans.working(reference);
        plans.draftAgain(reference);
        try (PDDocument pdf = Loader.loadPDF(documents.content(id))) {
            return pdf.getNumberOfPages();
        }
    }

    private PlanItem add(PlanPart part, Typed typed) {
        return writing.add(reference, part, typed, "caseworker");
    }
}
