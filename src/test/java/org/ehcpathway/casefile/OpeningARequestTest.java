package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class OpeningARequestTest {

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
        SettingRegister settings;

        @Autowired
        JdbcTemplate jdbc;

        @Test
        void aMotherAsks_theCaseIsOpenedWithEverythingSheSaid() {
            settings.add(
                    "100001",
                    "Exampleton Primary School",
                    "Asha Bryn",
                    "office@exampleton-primary.example.org",
                    new Address("School Lane", null, "Exampleton", null, "ZX1 3BD"));

            EhcCase opened = files.open(
                    Requests.rowans(r -> {
                        r.firstNames = "  Rowan Lee ";
                        r.knownAs = "Ro";
                        r.settingUrn = "100001";
                    }),
                    "caseworker");

            CaseFile file = files.whole(opened.reference());
            assertThat(file.c()).isEqualTo(opened);
            assertThat(opened.reference()).matches("EHC-2026-[0-9]{5}");
            assertThat(opened.stage()).isEqualTo(Stage.REQUEST);
            assertThat(opened.receivedOn()).isEqualTo("2026-09-14");
            assertThat(opened.openedAt()).isEqualTo(Instant.parse("2026-09-14T08:00:00Z"));
            assertThat(opened.openedBy()).isEqualTo("caseworker");
            assertThat(opened.isOpen()).isTrue();
            assertThat(file.person().fullName()).isEqualTo("Rowan Lee Ashdown");
            assertThat(file.person().shortName()).isEqualTo("Ro Ashdown");
            assertThat(file.person().birthDate()).isEqualTo("2017-05-03");
            assertThat(file.person().upn()).isEqualTo("B801200005001");
            assertThat(file.person().nhsNumber()).isEqualTo("9990000018");
            assertThat(file.person().address().lines()).containsExactly("7 Mill Lane", "Exampleton", "ZX1 1AB");
            assertThat(file.setting().adviserGroup()).isEqualTo("setting-100001");
            assertThat(file.contacts()).singleElement().satisfies(mother -> {
                assertThat(mother.name()).isEqualTo("Maya Ashdown");
                assertThat(mother.parentalResponsibility()).isTrue();
                assertThat(mother.preferredChannel()).isEqualTo(Channel.POST);
                assertThat(mother.address()).isEqualTo(file.person().address());
            });
            assertThat(file.events()).singleElement().satisfies(event -> {
                assertThat(event.what()).isEqualTo("Request recorded");
                assertThat(event.by()).isEqualTo("caseworker");
                assertThat(event.detail()).isEqualTo("Received on 14 September 2026 from: Parent");
            });
        }

        @Test
        void aYoungPersonAsksAlone_nobodyWithParentalResponsibilityIsNeeded() {
            EhcCase opened = files.open(
                    Requests.rowans(r -> {
                        r.birthDate = LocalDate.of(2009, 9, 1);
                        r.receivedOn = LocalDate.of(2026, 6, 27);
                        r.contacts = List.of();
                        r.source = RequestSource.YOUNG_PERSON;
                        r.requestedBy = "Rowan Ashdown";
                    }),
                    "caseworker");

            assertThat(files.whole(opened.reference()).contacts()).isEmpty();
        }

        @Test
        void someoneBornOn29February_isStillUnder25OnTheLastDayOfFebruary() {
            EhcCase opened = files.open(
                    Requests.rowans(r -> {
                        r.birthDate = LocalDate.of(2000, 2, 29);
                        r.receivedOn = LocalDate.of(2025, 2, 28);
                    }),
                    "caseworker");

            assertThat(files.whole(opened.reference()).person().birthDate()).isEqualTo("2000-02-29");
        }

        @Test
        void aMotherWhoAgreedInWriting_getsHerLettersByEmailAtHerOwnAddress() {
            NewContact mother = new NewContact(
                    "Maya Ashdown",
                    "Mother",
                    true,
                    Channel.EMAIL,
                    true,
                    " maya@example.org ",
                    "+44 1632 960001",
                    new Address("Flat 2", "9 Hill Street", null, null, "bfpo57"));

            EhcCase opened = files.open(Requests.rowans(r -> r.contacts = List.of(mother)), "caseworker");

            Contact kept = files.whole(opened.reference()).contacts().get(0);
            assertThat(kept.email()).isEqualTo("maya@example.org");
            assertThat(kept.address().lines()).containsExactly("Flat 2", "9 Hill Street", "BFPO 57");
        }

        @ParameterizedTest(name = "{1}")
        @MethodSource
        void whatIsWrongIsSaidInOneSentence_andNothingIsKept(Consumer<Requests> wrong, String sentence) {
            int before = rows();

            assertThatThrownBy(() -> files.open(Requests.rowans(wrong), "caseworker"))
                    .isExactlyInstanceOf(Refusal.class)
                    .hasMessage(sentence);

            assertThat(rows()).isEqualTo(before);
        }

        static Stream<Arguments> whatIsWrongIsSaidInOneSentence_andNothingIsKept() {
            return Stream.of(
                    wrong(r -> r.firstNames = " ", "Enter the first names of the child or young person."),
                    wrong(
                            r -> r.lastName = "A".repeat(101),
                            "Shorten the last name of the child or young person to at most 100 characters."),
                    wrong(
                            r -> r.lastName = "Ash\u0000down",
                            "Type the last name of the child or young person again; it contains characters that cannot be printed."),
                    wrong(
                            r -> r.firstNames = "Rowan\nLee",
                            "Type the first names of the child or young person again; it contains characters that cannot be printed."),
                    wrong(
                            r -> r.knownAs = "Ro\u202Ewan",
                            "Type the name that the child or young person uses again; it contains characters that cannot be printed."),
                    wrong(r -> r.birthDate = null, "Enter the date of birth."),
                    wrong(
                            r -> r.birthDate = LocalDate.of(2026, 9, 15),
                            "Check the date of birth; it is in the future, and a child not yet born has no request."),
                    wrong(
                            r -> r.birthDate = LocalDate.of(2001, 9, 14),
                            "Check the date of birth; an EHC needs assessment can be requested only for a person under 25."),
                    wrong(r -> r.receivedOn = null, "Enter the date the request was received."),
                    wrong(
                            r -> r.receivedOn = LocalDate.of(2026, 9, 15),
                            "Check the date the request was received; it is in the future."),
                    wrong(
                            r -> r.receivedOn = LocalDate.of(2017, 5, 2),
                            "Check both dates; the request cannot have been received before the birth."),
                    wrong(
                            r -> {
                                r.birthDate = LocalDate.of(2010, 1, 1);
                                r.receivedOn = LocalDate.of(2014, 8, 31);
                            },
                            "Check the date the request was received; there were no EHC plans before 1 September 2014."),
                    wrong(
                            r -> r.upn = "A801200005001",
                            "Check the UPN; its first letter does not fit the rest of the number."),
                    wrong(
                            r -> r.nhsNumber = "9434765918",
                            "Check the NHS number; its last digit does not fit the other nine."),
                    wrong(r -> r.address = null, "Enter the address of the child or young person."),
                    wrong(
                            r -> r.address = new Address(" ", null, null, null, "ZX1 1AB"),
                            "Enter the first line of the address of the child or young person."),
                    wrong(
                            r -> r.address = new Address("7 Mill Lane", null, null, null, "nowhere"),
                            "Check the postcode; write it like SW1A 2AA or BFPO 57."),
                    wrong(r -> r.firstLanguage = "", "Enter the first language of the child or young person."),
                    wrong(
                            r -> r.contacts = null,
                            "Enter at least one person who has parental responsibility for the child."),
                    wrong(
                            r -> r.contacts = List.of(
                                    new NewContact("Nan", "Aunt", false, Channel.POST, false, null, null, null)),
                            "Enter at least one person who has parental responsibility for the child."),
                    // 26 June 2026 is the last Friday in June: on that day itself the parent still holds the rights.
                    wrong(
                            r -> {
                                r.birthDate = LocalDate.of(2010, 1, 1);
                                r.receivedOn = LocalDate.of(2026, 6, 26);
                                r.contacts = List.of();
                            },
                            "Enter at least one person who has parental responsibility for the child."),
                    wrong(
                            r -> r.contacts = List.of(Requests.byEmail(false, "maya@example.org")),
                            "Choose post for this contact, or record the written consent to get notices by e-mail."),
                    wrong(
                            r -> r.contacts = List.of(Requests.byEmail(true, " ")),
                            "Enter the e-mail address of the contact."),
                    wrong(
                            r -> r.contacts = List.of(Requests.byEmail(true, "maya at example")),
                            "Check the e-mail address of the contact; write it like name@example.org."),
                    wrong(
                            r -> r.settingUrn = "999999",
                            "No setting with this URN is known; check it or choose one from the list."),
                    wrong(
                            r -> r.team = "team-east",
                            "Choose one of the council's teams; the team given is not one of them."),
                    wrong(r -> r.source = null, "Choose who made the request."),
                    wrong(r -> r.requestedBy = null, "Enter the name of the person who made the request."),
                    wrong(r -> r.summary = "\n", "Enter what the request says."));
        }

        private static Arguments wrong(Consumer<Requests> change, String sentence) {
            return arguments(change, sentence);
        }

        private int rows() {
            return jdbc.queryForObject(
                    "select (select count(*) from person) + (select count(*) from contact) + (select count(*) from ehc_case)"
                            + " + (select count(*) from case_event) + (select count(*) from case_reference)",
                    Integer.class);
        }
    }
}
