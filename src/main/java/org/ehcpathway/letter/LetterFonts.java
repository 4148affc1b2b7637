package org.ehcpathway.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
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
    record Face(String family, int weight, byte[] bytes) {}

    /**
     * Tables for typographic substitution. Latin, Greek and Cyrillic text needs none of them, and looking into them makes every
     * letter several times slower.
     */
    private static final Set<String> NEEDLESS_TABLES = Set.of("GSUB", "GPOS", "DSIG");

    private final List<Face> faces;
    private final BitSet first;
    private final BitSet printable;

    /** Parsed faces nobody uses now. PDFBox reads their tables while it writes, so no two documents may share them at a time. */
    private final Queue<List<TrueTypeFont>> idle = new ConcurrentLinkedQueue<>();

    LetterFonts() {
        faces = List.of(
                new Face("Doc", 400, read("atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf")),
                new Face("Doc", 700, read("atkinson-hyperlegible/AtkinsonHyperlegible-Bold.ttf")),
                new Face("Fb", 400, read("liberation-sans/LiberationSans-Regular.ttf")),
                new Face("Fb", 700, read("liberation-sans/LiberationSans-Bold.ttf")));
        List<TrueTypeFont> parsed = take();
        BitSet document = characters(parsed.get(0));
        document.and(characters(parsed.get(1)));
        first = document;
        printable = characters(parsed.get(2));
        printable.and(characters(parsed.get(3)));
        printable.or(document);
        giveBack(parsed);
    }

    List<Face> faces() {
        return faces;
    }

    /** The faces, parsed, in the order of {@link #faces()}, for one document; to be given back when it is saved. */
    List<TrueTypeFont> take() {
        List<TrueTypeFont> taken = idle.poll();
        return taken != null
                ? taken
                : faces.stream().map(face -> parsed(face.bytes())).toList();
    }

    void giveBack(List<TrueTypeFont> taken) {
        idle.add(taken);
    }

    /** Whether the character can be printed in regular and in bold. */
    boolean has(int codePoint) {
        return printable.get(codePoint);
    }

    /** Whether the family {@code Doc} has the character. */
    boolean isInFirst(int codePoint) {
        return first.get(codePoint);
    }

    /** How wide a text is printed in regular, in ems of its size; characters that no face has are left out. */
    double width(String text) {
        List<TrueTypeFont> faces = take();
        try {
            return width(text, faces.get(0), faces.get(2));
        } catch (IOException e) {
            throw new UncheckedIOException("A font of the letters cannot be read.", e);
        } finally {
            giveBack(faces);
        }
    }

    private static double width(String text, TrueTypeFont document, TrueTypeFont other) throws IOException {
        double ems = 0;
        for (int c : text.codePoints().toArray()) {
            TrueTypeFont face = document.getUnicodeCmapLookup().getGlyphId(c) == 0 ? other : document;
            int glyph = face.getUnicodeCmapLookup().getGlyphId(c);
            ems += glyph == 0 ? 0 : (double) face.getAdvanceWidth(glyph) / face.getUnitsPerEm();
        }
        return ems;
    }

    private static BitSet characters(TrueTypeFont font) {
        try {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                    .filter(c -> glyphs.getGlyphId(c) != 0)
                    .collect(BitSet::new, BitSet::set, BitSet::or);
        } catch (IOException e) {
            throw new UncheckedIOException("A font of the letters cannot be read.", e);
        }
    }

    private static byte[] read(String path) {
        return withoutNeedlessTables(ClassPathFiles.bytes("fonts/" + path));
    }

    private static TrueTypeFont parsed(byte[] bytes) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
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
