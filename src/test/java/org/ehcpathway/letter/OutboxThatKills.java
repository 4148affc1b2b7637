package org.ehcpathway.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * An outbox whose machine loses its power at the worst moment: a letter L-01 has left the house and nobody has written it down.
 * Given to an application by name; no annotation, so that no scan of the room finds it.
 */
public class OutboxThatKills {

    /** The letter is handed over, its note too, but the file does not know it. */
    public static final String HANDED_OVER = "handed-over";

    /** The PDF is in the folder, its note is not. */
    public static final String WITHOUT_NOTE = "without-note";

    @Bean
    @Primary
    Outbox outboxOfTheStory(@Value("${ehc.outbox}") String folder, @Value("${story.killed-at}") String killedAt) {
        return new Outbox(folder) {
            @Override
            void handOver(Note note, byte[] pdf, List<byte[]> enclosures) {
                super.handOver(note, pdf, enclosures);
                if (!note.idempotencyKey().contains("_L-01_")) {
                    return;
                }
                if (killedAt.equals(WITHOUT_NOTE)) {
                    delete(Path.of(folder).resolve(note.idempotencyKey() + ".json"));
                }
                if (killedAt.equals(WITHOUT_NOTE) || killedAt.equals(HANDED_OVER)) {
                    Runtime.getRuntime().halt(137);
                }
            }
        };
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
