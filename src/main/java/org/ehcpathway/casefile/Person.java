package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.ehcpathway.statute.Persons;
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
 * @param preferredChannel how letters to the person themself go, once they get any
 * @param emailConsent whether the person agreed in writing to get notices at this e-mail address
 * @param addressWithheld whether nobody else around the person may learn the address
 * @param unsafeReason why a letter to the person could do harm; null when it is safe to write
 * @param unsafeFlaggedBy user id of the one who flagged it
 * @param yearsOutOfCohort the year group the person is taught in less the one by age: -1 for a year behind, 0 for almost everybody
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
        String capacityNote,
        Channel preferredChannel,
        boolean emailConsent,
        String email,
        boolean addressWithheld,
        String unsafeReason,
        String unsafeFlaggedBy,
        Instant unsafeFlaggedAt,
        int yearsOutOfCohort) {

    /** Whether the person is taught in or beyond Year 9 on that day ({@link Persons#inOrBeyondYearNine}). */
    public boolean inOrBeyondYearNine(LocalDate on) {
        return Persons.inOrBeyondYearNine(birthDate, on, yearsOutOfCohort);
    }

    /** The national curriculum year in which the person is taught on that day; Reception is 0. */
    public int yearGroup(LocalDate on) {
        return Persons.nationalCurriculumYear(birthDate, on, yearsOutOfCohort);
    }

    public boolean lacksCapacity() {
        return capacityNote != null;
    }

    public boolean unsafeToWriteTo() {
        return unsafeReason != null;
    }

    Person withCapacityNote(String note) {
        return with(note, preferredChannel, emailConsent, email, addressWithheld);
    }

    Person reachedBy(Channel channel, boolean consent, String address) {
        return with(capacityNote, channel, consent, address, addressWithheld);
    }

    Person withAddressWithheld(boolean withheld) {
        return with(capacityNote, preferredChannel, emailConsent, email, withheld);
    }

    private Person with(String note, Channel channel, boolean consent, String mailbox, boolean withheld) {
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
                note,
                channel,
                consent,
                mailbox,
                withheld,
                unsafeReason,
                unsafeFlaggedBy,
                unsafeFlaggedAt,
                yearsOutOfCohort);
    }

    Person taughtOutOfCohort(int years) {
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
                capacityNote,
                preferredChannel,
                emailConsent,
                email,
                addressWithheld,
                unsafeReason,
                unsafeFlaggedBy,
                unsafeFlaggedAt,
                years);
    }

    Person flaggedUnsafe(String reason, String by, Instant at) {
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
                capacityNote,
                preferredChannel,
                emailConsent,
                email,
                addressWithheld,
                reason,
                by,
                at,
                yearsOutOfCohort);
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
