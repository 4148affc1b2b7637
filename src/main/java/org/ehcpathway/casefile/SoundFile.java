package org.ehcpathway.casefile;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.ehcpathway.statute.Refusal;

/**
 * Whether a file can be opened by everybody who will get it: the family, the setting, the tribunal. A report that is locked or
 * broken is refused while the person who brings it can still bring another one.
 */
final class SoundFile {

    private static final String SAVE_ANEW = " Open it, save it anew and try again.";

    /** Readers look for the end of a PDF in its last 1,024 bytes. */
    private static final int END_WITHIN = 1024;

    private static final byte[] END_OF_PDF = {'%', '%', 'E', 'O', 'F'};

    /** A report of hundreds of pages with scans in it unpacks to less. */
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;

    /** Text shrinks to a tenth; only a file made to fill a memory shrinks to a two-hundredth. */
    private static final int MOST_SHRUNK = 200;

    private static final long WORTH_MEASURING = 10L * 1024 * 1024;

    /** A page of A3 scanned with 600 dots to the inch has 70 million. */
    private static final long MOST_DOTS = 100_000_000;

    private static final int LONGEST_LIST_OF_PARTS = 1024 * 1024;

    private static final byte[] OLD_WORD = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    private SoundFile() {}

    /**
     * @return the number of pages; 0 where the type does not tell
     * @throws Refusal when nobody, or not everybody, can open it
     */
    static int check(FileType type, byte[] content) {
        return switch (type) {
            case PDF -> pages(content);
            case PNG, JPEG -> {
                checkPicture(content);
                yield 1;
            }
            case DOCX, ODT -> {
                checkPacked(type, content);
                yield 0;
            }
            case TEXT -> 0;
        };
    }

    private static int pages(byte[] content) {
        requireEnd(content);
        try (PDDocument pdf = Loader.loadPDF(content)) {
            if (pdf.isEncrypted()) {
                throw locked();
            }
            int pages = pdf.getNumberOfPages();
            if (pages == 0) {
                throw new Refusal("The PDF has no pages." + SAVE_ANEW);
            }
            for (int i = 0; i < pages; i++) {
                pdf.getPage(i);
            }
            return pages;
        } catch (InvalidPasswordException e) {
            throw locked();
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw broken(e);
        }
    }

    private static Refusal locked() {
        return new Refusal("The PDF is protected by a password: families and the tribunal could not open or print it."
                + " Save it without protection and try again.");
    }

    private static Refusal broken(Exception e) {
        return new Refusal("The PDF is broken and cannot be opened." + SAVE_ANEW, e);
    }

    /** A PDF that was cut off on its way may still show its first pages, and nobody would miss the others. */
    private static void requireEnd(byte[] content) {
        int end = content.length;
        while (end > 0 && (content[end - 1] & 0xff) <= ' ') {
            end--;
        }
        for (int at = end - END_OF_PDF.length; at >= Math.max(0, end - END_WITHIN); at--) {
            int i = 0;
            while (i < END_OF_PDF.length && content[at + i] == END_OF_PDF[i]) {
                i++;
            }
            if (i == END_OF_PDF.length) {
                return;
            }
        }
        throw new Refusal("The PDF is cut off: its end is missing." + SAVE_ANEW);
    }

    private static void checkPicture(byte[] content) {
        Dimension size = size(content);
        if ((long) size.width * size.height > MOST_DOTS) {
            throw new Refusal(
                    "The picture has %,d by %,d dots, more than can be printed: save it smaller and try again."
                            .formatted(size.width, size.height));
        }
    }

    private static Dimension size(byte[] content) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in, true, true);
                    return new Dimension(reader.getWidth(0), reader.getHeight(0));
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw new Refusal("The picture is broken and cannot be opened." + SAVE_ANEW, broken);
        }
        throw new Refusal("The picture is broken and cannot be opened." + SAVE_ANEW);
    }

    /** Reads a packed document through once, keeping nothing of it. */
    private static void checkPacked(FileType type, byte[] content) {
        String main = type == FileType.DOCX ? "word/document.xml" : "content.xml";
        Set<String> names = new HashSet<>();
        Unpacked unpacked = new Unpacked(content.length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                names.add(name);
                requireNoProgram(type, name);
                InputStream counted = unpacked.of(zip);
                if (name.equals(main)) {
                    requireRoot(type, counted);
                } else if (name.equals("META-INF/manifest.xml") || name.equals("[Content_Types].xml")) {
                    requireOpen(type, counted);
                }
                counted.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw broken(type, e);
        }
        if (!names.contains(main)) {
            throw broken(type, null);
        }
    }

    private static Refusal broken(FileType type, Exception why) {
        return new Refusal(
                "The file says it is %s but cannot be opened as one; open it, save it anew and try again."
                        .formatted(type.inWords()),
                why);
    }

    private static Refusal withProgram(FileType type) {
        return new Refusal("The file is %s with macros, which are programs: save it without macros and try again."
                .formatted(type.inWords()));
    }

    private static void requireNoProgram(FileType type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("vbaproject.bin") || lower.startsWith("basic/") || lower.startsWith("scripts/")) {
            throw withProgram(type);
        }
    }

    private static void requireOpen(FileType type, InputStream part) throws IOException {
        String text = new String(part.readNBytes(LONGEST_LIST_OF_PARTS), StandardCharsets.UTF_8);
        if (text.contains("macroEnabled")) {
            throw withProgram(type);
        }
        if (text.contains("encryption-data")) {
            throw new Refusal("The file is protected by a password: save it without one and try again.");
        }
    }

    /** Reads the whole part, so that one cut off in the middle is seen. */
    private static void requireRoot(FileType type, InputStream part) {
        String root = type == FileType.DOCX ? "document" : "document-content";
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(part);
            xml.nextTag();
            if (!xml.getLocalName().equals(root)) {
                throw broken(type, null);
            }
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (XMLStreamException e) {
            throw broken(type, e);
        }
    }

    /** Whether these are the first letters of the kind of file in which Word keeps what has a password, and kept everything before 2007. */
    static boolean isOldOrLockedWord(byte[] content) {
        return content.length > OLD_WORD.length
                && Arrays.equals(content, 0, OLD_WORD.length, OLD_WORD, 0, OLD_WORD.length);
    }

    /** Counts what comes out of a packed file, and stops when it is more than any report. */
    private static final class Unpacked {

        private final long packed;
        private long read;

        Unpacked(long packed) {
            this.packed = packed;
        }

        InputStream of(InputStream in) {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    int one = in.read();
                    count(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int some = in.read(buffer, offset, length);
                    count(Math.max(0, some));
                    return some;
                }
            };
        }

        private void count(long more) {
            read += more;
            if (read > MOST_UNPACKED || read > WORTH_MEASURING && read / MOST_SHRUNK > packed) {
                throw new Refusal("The file unpacks to far more than it seems to hold, as no report does." + SAVE_ANEW);
            }
        }
    }
}
