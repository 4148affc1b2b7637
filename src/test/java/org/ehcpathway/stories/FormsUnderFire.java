package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.stories.FormsAndTasks.Field;
import org.ehcpathway.stories.OddValues.Depth;
import org.ehcpathway.stories.OddValues.Odd;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends forms as programs do, over HTTP: each field of an answer that would be taken once with every odd value, and at last the
 * whole with everything odd that can stand. What cannot stand is refused in a sentence and changes nothing; what can is kept as it
 * was typed.
 *
 * <p>Whether a value can stand is found out in a {@link Rehearsal}: the form goes all its way to the database and is taken back
 * at the last moment, so that one task is enough for all values.
 */
final class FormsUnderFire {

    /** What a person reads: it ends as a sentence does, is no longer than a few, and has nothing of the machine in it. */
    private static final Pattern SENTENCE = Pattern.compile("(?s)[A-Z“].{10,600}[.?!]");

    private static final List<String> OF_THE_MACHINE = List.of(
            "ENGINE-",
            "Exception",
            "org.ehcpathway",
            "org.camunda",
            "java.",
            "null",
            "Something went wrong",
            "SQL",
            "<script",
            "\u0000");

    /** Longer texts are tried and not kept: together they would make letters that no envelope holds. */
    private static final int MANY_PAGES = 2_000;

    /** So many answers to one step, of different choices, are put under fire. */
    private static final int SHAPES = 3;

    private final EveryFieldFuzzedTest.Fuzzed story;
    private final FormsAndTasks all;
    private final JdbcTemplate database;
    private final Rehearsal rehearsal;
    private final Random random;
    private final Depth depth;
    private final Visitor program;
    /** Halves of characters can be sent only as escapes. */
    private final ObjectMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Set<String> tasksReached = new TreeSet<>();
    private final Set<String> stepsReached = new HashSet<>();
    private final Set<String> formsReached = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> texts;
    private final Deque<String> lately = new ArrayDeque<>();
    private int tries;
    private int taken;

    FormsUnderFire(EveryFieldFuzzedTest.Fuzzed story, FormsAndTasks all, Random random, Depth depth) {
        this.story = story;
        this.all = all;
        this.database = story.database;
        this.rehearsal = story.rehearsal;
        this.random = random;
        this.depth = depth;
        this.program = Visitor.at(story.port);
        this.texts = columnsOfText();
    }

    /** What is wrong, in the order in which it was found. */
    List<String> faults() {
        return faults;
    }

    Set<String> tasksReached() {
        return tasksReached;
    }

    Set<String> formsReached() {
        return formsReached;
    }

    /** The odd forms that were taken last: what follows from them may fail later. */
    String lately() {
        return String.join("\n", lately);
    }

    String summary() {
        return "%d tries, %d forms taken, %d tasks".formatted(tries, taken, tasksReached.size());
    }

    /** Whether an answer of these choices to this step would be worth trying. */
    boolean isNew(String step, Map<String, Object> answer) {
        return !seen.contains(shape(step, answer))
                && seen.stream().filter(one -> one.startsWith(step + " ")).count() < SHAPES;
    }

    /** Starts a process with its form; gives back its business key. */
    String start(String person, String process, Map<String, Object> answer) {
        String path = "/engine-rest/process-definition/key/" + process + "/submit-form";
        JsonNode started = sent(process, all.starts().get(process), person, List.of(path), answer);
        return started.path("businessKey").asText();
    }

    /** Completes a task with its form. */
    void complete(String person, Task task, Map<String, Object> answer) {
        String path = "/engine-rest/task/" + task.getId();
        tasksReached.add(task.getTaskDefinitionKey());
        sent(
                task.getTaskDefinitionKey(),
                task.getCamundaFormRef().getKey(),
                person,
                List.of(path + "/submit-form", path + "/complete"),
                answer);
    }

    private JsonNode sent(String step, String form, String person, List<String> doors, Map<String, Object> answer) {
        formsReached.add(form);
        Map<String, Object> odd = new HashMap<>(answer);
        boolean first = stepsReached.add(step);
        boolean isNew = isNew(step, answer) && seen.add(shape(step, answer));
        if (isNew) {
            odd = underFire(step, form, person, doors, answer, first ? depth : Depth.TEXTS);
        }
        HttpResponse<String> took = post(person, doors.get(random.nextInt(doors.size())), odd);
        if (took.statusCode() >= 300) {
            faults.add(step + ": all oddities that can stand by themselves are not taken together: " + told(took));
            odd = new HashMap<>(answer);
            took = post(person, doors.get(0), odd);
            assertThat(took.statusCode())
                    .as("%s of %s: %s", step, person, took.body())
                    .isLessThan(300);
        }
        if (isNew) {
            taken++;
            lately.addLast(step + " " + odd);
            if (lately.size() > 8) {
                lately.removeFirst();
            }
            isKept(step, form, answer, odd);
        }
        return read(took);
    }

