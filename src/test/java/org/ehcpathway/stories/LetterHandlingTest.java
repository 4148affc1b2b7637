package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.HandlingOfLetters;
import org.ehcpathway.pathway.HandlingOfLetters.Handling;
import org.ehcpathway.testing.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The table that says who signs which letter, and how it goes out. */
@OnH2
class LetterHandlingTest extends Story {

    private static final Pattern ROW =
            Pattern.compile("<inputEntry id=\"letterKind_\\w+\">\\s*<text>\"([^\"]+)\"</text>");

    /** Letters that carry a right of appeal: nobody signs away a hundred of them after reading ten. */
    private static final Set<LetterKind> WITH_A_RIGHT_OF_APPEAL = Set.of(
            LetterKind.L_03,
            LetterKind.L_06,
            LetterKind.L_10,
            LetterKind.L_13,
            LetterKind.L_14,
            LetterKind.L_16,
            LetterKind.L_17,
            LetterKind.L_18_REFUSED,
            LetterKind.L_19B);

    @Autowired
    private HandlingOfLetters table;

    @Autowired
    private RepositoryService repository;

    @Test
    void everyKindHasARowOfItsOwn_andNoRowIsOfNoKind() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(Path.of("processes/letter-handling.dmn")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(LetterKind.values()).map(LetterKind::id).toList());
    }

    @Test
    void whatCarriesARightOfAppealIsSignedByAManager_oneByOne() {
        for (LetterKind kind : WITH_A_RIGHT_OF_APPEAL) {
            assertThat(table.of(kind))
                    .as(kind.id())
                    .returns(true, Handling::byManager)
                    .returns(false, Handling::bulk);
        }
    }

    @Test
    void takingThePlanAwayNeedsTwo_andGoesByPost() {
        assertThat(table.of(LetterKind.L_14)).isEqualTo(new Handling(true, true, true, false));
        assertThat(table.of(LetterKind.L_19B)).isEqualTo(new Handling(true, true, true, false));
    }

    @Test
    void whereTheTableSaysAManager_theManagerSignsTheAdviceRequests() throws IOException {
        String own = Files.readString(Path.of("processes/letter-handling.dmn"))
                .replaceFirst("(?s)(<outputEntry id=\"signer_L_05\">\\s*<text>)\"CASEWORKER\"", "$1\"MANAGER\"");
        String deployed = repository
                .createDeployment()
                .addString("letter-handling.dmn", own)
                .deploy()
                .getId();
        try {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            people.complete("caseworker", nell, "userTask_chooseAdvisers", Map.of());

            Task requests = people.tasks(nell, "userTask_signAdviceRequests").get(0);
            assertThat(tasks.getIdentityLinksForTask(requests.getId()))
                    .extracting(IdentityLink::getGroupId)
                    .containsExactly("managers-north");
            assertThatThrownBy(() -> people.complete("caseworker", requests, Map.of("sign", true)))
                    .isInstanceOf(ProcessEngineException.class);
            people.complete("manager", requests, Map.of("sign", true));
            assertThat(lettersOf(nell, LetterKind.L_05))
                    .extracting(Letter::signedBy)
                    .containsOnly("manager");
        } finally {
            repository.deleteDeployment(deployed, true);
        }
    }

    @Test
    void whatNeedsTwoIsNeverSignedInBulk() {
        assertThat(LetterKind.values())
                .filteredOn(kind -> table.of(kind).secondCheck())
                .noneMatch(kind -> table.of(kind).bulk());
    }
}
