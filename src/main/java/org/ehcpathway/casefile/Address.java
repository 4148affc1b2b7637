package org.ehcpathway.casefile;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.stream.Stream;

/** A postal address as it is printed: up to four lines, then the postcode. Lines 2 to 4 may be null. */
public record Address(
        @NotBlank String line1,
        String line2,
        String line3,
        String line4,
        @NotBlank String postcode) {

    /** The lines that are filled, in order, the postcode last; one line of a letter each. */
    public List<String> lines() {
        return Stream.of(line1, line2, line3, line4, postcode)
                .filter(line -> line != null && !line.isBlank())
                .toList();
    }
}
