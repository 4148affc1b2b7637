package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.form.CaseForm;
import org.ehcpathway.pathway.form.FormEntry;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for every diagram in {@code processes/} and every form in {@code forms/}, whoever draws the next one. */
@OnH2
class ProcessesTest extends Story {

    private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w'])([a-zA-Z]\\w*)(?![\\w']*')");

    /** What a process itself brings about, by its forms, steps and listeners; everything else it uses must be handed to it. */
    private static final Map<String, Set<String>> MADE_INSIDE = Map.ofEntries(
            Map.entry("needs-assessment", Set.of("issuePlan", "considersAssessing")),
            Map.entry("decide-to-assess", Set.of("assess", "panelAsked", "considersAssessing", "consultDue")),
            Map.entry("case-management", Set.of("caseManagerDue", "letterId", "introductionDue")),
            Map.entry(
                    "offered-conversation",
                    Set.of(
                            "conversationDue",
                            "newEvidence",
                            "reconsiderDue",
                            "decisionChanged",
                            "considersAssessing",
                            "letterKind",
                            "changeToldDue")),
            Map.entry("panel-consideration", Set.of("panelReachable", "panelGivesUpAt")),
            Map.entry(
                    "advice-gathering",
                    Set.of(
                            "adviceRequestsDue",
                            "signerGroup",
                            "weighExistingAdvice",
                            "adviceComplete",
                            "adviceGoesOnAt")),
            Map.entry(
                    "advice-request",
                    Set.of(
                            "adviserGroup",
                            "adviceDue",
                            "letterId",
                            "adviceRequestsDue",
                            "chaseDue",
                            "chaseAgainAt",
                            "chaseOn")),
            Map.entry(
                    "statutory-letter",
                    Set.of("letterSigned", "letterWithdrawn", "sendingOutcome", "sendAgainAt", "settleDue")),
            Map.entry("statutory-limit", Set.of("limitMet", "explainDue")),
            Map.entry("end-of-request", Set.of("endConfirmed", "closingLetter", "tellFamilyDue", "letterId")),
            Map.entry("duplicate-check", Set.of("samePerson")),
            Map.entry(
                    "draft-plan",
                    Set.of(
                            "draftDue",
                            "draftSecondCheck",
                            "draftAgreed",
                            "moreToCome",
                            "meetingAsked",
                            "meetingDue",
                            "meetingOver")),
            Map.entry("finalise-plan", Set.of("planSigned", "finalStep")),
            Map.entry(
                    "annual-review",
                    Set.of("arrangeDue", "invitationLetterId", "meetingDue", "meetingHeld", "settingGroup")),
            Map.entry("review-decision", Set.of("reportLetterId", "decisionLetterId", "reviewDecision")),
            Map.entry(
                    "amend-plan",
                    Set.of("decisionLetterId", "windowClosesAt", "rev12Due", "rev12WarnAt", "rev12MissedAt")),
            Map.entry("change-plan", Set.of("changePlan", "noticeDue", "changeDecisionDue")),
            Map.entry(
                    "cease-plan",
                    Set.of(
                            "cease",
                            "ceaseLetterKind",
                            "decisionLetterId",
                            "planEnds",
                            "closingLetter",
                            "ceaseHoldOverAt",
                            "planEndDue")),
            Map.entry(
                    "phase-transfer",
                    Set.of(
                            "wishDue",
                            "transfers",
                            "consultNow",
                            "reviewAhead",
                            "settingNamed",
                            "noticeDue",
                            "transferRule",
                            "transferDue",
                            "transferWarnAt",
                            "transferMissedAt",
                            "episodeId")),
            Map.entry("finish-amendment", Set.of("decisionLetterId", "finalStep", "amendment")),
            Map.entry("setting-consultation", Set.of("settingGroup", "consultationLetterDue", "letterId")));

    /** What the steps of a process read, beside its expressions. */
    private static final Map<String, Set<String>> READ_BY_STEPS = Map.of(
            "statutory-letter", Set.of("letterKind"),
            "statutory-limit", Set.of("rule", "limitDue"),
            "panel-consideration", Set.of("panelQuestion"),
            "advice-request", Set.of("adviceId"),
            "draft-plan", Set.of("plan06Due"),
            "setting-consultation", Set.of("consultationId"));

    /** May be handed over, and is understood, but need not be. */
    private static final Set<String> UNDERSTOOD = Set.of("aboutId", "letterId", "decisionMayGoBack", "episodeId");

    @Autowired
    TaskTimes times;

    @Autowired
    ApplicationContext beans;

    @Autowired
    List<CaseForm> forms;

    @Autowired
    PlatformTransactionManager transactions;

    private final Map<String, BpmnModelInstance> models = read();

    @Test
    void everyProcessHasANameAPurposeAndAnEndOfItsHistory() {
        assertThat(models).containsKeys("needs-assessment", "statutory-letter", "statutory-limit");
        models.forEach((id, model) -> {
            Process process = process(model);
            assertThat(process.getId()).as("the file is named for the process").isEqualTo(id);
            assertThat(process.getName()).as(id).isNotBlank();
            assertThat(process.isExecutable()).as(id).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).as(id).matches("P\\d+D");
            assertThat(process.getCamundaVersionTag()).as(id).isNotBlank();
            assertThat(words(process)).as(id).isNotBlank();
            assertThat(process.isCamundaStartableInTasklist())
                    .as("people start what begins with a form only: " + id)
                    .isEqualTo(Set.of(
                                    "needs-assessment",
                                    "end-of-request",
                                    "enquiry",
                                    "annual-review",
                                    "change-plan",
                                    "cease-plan")
                            .contains(id));
        });
    }

    @Test
    void everyElementHasItsPlaceInTheDiagramAndNoneCoversAnother() {
        models.forEach((id, model) -> {
            Map<String, Bounds> places = new HashMap<>();
            for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
                assertThat(shape.getBpmnElement()).as("a shape of " + id).isNotNull();
                places.put(shape.getBpmnElement().getId(), shape.getBounds());
            }
            for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
                assertThat(places).as(id).containsKey(node.getId());
                assertThat(node.getName()).as(node.getId()).isNotBlank();
            }
            for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
                assertThat(model.getModelElementsByType(BpmnEdge.class))
                        .as(flow.getId())
                        .anyMatch(edge -> edge.getBpmnElement() == flow
                                && edge.getWaypoints().size() > 1);
            }
            List<FlowNode> nodes = model.getModelElementsByType(FlowNode.class).stream()
                    .filter(node -> !(node instanceof BoundaryEvent))
                    .toList();
            for (FlowNode one : nodes) {
                for (FlowNode other : nodes) {
                    if (one != other && one.getParentElement() == other.getParentElement()) {
                        assertThat(overlap(places.get(one.getId()), places.get(other.getId())))
                                .as(one.getId() + " over " + other.getId())
                                .isFalse();
                    }
                }
            }
        });
    }

    @Test
    void everyTaskSaysWhoByWhenWhatAndOnWhichRule() {
        eachOf(UserTask.class, (id, task) -> {
            assertThat(words(task))
                    .as(task.getId())
                    .contains("Who: ")
                    .contains("By when: ")
                    .contains("What: ")
                    .containsPattern("[A-Z]{3,4}-\\d\\d|S-\\d\\d|[Rr]egulations? \\d|section \\d|Code \\d");
            assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaDueDate()).as(task.getId()).matches("\\$\\{\\w+}");
            assertThat(task.getCamundaAssignee()).as(task.getId()).isNull();
        });
        eachOf(
                CallActivity.class,
                (id, call) -> assertThat(words(call)).as(call.getId()).isNotBlank());
    }

    @Test
    void everyTaskHasItsRowInTheTableOfTasksAndNoOtherHasOne() {
        Set<String> known = new TreeSet<>();
        eachOf(UserTask.class, (id, task) -> {
            known.add(task.getId());
            assertThat(task.getCamundaPriority())
                    .as("%s: its priority stands in task-due-and-priority", task.getId())
                    .isNull();
            TaskTimes.Times row = times.of(task.getId());
            assertThat(row.priority()).as(task.getId()).isBetween(1, row.near());
            assertThat(row.near()).as(task.getId()).isBetween(1, row.late());
            assertThat(row.late()).as(task.getId()).isBetween(1, 100);
        });
        // No process of today has it, but cases begun on version 1.0 do.
        known.add("userTask_recommendAtPanel");
        assertThat(Dmn.readModelFromStream(getClass().getResourceAsStream("/processes/task-due-and-priority.dmn"))
                        .getModelElementsByType(Rule.class)
                        .stream()
                        .map(rule -> rule.getInputEntries()
                                .iterator()
                                .next()
                                .getTextContent()
                                .replace("\"", "")
                                .strip()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyStepIsABeanOfTheRightKindAndThereIsNoScript() {
        Set<String> steps = new TreeSet<>();
        eachOf(ServiceTask.class, (id, task) -> {
            assertThat(task.getCamundaClass()).as(task.getId()).isNull();
            assertThat(task.getCamundaExpression()).as(task.getId()).isNull();
            assertThat(task.getCamundaType()).as(task.getId()).isNull();
            assertThat(beans.getBean(beanOf(task.getCamundaDelegateExpression())))
                    .as(task.getId())
                    .isInstanceOf(JavaDelegate.class);
            steps.add(task.getId());
        });
        assertThat(steps).isNotEmpty();
        eachOf(CamundaExecutionListener.class, (id, listener) -> {
            assertThat(listener.getCamundaClass()).as(id).isNull();
            assertThat(listener.getCamundaExpression()).as(id).isNull();
            assertThat(beans.getBean(beanOf(listener.getCamundaDelegateExpression())))
                    .as(id)
                    .isInstanceOf(ExecutionListener.class);
        });
        eachOf(CamundaTaskListener.class, (id, listener) -> assertThat(listener.getCamundaDelegateExpression())
                .as(id)
                .isNotBlank());
        for (BpmnModelInstance model : models.values()) {
            assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
            assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
            attributes(model, "collection")
                    .forEach(collection -> assertThat(beans.containsBean(beanOf(collection.replaceAll("\\..*", "}"))))
                            .as(collection)
                            .isTrue());
        }
    }

    @Test
    void theStepsOfALetterAreJobsOfTheirOwnThatAreTriedAgain() {
        assertThat(models.get("statutory-letter").getModelElementsByType(ServiceTask.class))
                .hasSize(4)
                .allSatisfy(step -> {
                    assertThat(step.isCamundaAsyncBefore()).as(step.getId()).isTrue();
                    assertThat(step.getExtensionElements().getElements().stream()
                                    .map(ModelElementInstance::getTextContent))
                            .as(step.getId())
                            .contains(
                                    step.getId().equals("serviceTask_dispatchLetter")
                                            ? "PT1M,PT5M,PT30M,PT2H,PT6H"
                                            : "R5/PT1M");
                });
    }

    @Test
    void everyReferenceSaysWhichVersionItMeans() {
        eachOf(CallActivity.class, (id, call) -> {
            assertThat(call.getCamundaCalledElementBinding())
                    .as(call.getId())
                    .isIn("latest", "versionTag", "deployment");
            assertThat(models).as(call.getId() + " calls").containsKey(call.getCalledElement());
        });
        eachOf(BusinessRuleTask.class, (id, rule) -> assertThat(rule.getCamundaDecisionRefBinding())
                .as(rule.getId())
                .isNotBlank());
        eachOf(UserTask.class, (id, task) -> assertThat(task.getCamundaFormRefBinding())
                .as(task.getId())
                .isIn("latest", "versionTag", "deployment"));
        eachOf(StartEvent.class, (id, start) -> {
            if (start.getCamundaFormRef() != null) {
                assertThat(start.getCamundaFormRefBinding()).as(start.getId()).isNotBlank();
            }
        });
    }

    @Test
    void timersStandOnDatesThatWereComputed() {
        eachOf(TimerEventDefinition.class, (id, timer) -> {
            assertThat(timer.getTimeDuration()).as(timer.getId()).isNull();
            assertThat(timer.getTimeCycle()).as(timer.getId()).isNull();
            assertThat(timer.getTimeDate().getTextContent()).as(timer.getId()).matches("\\$\\{\\w+(At)}");
        });
    }

    @Test
    void aCalledProcessIsHandedWhatItNeedsAndNothingElse() {
        eachOf(CallActivity.class, (id, call) -> {
            String child = call.getCalledElement();
            List<CamundaIn> in = List.copyOf(call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list());
            assertThat(in)
                    .as(call.getId() + " hands on the case reference as business key")
                    .anyMatch(one -> "#{execution.processBusinessKey}".equals(one.getCamundaBusinessKey()));
            assertThat(in).as(call.getId()).noneMatch(one -> one.getCamundaVariables() != null);
            Set<String> handed = in.stream()
                    .map(CamundaIn::getCamundaTarget)
                    .filter(target -> target != null)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> needed = needed(child);
            needed.addAll(Set.of("caseReference", "team", "managerTeam"));
            assertThat(handed).as(call.getId() + " calls " + child).containsAll(needed);
            handed.removeAll(needed);
            handed.removeAll(UNDERSTOOD);
            handed.removeAll(MADE_INSIDE.getOrDefault(child, Set.of()));
            assertThat(handed)
                    .as(call.getId() + " hands over what nobody reads")
                    .isEmpty();
            Set<String> own = new HashSet<>(needed(id));
            own.addAll(Set.of("caseReference", "team", "managerTeam"));
            own.addAll(MADE_INSIDE.getOrDefault(id, Set.of()));
            in.stream()
                    .map(CamundaIn::getCamundaSource)
                    .filter(source -> source != null)
                    .forEach(source -> assertThat(own).as(call.getId()).contains(source));
        });
    }

    @Test
    void everyFormExistsIsUsedAndHasSomebodyWhoTakesIt() {
        Set<String> used = new TreeSet<>();
        eachOf(UserTask.class, (id, task) -> used.add(task.getCamundaFormRef()));
        eachOf(StartEvent.class, (id, start) -> {
            if (start.getCamundaFormRef() != null) {
                used.add(start.getCamundaFormRef());
            }
        });
        // A case that began on a released version is finished with the form its task names.
        for (Path released : files("src/test/resources/released/1.0", ".bpmn")) {
            Bpmn.readModelFromFile(released.toFile())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> used.add(task.getCamundaFormRef()));
        }
        Map<String, JsonNode> files = formFiles();
        assertThat(files.keySet()).as("files in forms/").isEqualTo(used);
        assertThat(forms.stream().map(CaseForm::id))
                .as("forms that are taken in")
                .containsExactlyInAnyOrderElementsOf(used);
        files.forEach((file, form) -> assertThat(form.path("id").asText())
                .as("the id is the name of the file")
                .isEqualTo(file));
    }

    /**
     * The contract of screen and application, both ways: a field nobody reads would lose what was typed, and a value no field
     * gives could never be typed.
     */
    @Test
    void everyFieldOfAFormIsReadAndNoOtherIsAskedFor() {
        Map<String, JsonNode> files = formFiles();
        for (CaseForm form : forms) {
            Map<String, Object> fields = fields(files.get(form.id()));
            Set<String> read = new TreeSet<>();
            new TransactionTemplate(transactions).executeWithoutResult(undone -> {
                undone.setRollbackOnly();
                try {
                    form.record(entry(new Recording(fields, read)));
                } catch (Refusal | IllegalStateException | IllegalArgumentException expected) {
                    // There is no such case; by then the form has been read.
                } catch (NullPointerException noLetter) {
                    assertThat(form.id())
                            .as("only of a letter that is not there")
                            .isIn("check-and-sign-letter", "provide-advice");
                }
            });
            assertThat(read).as(form.id()).isEqualTo(new TreeSet<>(fields.keySet()));
        }
    }

    private static FormEntry entry(Map<String, Object> values) {
        List<String> groups = new ArrayList<>(Roles.names().keySet());
        groups.add("team-north");
        return new FormEntry(
                "caseworker",
                groups,
                "task",
                Map.of(
                        "caseReference", "EHC-1999-00001",
                        "letterKind", "L-01",
                        "letterId", "0",
                        "adviceId", "0",
                        "consultationId", "0",
                        "windowLastDay", "2026-09-14T23:59:59",
                        "sittingReference", "PANEL-1999-01-05"),
                values,
                text -> Optional.empty());
    }

    /** Answers as a person would who fills in every field, and remembers what was asked. */
    private static final class Recording extends HashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        private final transient Set<String> read;

        Recording(Map<String, Object> values, Set<String> read) {
            super(values);
            this.read = read;
        }

        @Override
        public Object get(Object key) {
            read.add((String) key);
            return super.get(key);
        }
    }

    /** The fields of a form, each with something one could type into it. */
    private static Map<String, Object> fields(JsonNode form) {
        Map<String, Object> fields = new TreeMap<>();
        for (JsonNode component : form.path("components")) {
            if (component.has("key") && !component.path("disabled").asBoolean()) {
                fields.put(component.path("key").asText(), typed(component));
            }
            fields.putAll(fields(component));
        }
        return fields;
    }

    private static Object typed(JsonNode component) {
        return switch (component.path("type").asText()) {
            case "checkbox" -> true;
            case "datetime" -> "2026-09-14";
            case "radio", "select" ->
                component.path("values").path(0).path("value").asText();
            case "textfield", "textarea" -> "Something that was typed";
            default -> throw new AssertionError("Tasklist shows no such field: " + component);
        };
    }

    private static Map<String, JsonNode> formFiles() {
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> files = new TreeMap<>();
        for (Path file : files("forms", ".form")) {
            try {
                files.put(name(file), json.readTree(file.toFile()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    /** The variables that a process uses and does not make. */
    private Set<String> needed(String id) {
        BpmnModelInstance model = models.get(id);
        Set<String> used = new TreeSet<>(READ_BY_STEPS.getOrDefault(id, Set.of()));
        Matcher expression = EXPRESSION.matcher(Bpmn.convertToString(model));
        while (expression.find()) {
            Matcher name = NAME.matcher(expression.group(1));
            while (name.find()) {
                used.add(name.group(1));
            }
        }
        for (CamundaIn in : model.getModelElementsByType(CamundaIn.class)) {
            if (in.getCamundaSource() != null) {
                used.add(in.getCamundaSource());
            }
        }
        for (CamundaOut out : model.getModelElementsByType(CamundaOut.class)) {
            used.remove(out.getCamundaTarget());
        }
        used.removeIf(
                name -> beans.containsBean(name) || Set.of("execution", "true").contains(name));
        used.removeAll(MADE_INSIDE.getOrDefault(id, Set.of()));
        return used;
    }

    private static String beanOf(String expression) {
        assertThat(expression).matches("\\$\\{\\w+}");
        return expression.substring(2, expression.length() - 1);
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }

    private static List<String> attributes(BpmnModelInstance model, String name) {
        return model
                .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics.class)
                .stream()
                .map(loop -> loop.getAttributeValueNs(CAMUNDA, name))
                .filter(value -> value != null)
                .toList();
    }

    private <T extends ModelElementInstance> void eachOf(
            Class<T> type, java.util.function.BiConsumer<String, T> check) {
        models.forEach((id, model) -> model.getModelElementsByType(type).forEach(one -> check.accept(id, one)));
    }

    private static String words(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .collect(Collectors.joining(" "));
    }

    private static Process process(BpmnModelInstance model) {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1);
        return processes.iterator().next();
    }

    private static Map<String, BpmnModelInstance> read() {
        return files("processes", ".bpmn").stream()
                .collect(Collectors.toMap(ProcessesTest::name, file -> Bpmn.readModelFromFile(file.toFile())));
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.\\w+$", "");
    }
}
