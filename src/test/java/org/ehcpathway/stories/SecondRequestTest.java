package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.testing.NhsNumbers;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A mother asks on Monday 14 September 2026; the school asks for the same child on 28 September. */
class SecondRequestTest {

    abstract static class Told extends Story {

        @Test
        void aSecondRequestForTheSameChildIsJoinedToTheFirst_andTheFirstClockCounts() {
            Map<String, Object> first = nell("Nell", "Ashby");
            on(2026, 9, 14);
            String nell = people.request("caseworker", first);
            people.runJobs();
            assertThat(openTasks(nell)).doesNotContain("userTask_checkDuplicate");

            on(2026, 9, 28);
            Map<String, Object> second = new HashMap<>(first);
            second.put("firstNames", "Nelly");
            second.put("lastName", "Ashby-Cole");
            second.put("source", "SETTING");
            second.put("requestedBy", "Mrs Grace Holloway");
            second.put("familyWordsBy", "Ruth Ashby");
            second.put("familyWords", "  The school is right:  please hurry.");
            second.put("receivedOn", "2026-09-28");
            String again = people.request("support", withTeam(second));
            people.runJobs();

            assertThat(openTasks(again))
                    .as("beside the case, not in front of it")
                    .containsExactly("userTask_checkAndSign", "userTask_checkDuplicate");
            Task compare = people.task(again, "userTask_checkDuplicate");
            assertThat(compare.getDueDate()).isEqualTo("2026-09-29T23:59:59");
            assertThat(tasks.getVariable(compare.getId(), "duplicateOf")).isEqualTo(nell);
            assertThat(deadline(again, "REQ-04").due()).isEqualTo("2026-11-09");

            compared(again, "SAME", null);
            people.runJobs();

            assertThat(file(again).c().stage()).isEqualTo(Stage.LINKED);
            assertThat(file(again).c().closedOn()).isEqualTo("2026-09-28");
            assertThat(isRunning(again)).isFalse();
            assertThat(file(again).deadlines())
                    .hasSize(3)
                    .extracting(Deadline::supersededWhy)
                    .containsOnly("The request was joined to an earlier one on 28 September 2026.");
            assertThat(letter(again, LetterKind.O_01).state())
                    .as("every request is acknowledged")
                    .isEqualTo(LetterState.SENT);
            assertThat(letter(again, LetterKind.L_01).state()).isEqualTo(LetterState.WITHDRAWN);
            assertThat(happened(again, "Joined to " + nell))
                    .containsExactly("2026-09-28T09:00 The request is considered in case " + nell
                            + ", which was received on 14 September 2026. Its dates count.");

            assertThat(deadline(nell, "REQ-04").due()).isEqualTo("2026-10-26");
            assertThat(deadline(nell, "REQ-04").supersededAt()).isNull();
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
            assertThat(happened(nell, "A second request was received"))
                    .singleElement()
                    .satisfies(
                            note -> assertThat(note)
                                    .startsWith(
                                            "2026-09-28T09:00 " + again
                                                    + ", received on 28 September 2026 from Mrs Grace Holloway (School, college or nursery)."));
            assertThat(file(nell).views())
                    .as("word for word, with every space")
                    .extracting(FamilyView::words)
                    .containsExactly(
                            "Nell comes home in tears and says she is stupid. She is not.",
                            "The school is right:  please hurry.");
            assertThat(lettersOf(nell, LetterKind.O_01)).hasSize(2);
            Letter told = lettersOf(nell, LetterKind.O_01).get(1);
            assertThat(told.state()).isEqualTo(LetterState.SENT);
            assertThat(text(documents.content(
                            reading.recipients(told.id()).get(0).documentId())))
                    .as("O-01 of the second request named six weeks from the later day, 9 November")
                    .contains(
                            "We received another request for Nell on Monday 28 September 2026.",
                            "We will tell you by Monday 26 October 2026.",
                            "that date no longer counts")
                    .doesNotContain("9 November");
            assertThat(endings.checks(again)).singleElement().satisfies(check -> assertThat(check.checkedBy())
                    .isEqualTo("caseworker"));
        }

