package org.ehcpathway.letter;

import java.util.List;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Contact;

/** What a reader must not learn of where others live: the first line and the postcode of every withheld address but their own. */
final class WithheldAddresses {

    /** Shorter lines, such as a house number alone, stand in too many texts to give anything away. */
    private static final int TELLING = 5;

    private WithheldAddresses() {}

    static List<String> from(LetterRecipient reader, List<Contact> contacts) {
        String own = reader.address() == null
                ? ""
                : ComposedLetter.squeezed(String.join(" ", reader.address().lines()));
        return contacts.stream()
                .filter(contact -> contact.addressWithheld() && !contact.name().equals(reader.name()))
                .map(Contact::address)
                .flatMap(WithheldAddresses::lines)
                .filter(line -> ComposedLetter.squeezed(line).length() >= TELLING
                        && !own.contains(ComposedLetter.squeezed(line)))
                .distinct()
                .toList();
    }

    private static Stream<String> lines(Address address) {
        return Stream.of(address.line1(), address.postcode());
    }
}
