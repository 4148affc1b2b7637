package org.ehcpathway.letter;

import java.util.List;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.Person;

/** What a reader must not learn of where others live: the first line and the postcode of every withheld address but their own. */
final class WithheldAddresses {

    /** Shorter lines, such as a house number alone, stand in too many texts to give anything away. */
    private static final int TELLING = 5;

    private WithheldAddresses() {}

    private record Home(String name, Address address) {}

    static List<String> from(LetterRecipient reader, CaseFile file) {
        String own = reader.address() == null
                ? ""
                : ComposedLetter.squeezed(String.join(" ", reader.address().lines()));
        return withheld(file)
                .filter(home -> !home.name().equals(reader.name()))
                .flatMap(
                        home -> Stream.of(home.address().line1(), home.address().postcode()))
                .filter(line -> ComposedLetter.squeezed(line).length() >= TELLING
                        && !own.contains(ComposedLetter.squeezed(line)))
                .distinct()
                .toList();
    }

    private static Stream<Home> withheld(CaseFile file) {
        Stream<Home> contacts = file.contacts().stream()
                .filter(Contact::addressWithheld)
                .map(contact -> new Home(contact.name(), contact.address()));
        Stream<Home> person = Stream.of(file.person())
                .filter(Person::addressWithheld)
                .map(one -> new Home(one.fullName(), one.address()));
        return Stream.concat(contacts, person);
    }
}
