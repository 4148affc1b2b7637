package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every version that was ever released runs on today's beans: nobody's case stops because the council updates. */
class ReleasedVersionsTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path TODAY = Path.of("processes");

    abstract static class Told extends Story {

        @Autowired
        RepositoryService repository;

        @ParameterizedTest
        @MethodSource("versions")
        void aCaseBegunAndFinishedOnAReleasedVersion(String version) throws IOException {
            deploy(RELEASED.resolve(version));
            on(2026, 9, 14);
            String nell = begun(version);
            toTheAdvice(nell);
            toTheFinalPlan(nell);
            finished(nell);
        }

        /** The called processes are those of today; the case itself stays on the version it began on. */
        @ParameterizedTest
        @MethodSource("versions")
        void aCaseBegunOnAReleasedVersionGoesOnAfterAnUpdate(String version) throws IOException {
            deploy(RELEASED.resolve(version));
            on(2026, 9, 14);
            String nell = begun(version);
            toTheAdvice(nell);
            deploy(TODAY);
            toTheFinalPlan(nell);
            finished(nell);
        }

        /** Between preparing a letter and sending it lies a signature that may take days: long enough for an update. */
        @ParameterizedTest
        @MethodSource("versions")
        void aLetterPreparedOnAReleasedVersionGoesOutAfterAnUpdate(String version) throws IOException {
            deploy(RELEASED.resolve(version));
            on(2026, 9, 14);
            String nell = begun(version);
            people.runJobs();
            deploy(TODAY);
            sign("caseworker", nell);
            consider(nell);
            decideToAssess(nell, true, false);
            sign("manager", nell);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.NOT_ASSESSED);
            assertThat(deadline(nell, "REQ-04").metOn()).isEqualTo("2026-09-14");
            assertThat(isRunning(nell)).isFalse();
        }

        static List<String> versions() throws IOException {
            try (Stream<Path> folders = Files.list(RELEASED)) {
                return folders.filter(Files::isDirectory)
                        .map(folder -> folder.getFileName().toString())
                        .sorted()
                        .toList();
            }
        }

        private String begun(String version) {
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            String definition = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(nell)
                    .processDefinitionKey("needs-assessment")
                    .singleResult()
                    .getProcessDefinitionId();
            assertThat(repository.getProcessDefinition(definition).getVersionTag())
                    .isEqualTo(version);
            return nell;
        }

        private void toTheAdvice(String nell) {
            people.runJobs();
            sign("caseworker", nell);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            on(2026, 9, 21);
            askForAdvice(nell);
        }

        private void toTheFinalPlan(String nell) {
            on(2026, 10, 26);
            allAdviceArrives(nell);
            recommend(nell, true);
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            writePlan(nell);
            sign("caseworker", nell);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_recordRepresentations",
                    Map.of(
                            "answer", "GIVEN",
                            "words", "The plan is right.",
                            "saidBy", "Ruth Ashby",
                            "saidOn", "2026-10-26"));
            on(2026, 11, 30);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_prepareFinalPlan",
                    Map.of(
                            "naming", "TYPE",
                            "settingType", "mainstream primary school",
                            "healthAgreedOn", "2026-11-27",
                            "changes", "None were needed."));
            people.complete(
                    "manager",
                    nell,
                    "userTask_nameSettingAndSign",
                    Map.of(
                            "verdict", "SIGN",
                            "ground", "TYPE_NO_REQUEST",
                            "mainstream", "MAINSTREAM",
                            "reasons", "No setting has a place for Nell yet, so the plan names a type."));
            sign("manager", nell);
        }

        private void finished(String nell) {
            assertThat(isRunning(nell)).isFalse();
            assertThat(jobsOf(nell)).isEmpty();
            assertThat(file(nell).c().stage()).isEqualTo(Stage.PLAN_FINALISED);
            assertThat(file(nell).decisions())
                    .extracting(Decision::kind)
                    .containsExactly(
                            DecisionKind.ASSESS,
                            DecisionKind.ISSUE_PLAN,
                            DecisionKind.NAME_SETTING,
                            DecisionKind.FINALISE_PLAN);
            assertThat(deadline(nell, "PLAN-06").metOn()).isEqualTo("2026-11-30");
            assertThat(reading.of(nell).stream()
                            .map(letter -> letter.kind())
                            .distinct()
                            .sorted()
                            .toList())
                    .containsExactly(
                            LetterKind.L_01,
                            LetterKind.L_04,
                            LetterKind.L_05,
                            LetterKind.L_07,
                            LetterKind.L_08,
                            LetterKind.L_10);
        }

        /** As a new version of every process in the folder, also when nothing has changed. */
        private void deploy(Path folder) throws IOException {
            DeploymentBuilder deployment = repository.createDeployment().name(folder.toString());
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
                    deployment.addInputStream(file.getFileName().toString(), Files.newInputStream(file));
                }
            }
            List<ProcessDefinition> deployed = deployment.deployWithResult().getDeployedProcessDefinitions();
            assertThat(deployed).hasSizeGreaterThanOrEqualTo(8);
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
