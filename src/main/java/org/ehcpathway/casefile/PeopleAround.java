package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.Objects;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is learnt later about the people around a child or young person: who stands in for somebody who lacks capacity, whose
 * address nobody else may learn, to whom a letter could do harm.
 *
 * <p>Whoever calls must have the right to do so. Bad input is a {@link Refusal}, and then nothing has changed. The history of the
 * case says that something was recorded, never why: it is read by many.
 */
@Service
@Transactional
public class PeopleAround {

    private final Cases cases;
    private final PersonRepository persons;
    private final ContactRepository contacts;

    PeopleAround(Cases cases, PersonRepository persons, ContactRepository contacts) {
        this.cases = cases;
        this.persons = persons;
        this.contacts = contacts;
    }

    /**
     * Records that somebody acts for a parent who lacks capacity; from then on notices go to the representative (reg 63).
     *
     * @param authority on what this rests, such as "deputy appointed by the Court of Protection on 3 May 2026"
     */
    public Contact representsParent(String reference, long contactId, long parentId, String authority, String by) {
        EhcCase held = cases.hold(reference);
        Contact contact = contact(held, contactId);
        Contact parent = contact(held, parentId);
        if (contactId == parentId) {
            throw new Refusal("Choose two people; nobody can represent themself.");
        }
        if (!parent.parentalResponsibility()) {
            throw new Refusal(
                    parent.name() + " has no parental responsibility, so nobody can represent them as a parent.");
        }
        return stands(held, contact.standingFor(StandsFor.PARENT, parentId, checked(authority)), by);
    }

    /** Records that a deputy or attorney acts for a young person who lacks capacity (reg 64(2)). */
    public Contact representsYoungPerson(String reference, long contactId, String authority, String by) {
        EhcCase held = cases.hold(reference);
        return stands(held, contact(held, contactId).standingFor(StandsFor.YOUNG_PERSON, null, checked(authority)), by);
    }

    /** Takes back that somebody stands in for another. */
    public Contact standsForNobody(String reference, long contactId, String by) {
        EhcCase held = cases.hold(reference);
        return stands(held, contact(held, contactId).standingFor(null, null, null), by);
    }

    /**
     * Records why a young person lacks capacity for the decisions of Part 3 of the Act.
     *
     * @param note who found so, when and why, at least 20 characters; null when capacity is presumed again
     */
    public Person noteCapacity(String reference, String note, String by) {
        EhcCase held = cases.hold(reference);
        Person person = person(held);
        String kept = note == null ? null : Entry.reasons(note, "who found that capacity is lacking, when and why");
        if (kept != null && kept.length() > 2000) {
            throw new Refusal("Shorten the note on capacity to at most 2000 characters.");
        }
        cases.tell(held.id(), by(by), kept == null ? "Capacity presumed again" : "Lack of capacity recorded", null);
        return persons.save(person.withCapacityNote(kept));
    }

    /**
     * Records how letters to the young person themself go.
     *
     * @param emailConsent whether the person agreed in writing to get notices by e-mail
     * @param email may be empty as long as letters go by post
     */
    public Person reachPerson(String reference, Channel channel, boolean emailConsent, String email, String by) {
        EhcCase held = cases.hold(reference);
        Person person = person(held);
        boolean byEmail = Entry.chosen(channel, "how letters go to " + person.fullName()) == Channel.EMAIL;
        if (byEmail && !emailConsent) {
            throw new Refusal("Choose post, or record the written consent to get notices by e-mail.");
        }
        String kept = byEmail || (email != null && !email.isBlank()) ? Entry.email(email, "the e-mail address") : null;
        cases.tell(
                held.id(), by(by), "Letters to " + person.fullName() + " go by " + (byEmail ? "e-mail" : "post"), null);
        return persons.save(person.reachedBy(channel, emailConsent, kept));
    }

    /**
     * Records the year group in which the child or young person is taught, where it is not that of their age. It counts on from
     * year to year.
     *
     * @param yearGroup national curriculum year in which they are taught today; Reception is 0
     */
    public Person teachInYear(String reference, int yearGroup, String by) {
        EhcCase held = cases.hold(reference);
        Person person = person(held);
        LocalDate today = cases.today();
        int years = yearGroup - Persons.nationalCurriculumYear(person.birthDate(), today);
        Person taught = person.taughtOutOfCohort(years);
        cases.tell(held.id(), by(by), "Taught in year " + taught.yearGroup(today), null);
        return persons.save(taught);
    }

