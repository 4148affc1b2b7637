package org.ehcpathway.casefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The names in a zip's table of contents. Nothing is unpacked, so a small file that unpacks to gigabytes costs nothing, and
 * no paper of a child is written to a temporary folder, as java.util.zip.ZipFile would need.
 */
final class ZipNames {

    private static final int END_OF_CONTENTS = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;

    private ZipNames() {}

    /** The names of all entries; empty when this is no whole zip. */
    static Set<String> of(byte[] content) {
        ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Set<String> names = new HashSet<>();
        int end = endOfContents(zip);
        int at = end < 0 ? -1 : zip.getInt(end + 16);
        while (at >= 0 && at <= end - ENTRY_LENGTH && zip.getInt(at) == ENTRY) {
            int nameLength = zip.getShort(at + 28) & 0xffff;
            int extraLength = zip.getShort(at + 30) & 0xffff;
            int commentLength = zip.getShort(at + 32) & 0xffff;
            if (at + ENTRY_LENGTH + nameLength > end) {
                break;
            }
            names.add(new String(content, at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8));
            at += ENTRY_LENGTH + nameLength + extraLength + commentLength;
        }
        return names;
    }

    private static int endOfContents(ByteBuffer zip) {
        int last = zip.limit() - END_LENGTH;
        for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (zip.getInt(at) == END_OF_CONTENTS) {
                return at;
            }
        }
        return -1;
    }
}
