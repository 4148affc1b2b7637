package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A day's post for the print room: one PDF and its manifest. */
class PrintRunTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story extends SendingStory {

        private static Path folder;

        /** A working day of its own for each test: a closed day stays closed. */
        private static LocalDate nextDay = LocalDate.of(2026, 11, 2);

        @Autowired
        private DaysPost post;

        private LocalDate day;

        @DynamicPropertySource
        static void ourPrintRoom(DynamicPropertyRegistry registry) throws IOException {
            folder = Files.createTempDirectory("print-room");
            registry.add("ehc.outbox", Files.createTempDirectory("outbox")::toString);
            registry.add("ehc.letters.post", () -> "print-run");
            registry.add("ehc.letters.print-run.folder", folder::toString);
        }

        @BeforeEach
        void aNewDay() {
            day = nextDay;
            nextDay = nextDay.plusDays(14);
            today(day);
        }

        @Test
        void theDaysPostIsOnePdf_andTheManifestTellsWhoseEachPageIs() throws Exception {
            Letter first = toBePosted();
            Letter second = toBePosted();
            sending.dispatch(first.id());
            sending.dispatch(second.id());
            sending.dispatch(second.id());

            at(day.atTime(14, 59));
            post.closeWhatIsDue("process");
            assertThat(files()).as("not before the hour").isEmpty();
            at(day.atTime(15, 0));
            post.closeWhatIsDue("process");

            assertThat(files())
                    .containsExactly("post-of-" + day + ".csv", "post-of-" + day + ".json", "post-of-" + day + ".pdf");
            JsonNode manifest = new ObjectMapper()
                    .readTree(folder.resolve("post-of-" + day + ".json").toFile());
            byte[] pdf = Files.readAllBytes(folder.resolve("post-of-" + day + ".pdf"));
            assertThat(manifest.path("files").path(0).path("sha256").asText()).isEqualTo(Sha256.of(pdf));
            assertThat(manifest.path("letters")).hasSize(2);
            JsonNode ofSecond = manifest.path("letters").path(1);
            assertThat(ofSecond.path("key").asText()).isEqualTo(maya(second).idempotencyKey());
            assertThat(ofSecond.path("sha256").asText()).isEqualTo(maya(second).sha256());
            assertThat(ofSecond.path("recipient").asText()).isEqualTo("Maya Ashdown");
            assertThat(ofSecond.path("address").path(0).asText()).isEqualTo("7 Mill Lane");
            try (PDDocument whole = Loader.loadPDF(pdf)) {
                assertThat(whole.getNumberOfPages())
                        .isEqualTo(manifest.path("files").path(0).path("pages").asInt());
                PDFTextStripper page = new PDFTextStripper();
                page.setStartPage(ofSecond.path("firstPage").asInt());
                page.setEndPage(ofSecond.path("firstPage").asInt());
                assertThat(page.getText(whole))
                        .contains(
                                "Dear Maya Ashdown", ofSecond.path("reference").asText());
            }
            assertThat(Files.readAllLines(folder.resolve("post-of-" + day + ".csv")))
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line)
                            .contains("\"Maya Ashdown\",\"7 Mill Lane, Exampleton, ZX1 1AB\",\"L-01\""));
        }

        @Test
        void aLetterAfterTheClosing_leavesOnTheNextWorkingDayWithItsDate() throws Exception {
            LocalDate friday = day.plusDays(4);
            at(friday.atTime(14, 0));
            sending.dispatch(toBePosted().id());
            Letter late = toBePosted();
            at(friday.atTime(15, 0));
            post.closeWhatIsDue("process");

            Dispatched dispatched = sending.dispatch(late.id());

            LocalDate monday = friday.plusDays(3);
            assertThat(dispatched)
                    .isEqualTo(new Dispatched(
                            Dispatched.How.LATER, LocalDateTime.of(monday, java.time.LocalTime.of(6, 0))));
            today(friday.plusDays(1));
            assertThat(sending.dispatch(late.id()).how())
                    .as("no post on Saturday")
                    .isEqualTo(Dispatched.How.LATER);
            at(monday.atTime(6, 0));
            assertThat(sending.dispatch(late.id())).isEqualTo(Dispatched.SENT);
            assertThat(maya(late).sentOn()).isEqualTo(monday);
            assertThat(reading.get(late.id()).letterDate()).isEqualTo(monday);
        }

        @Test
        void aFolderThatIsFull_holdsThePostUntilItIsWritten_andThenItIsTheSame() throws Exception {
            Letter letter = toBePosted();
            sending.dispatch(letter.id());
            at(day.atTime(16, 0));
            Path part = folder.resolve(".post-of-" + day + ".pdf.part");
            Files.createSymbolicLink(part, Path.of("/dev/full"));

            assertThatThrownBy(() -> post.closeWhatIsDue("process"))
                    .isInstanceOf(OutboxUnavailable.class)
                    .hasMessageStartingWith("The folder of the print room cannot be written");
            assertThat(files()).isEmpty();
            assertThat(part).as("its space is given back").doesNotExist();
            post.closeWhatIsDue("process");

            assertThat(files()).hasSize(3);
            String sha256 = Sha256.of(Files.readAllBytes(folder.resolve("post-of-" + day + ".pdf")));
            post.close(day, "manager");
            assertThat(Sha256.of(Files.readAllBytes(folder.resolve("post-of-" + day + ".pdf"))))
                    .as("written again it is the same")
                    .isEqualTo(sha256);
            assertThat(post.days())
                    .filteredOn(one -> one.day().equals(day))
                    .singleElement()
                    .returns(1, DaysPost.Day::letters);
        }

        @Test
        void aLetterInThePostCannotBeTakenOutOfIt() {
            sending.dispatch(toBePosted().id());

            assertThatThrownBy(() -> jdbc.update("delete from print_item")).hasMessageContaining("kept as they were");
        }

        private List<String> files() throws IOException {
            try (Stream<Path> all = Files.list(folder)) {
                return all.map(path -> path.getFileName().toString())
                        .filter(name -> name.contains(day.toString()) && !name.endsWith(".part"))
                        .sorted()
                        .toList();
            }
        }
    }
}
