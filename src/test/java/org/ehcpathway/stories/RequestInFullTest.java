package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.CameBy;
import org.ehcpathway.casefile.RequestDetail;
import org.ehcpathway.casefile.RequestDetails;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests of Monday 14 September 2026, from everybody who may make one, thick and thin. */
class RequestInFullTest {

    abstract static class Told extends Story {

        @Autowired
        private RequestDetails details;

        @ParameterizedTest
        @EnumSource(RequestSource.class)
        void whoeverAsks_theClockIsTheSame_andNoRequestIsTooThin(RequestSource source) {
            on(2026, 9, 15);
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 14));
            form.put("source", source.name());
            form.put("familyWordsBy", "Ruth Ashby");
            String nell = people.request("caseworker", form);
            people.runJobs();

            assertThat(file(nell).c().source()).isEqualTo(source);
            assertThat(deadline(nell, "REQ-04").due()).isEqualTo("2026-10-26");
            assertThat(deadline(nell, "PLAN-06").due()).isEqualTo("2027-02-01");
            assertThat(details.of(nell).orElseThrow().showsSupport())
                    .as("nothing of SEN support is required")
                    .isFalse();
            assertThat(letter(nell, LetterKind.O_01).state()).isEqualTo(LetterState.SENT);
        }

        @Test
        void theSupportThatARequestShowsIsKept() {
            on(2026, 9, 14);
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 14));
            form.put("cameBy", "TELEPHONE");
            form.put("supportCycles", "3");
            form.put("supportSince", "2025-01-06");
            form.put("supportTried", "A reading group, every day; no progress.");
            form.put("supportCosts", "About 4,000 pounds a year.");
            String nell = people.request("caseworker", form);

            assertThat(details.of(nell).orElseThrow())
                    .returns(CameBy.TELEPHONE, RequestDetail::cameBy)
                    .returns(3, RequestDetail::supportCycles)
                    .returns(LocalDate.of(2025, 1, 6), RequestDetail::supportSince)
                    .returns("A reading group, every day; no progress.", RequestDetail::supportTried)
                    .returns("About 4,000 pounds a year.", RequestDetail::supportCosts)
                    .returns("caseworker", RequestDetail::recordedBy);

            refused("supportCycles", "three", "Write the cycles of support as a whole number from 0 to 99");
            refused("supportCycles", "-1", "Write the cycles of support as a whole number from 0 to 99");
            refused("supportSince", "2026-12-01", "it is in the future");
            refused("supportSince", "2017-01-01", "it is before the birth");
            refused("cameBy", "PIGEON", "has no such choice");
            refused("supportTried", "x".repeat(200_000), "is too long");
        }

        private void refused(String field, String typed, String sentence) {
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 14));
            form.put(field, typed);
            assertThatThrownBy(() -> people.request("caseworker", form)).hasMessageContaining(sentence);
        }

        @Test
        void everyRequestIsAcknowledgedTheSameDay_inTheNameOfWhoeverLoggedIt_andNobodyHasATaskWithIt() {
            on(2026, 9, 14);
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 10));
            form.put("team", "team-north");
            String nell = people.request("support", form);
            people.runJobs();

            Letter letter = letter(nell, LetterKind.O_01);
            assertThat(letter)
                    .returns(LetterState.SENT, Letter::state)
                    .returns("support", Letter::signedBy)
                    .returns("Jamie Osgood", Letter::signerName)
                    .returns("SEN business support", Letter::signerTitle);
            assertThat(recipients(nell, LetterKind.O_01))
                    .extracting(LetterRecipient::name, LetterRecipient::sentOn)
                    .containsExactly(tuple("Ruth Ashby", LocalDate.of(2026, 9, 14)));
            assertThat(words(nell, LetterKind.O_01, "Ruth Ashby"))
                    .contains("on Thursday 10 September 2026", "by Thursday 22 October 2026")
                    .doesNotContainIgnoringCase("right of appeal");
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
            assertThat(letter(nell, LetterKind.L_01).state())
                    .as("the consultation waits for a caseworker to read it")
                    .isEqualTo(LetterState.PREPARED);
        }

        @Test
        void aYoungPersonIsAcknowledgedHerself_whoeverAsked() {
            on(2026, 9, 14);
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 14));
            form.put("birthDate", "2009-03-09");
            form.put("source", "OTHER");
            form.put("familyWordsBy", "Ruth Ashby");
            form.remove("contact1Responsibility");
            String nell = people.request("caseworker", form);
            people.runJobs();
            assertThat(recipients(nell, LetterKind.O_01))
                    .as("a young person gets her own letter")
                    .extracting(LetterRecipient::name)
                    .containsExactly("Nell Ashby");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
