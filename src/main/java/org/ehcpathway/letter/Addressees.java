package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.casefile.StandsFor;
import org.ehcpathway.letter.FactAsked.GivenAddressee;
import org.ehcpathway.statute.Capacity;
import org.ehcpathway.statute.DecisionHolder;
import org.ehcpathway.statute.Matter;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * Who gets a letter on a day. Rights pass from the parents to the young person at the end of compulsory school age, and others stand
 * in for those who lack capacity (SEND Regulations 2014 regs 63, 64), so it is worked out anew for every notice. Everybody with
 * parental responsibility gets a letter of their own. Nobody who is flagged as unsafe to write to is among them without a release.
 */
@Component
class Addressees {

    /**
     * @param key whom the entry stands for, the same on every day
     * @param channel email only where the person consented (Education Act 1996 s.572); advisers and bodies by the email address they
     *     gave the council for this work
     * @param standsFor the name of the person for whom the recipient acts, null for almost everybody
     */
    record Entry(
            String key,
            String name,
            Address address,
            String email,
            RecipientRole role,
            Channel channel,
            Reader reader,
            String standsFor) {

        Entry {
            if (channel == Channel.POST && address == null) {
                throw new Refusal(
                        "A recipient of the letter has neither a postal address nor an email address: record one first.");
            }
        }

        private Entry as(RecipientRole newRole, Reader newReader) {
            return new Entry(key, name, address, email, newRole, channel, newReader, standsFor);
        }
    }

    private final CouncilSettings council;
    private final SettingRegister settings;

    Addressees(CouncilSettings council, SettingRegister settings) {
        this.council = council;
        this.settings = settings;
    }

    /**
     * @param about the advice that an L-05 asks for, null for all other kinds
     * @param released the keys of those for whom a second person said that this letter may go to them
     */
    List<Entry> of(
            LetterKind kind, CaseFile file, Advice about, LetterFacts facts, Set<String> released, LocalDate day) {
        Set<String> flagged = flagged(file);
        List<Entry> safe = everybody(kind, file, about, facts, day).stream()
                .filter(entry -> !flagged.contains(entry.key()) || released.contains(entry.key()))
                .toList();
        if (safe.stream().noneMatch(entry -> entry.role() == RecipientRole.ADDRESSEE)) {
            throw new Refusal(
                    "Everybody whom the letter is addressed to is flagged as unsafe to write to: a second person has to say that it may go, or another addressee has to be recorded.");
        }
        return safe;
    }

    /** Those who would get the letter, and do not because they are flagged as unsafe to write to. */
    List<HeldBack> heldBack(
            LetterKind kind, CaseFile file, Advice about, LetterFacts facts, Set<String> released, LocalDate day) {
        Set<String> flagged = flagged(file);
        return everybody(kind, file, about, facts, day).stream()
                .filter(entry -> flagged.contains(entry.key()) && !released.contains(entry.key()))
                .map(entry -> new HeldBack(entry.key(), entry.name()))
                .toList();
    }

    /** The key under which a contact is a recipient. */
    static String key(Contact contact) {
        return "contact-" + contact.id();
    }

    /** The key under which the young person is a recipient. */
    static String key(Person person) {
        return "person-" + person.id();
    }

    private static Set<String> flagged(CaseFile file) {
        Stream<String> contacts =
                file.contacts().stream().filter(Contact::unsafeToWriteTo).map(Addressees::key);
        Stream<String> person =
                Stream.of(file.person()).filter(Person::unsafeToWriteTo).map(Addressees::key);
        return Stream.concat(contacts, person).collect(Collectors.toSet());
    }

