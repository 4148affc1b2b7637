package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A whole case in which everybody writes something that can be told again, and a look into every table of the engine: nothing of
 * it is there but the child's name on the cards of open tasks.
 */
class PersonalDataTest {

    abstract static class Told extends Story {

        /** Names, addresses and one word of everything that is typed below. */
        private static final List<String> PERSONAL = List.of(
                "Nell",
                "Ashby",
                "Ruth",
                "Mill Lane",
                "ZX1 4QQ",
                "2018-03-09",
                "9434765919",
                "B801200005001",
                "01632 960555",
                "ruth@family.example.org",
                "tears",
                "quokka",
                "wombat",
                "numbat",
                "bilby",
                "dunnart",
                "potoroo",
                "Quillfeather",
                "Heron Way",
                "bettong",
                "echidna",
                "kowari",
                "mulgara",
                "pademelon",
                "quoll",
                "antechinus",
                "cuscus",
                "platypus");

        @Autowired
        JdbcTemplate database;

        private String nell;

        @Test
        void theEngineKnowsCodesAndDatesAndNobodysName() {
            on(2026, 9, 14);
            Map<String, Object> request = nellsRequest(LocalDate.of(2026, 9, 14));
            request.put("upn", "B801200005001");
            request.put("nhsNumber", "943 476 5919");
            request.put("contact1Phone", "01632 960555");
            request.put("contact1Email", "ruth@family.example.org");
            request.put("requestSummary", "She is as shy as a quokka and needs help with reading.");
            request.put("accessNeeds", "A quiet room without a wombat.");
            nell = people.request("caseworker", request);
            people.runJobs();
            nothingPersonalButCards();
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_checkAndSign",
                    Map.of("verdict", "AGAIN", "nextSteps", "Please bring the numbat to our meeting."));
            sign("caseworker", nell);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_considerRequest",
                    Map.of(
                            "familyWords", "We only want her to be as happy as a bilby.",
                            "familyWordsBy", "Ruth Ashby",
                            "familyWordsOn", "2026-09-14",
                            "evidence", "Two cycles of support with the dunnart programme.",
                            "planMayBeNecessary", "YES",
                            "advice", "ASSESS"));
            sign("caseworker", nell);
            nothingPersonalButCards();

