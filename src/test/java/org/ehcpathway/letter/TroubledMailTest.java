package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.letter.SendingEvent.What;
import org.ehcpathway.letter.TroubledMailServer.Trouble;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A mail server that hangs, refuses, or takes a letter and dies: nothing is lost, and nothing is sent twice by itself. */
class TroubledMailTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story extends SendingStory {

        private static TroubledMailServer server;

        @Autowired
        private SendingLog log;

        @Autowired
        private LetterStore store;

        @DynamicPropertySource
        static void theirServer(DynamicPropertyRegistry registry) throws IOException {
            server = new TroubledMailServer();
            Path outbox = Files.createTempDirectory("outbox");
            registry.add("ehc.outbox", outbox::toString);
            registry.add("ehc.letters.email", () -> "smtp");
            registry.add("ehc.letters.smtp.host", () -> "127.0.0.1");
            registry.add("ehc.letters.smtp.port", () -> server.port());
            registry.add("ehc.letters.smtp.start-tls", () -> false);
            registry.add("ehc.letters.smtp.from", () -> "send@exampleshire.example.org");
            registry.add("ehc.letters.smtp.letter-to", () -> "everybody");
            registry.add("ehc.letters.smtp.timeout", () -> "1s");
        }

        @AfterAll
        static void closed() throws IOException {
            server.close();
        }

        @BeforeEach
        void noTrouble() {
            server.trouble = Trouble.NONE;
            server.letters.set(0);
        }

        @ParameterizedTest
        @EnumSource(names = {"HANGS_AT_THE_GREETING", "ASKS_TO_COME_LATER", "DIES_BEFORE_THE_LETTER"})
        void aServerThatHasNotTakenTheLetter_isTriedAgain(Trouble trouble) {
            server.trouble = trouble;
            Letter letter = toBeMailed("maya@example.org");

            assertThatThrownBy(() -> sending.dispatch(letter.id()))
                    .isInstanceOf(ChannelUnavailable.class)
                    .hasMessage("The mail server did not take the letter. The letter is tried again.");
            assertThat(happened(letter)).containsExactly(What.STARTED, What.NOT_TAKEN);
            server.trouble = Trouble.NONE;
            today(TUESDAY);
            sending.dispatch(letter.id());

            assertThat(server.letters).hasValue(1);
            assertThat(maya(letter))
                    .returns(TUESDAY, LetterRecipient::sentOn)
                    .returns(Channel.EMAIL, LetterRecipient::channel);
            assertThat(happened(letter)).containsExactly(What.STARTED, What.NOT_TAKEN, What.STARTED, What.HANDED_OVER);
        }

        @ParameterizedTest
        @EnumSource(names = {"HAS_NO_SUCH_MAILBOX", "REFUSES_THE_WHOLE_LETTER"})
        void aRefusedAddress_getsTheLetterByPostTheSameDay_andIsServedByPost(Trouble trouble) {
            server.trouble = trouble;
            Letter letter = toBeMailed("maya@example.org");

            assertThat(sending.dispatch(letter.id())).isEqualTo(Dispatched.SENT);

            assertThat(maya(letter))
                    .returns(Channel.POST, LetterRecipient::channel)
                    .returns(MONDAY, LetterRecipient::sentOn)
                    .satisfies(sent -> assertThat(sent.receipt()).endsWith("_post.pdf"));
            assertThat(sending.recordService(letter.id()).servedOn())
                    .as("the 2nd working day after")
                    .isEqualTo(LocalDate.of(2026, 10, 28));
            assertThat(happened(letter))
                    .containsExactly(What.STARTED, What.REFUSED, What.FELL_BACK, What.STARTED, What.HANDED_OVER);
            assertThat(sending.toFollowUp(letter.id()))
                    .extracting(LetterRecipient::name)
                    .containsExactly("Maya Ashdown");
            sending.followedUp(maya(letter));
            assertThat(sending.toFollowUp(letter.id())).isEmpty();
        }

        @Test
        void afterTheLastTry_theLetterGoesByPost() {
            server.trouble = Trouble.ASKS_TO_COME_LATER;
            Letter letter = toBeMailed("maya@example.org");
            assertThatThrownBy(() -> sending.dispatch(letter.id(), false)).isInstanceOf(ChannelUnavailable.class);

            assertThat(sending.dispatch(letter.id(), true)).isEqualTo(Dispatched.SENT);

            assertThat(maya(letter).channel()).isEqualTo(Channel.POST);
            assertThat(reading.sendings(letter.id()))
                    .filteredOn(event -> event.what() == What.FELL_BACK)
                    .extracting(SendingEvent::sentence)
                    .containsExactly(
                            "Email failed, so the letter goes by post. The mail server did not take the letter."
                                    + " The letter is tried again.");
        }

