package org.ehcpathway.casefile;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A school, college or nursery, by its unique reference number in the national register of establishments.
 *
 * @param lowestAge the age of its youngest, such as 4; null while it is not known
 * @param highestAge the age its oldest reach, such as 11 for a primary school; null while it is not known
 */
public record Setting(
        @Id Long id,
        String urn,
        String name,
        String headName,
        String email,
        @Embedded.Nullable(prefix = "address_") Address address,
        Integer lowestAge,
        Integer highestAge) {

    Setting teaching(int lowest, int highest) {
        return new Setting(id, urn, name, headName, email, address, lowest, highest);
    }

    /** The group whose members work for this setting. */
    public String adviserGroup() {
        return "setting-" + urn;
    }
}
