package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ehcpathway.statute.Capacity;
import org.ehcpathway.statute.DecisionHolder;
import org.ehcpathway.statute.Matter;

/** Whose word counts in a case on a day, by name: the parent, the young person, or who stands in (regulations 63 and 64). */
final class WhoDecides {

    private WhoDecides() {}

    /** @throws org.ehcpathway.statute.Refusal when nobody can act */
    static List<String> names(Person person, List<Contact> contacts, LocalDate day) {
        List<Contact> parents =
                contacts.stream().filter(Contact::parentalResponsibility).toList();
        List<String> representatives = contacts.stream()
                .filter(contact -> contact.standsFor() == StandsFor.YOUNG_PERSON)
                .map(Contact::name)
                .toList();
        return DecisionHolder.on(
                        person.birthDate(),
                        day,
                        Capacity.of(!person.lacksCapacity(), !representatives.isEmpty()),
                        parents.isEmpty() ? Capacity.UNREPRESENTED : Capacity.HAS_CAPACITY,
                        Matter.RIGHTS_AND_NOTICES)
                .acting()
                .stream()
                .flatMap(speaker -> switch (speaker) {
                    case YOUNG_PERSON -> Stream.of(person.fullName());
                    case YOUNG_PERSONS_REPRESENTATIVE -> representatives.stream();
                    default -> parents.stream().map(parent -> representative(parent, contacts));
                })
                .distinct()
                .toList();
    }

    private static String representative(Contact parent, List<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.standsFor() == StandsFor.PARENT
                        && Objects.equals(contact.standsForContactId(), parent.id()))
                .map(Contact::name)
                .findFirst()
                .orElse(parent.name());
    }
}
