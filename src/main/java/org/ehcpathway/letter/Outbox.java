package org.ehcpathway.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder where letters leave the product: a print room or a mail gateway takes them from there.
 *
 * <p>A letter is the PDF, its enclosures and, last of all, a note in JSON with the same name. The note is the handing over: whoever
 * empties the folder takes a letter only when its note is there. Every file appears whole, under its final name, or not at all.
 */
@Component
class Outbox {

    /** What the note tells. A second letter with the same idempotency key is the same letter. */
    record Note(
            String idempotencyKey,
            String reference,
            String kind,
            String channel,
            String name,
            List<String> addressLines,
            String email,
            LocalDate sentOn,
            String file,
            String sha256,
            List<EnclosedFile> enclosures) {}

    record EnclosedFile(String file, String title, String sha256) {}

    private final Path folder;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * @param folderName a relative folder is made at start, for the demo; an absolute one must be there, because a missing one means
     *     that the council's share is not connected
     */
    Outbox(@Value("${ehc.outbox:outbox}") String folderName) {
        folder = Path.of(folderName);
        if (!folder.isAbsolute()) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new IllegalStateException("The folder of the setting ehc.outbox cannot be made.", e);
            }
        }
    }

    /** The day on which the letter with this key and these bytes was handed over, if it was. */
    Optional<LocalDate> handedOverOn(String key, String sha256) {
        Path note = folder.resolve(key + ".json");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            JsonNode read = json.readTree(Files.readAllBytes(note));
            return read.path("sha256").asText().equals(sha256)
                    ? Optional.of(LocalDate.parse(read.path("sentOn").asText()))
                    : Optional.empty();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Safe to repeat: a file that is there with the same bytes is left alone. The note is written last. */
    void handOver(Note note, byte[] pdf, List<byte[]> enclosures) {
        for (int i = 0; i < enclosures.size(); i++) {
            write(note.enclosures().get(i).file(), enclosures.get(i));
        }
        write(note.file(), pdf);
        try {
            write(note.idempotencyKey() + ".json", json.writeValueAsBytes(note));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The note of a letter cannot be written.", e);
        }
    }

    private void write(String name, byte[] bytes) {
        Path target = folder.resolve(name);
        Path part = folder.resolve("." + name + ".part");
        try {
            if (Files.exists(target) && Sha256.of(Files.readAllBytes(target)).equals(Sha256.of(bytes))) {
                return;
            }
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                // Without it a power cut could leave an empty file under the final name.
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            removed(part);
            throw unavailable(e);
        }
    }

    /** A full folder gets its space back; where that fails too, the next try writes over the part. */
    private static void removed(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException ignored) {
            // The first failure is the one to tell.
        }
    }

    private static OutboxUnavailable unavailable(IOException e) {
        return new OutboxUnavailable(
                "The outbox folder cannot be written: check that it is there, not full and open to the application. The letter is tried again.",
                e);
    }
}
