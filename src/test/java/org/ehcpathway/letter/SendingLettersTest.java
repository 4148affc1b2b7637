package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.NewContact;
import org.ehcpathway.casefile.NewRequest;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Letters from the first draft to the day of service, and what happens when the machine stops on the way. */
class SendingLettersTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    @LetterRoom.Test
    abstract static class Story {

        private static final LocalDate RECEIVED = LocalDate.of(2026, 9, 14);
        private static final LocalDate MONDAY_26_OCTOBER = LocalDate.of(2026, 10, 26);
        private static final String REASONS = "The school has given extra help for one term, and it works.";

        private static Path outbox;

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
        private Documents documents;

        @Autowired
        private AdviceRegister adviceRegister;

        @Autowired
        private SettingRegister settings;

        @Autowired
        private Clock clock;

        @Autowired
        private JdbcTemplate jdbc;

        @MockitoSpyBean
        private LetterStore store;

        @DynamicPropertySource
        static void ownOutbox(DynamicPropertyRegistry registry) throws IOException {
            outbox = Files.createTempDirectory("outbox");
            registry.add("ehc.outbox", outbox::toString);
        }

        @AfterEach
        void theMachineRunsAgain() {
            reset(store);
        }

        @Test
        void refusalToAssess_isSignedSentAndServedByPost() throws Exception {
            String reference = refused(open(rowan()));
            today(MONDAY_26_OCTOBER);

            Letter letter = preparation.prepare(reference, LetterKind.L_03, null, "caseworker");
            preparation.writeFreeText(letter.id(), "The school will ask you to a meeting.", "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            sending.render(letter.id());
            sending.dispatch(letter.id());
            Served served = sending.recordService(letter.id());

            assertThat(served).isEqualTo(new Served(MONDAY_26_OCTOBER, LocalDate.of(2026, 10, 28)));
            assertThat(reading.get(letter.id()))
                    .returns(LetterState.SENT, Letter::state)
                    .returns(MONDAY_26_OCTOBER, Letter::letterDate)
                    .returns("manager", Letter::signedBy)
                    .returns(2, Letter::templateVersion);
            assertThat(reading.recipients(letter.id()))
                    .extracting(
                            LetterRecipient::name,
                            LetterRecipient::role,
                            LetterRecipient::channel,
                            LetterRecipient::sentOn,
                            LetterRecipient::servedOn)
                    .containsExactly(
                            tuple(
                                    "Maya Ashdown",
                                    RecipientRole.ADDRESSEE,
                                    Channel.POST,
                                    MONDAY_26_OCTOBER,
                                    LocalDate.of(2026, 10, 28)),
                            tuple(
                                    "Dr Samir Anand",
                                    RecipientRole.COPY,
                                    Channel.EMAIL,
                                    MONDAY_26_OCTOBER,
                                    MONDAY_26_OCTOBER),
                            tuple(
                                    "Patience Okoro",
                                    RecipientRole.COPY,
                                    Channel.EMAIL,
                                    MONDAY_26_OCTOBER,
                                    MONDAY_26_OCTOBER),
                            tuple(
                                    "Grace Oduya",
                                    RecipientRole.COPY,
                                    Channel.EMAIL,
                                    MONDAY_26_OCTOBER,
                                    MONDAY_26_OCTOBER));
            assertThat(textFor(letter, 0))
                    .contains(
                            "Dear Maya Ashdown,",
                            REASONS,
                            "The school will ask you to a meeting.",
                            "Contact the adviser by Saturday 26 December 2026",
                            "Your appeal must reach the Tribunal by 5pm on Monday 4 January 2027")
                    .doesNotContain("Copy for information");
            assertThat(textFor(letter, 3)).contains("Copy for information. We have sent this letter to Maya Ashdown.");
            assertThat(cases.whole(reference).documents())
                    .filteredOn(document -> document.kind() == DocumentKind.LETTER)
                    .hasSize(4);
            assertThat(cases.whole(reference).events())
                    .filteredOn(event -> event.what().equals("Letter sent: L-03 Decision not to assess"))
                    .hasSize(1);
        }

        @Test
        void theOtherFormsOfASentLetterSayWhatWasSent() {
            String reference = refused(open(rowan()));
            today(MONDAY_26_OCTOBER);
            Letter letter = preparation.prepare(reference, LetterKind.L_03, null, "caseworker");
            preparation.writeFreeText(letter.id(), "The school will ask you to a meeting.", "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            sending.render(letter.id());
            sending.dispatch(letter.id());
            LetterRecipient first = reading.recipients(letter.id()).get(0);

            today(MONDAY_26_OCTOBER.plusDays(30));
            jdbc.update("update person set first_names = 'Another', known_as = 'Another'");

            assertThat(copies.page(letter.id(), first.id()))
                    .contains("The school will ask you to a meeting.", "26 October 2026", "Hannah Price")
                    .doesNotContain("Another");
            assertThatThrownBy(() -> jdbc.update(
                            "update letter_words set names = 'x' where document_id = ?", first.documentId()))
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
            assertThatThrownBy(() -> jdbc.update("delete from letter_words where document_id = ?", first.documentId()))
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }

        @Test
        void theOutboxHoldsEveryLetterOnceWithItsNote() throws Exception {
            Letter letter = rendered(refused(open(rowan())), LetterKind.L_03);

            sending.dispatch(letter.id());
            List<Path> first = files(letter);
            sending.dispatch(letter.id());

            assertThat(files(letter)).isEqualTo(first).hasSize(8);
            LetterRecipient maya = reading.recipients(letter.id()).get(0);
            String name = "%s_L-03_%d_%d".formatted(referenceOf(letter), letter.id(), maya.id());
            assertThat(Files.readAllBytes(outbox.resolve(name + ".pdf")))
                    .isEqualTo(documents.content(maya.documentId()));
            JsonNode note =
                    new ObjectMapper().readTree(outbox.resolve(name + ".json").toFile());
            assertThat(note.path("idempotencyKey").asText()).isEqualTo(name);
            assertThat(note.path("channel").asText()).isEqualTo("POST");
            assertThat(note.path("name").asText()).isEqualTo("Maya Ashdown");
            assertThat(note.path("addressLines")).hasSize(3);
            assertThat(note.path("sentOn").asText()).isEqualTo("2026-10-26");
            assertThat(note.path("sha256").asText()).isEqualTo(maya.sha256());
        }

        @Test
        void killedBetweenHandingOverAndRecording_isFinishedOnceWithTheDayItLeft() throws Exception {
            Letter letter = rendered(refused(open(rowan())), LetterKind.L_03);
            stopsWhenRecording();

            assertThatThrownBy(() -> sending.dispatch(letter.id())).hasMessage("stopped");
            assertThat(files(letter)).hasSize(2);
            byte[] left = Files.readAllBytes(files(letter).get(1));
            reset(store);
            today(MONDAY_26_OCTOBER.plusDays(1));
            sending.dispatch(letter.id());

            assertThat(files(letter)).hasSize(8);
            assertThat(Files.readAllBytes(files(letter).get(1))).isEqualTo(left);
            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::sentOn)
                    .containsExactly(
                            MONDAY_26_OCTOBER,
                            MONDAY_26_OCTOBER.plusDays(1),
                            MONDAY_26_OCTOBER.plusDays(1),
                            MONDAY_26_OCTOBER.plusDays(1));
            assertThat(textFor(letter, 0)).contains("Date: 26 October 2026");
            assertThat(textFor(letter, 1)).contains("Date: 27 October 2026");
        }

        @Test
        void killedBeforeTheNoteWasWritten_theLetterIsSentOnTheDayItReallyLeaves() throws Exception {
            Letter letter = rendered(open(rowan()), LetterKind.L_01);
            stopsWhenRecording();
            assertThatThrownBy(() -> sending.dispatch(letter.id())).hasMessage("stopped");
            reset(store);
            Files.delete(files(letter).get(0));
            today(MONDAY_26_OCTOBER.plusDays(1));

            sending.dispatch(letter.id());

            assertThat(files(letter)).hasSize(2);
            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::sentOn)
                    .containsExactly(MONDAY_26_OCTOBER.plusDays(1));
            assertThat(ReadPdf.spoken(Files.readAllBytes(files(letter).get(1)))).contains("Date: 27 October 2026");
        }

        @Test
        void madeOnFriday_sentOnMonday_carriesMondaysDateAndRights() throws Exception {
            String reference = refused(open(rowan()));
            today(LocalDate.of(2026, 10, 23));
            Letter letter = preparation.prepare(reference, LetterKind.L_03, null, "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            sending.render(letter.id());
            LetterRecipient onFriday = reading.recipients(letter.id()).get(0);
            assertThat(textFor(letter, 0)).contains("Date: 23 October 2026", "Wednesday 23 December 2026");

            today(MONDAY_26_OCTOBER);
            sending.dispatch(letter.id());

            LetterRecipient onMonday = reading.recipients(letter.id()).get(0);
            assertThat(reading.get(letter.id()).letterDate()).isEqualTo(MONDAY_26_OCTOBER);
            assertThat(onMonday.documentId()).isNotEqualTo(onFriday.documentId());
            assertThat(textFor(letter, 0)).contains("Date: 26 October 2026", "Saturday 26 December 2026");
            assertThat(documents.content(onFriday.documentId())).isNotEmpty();
        }

        @Test
        void rightsPassToTheYoungPerson_whileTheLetterWaits() throws Exception {
            today(LocalDate.of(2027, 6, 24));
            Requests request = rowan();
            request.birthDate = LocalDate.of(2010, 9, 23);
            request.receivedOn = LocalDate.of(2027, 6, 14);
            EhcCase opened = open(request);
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_01, null, "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            sending.render(letter.id());
            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::name)
                    .containsExactly("Maya Ashdown");

            today(LocalDate.of(2027, 6, 28));
            sending.dispatch(letter.id());

            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::name, LetterRecipient::role)
                    .containsExactly(tuple("Rowan Lee Ashdown", RecipientRole.ADDRESSEE));
            assertThat(textFor(letter, 0)).contains("Dear Rowan Lee Ashdown,", "what is hard for you, and what helps");
            assertThat(files(letter)).hasSize(2);
        }

        @Test
        void bothParentsGetALetterOfTheirOwn() throws Exception {
            Requests request = rowan();
            request.contacts = List.of(
                    mother(),
                    new NewContact(
                            "Tom Ashdown",
                            "Father",
                            true,
                            Channel.POST,
                            false,
                            null,
                            null,
                            new Address("3 Canal Street", null, "Exampleton", null, "ZX2 7AB")),
                    new NewContact("Ivy Ashdown", "Grandmother", false, Channel.POST, false, null, null, null));
            Letter letter = rendered(open(request), LetterKind.L_01);

            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::name)
                    .containsExactly("Maya Ashdown", "Tom Ashdown");
            assertThat(textFor(letter, 0)).contains("Dear Maya Ashdown,", "Thank you for your request");
            assertThat(textFor(letter, 1))
                    .contains("Dear Tom Ashdown,", "It came from Maya Ashdown.", "3 Canal Street");
        }

        @Test
        void draftPlan_byPost_leavesFifteenDaysFromTheSecondWorkingDay() throws Exception {
            today(MONDAY_26_OCTOBER);
            Letter letter = draftPlanLetter(open(rowan()));

            sending.render(letter.id());
            sending.dispatch(letter.id());

            assertThat(sending.recordService(letter.id()).servedOn()).isEqualTo(LocalDate.of(2026, 10, 28));
            assertThat(textFor(letter, 0)).contains("Please reply by Wednesday 11 November 2026.");
        }

        @Test
        void draftPlan_byEmailWithConsent_isServedTheSameDay() throws Exception {
            today(LocalDate.of(2027, 1, 5));
            Requests request = rowan();
            request.contacts = List.of(new NewContact(
                    "Maya Ashdown", "Mother", true, Channel.EMAIL, true, "maya@example.org", null, null));
            Letter letter = draftPlanLetter(open(request));

            sending.render(letter.id());
            sending.dispatch(letter.id());

            assertThat(sending.recordService(letter.id()))
                    .isEqualTo(new Served(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 5)));
            assertThat(textFor(letter, 0)).contains("Please reply by Tuesday 19 January 2027.");
        }

        @Test
        void consentWithoutWishForEmail_goesByPost() {
            today(MONDAY_26_OCTOBER);
            Requests request = rowan();
            request.contacts = List.of(
                    new NewContact("Maya Ashdown", "Mother", true, Channel.POST, true, "maya@example.org", null, null));

            Letter letter = preparation.prepare(open(request).reference(), LetterKind.L_01, null, "caseworker");

            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::channel)
                    .containsExactly(Channel.POST);
        }

        @Test
        void requestForAdvice_carriesTheFamilysWordsAndTheEvidence() throws Exception {
            EhcCase opened = open(rowan());
            String reference = opened.reference();
            today(MONDAY_26_OCTOBER);
            paper(reference, DocumentKind.REQUEST, "Support plans of the school");
            cases.keepView(
                    reference,
                    ViewTopic.REQUEST,
                    "Maya Ashdown",
                    RECEIVED,
                    "It isn't \"just shy\" - she has stopped speaking.",
                    "caseworker");
            Advice advice = adviceRegister.plan(
                    reference,
                    AdviceKind.MEDICAL,
                    "Dr Samir Anand",
                    "Designated Clinical Officer",
                    null,
                    "send.advice@exampleshire-icb.example.org",
                    "advisers-health");

            Letter letter = preparation.prepare(reference, LetterKind.L_05, advice.id(), "caseworker");
            signing.sign(letter.id(), "caseworker", "Ade Bello", "Case manager");
            sending.render(letter.id());
            sending.dispatch(letter.id());

            assertThat(sending.recordService(letter.id()).servedOn()).isEqualTo(MONDAY_26_OCTOBER);
            assertThat(textFor(letter, 0))
                    .contains(
                            "We need your advice by Monday 7 December 2026.",
                            "Maya Ashdown, 14 September 2026 It isn't \"just shy\" - she has stopped speaking.",
                            "Evidence that comes with this letter Support plans of the school");
            assertThat(files(letter))
                    .extracting(path -> path.getFileName().toString())
                    .anyMatch(name -> name.endsWith("_enclosure-1.txt"));
        }

        @Test
        void wordsOfAFamilyThatNoLetterHasRoomFor_goWithItAsAPaper_notOneOfThemLost() throws Exception {
            EhcCase opened = open(rowan());
            String reference = opened.reference();
            today(MONDAY_26_OCTOBER);
            String longWords = "She was happy at nursery.\n".repeat(700).strip();
            cases.keepView(reference, ViewTopic.REQUEST, "Maya Ashdown", RECEIVED, longWords, "caseworker");
            Advice advice = adviceRegister.plan(
                    reference,
                    AdviceKind.MEDICAL,
                    "Dr Samir Anand",
                    "Designated Clinical Officer",
                    null,
                    "send.advice@exampleshire-icb.example.org",
                    "advisers-health");
            Letter letter = preparation.prepare(reference, LetterKind.L_05, advice.id(), "caseworker");
            cases.keepView(
                    reference, ViewTopic.ASSESSMENT, "Maya Ashdown", RECEIVED, "She is afraid now.", "caseworker");

            signing.sign(letter.id(), "caseworker", "Ade Bello", "Case manager");
            sending.render(letter.id());
            sending.dispatch(letter.id());

            assertThat(textFor(letter, 0))
                    .contains(
                            "Evidence that comes with this letter What the family has told us",
                            "Maya Ashdown, 14 September 2026 These words are in the paper")
                    .doesNotContain("happy at nursery");
            assertThat(reading.enclosures(letter.id()))
                    .extracting(Enclosure::title)
                    .containsExactly("What the family has told us");
            String paper = ReadPdf.spoken(
                    documents.content(reading.enclosures(letter.id()).get(0).documentId()));
            assertThat(paper.split("She was happy at nursery\\.", -1)).hasSize(701);
            assertThat(paper).contains("She is afraid now.");
        }

        @Test
        void finalPlan_goesOutWithThePlan_toTheFamilyTheSchoolItNamesAndTheHealthBody() throws Exception {
            EhcCase opened = open(rowan());
            today(MONDAY_26_OCTOBER);
            cases.nameSetting(opened.reference(), opened.settingId());
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_10, null, "caseworker");
            assertThatThrownBy(() -> signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The letter goes out with the final plan: enclose it first.");
            Document first = paper(opened.reference(), DocumentKind.PLAN, "Plan, first try");
            Document second = paper(opened.reference(), DocumentKind.PLAN, "Plan, second try");
            preparation.enclose(letter.id(), first.id(), "Final EHC plan", "caseworker");
            preparation.enclose(letter.id(), second.id(), "Final EHC plan", "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            sending.render(letter.id());
            sending.dispatch(letter.id());

            assertThat(reading.enclosures(letter.id()))
                    .extracting(Enclosure::documentId)
                    .containsExactly(second.id());
            assertThat(reading.recipients(letter.id()))
                    .extracting(LetterRecipient::name)
                    .containsExactly("Maya Ashdown", "Dr Samir Anand", "Grace Oduya");
            assertThat(files(letter)).hasSize(9);
            assertThat(files(letter).stream().filter(path -> path.toString().endsWith("_enclosure-1.txt")))
                    .allSatisfy(path -> assertThat(Files.readString(path)).isEqualTo("Plan, second try"));
        }

        @Test
        void aMissingFolderIsToldWithoutNamingAnybody_andTheLetterLeavesLater() throws Exception {
            Letter letter = rendered(open(rowan()), LetterKind.L_01);
            Path away = outbox.resolveSibling(outbox.getFileName() + "-away");
            Files.move(outbox, away);
            try {
                assertThatThrownBy(() -> sending.dispatch(letter.id()))
                        .isInstanceOf(OutboxUnavailable.class)
                        .hasMessageStartingWith("The outbox folder cannot be written")
                        .hasMessageNotContainingAny("Ashdown", "Rowan", "EHC-");
                assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.RENDERED);
            } finally {
                Files.move(away, outbox);
            }

            sending.dispatch(letter.id());

            assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.SENT);
            assertThat(files(letter)).hasSize(2);
        }

        @Test
        void aFullFolderLeavesNoHalfLetter() throws Exception {
            Letter letter = rendered(open(rowan()), LetterKind.L_01);
            LetterRecipient maya = reading.recipients(letter.id()).get(0);
            Path part =
                    outbox.resolve(".%s_L-01_%d_%d.pdf.part".formatted(referenceOf(letter), letter.id(), maya.id()));
            Files.createSymbolicLink(part, Path.of("/dev/full"));

            assertThatThrownBy(() -> sending.dispatch(letter.id())).isInstanceOf(OutboxUnavailable.class);
            assertThat(files(letter)).isEmpty();
            sending.dispatch(letter.id());

            assertThat(files(letter)).hasSize(2);
        }

        @Test
        void preparingTwiceGivesTheSameLetter_untilItIsSent() {
            String reference = open(rowan()).reference();
            Letter letter = rendered(cases.get(reference), LetterKind.L_01);

            assertThat(preparation
                            .prepare(reference, LetterKind.L_01, null, "caseworker")
                            .id())
                    .isEqualTo(letter.id());
            sending.dispatch(letter.id());
            assertThat(preparation
                            .prepare(reference, LetterKind.L_01, null, "caseworker")
                            .id())
                    .isNotEqualTo(letter.id());
            assertThat(reading.of(reference)).hasSize(2);
        }

        @Test
        void newWordsNeedANewSignature() {
            Letter letter = rendered(open(rowan()), LetterKind.L_01);

            preparation.writeFreeText(letter.id(), "Please call us this week.", "caseworker");

            assertThat(reading.get(letter.id()))
                    .returns(LetterState.PREPARED, Letter::state)
                    .returns(null, Letter::signedBy);
            assertThatThrownBy(() -> sending.render(letter.id()))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The letter is not signed yet: have it checked and signed first.");
            assertThatThrownBy(() -> sending.dispatch(letter.id())).isInstanceOf(Refusal.class);
        }

        @Test
        void aPreviewShowsThatNobodyHasSigned_andOfASentLetterWhatWasSent() throws Exception {
            today(MONDAY_26_OCTOBER);
            Letter letter = preparation.prepare(open(rowan()).reference(), LetterKind.L_01, null, "caseworker");
            long maya = reading.recipients(letter.id()).get(0).id();

            assertThat(ReadPdf.spoken(copies.preview(letter.id(), maya)))
                    .contains("This letter has not been signed yet.", "Date: 26 October 2026");

            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            sending.render(letter.id());
            sending.dispatch(letter.id());
            today(MONDAY_26_OCTOBER.plusYears(1));

            assertThat(Sha256.of(copies.preview(letter.id(), maya)))
                    .isEqualTo(reading.recipients(letter.id()).get(0).sha256());
        }

        @Test
        void whatCannotGoOutIsRefusedAtTheSignature() {
            today(MONDAY_26_OCTOBER);
            String reference = open(rowan()).reference();
            String other = open(rowan()).reference();
            Document paperOfOther = paper(other, DocumentKind.PLAN, "Plan of another child");
            Letter letter = preparation.prepare(reference, LetterKind.L_03, null, "caseworker");

            assertThatThrownBy(() -> signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(
                            "The letter must give the reasons for the decision: record the decision with its reasons first.");
            assertThatThrownBy(() -> signing.sign(letter.id(), "manager", "", "SEN team manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Please give the signer’s name.");
            assertThatThrownBy(() -> preparation.writeFreeText(letter.id(), "Call سلمى.", "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("U+0633");
            assertThatThrownBy(() -> preparation.enclose(letter.id(), paperOfOther.id(), "Plan", "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The paper belongs to another case and cannot be enclosed.");
            assertThatThrownBy(() -> preparation.prepare(reference, LetterKind.L_05, null, "caseworker"))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> sending.recordService(letter.id())).isInstanceOf(Refusal.class);
            assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.PREPARED);
        }

        @Test
        void withoutAnybodyToAddressThereIsNoLetter() {
            Requests request = rowan();
            request.contacts =
                    List.of(new NewContact("Ivy Ashdown", "Grandmother", false, Channel.POST, false, null, null, null));

            assertThatThrownBy(() -> {
                        String reference = open(request).reference();
                        preparation.prepare(reference, LetterKind.L_01, null, "caseworker");
                    })
                    .isInstanceOf(Refusal.class);
        }

        @Test
        void whatWasSentCannotChangeInTheDatabaseEither() {
            Letter letter = rendered(refused(open(rowan())), LetterKind.L_03);
            sending.dispatch(letter.id());
            long id = letter.id();
            long maya = reading.recipients(id).get(0).id();
            long document = reading.recipients(id).get(0).documentId();

            assertThatThrownBy(() -> preparation.writeFreeText(id, "Something else", "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The letter has been sent and cannot change any more.");
            for (String change : List.of(
                    "update letter set free_text = 'other' where id = " + id,
                    "update letter set state = 'RENDERED', unsent_key = 'x' where id = " + id,
                    "delete from letter where id = " + id,
                    "update letter_recipient set name = 'other' where id = " + maya,
                    "update letter_recipient set sent_on = date '2026-01-01' where id = " + maya,
                    "delete from letter_recipient where id = " + maya,
                    "insert into letter_enclosure (letter_id, document_id, title, enclosed_by, enclosed_at) values ("
                            + id + ", " + document + ", 'late', 'x', current_timestamp)")) {
                assertThatThrownBy(() -> jdbc.update(change)).as(change).isInstanceOf(DataAccessException.class);
            }
            assertThatCode(() -> sending.recordService(id)).doesNotThrowAnyException();
            assertThat(sending.recordService(id)).isEqualTo(sending.recordService(id));
            assertThatThrownBy(() ->
                            jdbc.update("update letter_recipient set served_on = date '2027-01-01' where id = " + maya))
                    .isInstanceOf(DataAccessException.class);
        }

        private void today(LocalDate day) {
            ((TestClock) clock).setTo(day);
        }

        private void stopsWhenRecording() {
            doThrow(new IllegalStateException("stopped")).when(store).sent(anyLong(), any(), any(), any());
        }

        private Requests rowan() {
            return new Requests();
        }

        private static NewContact mother() {
            return new NewContact("Maya Ashdown", "Mother", true, Channel.POST, false, null, "01632 960001", null);
        }

        private EhcCase open(Requests r) {
            if (settings.all().isEmpty()) {
                settings.add(
                        "100001",
                        "Alder Primary School",
                        "Grace Oduya",
                        "head@alder.example.org",
                        new Address("School Lane", null, "Exampleton", null, "ZX1 4AB"));
            }
            if (LocalDate.now(clock).isBefore(r.receivedOn)) {
                today(r.receivedOn);
            }
            return cases.open(
                    new NewRequest(
                            "Rowan Lee",
                            "Ashdown",
                            "Rowan",
                            r.birthDate,
                            null,
                            null,
                            new Address("7 Mill Lane", null, "Exampleton", null, "ZX1 1AB"),
                            "English",
                            null,
                            null,
                            r.contacts,
                            "100001",
                            "team-north",
                            r.receivedOn,
                            RequestSource.PARENT,
                            "Maya Ashdown",
                            "Rowan cannot follow the lessons and has stopped speaking at school."),
                    "caseworker");
        }

        private String refused(EhcCase opened) {
            cases.decide(
                    opened.reference(),
                    DecisionKind.NOT_ASSESS,
                    "Children and Families Act 2014 s.36(8)",
                    REASONS,
                    "The request and the school's support plans",
                    "manager");
            return opened.reference();
        }

        private Letter rendered(String reference, LetterKind kind) {
            return rendered(cases.get(reference), kind);
        }

        private Letter rendered(EhcCase opened, LetterKind kind) {
            today(MONDAY_26_OCTOBER);
            Letter letter = preparation.prepare(opened.reference(), kind, null, "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            sending.render(letter.id());
            return letter;
        }

        private Letter draftPlanLetter(EhcCase opened) {
            Document draft = paper(opened.reference(), DocumentKind.PLAN, "Draft plan");
            Letter letter = preparation.prepare(opened.reference(), LetterKind.L_08, null, "caseworker");
            preparation.enclose(letter.id(), draft.id(), "Draft EHC plan, with the advice in section K", "caseworker");
            signing.sign(letter.id(), "manager", "Hannah Price", "SEN team manager");
            return letter;
        }

        private Document paper(String reference, DocumentKind kind, String title) {
            return documents.add(
                    reference, kind, title, "paper.txt", title.getBytes(StandardCharsets.UTF_8), "caseworker");
        }

        private String textFor(Letter letter, int recipient) throws IOException {
            return ReadPdf.spoken(documents.content(
                    reading.recipients(letter.id()).get(recipient).documentId()));
        }

        private String referenceOf(Letter letter) {
            return store.reference(letter.caseId());
        }

        private List<Path> files(Letter letter) throws IOException {
            try (Stream<Path> all = Files.list(outbox)) {
                return all.filter(path -> path.getFileName()
                                .toString()
                                .matches("EHC-\\d{4}-\\d{5}_L-\\d{2}_" + letter.id() + "_.*"))
                        .sorted()
                        .toList();
            }
        }

        /** What a story changes in the request. */
        private static final class Requests {
            private LocalDate birthDate = LocalDate.of(2017, 5, 3);
            private LocalDate receivedOn = RECEIVED;
            private List<NewContact> contacts = List.of(mother());
        }
    }
}
