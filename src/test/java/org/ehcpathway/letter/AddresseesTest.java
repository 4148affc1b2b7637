package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.NewContact;
import org.ehcpathway.casefile.NewRequest;
import org.ehcpathway.casefile.PeopleAround;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.letter.LetterSamples.Variant;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who gets which letter on which day, what is given with it, and what nobody may learn from it. */
class AddresseesTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    @LetterRoom.Test
    abstract static class Story {

        private static final String DEPUTY = "Deputy appointed by the Court of Protection on 3 May 2026";
        private static final String DANGER = "He threatened her when the last letter told him about the school.";
        private static final LocalDate CHILD = LocalDate.of(2017, 5, 3);
        private static final LocalDate SEVENTEEN = LocalDate.of(2009, 5, 4);

        @Autowired
        private LetterPreparation preparation;

        @Autowired
        private LetterSigning signing;

        @Autowired
        private LetterSending sending;

        @Autowired
        private LetterReading reading;

        @Autowired
        private LetterCopies copies;

        @Autowired
        private CaseFiles cases;

        @Autowired
        private PeopleAround people;

        @Autowired
        private Documents documents;

        @Autowired
        private SettingRegister settings;

        @Autowired
        private Clock clock;

        @Autowired
        private JdbcTemplate jdbc;

        @BeforeEach
        void theDayOfTheSamples() {
            ((TestClock) clock).setTo(LetterSamples.SENT);
            if (settings.all().isEmpty()) {
                settings.add(
                        "100001",
                        "Alder Primary School",
                        "Grace Oduya",
                        "head@alder.example.org",
                        new Address("School Lane", null, "Exampleton", null, "ZX1 4AB"));
                settings.add(
                        "100002",
                        "Birch College",
                        "Owen Hart",
                        "head@birch.example.org",
                        new Address("College Road", null, "Exampleton", null, "ZX1 5AB"));
            }
        }

        @ParameterizedTest
        @EnumSource(LetterKind.class)
        void everyKindIsPrepared_signedAndMadeForEverybodyItGoesTo(LetterKind kind) {
            EhcCase opened = open(CHILD);
            if (kind.isOnlyTold()) {
                assertThatThrownBy(() -> preparation.prepare(opened.reference(), kind, null, "caseworker"))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("goes out beside the letter to the family");
                return;
            }
            if (kind == LetterKind.L_05) {
                return;
            }
            kind.decision()
                    .ifPresent(decision -> cases.decide(
                            opened.reference(),
                            decision,
                            "Children and Families Act 2014 s.36(8)",
                            "The school has given extra help for one term, and it works.",
                            null,
                            "manager"));

            Letter letter = preparation.prepare(
                    opened.reference(), kind, null, SampleFacts.given(kind, Variant.PARENT), "caseworker");
            kind.neededEnclosure()
                    .ifPresent(paper -> preparation.enclose(
                            letter.id(), paper(opened.reference()), "The paper that it needs", "caseworker"));
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            sending.render(letter.id());

            assertThat(reading.recipients(letter.id()))
                    .isNotEmpty()
                    .allSatisfy(recipient -> assertThat(recipient.sha256()).isNotBlank());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                L_01       | Maya Ashdown
                L_02       | Maya Ashdown, Dr Samir Anand COPY, Patience Okoro COPY, Grace Oduya COPY
                L_03       | Maya Ashdown, Dr Samir Anand COPY, Patience Okoro COPY, Grace Oduya COPY
                L_06       | Maya Ashdown, Dr Samir Anand COPY, Grace Oduya COPY
                L_09       | Grace Oduya
                L_10       | Maya Ashdown, Dr Samir Anand COPY, Owen Hart COPY
                L_11       | Maya Ashdown, Grace Oduya, Dr Samir Anand, Patience Okoro
                L_13       | Maya Ashdown, Grace Oduya COPY
                L_14       | Maya Ashdown, Dr Samir Anand COPY, Grace Oduya COPY, Owen Hart COPY
                L_15       | Maya Ashdown, Grace Oduya COPY
                L_16       | Maya Ashdown, Dr Samir Anand COPY, Owen Hart COPY
                L_17       | Maya Ashdown
                L_19A      | Maya Ashdown, Owen Hart
                L_19B      | Maya Ashdown, Dr Samir Anand COPY, Owen Hart COPY
                L_21_CHANGE | The Duty Officer
                L_22_ISSUES | Dr Samir Anand
                L_22_UNABLE | Fairway Mediation Advice
                L_23_RESPONSE | First-tier Tribunal (Special Educational Needs and Disability), Maya Ashdown COPY
                L_26_COPY  | The Duty Officer
                """)
        void theLawsOwnCircle(LetterKind kind, String circle) {
            EhcCase opened = open(CHILD);
            Setting birch = settings.get("100002");
            cases.nameSetting(opened.reference(), birch.id());

            Letter letter = preparation.prepare(
                    opened.reference(), kind, null, SampleFacts.given(kind, Variant.PARENT), "caseworker");

            assertThat(reading.recipients(letter.id()))
                    .extracting(recipient -> recipient.name() + (recipient.role() == RecipientRole.COPY ? " COPY" : ""))
                    .containsExactly(circle.split(", "));
        }

        @Test
        void thePlanGoesToTheSchoolWithItsOwnLetter_notWithTheFamilys() throws Exception {
            EhcCase opened = open(CHILD);
            cases.nameSetting(opened.reference(), opened.settingId());
            cases.decide(
                    opened.reference(),
                    DecisionKind.FINALISE_PLAN,
                    "Children and Families Act 2014 s.39",
                    "The family asked for the school near the grandmother, who is ill.",
                    null,
                    "manager");
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_10, null, "caseworker");
            preparation.enclose(letter.id(), paper(opened.reference()), "Final EHC plan", "caseworker");

            assertThat(text(letter, "Maya Ashdown")).contains("the grandmother, who is ill", "right to appeal");
            assertThat(text(letter, "Grace Oduya"))
                    .contains(
                            "Dear Grace Oduya,",
                            "Copy of an EHC plan",
                            "must admit Rowan Lee Ashdown",
                            "Final EHC plan")
                    .doesNotContain("grandmother", "right to appeal", "Maya");
        }

        @Test
        void theDeputyOfAParent_getsTheParentsLetter() throws Exception {
            EhcCase opened = open(CHILD);
            Contact maya = contact(opened, "Maya Ashdown");
            people.representsParent(
                    opened.reference(), contact(opened, "Ruth Marlow").id(), maya.id(), DEPUTY, "me");

            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_01, null, "caseworker");

            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::name, LetterRecipient::standsFor)
                    .containsExactly(tuple("Ruth Marlow", "Maya Ashdown"));
            assertThat(text(letter, "Ruth Marlow")).contains("because you act for Maya Ashdown");
        }

        @Test
        void aYoungPersonWithoutCapacity_hasAnAlternativePerson_inTheOrderOfTheRegulation() throws Exception {
            EhcCase opened = open(SEVENTEEN);
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_02, null, "caseworker");
            assertThat(family(letter)).containsExactly("Rowan Lee Ashdown");

            people.noteCapacity(opened.reference(), "Assessed by Dr Vale on 1 September 2026 for this.", "manager");
            preparation.prepare(opened.reference(), LetterKind.L_02, null, "caseworker");
            assertThat(family(letter)).containsExactly("Maya Ashdown");
            assertThat(text(letter, "Maya Ashdown"))
                    .contains("because you act for Rowan Lee Ashdown", "what help a young person must get")
                    .contains("EHC) needs assessment of Rowan");

            people.representsYoungPerson(
                    opened.reference(), contact(opened, "Ruth Marlow").id(), DEPUTY, "manager");
            preparation.prepare(opened.reference(), LetterKind.L_02, null, "caseworker");
            assertThat(family(letter)).containsExactly("Ruth Marlow");
        }

        @Test
        void whereBothCount_theYoungPersonIsWrittenToAsWell() throws Exception {
            EhcCase opened = open(SEVENTEEN);
            people.noteCapacity(opened.reference(), "Assessed by Dr Vale on 1 September 2026 for this.", "manager");

            Letter letter = preparation.prepare(
                    opened.reference(),
                    LetterKind.L_20,
                    null,
                    SampleFacts.given(LetterKind.L_20, Variant.PARENT),
                    "caseworker");

            assertThat(family(letter)).containsExactly("Maya Ashdown", "Rowan Lee Ashdown");
            assertThat(text(letter, "Maya Ashdown")).contains("Rowan’s education, health and care (EHC) plan moved");
            assertThat(text(letter, "Rowan Lee Ashdown")).contains("Your education, health and care (EHC) plan moved");
        }

        @Test
        void forDirectPayments_noParentStandsInForAYoungPerson() {
            EhcCase opened = open(SEVENTEEN);
            people.noteCapacity(opened.reference(), "Assessed by Dr Vale on 1 September 2026 for this.", "manager");
            Map<String, String> given = SampleFacts.given(LetterKind.L_24_STOP, Variant.PARENT);

            assertThatThrownBy(() ->
                            preparation.prepare(opened.reference(), LetterKind.L_24_STOP, null, given, "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("only a deputy or attorney can stand in, not a parent");

            people.representsYoungPerson(
                    opened.reference(), contact(opened, "Ruth Marlow").id(), DEPUTY, "manager");
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_24_STOP, null, given, "caseworker");
            assertThat(family(letter)).containsExactly("Ruth Marlow");
        }

        @Test
        void whenRightsPass_theYoungPersonAndTheParentsGetDifferentLetters() throws Exception {
            EhcCase opened = open(SEVENTEEN);

            Letter letter = preparation.prepare(
                    opened.reference(), LetterKind.L_25, null, Map.of("directPayments", "no"), "caseworker");

            assertThat(text(letter, "Rowan Lee Ashdown")).contains("From now on you decide");
            assertThat(text(letter, "Maya Ashdown"))
                    .contains(
                            "Dear Maya Ashdown,",
                            "From now on Rowan decides",
                            "This letter is about Rowan Lee Ashdown");
        }

        @Test
        void anInterpreterIsOfferedToTheFamilyAlone() throws Exception {
            EhcCase opened = open(CHILD, "British Sign Language");
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_02, null, "caseworker");

            assertThat(text(letter, "Maya Ashdown")).contains("which interpreter you need: British Sign Language.");
            assertThat(text(letter, "Grace Oduya")).doesNotContain("Sign Language");
        }

        @Test
        void aWithheldAddressStandsInNobodyElsesLetter() throws Exception {
            EhcCase opened = open(CHILD, null, father());
            people.withholdAddress(
                    opened.reference(), contact(opened, "Maya Ashdown").id(), true, "caseworker");
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_01, null, "caseworker");

            assertThat(text(letter, "Ian Ashdown")).doesNotContain("Mill Lane", "ZX1 1AB");
            assertThat(text(letter, "Maya Ashdown")).contains("7 Mill Lane");
            preparation.writeFreeText(letter.id(), "We will visit you at 7 Mill\nLane next week.", "caseworker");
            assertThatThrownBy(() -> signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(
                            "The letter to Ian Ashdown would show an address that is withheld from them: take it out of the text first.");
            assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.PREPARED);
        }

        @Test
        void aWithheldAddressInAnEnclosedPaper_stopsTheLetterToo() {
            EhcCase opened = open(CHILD, null, father());
            people.withholdAddress(
                    opened.reference(), contact(opened, "Maya Ashdown").id(), true, "caseworker");
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_08, null, "caseworker");
            long draft = documents
                    .add(
                            opened.reference(),
                            DocumentKind.PLAN,
                            "Draft",
                            "draft.txt",
                            "Rowan lives at 7 Mill Lane, ZX1 1AB.".getBytes(StandardCharsets.UTF_8),
                            "caseworker")
                    .id();
            preparation.enclose(letter.id(), draft, "Draft EHC plan", "caseworker");

            assertThatThrownBy(() -> signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(
                            "The enclosed paper “Draft EHC plan” shows an address that is withheld from Ian Ashdown");
        }

        @Test
        void nobodyFlaggedUnsafeIsWrittenTo_untilASecondPersonSaysSo() throws Exception {
            EhcCase opened = open(CHILD, null, father());
            Contact ian = contact(opened, "Ian Ashdown");
            people.flagUnsafe(opened.reference(), ian.id(), DANGER, "caseworker");

            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_01, null, "business");
            assertThat(family(letter)).containsExactly("Maya Ashdown");
            assertThat(reading.heldBack(letter.id())).extracting(HeldBack::name).containsExactly("Ian Ashdown");

            String why = "His solicitor takes it in for him, and the court knows.";
            for (String same : List.of("caseworker", "business")) {
                assertThatThrownBy(() -> preparation.release(letter.id(), "contact-" + ian.id(), why, same))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("needs the say of a second person");
            }
            assertThatThrownBy(() -> preparation.release(letter.id(), "contact-" + ian.id(), "ok", "manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Give the reason");
            preparation.release(letter.id(), "contact-" + ian.id(), why, "manager");

            assertThat(family(letter)).containsExactly("Maya Ashdown", "Ian Ashdown");
            assertThat(reading.heldBack(letter.id())).isEmpty();
            for (String change : List.of("update letter_release set reason = 'other'", "delete from letter_release")) {
                assertThatThrownBy(() -> jdbc.update(change)).isInstanceOf(DataAccessException.class);
            }
            Letter next = preparation.prepare(
                    opened.reference(),
                    LetterKind.O_04,
                    null,
                    SampleFacts.given(LetterKind.O_04, Variant.PARENT),
                    "business");
            assertThat(family(next)).as("a release is for one letter").containsExactly("Maya Ashdown");
        }

        @Test
        void aYoungPersonWhoMustNotBeWrittenTo_isNeither_untilASecondPersonSaysSo() {
            EhcCase opened = open(SEVENTEEN);
            people.noteCapacity(opened.reference(), "Assessed by Dr Vale on 1 September 2026 for this.", "manager");
            people.flagPersonUnsafe(opened.reference(), "Rowan’s uncle opens every letter at home.", "caseworker");

            Letter letter = preparation.prepare(
                    opened.reference(),
                    LetterKind.L_20,
                    null,
                    SampleFacts.given(LetterKind.L_20, Variant.PARENT),
                    "business");

            assertThat(family(letter)).containsExactly("Maya Ashdown");
            HeldBack rowan = reading.heldBack(letter.id()).get(0);
            assertThat(rowan.name()).isEqualTo("Rowan Lee Ashdown");
            String why = "Rowan reads it with the school nurse, who keeps it.";
            for (String same : List.of("caseworker", "business")) {
                assertThatThrownBy(() -> preparation.release(letter.id(), rowan.key(), why, same))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("needs the say of a second person");
            }
            preparation.release(letter.id(), rowan.key(), why, "manager");
            assertThat(family(letter)).containsExactly("Maya Ashdown", "Rowan Lee Ashdown");
            assertThat(reading.heldBack(letter.id())).isEmpty();
        }

        @Test
        void whereTheYoungPersonAloneDecides_theFlagStopsTheLetter() {
            EhcCase opened = open(SEVENTEEN);
            people.flagPersonUnsafe(opened.reference(), "Rowan’s uncle opens every letter at home.", "caseworker");

            assertThatThrownBy(() -> preparation.prepare(opened.reference(), LetterKind.L_01, null, "business"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Everybody whom the letter is addressed to is flagged as unsafe");
        }

        @Test
        void aYoungPersonsWithheldAddress_standsInNobodyElsesLetter() throws Exception {
            EhcCase opened = open(SEVENTEEN, null, father());
            people.withholdPersonsAddress(opened.reference(), true, "caseworker");
            Letter letter = preparation.prepare(
                    opened.reference(), LetterKind.L_25, null, Map.of("directPayments", "no"), "caseworker");
            preparation.writeFreeText(letter.id(), "We will visit you at 7 Mill Lane next week.", "caseworker");

            assertThatThrownBy(() -> signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(
                            "The letter to Ian Ashdown would show an address that is withheld from them: take it out of the text first.");
            people.withholdPersonsAddress(opened.reference(), false, "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            assertThat(text(letter, "Ian Ashdown")).contains("7 Mill Lane");
        }

        @Test
        void aYoungPersonGetsEmailOnlyWithWrittenConsent() {
            EhcCase opened = open(SEVENTEEN);
            String mailbox = "rowan@sixthform.sch.uk";
            assertThatThrownBy(() -> people.reachPerson(opened.reference(), Channel.EMAIL, false, mailbox, "me"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Choose post, or record the written consent to get notices by e-mail.");
            people.reachPerson(opened.reference(), Channel.POST, true, mailbox, "caseworker");
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_01, null, "caseworker");
            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::channel)
                    .containsExactly(Channel.POST);

            people.reachPerson(opened.reference(), Channel.EMAIL, true, mailbox, "caseworker");
            preparation.prepare(opened.reference(), LetterKind.L_01, null, "caseworker");

            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::name, LetterRecipient::channel, LetterRecipient::email)
                    .containsExactly(tuple("Rowan Lee Ashdown", Channel.EMAIL, mailbox));
        }

        @Test
        void whenEverybodyIsUnsafe_thereIsNoLetter() {
            EhcCase opened = open(CHILD);
            people.flagUnsafe(
                    opened.reference(), contact(opened, "Maya Ashdown").id(), DANGER, "caseworker");

            assertThatThrownBy(() -> preparation.prepare(opened.reference(), LetterKind.L_01, null, "business"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Everybody whom the letter is addressed to is flagged as unsafe");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                L_13         | reasons      |            | The letter needs an answer first: What are the reasons
                L_13         | meetingOn    | 2026-10-27 | The day lies in the future. The question was: On which day
                L_13         | meetingOn    | 27 October | Write the date like 2026-10-26
                L_13         | weather      | fine       | The letter L-13 does not ask for “weather”.
                L_11         | meetingOn    | 2026-11-08 | The day is too soon: people had to be told by Sunday 25 October 2026
                L_11         | meetingAt    | noon       | Write the time like 14:30
                L_22_MEETING | meetingOn    | 2026-10-30 | The day is too soon
                L_16         | origin       | WEATHER    | Choose one of: COUNCIL, MEDIATION_AGREEMENT
                L_09         | replyBy      | 2026-11-09 | The day is too soon: the earliest is Tuesday 10 November 2026
                L_09         | setting      | 999999     | No setting with this URN is known
                L_24_REPAYMENT | amount     | much       | Write the amount like 1250 or 1250.50
                L_20         | willAssess   | perhaps    | Answer yes or no
                L_26_COPY    | to           | Somewhere  | Write whom the letter goes to in lines
                """)
        void anImpossibleAnswerIsRefusedWithItsQuestion(LetterKind kind, String fact, String answer, String sentence) {
            String reference = open(CHILD).reference();
            Map<String, String> given = new HashMap<>(SampleFacts.given(kind, Variant.PARENT));
            given.put(fact, answer);

            assertThatThrownBy(() -> preparation.prepare(reference, kind, null, given, "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(sentence);
            assertThat(reading.of(reference)).isEmpty();
        }

        @Test
        void twoSettingsAreConsultedSideBySide_andOtherFactsNeedANewSignature() {
            String reference = open(CHILD).reference();
            Map<String, String> given = new HashMap<>(SampleFacts.given(LetterKind.L_09, Variant.PARENT));
            Letter alder = preparation.prepare(reference, LetterKind.L_09, null, given, "caseworker");
            preparation.enclose(alder.id(), paper(reference), "Draft EHC plan", "caseworker");
            signing.sign(alder.id(), "manager", "Hannah Price", "SEN team manager");
            given.put("setting", "100002");

            Letter birch = preparation.prepare(reference, LetterKind.L_09, null, given, "caseworker");

            assertThat(birch.id()).isNotEqualTo(alder.id());
            assertThat(reading.recipients(birch.id()))
                    .extracting(LetterRecipient::name)
                    .containsExactly("Owen Hart");
            given.put("setting", "100001");
            given.put("replyBy", "2026-12-04");
            assertThat(preparation
                            .prepare(reference, LetterKind.L_09, null, given, "caseworker")
                            .state())
                    .isEqualTo(LetterState.PREPARED);
            assertThat(reading.facts(alder.id())).containsEntry("replyBy", "2026-12-04");
        }

        @Test
        void anAddressTooWideForTheWindowIsRefusedAtSigning_notWhenTheLetterIsMade() {
            String wide = "W".repeat(42);
            NewContact father = new NewContact(
                    "Ian Ashdown",
                    "Father",
                    true,
                    Channel.POST,
                    false,
                    null,
                    null,
                    new Address(wide, wide, wide, null, "ZX1 9ZZ"));
            Letter letter =
                    preparation.prepare(open(CHILD, null, father).reference(), LetterKind.L_01, null, "caseworker");

            String sentence =
                    "A recipient’s name and address take more than the 7 lines of the envelope’s window, or are too wide for it: shorten the address.";
            assertThatThrownBy(() -> copies.preview(letter.id(), recipient(letter, "Ian Ashdown")))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(sentence);
            assertThatThrownBy(() -> signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(sentence);
            assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.PREPARED);
        }

        @Test
        void aTranslationStandsBehindTheFamilysLetter_inItsOwnLanguage() throws Exception {
            EhcCase opened = open(CHILD);
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_02, null, "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");

            preparation.translate(
                    letter.id(), "pl", "Szanowna Pani,\n\nproszę do nas zadzwonić.", "Fenbridge Translators", "me");

            assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.PREPARED);
            assertThat(text(letter, "Maya Ashdown"))
                    .contains("This letter in Polish Translated by Fenbridge Translators.", "proszę do nas zadzwonić.");
            assertThat(text(letter, "Grace Oduya")).doesNotContain("zadzwonić");
            byte[] pdf = copies.preview(letter.id(), recipient(letter, "Maya Ashdown"));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            }
            assertThat(ReadPdf.languages(pdf)).contains("pl");
        }

        @Test
        void aTranslationThatCannotBePrintedIsRefused() {
            Letter letter = preparation.prepare(open(CHILD).reference(), LetterKind.L_01, null, "caseworker");

            assertThatThrownBy(() -> preparation.translate(letter.id(), "ar", "مرحبا", "Fenbridge Translators", "me"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("The letter cannot print the character م");
            assertThatThrownBy(() -> preparation.translate(letter.id(), "he", "שלום", "Fenbridge Translators", "me"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("written from right to left");
            assertThatThrownBy(() -> preparation.translate(letter.id(), "xx-nothing", "Hello", "Fenbridge", "me"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("such as pl for Polish");
        }

        private EhcCase open(LocalDate birthDate) {
            return open(birthDate, null);
        }

        private EhcCase open(LocalDate birthDate, String interpreter, NewContact... more) {
            List<NewContact> contacts = new java.util.ArrayList<>(List.of(
                    new NewContact("Maya Ashdown", "Mother", true, Channel.POST, false, null, "01632 960001", null),
                    new NewContact(
                            "Ruth Marlow",
                            "Solicitor",
                            false,
                            Channel.POST,
                            false,
                            null,
                            null,
                            new Address("3 Corn Street", null, "Exampleton", null, "ZX1 3AA"))));
            contacts.addAll(List.of(more));
            return cases.open(
                    new NewRequest(
                            "Rowan Lee",
                            "Ashdown",
                            "Rowan",
                            birthDate,
                            null,
                            null,
                            new Address("7 Mill Lane", null, "Exampleton", null, "ZX1 1AB"),
                            "English",
                            interpreter,
                            null,
                            contacts,
                            "100001",
                            "team-north",
                            LocalDate.of(2026, 9, 14),
                            RequestSource.PARENT,
                            "Maya Ashdown",
                            "Rowan cannot follow the lessons and has stopped speaking at school."),
                    "caseworker");
        }

        private static NewContact father() {
            return new NewContact(
                    "Ian Ashdown",
                    "Father",
                    true,
                    Channel.POST,
                    false,
                    null,
                    null,
                    new Address("9 Quay Road", null, "Exampleton", null, "ZX1 9ZZ"));
        }

        private Contact contact(EhcCase opened, String name) {
            return cases.whole(opened.reference()).contacts().stream()
                    .filter(contact -> contact.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private long paper(String reference) {
            return documents
                    .add(
                            reference,
                            DocumentKind.PLAN,
                            "Plan",
                            "plan.txt",
                            "The plan".getBytes(StandardCharsets.UTF_8),
                            "caseworker")
                    .id();
        }

        private List<String> family(Letter letter) {
            return reading.recipients(letter.id()).stream()
                    .filter(recipient -> recipient.reader() == Reader.FAMILY)
                    .map(LetterRecipient::name)
                    .toList();
        }

        private long recipient(Letter letter, String name) {
            return reading.recipients(letter.id()).stream()
                    .filter(recipient -> recipient.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        private String text(Letter letter, String name) throws Exception {
            return ReadPdf.spoken(copies.preview(letter.id(), recipient(letter, name)));
        }
    }
}
