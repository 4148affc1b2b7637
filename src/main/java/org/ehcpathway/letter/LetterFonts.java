package org.ehcpathway.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The typefaces of letters and plans: Atkinson Hyperlegible as family {@code Doc} and Liberation Sans as family {@code Fb} for the
 * characters that the first lacks. Each in regular (400) and bold (700).
 */
final class LetterFonts {

    /** One face as bytes, registered under a family and a weight. */
    record Face(String family, int weight, byte[] bytes) {
        InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /**
     * Tables for typographic substitution. Latin, Greek and Cyrillic text needs none of them, and reading Liberation's makes every
     * letter several times slower.
     */
    private static final Set<String> NEEDLESS_TABLES = Set.of("GSUB", "GPOS", "DSIG");

    private final List<Face> faces;
    private final List<CmapLookup> documentCharacters;
    private final List<CmapLookup> fallbackCharacters;

    LetterFonts() {
        byte[] doc = read("atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf");
        byte[] docBold = read("atkinson-hyperlegible/AtkinsonHyperlegible-Bold.ttf");
        byte[] fallback = withoutNeedlessTables(read("liberation-sans/LiberationSans-Regular.ttf"));
        byte[] fallbackBold = withoutNeedlessTables(read("liberation-sans/LiberationSans-Bold.ttf"));
        faces = List.of(
                new Face("Doc", 400, doc),
                new Face("Doc", 700, docBold),
                new Face("Fb", 400, fallback),
                new Face("Fb", 700, fallbackBold));
        documentCharacters = List.of(characters(doc), characters(docBold));
        fallbackCharacters = List.of(characters(fallback), characters(fallbackBold));
    }

    List<Face> faces() {
        return faces;
    }

    /** Whether the character can be printed in regular and in bold. */
    boolean has(int codePoint) {
        return documentCharacters.stream().allMatch(face -> face.getGlyphId(codePoint) != 0)
                || fallbackCharacters.stream().allMatch(face -> face.getGlyphId(codePoint) != 0);
    }

    private static byte[] read(String path) {
        return ClassPathFiles.bytes("fonts/" + path);
    }

    private static CmapLookup characters(byte[] bytes) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("A font of the letters cannot be read.", e);
        }
    }

    private static byte[] withoutNeedlessTables(byte[] font) {
        record Table(int tag, int checksum, byte[] content) {}
        ByteBuffer in = ByteBuffer.wrap(font);
        int version = in.getInt();
        int count = Short.toUnsignedInt(in.getShort());
        in.position(12);
        List<Table> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int tag = in.getInt();
            int checksum = in.getInt();
            int offset = in.getInt();
            byte[] content = new byte[in.getInt()];
            String name = new String(ByteBuffer.allocate(4).putInt(tag).array(), StandardCharsets.US_ASCII);
            if (!NEEDLESS_TABLES.contains(name)) {
                System.arraycopy(font, offset, content, 0, content.length);
                kept.add(new Table(tag, checksum, content));
            }
        }
        int headEnd = 12 + 16 * kept.size();
        int size = headEnd;
        for (Table table : kept) {
            size += padded(table.content.length);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        int largestPower = Integer.highestOneBit(kept.size());
        out.putInt(version).putShort((short) kept.size()).putShort((short) (largestPower * 16));
        out.putShort((short) Integer.numberOfTrailingZeros(largestPower))
                .putShort((short) ((kept.size() - largestPower) * 16));
        int offset = headEnd;
        for (Table table : kept) {
            out.putInt(table.tag).putInt(table.checksum).putInt(offset).putInt(table.content.length);
            offset += padded(table.content.length);
        }
        offset = headEnd;
        for (Table table : kept) {
            out.position(offset);
            out.put(table.content);
            offset += padded(table.content.length);
        }
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
