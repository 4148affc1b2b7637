package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.reset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.letter.LetterRuns.Progress;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Many signed letters made ready for print in one go. */
class LetterRunTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story extends SendingStory {

        private static Path outbox;

        @Autowired
        private LetterRuns runs;

        @Autowired
        private LetterRunWork work;

        @MockitoSpyBean
        private LetterStore store;

        @DynamicPropertySource
        static void ownOutbox(DynamicPropertyRegistry registry) throws IOException {
            outbox = Files.createTempDirectory("outbox");
            registry.add("ehc.outbox", outbox::toString);
        }

        @AfterEach
        void nothingIsLeft() {
            reset(store);
            runs.running().forEach(runs::cancel);
        }

        @Test
        void everySignedLetterIsMadeReadyOnce_andTheRunTellsHowFarItIs() throws IOException {
            List<Letter> signed = signed(7);
            Letter unsigned = preparation.prepare(opened(by(Channel.POST, null)), LetterKind.L_01, null, "caseworker");
            long run = runs.start("manager");
            assertThat(runs.progress(run))
                    .returns(7, Progress::letters)
                    .returns(0, Progress::percent)
                    .returns(true, Progress::isRunning);

            work.takeUp();

            assertThat(runs.progress(run))
                    .returns(7, Progress::ready)
                    .returns(0, Progress::failed)
                    .returns(100, Progress::percent)
                    .returns("FINISHED", Progress::state);
            for (Letter letter : signed) {
                assertThat(reading.get(letter.id()).state()).isEqualTo(LetterState.SENT);
                assertThat(pdfs(letter)).hasSize(1);
            }
            assertThat(reading.get(unsigned.id()).state()).isEqualTo(LetterState.PREPARED);
        }

        @Test
        void aLetterThatFailsStopsNoOther_andSaysWhy() {
            List<Letter> signed = signed(4);
            Letter broken = signed.get(1);
            jdbc.update("update letter set kind = 'L_03', template_version = 1, unsent_key = 'x" + broken.id()
                    + "' where id = " + broken.id());
            long run = runs.start("manager");

            work.takeUp();

            assertThat(runs.progress(run)).returns(3, Progress::ready).returns(1, Progress::failed);
            assertThat(runs.troubles(run))
                    .extracting(LetterRuns.Trouble::letterId, LetterRuns.Trouble::sentence)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple(
                                    broken.id(),
                                    "The letter must give the reasons for the decision: record the decision with its reasons first."));
            jdbc.update("update letter set kind = 'L_01', template_version = 2 where id = " + broken.id());
            long next = runs.start("manager");
            work.takeUp();
            assertThat(runs.progress(next))
                    .as("put right, it goes with the next run")
                    .returns(1, Progress::letters)
                    .returns(1, Progress::ready);
        }

        @Test
        void aCancelledRunStops_andWhatIsReadyStaysReady() {
            signed(6);
            long run = runs.start("manager");
            AtomicInteger sent = new AtomicInteger();
            doAnswer(call -> {
                        Object result = call.callRealMethod();
                        if (sent.incrementAndGet() == 2) {
                            runs.cancel(run);
                        }
                        return result;
                    })
                    .when(store)
                    .sent(anyLong());

            work.takeUp();

            assertThat(runs.progress(run).state()).isEqualTo("CANCELLED");
            assertThat(runs.progress(run).ready())
                    .as("the two, and what was in hand on other cores")
                    .isBetween(2, 2 + Runtime.getRuntime().availableProcessors());
            reset(store);
            long next = runs.start("manager");
            work.takeUp();
            assertThat(runs.progress(next).letters())
                    .isEqualTo(6 - runs.progress(run).ready());
            assertThat(runs.progress(next).failed()).isZero();
        }

        @Test
        void oneRunAtATime_andNoneOverNothing() {
            assertThatThrownBy(() -> runs.start("manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("No signed letter waits to be made: there is nothing to do.");
            signed(1);
            long run = runs.start("manager");

            assertThatThrownBy(() -> runs.start("manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("A run is under way. Wait until it has ended, or cancel it.");
            work.takeUp();
            assertThat(runs.progress(run).ready()).isEqualTo(1);
        }

        /** As long as a worker gives signs of life nobody else takes its run. */
        @Test
        void aRunBelongsToOneWorker_untilItDies() {
            signed(1);
            long run = runs.start("manager");
            assertThat(runs.take(run)).isTrue();

            work.takeUp();
            assertThat(runs.progress(run).ready()).isZero();
            at(MONDAY.atTime(9, 5));
            work.takeUp();

            assertThat(runs.progress(run)).returns(1, Progress::ready).returns("FINISHED", Progress::state);
        }

        private List<Letter> signed(int number) {
            List<Letter> signed = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                Letter letter =
                        preparation.prepare(opened(by(Channel.POST, null)), LetterKind.L_01, null, "caseworker");
                signing.sign(letter.id(), "caseworker", "Ade Bello", "SEN caseworker");
                signed.add(letter);
            }
            return signed;
        }

        private List<Path> pdfs(Letter letter) throws IOException {
            try (Stream<Path> all = Files.list(outbox)) {
                return all.filter(
                                path -> path.getFileName().toString().matches(".*_L-01_" + letter.id() + "_\\d+\\.pdf"))
                        .toList();
            }
        }
    }
}
