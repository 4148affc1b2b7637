package org.ehcpathway.letter;

import org.springframework.context.ConfigurableApplicationContext;

/** A run of forty letters in a JVM of its own. Started by {@link LetterRunKilledTest}. */
public final class MortalRun {

    private MortalRun() {}

    /** The first setting is the time; {@code --story.begins=true} signs the letters and begins the run. */
    public static void main(String[] settings) {
        String[] rest = java.util.Arrays.copyOfRange(settings, 1, settings.length);
        try (ConfigurableApplicationContext room = ManyLetters.room(settings[0], rest)) {
            if (room.getEnvironment().getProperty("story.begins", Boolean.class, false)) {
                ManyLetters.sign(room, 40);
                room.getBean(LetterRuns.class).start("manager");
            }
            room.getBean(LetterRunWork.class).takeUp();
        }
    }
}
