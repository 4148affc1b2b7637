package org.ehcpathway.letter;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * A file that travels inside a PDF, such as a report of the advice inside the plan.
 *
 * @param name as readers of PDF show it and save it; no two in one PDF are the same
 * @param description of what it is, for those who go through the attachments
 * @param modified the moment the file was taken in; not that of the making of the PDF, which would make every copy another file
 * @param size bytes
 * @param sha256 of the bytes, 64 hexadecimal digits
 * @param content asked once, when its turn comes, so that no two files need to be in memory
 */
public record AttachedFile(
        String name,
        String mediaType,
        String description,
        Instant modified,
        long size,
        String sha256,
        Supplier<byte[]> content) {}
