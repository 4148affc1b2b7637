package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.NewContact;
import org.ehcpathway.casefile.NewRequest;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.testing.TestClock;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The room of letters in a JVM of its own, with as many signed letters L-01 by post as are asked for. */
final class ManyLetters {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 26);

    private ManyLetters() {}

    /** @param now such as 2026-10-26T09:00 */
    static ConfigurableApplicationContext room(String now, String... settings) {
        ConfigurableApplicationContext room = new SpringApplicationBuilder(LetterRoom.class, OutboxThatStops.class)
                .web(WebApplicationType.NONE)
                .profiles("stories")
                .properties("spring.config.import=classpath:council-demo.yaml", "ehc.letters.clockwork=false")
                .run(settings);
        ((TestClock) room.getBean(Clock.class)).setTo(LocalDateTime.parse(now));
        return room;
    }

    static void sign(ConfigurableApplicationContext room, int number) {
        CaseFiles cases = room.getBean(CaseFiles.class);
        LetterPreparation preparation = room.getBean(LetterPreparation.class);
        LetterSigning signing = room.getBean(LetterSigning.class);
        IntStream.range(0, number).parallel().forEach(i -> {
            String reference = cases.open(request(), "caseworker").reference();
            Letter letter = preparation.prepare(reference, LetterKind.L_01, null, "caseworker");
            signing.sign(letter.id(), "caseworker", "Ade Bello", "SEN caseworker");
        });
    }

    private static NewRequest request() {
        return new NewRequest(
                "Rowan Lee",
                "Ashdown",
                "Rowan",
                LocalDate.of(2017, 5, 3),
                null,
                null,
                new Address("7 Mill Lane", null, "Exampleton", null, "ZX1 1AB"),
                "English",
                null,
                null,
                List.of(new NewContact("Maya Ashdown", "Mother", true, Channel.POST, false, null, null, null)),
                null,
                "team-north",
                MONDAY,
                RequestSource.PARENT,
                "Maya Ashdown",
                "Rowan cannot follow the lessons and has stopped speaking at school.");
    }
}
