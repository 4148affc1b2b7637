package org.ehcpathway.letter;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An outbox whose machine loses its power after it has taken the letter with the number {@code story.stops-after}; 0 is never. */
class OutboxThatStops {

    @Bean
    @Primary
    Outbox outboxOfTheRun(@Value("${ehc.outbox}") String folder, @Value("${story.stops-after:0}") int last) {
        AtomicInteger taken = new AtomicInteger();
        return new Outbox(folder) {
            @Override
            void handOver(Note note, byte[] pdf, List<byte[]> enclosures) {
                super.handOver(note, pdf, enclosures);
                if (taken.incrementAndGet() == last) {
                    Runtime.getRuntime().halt(137);
                }
            }
        };
    }
}
