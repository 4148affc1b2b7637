package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.Requests;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.StoryPeople;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The Plan page as browsers meet it: as one form without scripts, and unit by unit with them. */
class PlanAtTheDeskTest {

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}

    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "camunda.bpm.job-execution.enabled=false",
                "spring.config.import=classpath:council-demo.yaml",
                "server.address=127.0.0.1",
                "ehc.admin.user=headofservice",
                "ehc.admin.password=a-long-password-of-tests",
                "ehc.outbox=target/outbox-of-the-desk"
            })
    @ActiveProfiles("stories")
    @Import(StoryPeople.class)
    abstract static class Told {

        private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

        @LocalServerPort
        int port;

        @Autowired
        CaseFiles files;

        @Autowired
        Plans plans;

        @Autowired
        PlanWriting writing;

        @Autowired
        AdviceRegister advice;

        @Autowired
        AdjustableClock clock;

        @Autowired
        ObjectMapper json;

        String rowan;
        String page;
        Visitor casey;

        @BeforeEach
        void aPlanIsToBeMade() {
            clock.standAt(MONDAY.atTime(LocalTime.of(9, 0)));
            rowan = files.open(Requests.rowans(), "caseworker").reference();
            page = "/cases/" + rowan + "/plan";
            files.keepView(
                    rowan,
                    ViewTopic.ASPIRATIONS,
                    "Maya Ashdown",
                    MONDAY,
                    "He <b>loves</b> the sea & boats.",
                    "caseworker");
            files.decide(
                    rowan,
                    DecisionKind.ISSUE_PLAN,
                    "Children and Families Act 2014 s.37(1)",
                    "The assessment shows what Rowan needs and who can give it.",
                    null,
                    "manager");
            casey = Visitor.at(port).signIn("caseworker");
        }

        @AfterEach
        void timeRunsAgain() {
            clock.run();
        }

        @Test
        void aWholePlanIsWrittenOnThePageWithoutScripts() {
            long report = advice.plan(
                            rowan, AdviceKind.FAMILY, "Maya Ashdown", "Mother", null, "maya@example.org", "team-north")
                    .id();
            assertThat(text(casey.get(page)))
                    .contains("Draft EHC plan, version 1", "Section B is empty")
                    .contains("What the family said", "He &lt;b&gt;loves&lt;/b&gt; the sea & boats.")
                    .contains("Maya Ashdown, 14 Sept 2026 (Views, interests and aspirations)");

            long need = added("B");
            long outcome = added("E");
            long provision = added("F");
            Map<String, String> typed = new LinkedHashMap<>();
            typed.put("section.J.words", "No budget was asked for.");
            typed.put("item." + need + ".words", "He does not speak at school.\r\n\r\nHe writes short notes.");
            typed.put("item." + need + ".area", "COMMUNICATION_AND_INTERACTION");
            typed.put("item." + outcome + ".words", "He asks for help aloud.");
            typed.put("item." + outcome + ".byWhen", "By July 2027");
            typed.put("item." + outcome + ".measure", "His teacher hears it once a day.");
            typed.put("item." + outcome + ".tie", String.valueOf(need));
            typed.put("item." + provision + ".words", "A therapist works with him.");
            typed.put("item." + provision + ".amount", "30 minutes a week");
            typed.put("item." + provision + ".duration", "39 weeks");
            typed.put("item." + provision + ".byWhom", "A speech and language therapist");
            typed.put("item." + provision + ".training", "Registered with the HCPC");
            typed.put("item." + provision + ".monitoring", "She reports each term.");
            typed.put("item." + provision + ".strand", "COMMUNITY");
            typed.put("item." + provision + ".tie", String.valueOf(outcome));
            typed.put("item." + provision + ".otherSource", "The school's letter of 3 May");
            HttpResponse<String> saved = press("save", typed);

            assertThat(saved.statusCode()).isEqualTo(302);
            PlanItem kept = item(provision);
            assertThat(kept.says().amount()).isEqualTo("30 minutes a week");
            assertThat(kept.says().monitoring()).isEqualTo("She reports each term.");
            assertThat(kept.says().strand()).hasToString("COMMUNITY");
            assertThat(item(need).says().words()).isEqualTo("He does not speak at school.\n\nHe writes short notes.");
            assertThat(item(need).says().area()).isEqualTo(AreaOfNeed.COMMUNICATION_AND_INTERACTION);
            assertThat(plan().tiesOf(kept)).extracting(PlanItem::line).containsExactly(outcome);
            assertThat(plan().section(PlanPart.J).words()).isEqualTo("No budget was asked for.");
            assertThat(text(casey.get(page)))
                    .contains("The plan is saved.", "F1 A therapist works with him.", "Tied to: E1")
                    .contains("Comes from: The school's letter of 3 May")
                    .contains("Saved by Casey Marlow, 14 Sept, 09:00");
            assertThat(report).isPositive();
        }

        @Test
        void itemsAreMovedDividedMergedTakenOutAndTakenBack() {
            long first = need("He does not speak.");
            long second = need("He cannot read.\n\nHe cannot yet write.");
            long provision = writing.add(
                            rowan,
                            PlanPart.F,
                            Typed.of(ItemWords.of("A teacher.")).tiedTo(item(second)),
                            "caseworker")
                    .line();

            press("up." + second, Map.of());
            assertThat(needs()).containsExactly("He cannot read.\n\nHe cannot yet write.", "He does not speak.");
            assertThat(text(casey.get(page))).contains("B2 is now B1.");
            press("down." + second, Map.of());
            assertThat(needs()).containsExactly("He does not speak.", "He cannot read.\n\nHe cannot yet write.");

            press("split." + second, Map.of());
            assertThat(needs()).containsExactly("He does not speak.", "He cannot read.", "He cannot yet write.");
            assertThat(plan().tiesOf(item(provision))).as("serves both halves").hasSize(2);
            long half = plan().items(PlanPart.B).get(2).line();
            press("merge." + half, Map.of("item." + half + ".words", "He cannot yet write a word."));
            assertThat(needs())
                    .as("what was typed last is saved first")
                    .containsExactly("He does not speak.", "He cannot read.\nHe cannot yet write a word.");

            HttpResponse<String> none = press("merge." + first, Map.of());
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(text(none))
                    .contains("B1 is the first of its section: there is none before it to merge it with.");
            HttpResponse<String> noGap = press("split." + first, Map.of());
            assertThat(noGap.statusCode()).isEqualTo(400);
            assertThat(text(noGap)).contains("Put an empty line where the text is to be divided");

            press("remove." + second, Map.of());
            assertThat(needs()).containsExactly("He does not speak.");
            assertThat(plan().tiesOf(item(provision))).isEmpty();
            HttpResponse<String> after = casey.get(page);
            assertThat(text(after)).contains("B2 is taken out. It can be taken back.", "Taken out by Casey Marlow");
            Matcher back = Pattern.compile("value=\"(back\\.[0-9]+)\"").matcher(after.body());
            assertThat(back.find()).isTrue();
            need("He is often tired.");
            press(back.group(1), Map.of());
            assertThat(needs())
                    .as("at its old place")
                    .containsExactly(
                            "He does not speak.", "He cannot read.\nHe cannot yet write a word.", "He is often tired.");
            assertThat(item(second)).as("the same item as before").isNotNull();
            assertThat(plan().tiesOf(item(provision)))
                    .as("with what was tied to it")
                    .extracting(PlanItem::line)
                    .containsExactly(second);
        }

        @Test
        void theFamilysWordsAreTickedAndAddedButNeverChanged() {
            casey.get(page);
            FamilyView said = files.whole(rowan).views().get(0);
            assertThat(plan().quotes()).containsExactly(said);

            Visitor other = Visitor.at(port).signIn("caseworker2");
            FormOfAPage seenByRowan = FormOfAPage.on(other.get(page));
            press(
                    "speak",
                    Map.of(
                            "spoken.saidBy",
                            "Paul Ashdown",
                            "spoken.saidOn",
                            "2026-09-10",
                            "spoken.words",
                            "  He can swim.  ",
                            "spoken.quote",
                            "yes"));
            assertThat(plan().quotes()).extracting(FamilyView::words).containsExactly(said.words(), "  He can swim.  ");

            seenByRowan.clear("quotes");
            send(other, seenByRowan, "save");
            assertThat(plan().quotes())
                    .as("who unticks one does not untick what came meanwhile")
                    .extracting(FamilyView::words)
                    .containsExactly("  He can swim.  ");

            HttpResponse<String> refused = press(
                    "speak", Map.of("spoken.saidBy", "Paul Ashdown", "spoken.saidOn", "", "spoken.words", "He sings."));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(text(refused)).contains("Give the day on which the family said it.", "He sings.");
            assertThat(press("save", Map.of("quotes", "999999")).statusCode()).isEqualTo(400);
            assertThat(files.whole(rowan).views()).hasSize(2);
        }

        @Test
        void twoOfficersAtOnceSeeEachOtherAndBothTexts() {
            long need = need("He does not speak.");
            assertThat(text(casey.get(page))).doesNotContain("has this plan open too");
            Visitor rowanTate = Visitor.at(port).signIn("caseworker2");
            FormOfAPage seenByRowan = FormOfAPage.on(rowanTate.get(page));
            assertThat(ask(casey, "/open", Map.of("place", "item." + need)).statusCode())
                    .isEqualTo(200);
            assertThat(text(rowanTate.get(page))).contains("Casey Marlow has this plan open too, in B1.");
            assertThat(read(ask(casey, "/open", Map.of())).get(0).get("name").asText())
                    .isEqualTo("Rowan Tate");

            press("save", Map.of("item." + need + ".words", "He speaks to one friend."));
            seenByRowan.type("item." + need + ".words", "He whispers.");
            seenByRowan.type("section.C.words", "None was found.");
            HttpResponse<String> stale = send(rowanTate, seenByRowan, "save");

            assertThat(stale.statusCode()).isEqualTo(409);
            assertThat(text(stale))
                    .contains("B1 was changed by Casey Marlow while you were writing.")
                    .contains("The need: yoursHe whispers.")
                    .contains("The need: saved meanwhile by Casey MarlowHe speaks to one friend.");
            assertThat(item(need).says().words()).isEqualTo("He speaks to one friend.");
            assertThat(plan().section(PlanPart.C).words())
                    .as("the rest is kept")
                    .isEqualTo("None was found.");

            FormOfAPage again = FormOfAPage.on(stale);
            again.type("item." + need + ".words", "He whispers to one friend.");
            assertThat(send(rowanTate, again, "save").statusCode()).isEqualTo(302);
            assertThat(item(need).says().words()).isEqualTo("He whispers to one friend.");
            assertThat(text(casey.get(page)))
                    .contains("Written over by Rowan Tate")
                    .contains("He speaks to one friend.");

            FormOfAPage old = FormOfAPage.on(casey.get(page));
            writing.write(
                    rowan,
                    need,
                    Typed.of(ItemWords.need("He is silent.", null)),
                    item(need).counter(),
                    "caseworker2");
            old.type("item." + need + ".words", "Mine.");
            assertThat(send(casey, old, "theirs.item." + need).statusCode()).isEqualTo(302);
            assertThat(item(need).says().words()).isEqualTo("He is silent.");
        }

        @Test
        void whoIsNotSeenForAMinuteHasGone() {
            casey.get(page);
            Visitor rowanTate = Visitor.at(port).signIn("caseworker2");
            assertThat(text(rowanTate.get(page))).contains("Casey Marlow has this plan open too");

            clock.standAt(MONDAY.atTime(9, 0, 59));
            assertThat(read(ask(rowanTate, "/open", Map.of()))).hasSize(1);
            clock.standAt(MONDAY.atTime(9, 1, 1));
            assertThat(read(ask(rowanTate, "/open", Map.of()))).isEmpty();

            ask(casey, "/open", Map.of());
            assertThat(read(ask(rowanTate, "/open", Map.of()))).hasSize(1);
            ask(casey, "/left", Map.of());
            assertThat(read(ask(rowanTate, "/open", Map.of()))).isEmpty();
        }

        @Test
        void scriptsSaveOneUnitAtATimeAndHearWhatWasKept() {
            long need = need("He does not speak.");
            Map<String, String> unit = unit(need, "\u2022\u00a0He speaks\u00ad to\u200b no one.\u0007", 0);

            HttpResponse<String> saved = ask(casey, "/units", unit);
            assertThat(saved.statusCode()).isEqualTo(200);
            assertThat(read(saved).at("/kept/0/counter").asInt()).isEqualTo(1);
            assertThat(read(saved).at("/kept/0/says/words").asText()).isEqualTo("- He speaks to no one.");
            assertThat(read(saved).get("at").asText()).isEqualTo("09:00");
            assertThat(item(need).says().words()).isEqualTo("- He speaks to no one.");

            HttpResponse<String> stale = ask(casey, "/units", unit(need, "He is shy.", 0));
            assertThat(stale.statusCode()).isEqualTo(409);
            JsonNode trouble = read(stale).at("/troubles/0");
            assertThat(trouble.get("counter").asInt()).isEqualTo(1);
            assertThat(trouble.at("/differences/0/mine").asText()).isEqualTo("He is shy.");
            assertThat(trouble.at("/differences/0/theirs").asText()).isEqualTo("- He speaks to no one.");
            assertThat(ask(casey, "/units", unit(need, "He is shy.", 1)).statusCode())
                    .isEqualTo(200);

            HttpResponse<String> acted = ask(
                    casey,
                    "/acts",
                    Map.of(
                            "version",
                            version(),
                            "act",
                            "split." + need,
                            "first",
                            "He is",
                            "second",
                            "shy.",
                            "item." + need + ".counter",
                            "2"));
            assertThat(read(acted).get("sentence").asText()).isEqualTo("B1 is divided: the rest is B2.");
            assertThat(needs()).containsExactly("He is", "shy.");
        }

        @Test
        void whatCannotBeKeptIsRefusedWithASentenceAndChangesNothing() {
            long need = need("He does not speak.");
            Map<String, String> refused = new LinkedHashMap<>();
            refused.put("A rainbow \uD83C\uDF08", "The plan cannot be printed with the character");
            refused.put("x".repeat(20_001), "Shorten the text to at most 20,000 characters; it has 20,001.");
            refused.forEach((words, sentence) -> {
                HttpResponse<String> answer = ask(casey, "/units", unit(need, words, 0));
                assertThat(answer.statusCode()).as(sentence).isEqualTo(400);
                assertThat(read(answer).at("/troubles/0/sentence").asText()).contains(sentence);
            });
            for (Map<String, String> wrong : List.of(
                    with(unit(need, "He sings.", 0), "item." + need + ".area", "NOWHERE"),
                    with(unit(need, "He sings.", 0), "item." + need + ".tie", String.valueOf(need)),
                    with(unit(need, "He sings.", 0), "item." + need + ".advice", "987654321"),
                    with(unit(need, "He sings.", 0), "item." + need + ".counter", "soon"),
                    with(unit(need, "He sings.", 0), "version", ""),
                    unit(987654321L, "He sings.", 0))) {
                HttpResponse<String> answer = ask(casey, "/units", wrong);
                assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
                assertThat(answer.body()).contains("sentence");
            }
            assertThat(ask(casey, "/acts", Map.of("version", version(), "act", "burn." + need))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(ask(casey, "/acts", Map.of("version", version(), "act", "add.J"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(ask(casey, "/open", Map.of("place", "<script>")).statusCode())
                    .isEqualTo(400);
            assertThat(needs()).containsExactly("He does not speak.");
            assertThat(item(need).counter()).isZero();

            HttpResponse<String> script = ask(casey, "/units", unit(need, "</textarea><script>alert('x')</script>", 0));
            assertThat(script.statusCode()).isEqualTo(200);
            assertThat(casey.get(page).body())
                    .doesNotContain("<script>alert")
                    .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");

            HttpResponse<String> longPage = press("save", Map.of("item." + need + ".words", "y".repeat(20_001)));
            assertThat(longPage.statusCode()).isEqualTo(400);
            assertThat(longPage.body()).as("nothing typed is lost").contains("y".repeat(20_001));
        }

        @Test
        void aSessionThatEndedSavesNothingAndTheNextOneGoesOn() {
            long need = need("He does not speak.");
            Map<String, String> unit = unit(need, "He is shy.", 0);
            Visitor nobody = Visitor.at(port);

            HttpResponse<String> gone = nobody.postForm(page + "/units", form(unit));
            assertThat(nobody.target(gone)).startsWith("/login");
            assertThat(needs()).containsExactly("He does not speak.");
            HttpResponse<String> oldToken = casey.postFormWithoutToken(page + "/units", form(unit) + "&_csrf=old");
            assertThat(oldToken.statusCode()).isEqualTo(403);

            JsonNode token = read(casey.getJson(page + "/token"));
            assertThat(token.get("person").asText()).isEqualTo("caseworker");
            assertThat(casey.postFormWithoutToken(
                                    page + "/units",
                                    form(unit) + "&_csrf="
                                            + DeskStory.encoded(
                                                    token.get("token").asText()))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(needs()).containsExactly("He is shy.");

            nobody.get(page);
            HttpResponse<String> back = nobody.tryToSignIn("caseworker", "caseworker");
            assertThat(nobody.target(back))
                    .as("the login comes back to the page")
                    .startsWith(page);
        }

        @Test
        void aPageOfADraftThatHasGoneOutWritesNothingIntoTheNextVersion() {
            new SamplePlan(plans, writing, advice).write(rowan, "caseworker");
            FormOfAPage old = FormOfAPage.on(casey.get(page));
            long need = plan().items(PlanPart.B).get(0).line();
            plans.issueDraft(rowan);
            casey.get(page);

            old.type("item." + need + ".words", "Typed into the draft.");
            HttpResponse<String> answer = send(casey, old, "save");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(text(answer))
                    .contains("The version of the plan on your page has gone out meanwhile.", "Typed into the draft.");
            assertThat(needs()).containsExactly("She reads as most children do two years before her age.");
            String before = String.valueOf(plans.of(rowan).get(0).id());
            assertThat(ask(casey, "/acts", Map.of("version", before, "act", "add.B"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(needs()).hasSize(1);
        }

        @Test
        void anItemSomebodyTookOutLeavesItsTextOnThePage() {
            long need = need("He does not speak.");
            FormOfAPage old = FormOfAPage.on(casey.get(page));
            writing.remove(rowan, need, 0, "caseworker2");

            old.type("item." + need + ".words", "He speaks to one friend.");
            HttpResponse<String> answer = send(casey, old, "save");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(text(answer))
                    .contains("This item was taken out or merged by somebody meanwhile.")
                    .contains("Your text, which is not saved", "He speaks to one friend.");
        }

        @Test
        void theGoldenThreadNamesItsGaps() {
            long need = need("He does not speak.");
            long outcome = writing.add(
                            rowan,
                            PlanPart.E,
                            Typed.of(ItemWords.outcome("He asks.", null, null)).tiedTo(item(need)),
                            "caseworker")
                    .line();

            assertThat(text(casey.get(page + "/beside?line=" + need)))
                    .contains("Golden thread of B1", "No provision meets B1: every need must be met.", "E1 He asks.")
                    .doesNotContain("No outcome is tied")
                    .contains("Section F is empty");
            assertThat(text(casey.get(page + "?thread=" + outcome))).contains("No provision works towards E1.");
            assertThat(casey.get(page + "/beside?line=one").statusCode()).isEqualTo(404);
        }

        @Test
        void onlyTheTeamAndManagersWrite() {
            long need = need("He does not speak.");
            for (String reader : List.of("tribunal", "support")) {
                Visitor person = Visitor.at(port).signIn(reader);
                HttpResponse<String> read = person.get(page);
                assertThat(read.statusCode()).isEqualTo(200);
                assertThat(read.body()).doesNotContain("<textarea", "plan.js").contains("He does not speak.");
                for (String door : List.of("/units", "/acts", "/open", "/left")) {
                    assertThat(ask(person, door, unit(need, "Mine.", 0)).statusCode())
                            .as(reader + door)
                            .isEqualTo(403);
                }
            }
            for (String stranger : List.of("caseworkersouth", "adviser", "panel", "analyst")) {
                Visitor person = Visitor.at(port).signIn(stranger);
                assertThat(person.get(page).statusCode()).as(stranger).isEqualTo(404);
                for (String door : List.of("/units", "/acts", "/open", "/left")) {
                    assertThat(ask(person, door, unit(need, "Mine.", 0)).statusCode())
                            .as(stranger + door)
                            .isEqualTo(404);
                }
            }
            assertThat(ask(Visitor.at(port).signIn("manager"), "/units", unit(need, "He is shy.", 0))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(needs()).containsExactly("He is shy.");
        }

        private long added(String section) {
            press("add." + section, Map.of());
            List<PlanItem> items = plan().items(PlanPart.valueOf(section));
            return items.get(items.size() - 1).line();
        }

        private long need(String words) {
            return writing.add(rowan, PlanPart.B, Typed.of(ItemWords.need(words, null)), "caseworker")
                    .line();
        }

        private List<String> needs() {
            return plan().items(PlanPart.B).stream()
                    .map(item -> item.says().words())
                    .toList();
        }

        private PlanItem item(long line) {
            return plan().item(line).orElseThrow();
        }

        private PlanText plan() {
            return plans.text(rowan, plans.working(rowan));
        }

        private String version() {
            return String.valueOf(plans.working(rowan).id());
        }

        /** Loads the page, types into it and presses a button, as a browser without scripts sends it. */
        private HttpResponse<String> press(String button, Map<String, String> typed) {
            return send(casey, FormOfAPage.on(casey.get(page)).type(typed), button);
        }

        private HttpResponse<String> send(Visitor person, FormOfAPage form, String button) {
            return person.postForm(page, form.pressing(button));
        }

        private HttpResponse<String> ask(Visitor person, String door, Map<String, String> fields) {
            return person.postForm(page + door, form(fields));
        }

        private Map<String, String> unit(long line, String words, int counter) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("version", version());
            fields.put("item." + line + ".words", words);
            fields.put("item." + line + ".counter", String.valueOf(counter));
            return fields;
        }

        private static Map<String, String> with(Map<String, String> fields, String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return changed;
        }

        private static String form(Map<String, String> fields) {
            List<String> parts = new ArrayList<>();
            fields.forEach((name, value) -> parts.add(DeskStory.encoded(name) + "=" + DeskStory.encoded(value)));
            return String.join("&", parts);
        }

        private JsonNode read(HttpResponse<String> answer) {
            try {
                return json.readTree(answer.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError(answer.body(), e);
            }
        }

        private static String text(HttpResponse<String> page) {
            return DeskStory.text(page);
        }
    }
}
