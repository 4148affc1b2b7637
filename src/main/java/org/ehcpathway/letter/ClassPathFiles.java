package org.ehcpathway.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that ship with the product. One that is missing is a broken build, so it is no {@code Refusal}. */
final class ClassPathFiles {

    private ClassPathFiles() {}

    static byte[] bytes(String path) {
        try (InputStream in = ClassPathFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The file " + path + " is missing in the application.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read.", e);
        }
    }
}
