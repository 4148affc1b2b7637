package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * A paper in the file; its bytes are read with {@link Documents#content(long)}. Never changed.
 *
 * @param fileName the name it was uploaded with, without any path
 * @param size bytes
 * @param sha256 of the bytes, 64 hexadecimal digits in lower case
 */
public record Document(
        @Id Long id,
        Long caseId,
        DocumentKind kind,
        String title,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String addedBy,
        Instant addedAt) {}