            at("2026-10-27T00:00");
            people.complete(
                    "manager",
                    nell,
                    "userTask_explainDelay",
                    Map.of(
                            "reason", "The potoroo report was lost.",
                            "toldHow", "by telephone, to Ruth Ashby",
                            "toldOn", "2026-10-27",
                            "newTarget", "2026-10-28"));
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            introduce(nell);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_chooseAdvisers",
                    Map.of("requestedAdvisers", "Dr Quillfeather; 3 Heron Way; Exampleton; ZX4 2BB"));
            people.complete("caseworker", nell, "userTask_signAdviceRequests", Map.of("sign", true));
            nothingPersonalButCards();

            on(2026, 11, 20);
            adviceArrives();
            assertThat(found())
                    .as("a case that waits for the panel has no card")
                    .isEmpty();
            recommend(nell, true, "All advice agrees with the kowari report.", "Ten hours of mulgara");
            people.complete(
                    "manager",
                    nell,
                    "userTask_decideWhetherToIssue",
                    Map.of(
                            "planNecessary", "YES",
                            "reasons", "Her needs are those of a pademelon.",
                            "evidence", "The quoll report."));
            sign("caseworker", nell);
            new SamplePlan(plans, writing, advice).writeAllBut(PlanPart.C, nell, "caseworker");
            writing.write(nell, PlanPart.C, "Help with the antechinus.", 0, "caseworker");
            people.complete("caseworker", nell, "userTask_writeDraft", Map.of("complete", true));
            sign("caseworker", nell);
            nothingPersonalButCards();
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_recordRepresentations",
                    Map.of(
                            "answer", "GIVEN",
                            "words", "Please add the cuscus.",
                            "saidBy", "Ruth Ashby",
                            "saidOn", "2026-11-20"));
            on(2026, 12, 22);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_prepareFinalPlan",
                    Map.of(
                            "naming", "TYPE",
                            "settingType", "mainstream primary school",
                            "healthAgreedOn", "2026-12-01",
                            "changes", "The platypus was added."));
            nothingPersonalButCards();
            people.complete(
                    "manager",
                    nell,
                    "userTask_nameSettingAndSign",
                    Map.of("verdict", "SEND_BACK", "reasons", "The platypus is not needed."));
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_prepareFinalPlan",
                    Map.of(
                            "naming", "TYPE",
                            "settingType", "mainstream primary school",
                            "healthAgreedOn", "2026-12-01",
                            "changes", "The platypus was taken out."));
            people.complete(
                    "manager",
                    nell,
                    "userTask_nameSettingAndSign",
                    Map.of(
                            "verdict", "SIGN",
                            "ground", "TYPE_NO_REQUEST",
                            "mainstream", "MAINSTREAM",
                            "reasons", "No setting has a place for Nell, so the plan names a type."));
            sign("manager", nell);

            assertThat(file(nell).c().stage()).isEqualTo(Stage.PLAN_FINALISED);
            assertThat(isRunning(nell)).isFalse();
            assertThat(found())
                    .as("what the engine holds of a case that has ended")
                    .isEmpty();
            onlyCodesIdsDatesAndTicksWereEverVariables();
        }

        private void adviceArrives() {
            for (Task task : people.tasks(nell, "userTask_provideAdvice")) {
                Map<String, Object> form = new HashMap<>();
                form.put("receivedOn", "2026-11-20");
                if (tasks.getVariable(task.getId(), "adviserGroup").equals("advisers-health")) {
                    form.put("outcome", "DECLINED");
                    form.put("reasons", "It would harm the work of our bettong clinic.");
                } else {
                    form.put("outcome", "RECEIVED");
                    form.put("words", "She learns as an echidna does.");
                }
                people.complete("caseworker", task, form);
            }
        }

        private void nothingPersonalButCards() {
            long open = tasks.createTaskQuery().processInstanceBusinessKey(nell).count();
            assertThat(open).isPositive();
            assertThat(found())
                    .as("the child's name on the card of each open task")
                    .hasSize((int) open)
                    .allMatch(place -> place.equals("act_ru_variable child"));
        }

        /** Where in the engine's tables any of the personal words stands. */
        private List<String> found() {
            List<String> places = new ArrayList<>();
            List<String> tables = database.queryForList(
                    "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                            + " and lower(table_name) like 'act\\_%' escape '\\'",
                    String.class);
            assertThat(tables).hasSizeGreaterThan(30);
            for (String table : tables) {
                String name = table.toLowerCase(Locale.ROOT);
                String rows = name.equals("act_ge_bytearray") ? " where deployment_id_ is null" : "";
                for (Map<String, Object> row : database.queryForList("select * from \"" + table + "\"" + rows)) {
                    if (row.values().stream().anyMatch(Told::isPersonal)) {
                        places.add(name + " " + row.get("NAME_"));
                    }
                }
            }
            return places;
        }

        private static boolean isPersonal(Object value) {
            if (value == null) {
                return false;
            }
            String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
            return PERSONAL.stream().anyMatch(text::contains);
        }

        private void onlyCodesIdsDatesAndTicksWereEverVariables() {
            assertThat(history.createHistoricVariableInstanceQuery().list())
                    .isNotEmpty()
                    .allSatisfy(variable -> {
                        assertThat(variable.getTypeName()).isIn("string", "long", "boolean", "integer", "null");
                        assertThat(variable.getName()).isNotEqualTo("child");
                        if (variable.getValue() instanceof String text) {
                            assertThat(text.length()).as(variable.getName()).isLessThan(65);
                        }
                    });
            assertThat(database.queryForObject(
                            "select count(*) from act_ge_bytearray where deployment_id_ is null and name_ not like 'job%'",
                            Long.class))
                    .as("no variable, no paper and no words are stored as bytes")
                    .isZero();
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
