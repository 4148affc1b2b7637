package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Enquiries;
import org.ehcpathway.casefile.EnquiryEvent;
import org.ehcpathway.casefile.EnquiryEvent.What;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People ask the service on Thursday 24 September 2026; the answer is due by Thursday 1 October. */
class EnquiryTest {

    abstract static class Told extends Story {

        @Autowired
        private Enquiries enquiries;

        @Test
        void anEnquiryAboutACaseIsAnsweredByTheOneWhoWasNamed() {
            on(2026, 9, 24);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            Map<String, Object> form = enquiry();
            form.put("reference", nell);
            form.put("owner", "caseworker2");
            String key = people.start("support", "enquiry", form);
            assertThat(key).isEqualTo(nell);

            Task task = people.task(nell, "userTask_answerEnquiry");
            assertThat(task.getAssignee()).isEqualTo("caseworker2");
            assertThat(task.getDueDate()).isEqualTo("2026-10-01T23:59:59");
            assertThat(tasks.getVariables(task.getId()).values().stream().map(String::valueOf))
                    .as("who asks and what is on its page, and nowhere in the engine")
                    .noneMatch(value -> value.contains("hear from you") || value.contains("ruth@example.org"));
            assertThat(task.getName()).startsWith("Answer the enquiry: ENQ-");

            on(2026, 9, 25);
            Map<String, Object> answer = answer("ANSWERED");
            answer.put("words", "By 26 October at the latest.\n  You can ring me at any time.");
            people.complete("caseworker2", task, answer);
            Enquiries.Told told = enquiries.of(nell).get(0);
            assertThat(told.isOpen()).isFalse();
            assertThat(told.answer().orElseThrow())
                    .returns("By 26 October at the latest.\n  You can ring me at any time.", EnquiryEvent::words)
                    .returns("by e-mail", EnquiryEvent::toldHow)
                    .returns("caseworker2", EnquiryEvent::by);
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
            assertThat(happened(nell, "Enquiry " + told.enquiry().reference() + ": Answered"))
                    .hasSize(1);
        }

        @Test
        void anEnquiryAboutNoCaseGoesToAColleague_andThenElsewhere_andThePersonIsTold() {
            on(2026, 9, 24);
            String key = people.start("caseworker", "enquiry", enquiry());
            assertThat(key).matches("ENQ-\\d{5}");
            Task task = people.task(key, "userTask_answerEnquiry");
            assertThat(task.getAssignee())
                    .as("whoever records it, unless another is named")
                    .isEqualTo("caseworker");
            assertThat(tasks.getVariable(task.getId(), "reference")).isEqualTo(key);
            Long id = (Long) tasks.getVariable(task.getId(), Vars.ENQUIRY_ID);

            Map<String, Object> toNobody = answer("COLLEAGUE");
            assertThatThrownBy(() -> people.complete("caseworker", task, toNobody))
                    .hasMessageContaining("Name who deals with the enquiry from now on.");
            toNobody.put("toWhom", "caseworkersouth");
            assertThatThrownBy(() -> people.complete("caseworker", task, toNobody))
                    .hasMessageContaining("There is nobody with this log-in in the team");
            toNobody.put("toWhom", "caseworker2");
            people.complete("caseworker", task, toNobody);

            Task next = people.task(key, "userTask_answerEnquiry");
            assertThat(next.getAssignee()).isEqualTo("caseworker2");
            assertThat(next.getDueDate()).as("passing on gives no new days").isEqualTo("2026-10-01T23:59:59");
            Map<String, Object> elsewhere = answer("ELSEWHERE");
            elsewhere.put("toWhom", "School transport, Exampleshire Council");
            people.complete("caseworker2", next, elsewhere);

            assertThat(enquiries.get(id).events())
                    .extracting(EnquiryEvent::what)
                    .containsExactly(What.NAMED, What.PASSED_ON, What.REDIRECTED);
            assertThat(enquiries.get(id).owner()).isEqualTo("School transport, Exampleshire Council");
            assertThat(isRunning(key)).isFalse();
        }

