package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A family asks for settings, and takes one of them back. */
class SettingRequestsTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    @CasefileRoom.Test
    abstract static class Story {

        @Autowired
        CaseFiles files;

        @Autowired
        SettingConsultations settings;

        @Test
        void whatWasTakenBackStaysInTheFile_andSectionIRestsOnTheRequestsThatAreLeft() {
            EhcCase rowans = files.open(Requests.rowans(), "caseworker");
            String reference = rowans.reference();
            LocalDate asked = rowans.receivedOn();
            SettingRequest first = settings.ask(
                    reference, "The Lark School", null, SettingKind.ACADEMY, "Maya Ashdown", asked, "caseworker");
            SettingRequest second = settings.ask(
                    reference, "Hill House", null, SettingKind.SECTION_41, "Maya Ashdown", asked, "caseworker");

            refused(reference, first, asked.minusDays(1), "Check the day; the family asked for the setting only on");
            refused(reference, first, LocalDate.of(2999, 1, 1), "future");
            assertThatThrownBy(() -> settings.takeBack(reference, 999_999, "Maya Ashdown", asked, "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("There is no such request for a setting in this case.");

            settings.takeBack(reference, first.id(), "Maya Ashdown", asked, "caseworker");

            assertThat(settings.requests(reference)).containsExactly(second);
            assertThat(settings.everyRequest(reference)).containsExactly(first, second);
            assertThat(settings.takenBack(reference)).hasSize(1).hasEntrySatisfying(first.id(), kept -> assertThat(kept)
                    .returns("Maya Ashdown", SettingRequestTakenBack::saidBy)
                    .returns(asked, SettingRequestTakenBack::saidOn)
                    .returns("caseworker", SettingRequestTakenBack::recordedBy));
            assertThat(files.whole(reference).events())
                    .extracting(CaseEvent::what)
                    .contains("Setting no longer asked for");
            refused(reference, first, asked, "This request was taken back already.");
        }

        private void refused(String reference, SettingRequest asked, LocalDate on, String sentence) {
            assertThatThrownBy(() -> settings.takeBack(reference, asked.id(), "Maya Ashdown", on, "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(sentence);
        }
    }
}