    private List<Entry> everybody(LetterKind kind, CaseFile file, Advice about, LetterFacts facts, LocalDate day) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Party party : kind.addressees()) {
            of(party, file, about, facts, day).forEach(entry -> entries.putIfAbsent(entry.key(), entry));
        }
        boolean ownWords = kind.toldAs() != kind;
        for (Party party : kind.copies()) {
            for (Entry entry : of(party, file, about, facts, day)) {
                entries.putIfAbsent(entry.key(), entry.as(RecipientRole.COPY, ownWords ? entry.reader() : Reader.COPY));
            }
        }
        return List.copyOf(entries.values());
    }

    private List<Entry> of(Party party, CaseFile file, Advice about, LetterFacts facts, LocalDate day) {
        return switch (party) {
            case FAMILY -> decisionHolders(file, day, Matter.RIGHTS_AND_NOTICES);
            case BUDGET_HOLDER -> decisionHolders(file, day, Matter.PERSONAL_BUDGET);
            case YOUNG_PERSON_BESIDE ->
                isYoungPerson(file, day) && file.person().lacksCapacity()
                        ? List.of(youngPerson(file.person()))
                        : List.of();
            case PARENTS -> parents(file, null);
            case ADVISER ->
                about.kind() == AdviceKind.FAMILY
                        ? decisionHolders(file, day, Matter.RIGHTS_AND_NOTICES)
                        : List.of(adviser(about));
            case HEALTH -> List.of(body("responsible-commissioning-body", council.responsibleCommissioningBody()));
            case SOCIAL_CARE -> List.of(body("social-care", council.socialCare()));
            case SETTING -> setting(file.setting());
            // Regulation 13(2): the setting that the plan names, wherever the child is now.
            case NAMED_SETTING -> setting(file.namedSetting());
            case CHOSEN_SETTING -> setting(settings.get(facts.raw("setting")));
            case GIVEN -> given("to", facts);
            case PAID -> given("paidTo", facts);
            case OTHER_COUNCIL -> given("otherCouncil", facts);
            case TRIBUNAL ->
                List.of(new Entry(
                        "tribunal",
                        council.tribunal().name(),
                        council.tribunal().address(),
                        null,
                        RecipientRole.ADDRESSEE,
                        Channel.POST,
                        Reader.PROFESSIONAL,
                        null));
            case MEDIATION_ADVISER ->
                List.of(new Entry(
                        "mediation-adviser",
                        council.mediationAdviser().name(),
                        null,
                        council.mediationAdviser().email(),
                        RecipientRole.ADDRESSEE,
                        Channel.EMAIL,
                        Reader.PROFESSIONAL,
                        null));
        };
    }

    static boolean isYoungPerson(CaseFile file, LocalDate day) {
        return Persons.speaksForThemself(file.person().birthDate(), day);
    }

    /** The parent, the young person, or who stands in, as the law on decision holders says for this matter. */
    private static List<Entry> decisionHolders(CaseFile file, LocalDate day, Matter matter) {
        Person person = file.person();
        boolean young = isYoungPerson(file, day);
        List<Entry> parents = parents(file, young ? person.fullName() : null);
        if (!young && parents.isEmpty()) {
            throw new Refusal(
                    "Nobody with parental responsibility is recorded in the case: add the parent before the letter is prepared.");
        }
        List<Entry> representatives = file.contacts().stream()
                .filter(contact -> contact.standsFor() == StandsFor.YOUNG_PERSON)
                .map(contact -> contact(contact, person.fullName()))
                .toList();
        DecisionHolder holder = DecisionHolder.on(
                person.birthDate(),
                day,
                Capacity.of(!person.lacksCapacity(), !representatives.isEmpty()),
                parents.isEmpty() ? Capacity.UNREPRESENTED : Capacity.HAS_CAPACITY,
                matter);
        return holder.acting().stream()
                .flatMap(speaker -> switch (speaker) {
                    case YOUNG_PERSON -> Stream.of(youngPerson(person));
                    case YOUNG_PERSONS_REPRESENTATIVE -> representatives.stream();
                    // Each parent may have a representative of their own: the entries know.
                    default -> parents.stream();
                })
                .toList();
    }

    private static Entry youngPerson(Person person) {
        boolean byEmail = byEmail(person.preferredChannel(), person.emailConsent(), person.email());
        return new Entry(
                key(person),
                person.fullName(),
                person.address(),
                byEmail ? person.email() : null,
                RecipientRole.ADDRESSEE,
                byEmail ? Channel.EMAIL : Channel.POST,
                Reader.FAMILY,
                null);
    }

    /** @param standFor whom all of them stand for; null when each parent speaks for themself */
    private static List<Entry> parents(CaseFile file, String standFor) {
        List<Entry> parents = new ArrayList<>();
        for (Contact parent : file.contacts()) {
            if (parent.parentalResponsibility()) {
                Contact representative = file.contacts().stream()
                        .filter(contact -> contact.standsFor() == StandsFor.PARENT
                                && Objects.equals(contact.standsForContactId(), parent.id()))
                        .findFirst()
                        .orElse(null);
                parents.add(
                        representative == null
                                ? contact(parent, standFor)
                                : contact(representative, standFor == null ? parent.name() : standFor));
            }
        }
        return parents;
    }

    private static Entry contact(Contact contact, String standsFor) {
        boolean byEmail = byEmail(contact.preferredChannel(), contact.emailConsent(), contact.email());
        return new Entry(
                key(contact),
                contact.name(),
                contact.address(),
                byEmail ? contact.email() : null,
                RecipientRole.ADDRESSEE,
                byEmail ? Channel.EMAIL : Channel.POST,
                Reader.FAMILY,
                standsFor);
    }

    private static Entry adviser(Advice advice) {
        return new Entry(
                "advice-" + advice.id(),
                advice.adviserName(),
                advice.adviserAddress(),
                advice.adviserEmail(),
                RecipientRole.ADDRESSEE,
                filled(advice.adviserEmail()) ? Channel.EMAIL : Channel.POST,
                Reader.PROFESSIONAL,
                null);
    }

    private static List<Entry> given(String fact, LetterFacts facts) {
        if (!facts.has(fact)) {
            return List.of();
        }
        GivenAddressee given = GivenAddressee.of(facts.raw(fact));
        List<String> lines = given.address();
        int last = lines.size() - 1;
        return List.of(new Entry(
                "given-" + fact,
                given.name(),
                lines.isEmpty()
                        ? null
                        : new Address(
                                lines.get(0),
                                last > 1 ? lines.get(1) : null,
                                last > 2 ? lines.get(2) : null,
                                last > 3 ? lines.get(3) : null,
                                lines.get(last)),
                given.email(),
                RecipientRole.ADDRESSEE,
                given.email() == null ? Channel.POST : Channel.EMAIL,
                Reader.PROFESSIONAL,
                null));
    }

    private static Entry body(String key, CouncilSettings.Adviser body) {
        return new Entry(
                key,
                body.officer(),
                body.address(),
                body.email(),
                RecipientRole.ADDRESSEE,
                Channel.EMAIL,
                Reader.PROFESSIONAL,
                null);
    }

    private static List<Entry> setting(Setting setting) {
        if (setting == null) {
            return List.of();
        }
        return List.of(new Entry(
                "setting-" + setting.id(),
                setting.headName(),
                under(setting.name(), setting.address()),
                setting.email(),
                RecipientRole.ADDRESSEE,
                filled(setting.email()) ? Channel.EMAIL : Channel.POST,
                Reader.PROFESSIONAL,
                null));
    }

    /** The address with the name of the school above it, where the lines allow it. */
    private static Address under(String name, Address address) {
        List<String> lines = address.lines();
        if (lines.size() > 4 || lines.get(0).equalsIgnoreCase(name)) {
            return address;
        }
        List<String> above = Stream.concat(Stream.of(name), lines.subList(0, lines.size() - 1).stream())
                .toList();
        return new Address(
                above.get(0),
                above.size() > 1 ? above.get(1) : null,
                above.size() > 2 ? above.get(2) : null,
                above.size() > 3 ? above.get(3) : null,
                address.postcode());
    }

    private static boolean byEmail(Channel preferred, boolean consent, String email) {
        return preferred == Channel.EMAIL && consent && filled(email);
    }

    private static boolean filled(String value) {
        return value != null && !value.isBlank();
    }
}