        @ParameterizedTest
        @EnumSource(names = {"TAKES_THE_LETTER_AND_DIES", "TAKES_THE_LETTER_AND_HANGS"})
        void aServerThatTookTheLetterAndDied_isNotGivenItAgainByItself(Trouble trouble) {
            server.trouble = trouble;
            Letter letter = toBeMailed("maya@example.org");

            assertThat(sending.dispatch(letter.id())).isEqualTo(Dispatched.TO_BE_SETTLED);
            server.trouble = Trouble.NONE;
            assertThat(sending.dispatch(letter.id(), true)).isEqualTo(Dispatched.TO_BE_SETTLED);
            today(TUESDAY);
            assertThat(sending.dispatch(letter.id())).isEqualTo(Dispatched.TO_BE_SETTLED);

            assertThat(server.letters).as("given once").hasValue(1);
            assertThat(happened(letter)).containsExactly(What.STARTED, What.UNCONFIRMED);
            assertThat(lastSentence(letter)).contains("it may have left or not. Ask the recipient");
            assertThat(reading.unconfirmed(letter.id())).hasSize(1);
            assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.RENDERED);
        }

        @Test
        void ifThePersonSaysItCame_itWasSentOnTheDayOfThatTry() {
            Letter letter = unconfirmed();
            String sha256 = maya(letter).sha256();
            today(TUESDAY);
            sending.dispatch(letter.id());

            sending.settle(letter.id(), true, "caseworker");

            assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.SENT);
            assertThat(maya(letter))
                    .returns(MONDAY, LetterRecipient::sentOn)
                    .returns("found to have left, by caseworker", LetterRecipient::receipt)
                    .as("the letter that left is the one that is kept")
                    .returns(sha256, LetterRecipient::sha256);
            assertThat(sending.recordService(letter.id())).isEqualTo(new Served(MONDAY, MONDAY));
            assertThat(server.letters).hasValue(1);
        }

        @Test
        void ifThePersonSaysItDidNotCome_itIsSentOnceMoreWithTheNewDate() {
            Letter letter = unconfirmed();
            today(TUESDAY);
            sending.settle(letter.id(), false, "caseworker");

            assertThat(sending.dispatch(letter.id())).isEqualTo(Dispatched.SENT);

            assertThat(server.letters).hasValue(2);
            assertThat(maya(letter).sentOn()).isEqualTo(TUESDAY);
            assertThat(happened(letter))
                    .containsExactly(
                            What.STARTED, What.UNCONFIRMED, What.CAME_TO_NOTHING, What.STARTED, What.HANDED_OVER);
            assertThat(reading.unconfirmed(letter.id())).isEmpty();
        }

        /** What a node leaves behind that is killed while the mail server has the letter. */
        @Test
        void killedWhileHandingOver_nobodyKnows_soAPersonDecides() {
            Letter letter = toBeMailed("maya@example.org");
            LetterRecipient maya = maya(letter);
            store.keepIdempotencyKey(maya.id(), "key-of-the-killed");
            log.tell(maya, "key-of-the-killed", "smtp", What.STARTED, null, "process");

            assertThat(sending.dispatch(letter.id())).isEqualTo(Dispatched.TO_BE_SETTLED);

            assertThat(server.letters).hasValue(0);
            assertThat(happened(letter)).containsExactly(What.STARTED, What.UNCONFIRMED);
        }

        @Test
        void whatHappenedOnTheWayCannotBeRewritten() {
            Letter letter = unconfirmed();
            for (String change : List.of(
                    "update letter_sending set what = 'HANDED_OVER' where letter_id = " + letter.id(),
                    "delete from letter_sending where letter_id = " + letter.id(),
                    "update letter_made_from set template_version = 7 where letter_id = " + letter.id())) {
                assertThatThrownBy(() -> jdbc.update(change)).as(change).hasMessageContaining("kept as they were");
            }
        }

        private Letter unconfirmed() {
            server.trouble = Trouble.TAKES_THE_LETTER_AND_DIES;
            Letter letter = toBeMailed("maya@example.org");
            sending.dispatch(letter.id());
            server.trouble = Trouble.NONE;
            return letter;
        }
    }
}
