package org.ehcpathway.plan.tribunal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.ehcpathway.statute.Refusal;

/** Opens a Word document that somebody sent, or says in a sentence why not. */
final class WordFile {

    /** A working document of 500 pages is about 20 MB unpacked; pictures come packed already. */
    private static final long LARGEST_UNPACKED = 100L * 1024 * 1024;
    /** What Word itself says of a document's text is read into memory as a tree, many times its size. */
    private static final long LARGEST_PART = 25L * 1024 * 1024;

    private static final int MANY_PARTS = 2_000;

    private WordFile() {}

    /** @throws Refusal when it is no Word document, protected, with macros, broken, or unpacks to too much */
    static XWPFDocument open(byte[] content) {
        switch (FileMagic.valueOf(content)) {
            case OOXML -> checkParts(content);
            case OLE2 -> throw old(content);
            default -> throw notWord();
        }
        try {
            return new XWPFDocument(new ByteArrayInputStream(content));
        } catch (IOException | RuntimeException broken) {
            // POI wraps what is wrong inside a file in many kinds of runtime exceptions.
            throw broken(broken);
        }
    }

    private static Refusal broken(Exception cause) {
        return new Refusal("The Word document is damaged; open it in Word, save it anew and try again.", cause);
    }

    private static Refusal notWord() {
        return new Refusal(
                "This is not a Word document (.docx). Save the working document as a Word document and choose it again.");
    }

    private static Refusal old(byte[] content) {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            if (file.getRoot().hasEntry("EncryptedPackage")) {
                return new Refusal(
                        "The document is protected by a password. Take the password off, save it and choose it again.");
            }
        } catch (IOException | RuntimeException unreadable) {
            return notWord();
        }
        return new Refusal(
                "This is a document of an old kind (.doc). Save it as a Word document (.docx) and choose it again.");
    }

    /** Unpacks to nowhere and counts, so that a small file that unpacks to gigabytes costs nothing but a moment. */
    private static void checkParts(byte[] content) {
        boolean word = false;
        long all = 0;
        int parts = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")) {
                    throw new Refusal(
                            "The document contains macros. Save it as a Word document without macros (.docx) and"
                                    + " choose it again.");
                }
                word |= name.equals("word/document.xml");
                long part = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    part += read;
                    all += read;
                    if (all > LARGEST_UNPACKED || name.endsWith(".xml") && part > LARGEST_PART) {
                        throw tooLarge();
                    }
                }
                if (++parts > MANY_PARTS) {
                    throw tooLarge();
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw broken(damaged);
        }
        if (!word) {
            throw notWord();
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(
                "The document is far too large when it is unpacked. Copy its text into a new document and choose that.");
    }
}