        @Test
        void whatOnlyTheSecondRequestBringsGoesOnInTheFirstCase() {
            Map<String, Object> first = nell("Ada", "Lund");
            first.remove("settingUrn");
            on(2026, 9, 14);
            String ada = people.request("caseworker", first);
            people.runJobs();

            on(2026, 9, 15);
            Map<String, Object> second = new HashMap<>(first);
            second.put("receivedOn", "2026-09-15");
            second.put("settingUrn", "100001");
            second.put("secondContact", true);
            second.put("contact2Name", "Paul Ashby");
            second.put("contact2Relationship", "Father");
            second.put("contact2Responsibility", true);
            second.put("contact2Channel", "POST");
            second.put("contact2SameAddress", true);
            String again = people.request("caseworker", second);
            people.runJobs();
            documents.add(
                    again, DocumentKind.REQUEST, "Hearing test", "test.txt", "She hears little.".getBytes(), "support");
            compared(again, "SAME", null);
            people.runJobs();

            assertThat(file(ada).documents())
                    .filteredOn(paper -> paper.title().equals("Hearing test"))
                    .singleElement()
                    .satisfies(paper -> {
                        assertThat(paper.kind()).isEqualTo(DocumentKind.REQUEST);
                        assertThat(new String(documents.content(paper.id()))).isEqualTo("She hears little.");
                    });
            assertThat(file(again).documents())
                    .filteredOn(paper -> paper.title().equals("Hearing test"))
                    .hasSize(1);
            assertThat(file(ada).contacts())
                    .extracting(Contact::name)
                    .as("the mother is there once")
                    .containsExactly("Ruth Ashby", "Paul Ashby");
            assertThat(file(ada).setting().urn()).isEqualTo("100001");

            sign("caseworker", ada);
            assertThat(recipients(ada, LetterKind.L_01))
                    .as("nobody had signed it when the father became known")
                    .extracting(LetterRecipient::name)
                    .containsExactlyInAnyOrder("Ruth Ashby", "Paul Ashby");
            consider(ada);
            assertThat(recipients(ada, LetterKind.L_02))
                    .extracting(LetterRecipient::name)
                    .contains("Paul Ashby", "Mrs Grace Holloway");
        }

        @Test
        void theSameNumberIsTheSamePerson_whateverTheName_andAnotherNumberIsNot() {
            Map<String, Object> first = nell("Kofi", "Mensah");
            String nhs = NhsNumbers.next();
            first.put("nhsNumber", nhs);
            on(2026, 9, 14);
            String kofi = people.request("caseworker", first);
            people.runJobs();

            Map<String, Object> otherNumber = new HashMap<>(first);
            otherNumber.put("nhsNumber", NhsNumbers.next());
            String namesake = people.request("caseworker", otherNumber);
            people.runJobs();
            assertThat(openTasks(namesake)).containsExactly("userTask_checkAndSign");

            Map<String, Object> otherName = new HashMap<>(first);
            otherName.put("firstNames", "Unknown");
            otherName.put("lastName", "Child");
            otherName.put("birthDate", "2018-01-01");
            String same = people.request("caseworker", otherName);
            people.runJobs();
            assertThat(tasks.getVariable(
                            people.task(same, "userTask_checkDuplicate").getId(), "duplicateOf"))
                    .isEqualTo(kofi);
        }

        @Test
        void twinsAreTwoPeople_andTheCaseGoesOnAsIfNobodyHadAsked() {
            Map<String, Object> first = nell("Ben", "Okafor");
            on(2026, 9, 14);
            people.request("caseworker", first);
            people.runJobs();
            Map<String, Object> sister = new HashMap<>(first);
            sister.put("firstNames", "Bea");
            String bea = people.request("caseworker", sister);
            people.runJobs();
            assertThat(openTasks(bea)).as("short names of twins").containsExactly("userTask_checkAndSign");

            Map<String, Object> nearly = new HashMap<>(first);
            nearly.put("firstNames", "Benjamin");
            nearly.put("knownAs", "Ben");
            String benjamin = people.request("caseworker", nearly);
            people.runJobs();
            compared(benjamin, "NOT_SAME", null);
            assertThat(openTasks(benjamin)).containsExactly("userTask_checkAndSign");
            assertThat(file(benjamin).c().isOpen()).isTrue();
            assertThat(happened(benjamin, "Not a second request")).hasSize(1);
            sign("caseworker", benjamin);
            assertThat(openTasks(benjamin)).containsExactly("userTask_considerRequest");
        }

