package org.ehcpathway.casefile;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * The child or young person a case is about.
 *
 * @param knownAs the name the person uses, when it is not the first name; may be null
 * @param upn unique pupil number with its check letter; may be null
 * @param nhsNumber ten digits without spaces; may be null
 * @param interpreter language and kind of interpreter the family needs; may be null
 * @param accessNeeds what makes letters and meetings reachable for the family, such as large print; may be null
 * @param capacityNote why a young person lacks capacity for the decisions of Part 3, and who found so; null as long as capacity is
 *     presumed (Mental Capacity Act 2005 s.1(2))
 */
public record Person(
        @Id Long id,
        String firstNames,
        String lastName,
        String knownAs,
        LocalDate birthDate,
        String upn,
        String nhsNumber,
        @Embedded.Nullable(prefix = "address_") Address address,
        String firstLanguage,
        String interpreter,
        String accessNeeds,
        String capacityNote) {

    public boolean lacksCapacity() {
        return capacityNote != null;
    }

    Person withCapacityNote(String note) {
        return new Person(
                id,
                firstNames,
                lastName,
                knownAs,
                birthDate,
                upn,
                nhsNumber,
                address,
                firstLanguage,
                interpreter,
                accessNeeds,
                note);
    }

    /** First names and last name, as letters print them. */
    public String fullName() {
        return firstNames + " " + lastName;
    }

    /** The name the person uses, with the last name; for lists and cards. */
    public String shortName() {
        return (knownAs == null ? firstNames : knownAs) + " " + lastName;
    }
}