        @Test
        void aLateEnquiryGoesToTheManager_andStaysLateUntilItIsAnswered() {
            on(2026, 9, 24);
            String key = people.start("caseworker", "enquiry", enquiry());
            at("2026-10-01T23:59");
            Task task = people.task(key, "userTask_answerEnquiry");
            Long id = (Long) tasks.getVariable(task.getId(), Vars.ENQUIRY_ID);
            assertThat(task.getPriority()).as("the last day is in time").isLessThan(90);
            assertThat(enquiries.get(id).isLate(LocalDate.of(2026, 10, 1))).isFalse();
            assertThatThrownBy(() -> people.complete("manager", task, answer("ANSWERED")))
                    .isInstanceOf(RuntimeException.class);

            on(2026, 10, 2);
            Task late = people.task(key, "userTask_answerEnquiry");
            assertThat(late.getPriority()).isEqualTo(90);
            assertThat(late.getAssignee()).isNull();
            assertThat(enquiries.get(id).isLate(LocalDate.of(2026, 10, 2))).isTrue();
            people.complete("manager", late, answer("ANSWERED"));
            assertThat(enquiries.get(id).events())
                    .extracting(EnquiryEvent::what)
                    .containsExactly(What.NAMED, What.LATE, What.ANSWERED);
            assertThat(isRunning(key)).isFalse();
        }

        @Test
        void aLateEnquiryIsGivenToACaseworkerByTheManager_andStaysThere() {
            on(2026, 9, 24);
            String key = people.start("caseworker", "enquiry", enquiry());
            on(2026, 10, 2);
            Map<String, Object> toRowan = answer("COLLEAGUE");
            toRowan.put("toWhom", "caseworker2");
            people.complete("manager", people.task(key, "userTask_answerEnquiry"), toRowan);
            people.runJobs();

            Task given = people.task(key, "userTask_answerEnquiry");
            assertThat(given.getAssignee())
                    .as("the day has passed for this task too, and nobody takes it away again")
                    .isEqualTo("caseworker2");
            assertThat(given.getPriority()).isEqualTo(90);
            Long id = (Long) tasks.getVariable(given.getId(), Vars.ENQUIRY_ID);
            assertThat(enquiries.get(id).events())
                    .extracting(EnquiryEvent::what)
                    .containsExactly(What.NAMED, What.LATE, What.PASSED_ON);
            people.complete("caseworker2", given, answer("ANSWERED"));
            assertThat(isRunning(key)).isFalse();
        }

        @Test
        void whatCannotBeIsRefusedWithASentence() {
            on(2026, 9, 24);
            refused(Map.of("reference", "EHC-1999-00001"), "There is no case EHC-1999-00001; check the reference.");
            refused(Map.of("receivedOn", "2026-09-25"), "it is in the future");
            refused(Map.of("owner", "nobody"), "There is nobody with this log-in in the team");
            refused(Map.of("team", "team-east"), "Please choose the team that answers.");
            refused(Map.of("words", "x".repeat(200_000)), "is too long");
            refused(Map.of("askedBy", "Ruth\u0000"), "cannot be printed");
            refused(Map.of("cameBy", "PIGEON"), "has no such choice");
            refused(Map.of("reach", 5), "must be text");
            Map<String, Object> nobodyNamed = enquiry();
            nobodyNamed.put("team", "team-north");
            assertThatThrownBy(() -> people.start("support", "enquiry", nobodyNamed))
                    .hasMessageContaining("Name who deals with the enquiry: the log-in of somebody in the team.");
            assertThatThrownBy(() -> people.start("panel", "enquiry", enquiry()))
                    .isInstanceOf(AuthorizationException.class);
        }

        private void refused(Map<String, Object> but, String sentence) {
            Map<String, Object> form = enquiry();
            form.putAll(but);
            assertThatThrownBy(() -> people.start("caseworker", "enquiry", form))
                    .hasMessageContaining(sentence);
        }

        private static Map<String, Object> enquiry() {
            Map<String, Object> form = new HashMap<>();
            form.put("receivedOn", "2026-09-24");
            form.put("cameBy", "EMAIL");
            form.put("askedBy", "Ruth Ashby");
            form.put("reach", "ruth@example.org");
            form.put("words", "When do we hear from you?\n\n Please.");
            return form;
        }

        private Map<String, Object> answer(String outcome) {
            Map<String, Object> form = new HashMap<>();
            form.put("outcome", outcome);
            form.put("words", "They know more about this than we do.");
            form.put("toldHow", "by e-mail");
            form.put("toldOn", LocalDate.now(clock).toString());
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