    /** Gives back the answer with the oddest of all texts that can stand in each field. */
    private Map<String, Object> underFire(
            String step, String form, String person, List<String> doors, Map<String, Object> answer, Depth how) {
        Map<String, Object> oddest = new HashMap<>(answer);
        HttpResponse<String> plain = rehearsed(person, doors.get(0), answer);
        if (!rehearsal.isOver(told(plain))) {
            faults.add(step + ": a good answer is not taken: " + told(plain) + " " + answer);
            return oddest;
        }
        Snapshot before = Snapshot.of(database);
        for (Field field : all.fields().get(form)) {
            for (Odd odd : OddValues.of(field, LocalDate.now(story.clock), random, how)) {
                Map<String, Object> body = entries(answer);
                body.remove(field.key());
                if (odd.sent() != null) {
                    body.put(field.key(), odd.sent());
                }
                HttpResponse<String> answered = rehearsedBody(person, doors.get(tries % doors.size()), body);
                String what = step + "." + field.key() + " " + odd.name();
                if (rehearsal.isOver(told(answered))) {
                    if (odd.cannotStand()) {
                        faults.add(what + ": is taken and cannot stand");
                    } else if (odd.text() != null
                            && field.isText()
                            && !odd.text().replaceAll("[\\s\\p{Z}]", "").isEmpty()) {
                        keepOddest(oddest, field, odd.text());
                    }
                } else {
                    isRefusedInASentence(what, answered);
                }
            }
            Snapshot after = Snapshot.of(database);
            if (!after.equals(before)) {
                faults.add(step + "." + field.key() + ": a refused form has changed something: "
                        + before.difference(after));
                before = after;
            }
        }
        return oddest;
    }

    /** Now the one and now the other: each way of being odd is kept somewhere. */
    private void keepOddest(Map<String, Object> oddest, Field field, String text) {
        boolean fillsALetter = text.length() > MANY_PAGES;
        if (!fillsALetter && (random.nextInt(3) == 0 || !oddest.containsKey(field.key()))) {
            oddest.put(field.key(), text);
        }
    }

    /** Fields that the form shows only for other answers may be left; everything else that was typed is in the file. */
    private void isKept(String step, String form, Map<String, Object> answer, Map<String, Object> odd) {
        for (Field field : all.fields().get(form)) {
            boolean shown = !field.conditional() || answer.containsKey(field.key());
            if (field.isText() && shown && odd.get(field.key()) instanceof String typed && !areKept(typed)) {
                faults.add(step + "." + field.key() + ": is not kept as it was typed: "
                        + typed.substring(0, Math.min(60, typed.length())));
            }
        }
    }

    /** A list of people, as name; address; town; postcode, is kept piece by piece. */
    private boolean areKept(String typed) {
        return isKept(typed.replaceAll("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$", ""))
                || typed.contains(";")
                        && Stream.of(typed.split("[;\n]")).map(String::strip).allMatch(this::isKept);
    }

    private boolean isKept(String typed) {
        String anywhere = texts.stream()
                .map(column -> {
                    String[] at = column.split("\\.");
                    return "select 1 from " + at[0] + " where position(cast(? as varchar(20000)) in " + at[1] + ") > 0";
                })
                .collect(Collectors.joining(" union all "));
        return !database.queryForList(
                        anywhere + " limit 1",
                        texts.stream().map(column -> typed).toArray())
                .isEmpty();
    }

    private List<String> columnsOfText() {
        return database.queryForList(
                "select table_name || '.' || column_name from information_schema.columns"
                        + " where lower(table_schema) = 'public' and lower(table_name) not like 'act\\_%' escape '\\'"
                        + " and lower(table_name) not like 'flyway%' and lower(data_type) like 'character varying'"
                        + " order by 1",
                String.class);
    }