        @Test
        void anEarlierDateIsNeverLost_aRequestIsNotJoinedToOneThatCameLater() {
            Map<String, Object> logged = nell("Isla", "Hargreaves");
            logged.put("receivedOn", "2026-09-16");
            on(2026, 9, 16);
            String later = people.request("caseworker", logged);
            people.runJobs();
            Map<String, Object> found = new HashMap<>(logged);
            found.put("receivedOn", "2026-09-10");
            on(2026, 9, 17);
            String earlier = people.request("caseworker", found);
            people.runJobs();

            assertThatThrownBy(() -> compared(earlier, "SAME", later))
                    .hasMessageContaining("This request was received on 10 September 2026, before that of " + later)
                    .hasMessageContaining(
                            "Have " + later + " end instead, by “End a request”, as joined to " + earlier);
            assertThatThrownBy(() -> compared(earlier, "SAME", "EHC-2026-99999"))
                    .hasMessageContaining("Give the reference of the other case, one of: " + later);
            assertThat(openTasks(earlier)).contains("userTask_checkDuplicate");

            people.start(
                    "caseworker",
                    "end-of-request",
                    Map.of(
                            "reference", later,
                            "ground", "LINKED",
                            "joins", earlier,
                            "happenedOn", "2026-09-17",
                            "toldBy", "Casey Marlow",
                            "toldHow", "compared the two requests"));
            people.complete(
                    "manager",
                    later,
                    "userTask_confirmEnd",
                    Map.of("verdict", "END", "reasons", "The two requests are for one and the same child."));
            compared(earlier, "NOTHING_LEFT", null);

            assertThat(file(later).c().stage()).isEqualTo(Stage.LINKED);
            assertThat(file(earlier).c().isOpen()).isTrue();
            assertThat(deadline(earlier, "REQ-04").due()).isEqualTo("2026-10-22");
        }

        @Test
        void anAssessmentLessThanSixMonthsAgoIsShownToTheDecider_andRefusesNothing() {
            Map<String, Object> first = nell("Tamsin", "Rowe");
            on(2026, 9, 14);
            String before = people.request("caseworker", first);
            people.runJobs();
            sign("caseworker", before);
            consider(before);
            decideToAssess(before, true, true);
            sign("caseworker", before);
            askForAdvice(before);
            on(2026, 10, 26);
            allAdviceArrives(before);
            recommend(before, false);
            decideOnPlan(before, false);
            sign("manager", before);

            assertThat(earlierAssessment(first, LocalDate.of(2027, 4, 26)))
                    .as("the last day of the six months")
                    .contains("assessed on 26 Oct 2026, in case " + before);
            assertThat(earlierAssessment(first, LocalDate.of(2027, 4, 27))).isEmpty();
        }

        private String earlierAssessment(Map<String, Object> first, LocalDate day) {
            on(day);
            Map<String, Object> form = new HashMap<>(first);
            form.put("receivedOn", day.toString());
            String again = people.request("caseworker", form);
            people.runJobs();
            sign("caseworker", again);
            Task consider = people.task(again, "userTask_considerRequest");
            String shown = (String) tasks.getVariable(consider.getId(), "earlierAssessment");
            consider(again);
            decideToAssess(again, true, false);
            sign("manager", again);
            return shown;
        }

        private void compared(String reference, String verdict, String other) {
            Map<String, Object> form = new HashMap<>();
            form.put("verdict", verdict);
            form.put("sameAs", other);
            form.put("reasons", "Name, day of birth and address were compared with the school.");
            people.complete("caseworker", reference, "userTask_checkDuplicate", form);
        }

        /** A child without a number; no two stories have one of the same name. */
        private Map<String, Object> nell(String firstName, String lastName) {
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 14));
            form.remove("nhsNumber");
            form.put("firstNames", firstName);
            form.put("lastName", lastName);
            form.put("birthDate", "2018-05-01");
            return form;
        }

        private static Map<String, Object> withTeam(Map<String, Object> form) {
            form.put("team", "team-north");
            return form;
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
