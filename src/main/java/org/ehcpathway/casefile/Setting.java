package org.ehcpathway.casefile;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/** A school, college or nursery, by its unique reference number in the national register of establishments. */
public record Setting(
        @Id Long id,
        String urn,
        String name,
        String headName,
        String email,
        @Embedded.Nullable(prefix = "address_") Address address) {

    /** The group whose members work for this setting. */
    public String adviserGroup() {
        return "setting-" + urn;
    }
}
