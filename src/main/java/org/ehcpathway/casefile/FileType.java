package org.ehcpathway.casefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** The types of file that are taken, and whether bytes really are of the type their name claims. */
enum FileType {
    PDF("a PDF", "application/pdf", "pdf"),
    PNG("a PNG picture", "image/png", "png"),
    JPEG("a JPEG picture", "image/jpeg", "jpg", "jpeg"),
    DOCX("a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("an OpenDocument text", "application/vnd.oasis.opendocument.text", "odt"),
    TEXT("a plain text", "text/plain", "txt");

    private static final Tika TIKA = new Tika();
    private static final MediaTypeRegistry TYPES = MediaTypeRegistry.getDefaultRegistry();

    private final String inWords;
    private final String mediaType;
    private final Set<String> extensions;

    FileType(String inWords, String mediaType, String... extensions) {
        this.inWords = inWords;
        this.mediaType = mediaType;
        this.extensions = Set.of(extensions);
    }

    String inWords() {
        return inWords;
    }

    String mediaType() {
        return mediaType;
    }

    /** The type a file's name claims; empty when it is not one that is taken. */
    static Optional<FileType> claimedBy(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** Judged by the bytes alone: asked with the name, Tika would believe the name of any zip. */
    boolean isTypeOf(byte[] content) {
        String found = TIKA.detect(content);
        return switch (this) {
            case DOCX -> isZip(found) && ZipNames.of(content).contains("word/document.xml");
            case TEXT -> TYPES.isInstanceOf(MediaType.parse(found), MediaType.TEXT_PLAIN);
            default -> mediaType.equals(found);
        };
    }

    private static boolean isZip(String found) {
        return TYPES.isInstanceOf(MediaType.parse(found), MediaType.APPLICATION_ZIP);
    }
}