    private void isRefusedInASentence(String what, HttpResponse<String> answered) {
        String sentence = told(answered);
        int status = answered.statusCode();
        if (status != 400 && status != 403 && status != 404) {
            faults.add(what + ": answered " + status + " " + sentence);
        } else if (!SENTENCE.matcher(sentence).matches()
                || OF_THE_MACHINE.stream().anyMatch(sentence::contains)) {
            faults.add(what + ": this is no sentence for a caseworker: " + sentence);
        }
    }

    /** Bodies that are no form at all. */
    void bodiesThatAreNoForm(String person, String door, Map<String, Object> answer) {
        Map<String, Object> stray = new TreeMap<>(Map.of(
                "a name with NUL \u0000",
                "x",
                "half \uD83D",
                "x",
                "${7*7}",
                "x",
                "<script>",
                "x",
                "team",
                "team-south",
                "plan06Due",
                "2030-01-01T23:59:59",
                "",
                "x",
                "n".repeat(200_000),
                "x"));
        Snapshot before = Snapshot.of(database);
        stray.forEach((name, value) -> {
            Map<String, Object> body = entries(answer);
            body.put(name, OddValues.value(value));
            isRefusedInASentence(
                    "an unknown field " + name.substring(0, Math.min(20, name.length())),
                    rehearsedBody(person, door, body));
        });
        for (String body : List.of(
                "",
                "x",
                "null",
                "[]",
                "{",
                "{\"variables\":[]}",
                "{\"variables\":null}",
                "{\"variables\":{\"verdict\":null}}",
                "{\"variables\":{\"verdict\":\"SIGN\"}}",
                "{\"variables\":{\"verdict\":{\"value\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}}}",
                "{\"variables\":{\"verdict\":{\"value\":\"\\ud83d\",\"type\":\"\\u0000\"}}}")) {
            isRefusedInASentence(
                    "the body " + body.substring(0, Math.min(60, body.length())), postBody(person, door, body));
        }
        assertThat(Snapshot.of(database))
                .as("nothing of that has changed anything")
                .isEqualTo(before);
        for (String path : List.of(
                "/engine-rest/task/none/submit-form",
                "/engine-rest/task/none/complete",
                "/engine-rest/task/%F0%9F%98%80/complete",
                "/engine-rest/task/" + "9".repeat(3_000) + "/submit-form",
                "/engine-rest/task/'%20or%201=1/submit-form",
                "/engine-rest/process-definition/key/none/submit-form",
                "/engine-rest/process-definition/none/submit-form",
                "/engine-rest/process-definition/key/%24%7B7*7%7D/submit-form")) {
            isRefusedInASentence(path.substring(0, Math.min(60, path.length())), post(person, path, answer));
        }
        assertThat(Snapshot.of(database)).isEqualTo(before);
    }

    private String shape(String step, Map<String, Object> answer) {
        // The steps of earlier releases are not among those of today.
        String form = all.tasks().getOrDefault(step, all.starts().getOrDefault(step, ""));
        String choices = all.fields().getOrDefault(form, List.of()).stream()
                .filter(field -> field.type().equals("radio"))
                .map(field -> String.valueOf(answer.get(field.key())))
                .collect(Collectors.joining(" "));
        return step + " " + choices;
    }

    private HttpResponse<String> rehearsed(String person, String door, Map<String, Object> answer) {
        return rehearsedBody(person, door, entries(answer));
    }

    private HttpResponse<String> rehearsedBody(String person, String door, Map<String, Object> entries) {
        tries++;
        rehearsal.begin();
        try {
            return postBody(person, door, body(entries));
        } finally {
            rehearsal.end();
        }
    }

    private HttpResponse<String> post(String person, String door, Map<String, Object> answer) {
        return postBody(person, door, body(entries(answer)));
    }

    private HttpResponse<String> postBody(String person, String door, String body) {
        return program.send(
                "POST", door, body, "Authorization", Visitor.basic(person, person), "Content-Type", "application/json");
    }

    private static Map<String, Object> entries(Map<String, Object> answer) {
        Map<String, Object> entries = new HashMap<>();
        answer.forEach((key, value) -> entries.put(key, OddValues.value(value)));
        return entries;
    }

    private String body(Map<String, Object> entries) {
        try {
            return json.writeValueAsString(Map.of("variables", entries));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String told(HttpResponse<String> answered) {
        return read(answered).path("message").asText("no sentence but " + answered.body());
    }

    private JsonNode read(HttpResponse<String> answered) {
        try {
            return json.readTree(answered.body());
        } catch (IOException notJson) {
            return json.createObjectNode().put("message", "no JSON but " + answered.body());
        }
    }
}