    /** Withholds the child's or young person's address from everybody around them who lives elsewhere, or no longer. */
    public Person withholdPersonsAddress(String reference, boolean withheld, String by) {
        EhcCase held = cases.hold(reference);
        Person person = person(held);
        cases.tell(held.id(), by(by), withheldInWords(person.fullName(), withheld), null);
        return persons.save(person.withAddressWithheld(withheld));
    }

    /**
     * Flags that a letter to the young person themself could do harm. From then on nobody writes to them without a second person's
     * say.
     *
     * @param reason what could happen, at least 20 characters
     */
    public Person flagPersonUnsafe(String reference, String reason, String by) {
        EhcCase held = cases.hold(reference);
        Person person = person(held);
        String kept = danger(reason, person.fullName());
        cases.tell(held.id(), by(by), "Flagged as unsafe to write to: " + person.fullName(), null);
        return persons.save(person.flaggedUnsafe(kept, by, cases.now()));
    }

    /** Takes the flag away. Only somebody else than the one who set it can. */
    public Person personSafeAgain(String reference, String by) {
        EhcCase held = cases.hold(reference);
        Person person = person(held);
        if (!person.unsafeToWriteTo()) {
            return person;
        }
        checkAnother(by, person.unsafeFlaggedBy());
        cases.tell(held.id(), by, "Safe to write to again: " + person.fullName(), null);
        return persons.save(person.flaggedUnsafe(null, null, null));
    }

    /** Withholds a contact's address from everybody else around the child or young person, or no longer. */
    public Contact withholdAddress(String reference, long contactId, boolean withheld, String by) {
        EhcCase held = cases.hold(reference);
        Contact contact = contact(held, contactId);
        cases.tell(held.id(), by(by), withheldInWords(contact.name(), withheld), null);
        return contacts.save(contact.withAddressWithheld(withheld));
    }

    /**
     * Flags that a letter to this contact could do harm. From then on nobody writes to them without a second person's say.
     *
     * @param reason what could happen, at least 20 characters
     */
    public Contact flagUnsafe(String reference, long contactId, String reason, String by) {
        EhcCase held = cases.hold(reference);
        Contact contact = contact(held, contactId);
        String kept = danger(reason, contact.name());
        cases.tell(held.id(), by(by), "Flagged as unsafe to write to: " + contact.name(), null);
        return contacts.save(contact.flaggedUnsafe(kept, by, cases.now()));
    }

    /** Takes the flag away. Only somebody else than the one who set it can: the flag is there so that two people think. */
    public Contact safeAgain(String reference, long contactId, String by) {
        EhcCase held = cases.hold(reference);
        Contact contact = contact(held, contactId);
        if (!contact.unsafeToWriteTo()) {
            return contact;
        }
        checkAnother(by, contact.unsafeFlaggedBy());
        cases.tell(held.id(), by, "Safe to write to again: " + contact.name(), null);
        return contacts.save(contact.flaggedUnsafe(null, null, null));
    }

    private Contact stands(EhcCase held, Contact changed, String by) {
        cases.tell(
                held.id(),
                by(by),
                changed.standsFor() == null
                        ? changed.name() + " stands in for nobody"
                        : changed.name() + " stands in for "
                                + changed.standsFor().title(),
                changed.authority());
        return contacts.save(changed);
    }

    private static String danger(String reason, String name) {
        String kept = Entry.reasons(reason, "why it is unsafe to write to " + name);
        if (kept.length() > 2000) {
            throw new Refusal("Shorten the reason to at most 2000 characters.");
        }
        return kept;
    }

    private static void checkAnother(String by, String flaggedBy) {
        if (by(by).equals(flaggedBy)) {
            throw new Refusal("Ask a colleague; the person who set the flag cannot take it away.");
        }
    }

    private static String withheldInWords(String name, boolean withheld) {
        return withheld ? "Address withheld: " + name : "Address no longer withheld";
    }

    private Person person(EhcCase held) {
        return persons.findById(held.personId()).orElseThrow();
    }

    private Contact contact(EhcCase held, long id) {
        return contacts.findById(id)
                .filter(contact -> Objects.equals(contact.personId(), held.personId()))
                .orElseThrow(() -> new Refusal("Choose one of the people recorded in this case."));
    }

    private static String checked(String authority) {
        return Entry.line(authority, "on what the authority rests, such as an order of the Court of Protection", 500);
    }

    private static String by(String by) {
        return Entry.line(by, "who records it", 255);
    }
}
