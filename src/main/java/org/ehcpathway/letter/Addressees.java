package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Refusal;

/**
 * Who gets a letter on a day. Rights pass from the parents to the young person at the end of compulsory school age, so it is worked
 * out anew for every notice. Everybody with parental responsibility gets a letter of their own.
 */
final class Addressees {

    /**
     * @param key whom the entry stands for, the same on every day
     * @param channel email only where the person consented (Education Act 1996 s.572); advisers and bodies by the email address they
     *     gave the council for this work
     */
    record Entry(String key, String name, Address address, String email, RecipientRole role, Channel channel) {

        Entry {
            if (channel == Channel.POST && address == null) {
                throw new Refusal(
                        "A recipient of the letter has neither a postal address nor an email address: record one first.");
            }
        }
    }

    private final CouncilSettings council;

    Addressees(CouncilSettings council) {
        this.council = council;
    }

    /** @param about the advice that an L-05 asks for, null for all other kinds */
    List<Entry> of(LetterKind kind, CaseFile file, Advice about, LocalDate day) {
        if (kind == LetterKind.L_05 && about.kind() != AdviceKind.FAMILY) {
            return List.of(adviser(about));
        }
        List<Entry> entries = new ArrayList<>(decisionHolders(file, day));
        switch (kind) {
            case L_03, L_04 -> {
                entries.add(body("responsible-commissioning-body", council.responsibleCommissioningBody()));
                entries.add(body("social-care", council.socialCare()));
                setting(file.setting(), entries);
            }
            case L_06 -> {
                entries.add(body("responsible-commissioning-body", council.responsibleCommissioningBody()));
                setting(file.setting(), entries);
            }
            // Regulation 13(2): the setting that the plan names, wherever the child is now.
            case L_10 -> {
                entries.add(body("responsible-commissioning-body", council.responsibleCommissioningBody()));
                setting(file.namedSetting(), entries);
            }
            case L_01, L_05, L_07, L_08 -> {
                // to the decision holder alone
            }
        }
        return entries;
    }

    static boolean isYoungPerson(CaseFile file, LocalDate day) {
        return Persons.speaksForThemself(file.person().birthDate(), day);
    }

    private static List<Entry> decisionHolders(CaseFile file, LocalDate day) {
        if (isYoungPerson(file, day)) {
            Person person = file.person();
            return List.of(new Entry(
                    "person-" + person.id(),
                    person.fullName(),
                    person.address(),
                    null,
                    RecipientRole.ADDRESSEE,
                    Channel.POST));
        }
        List<Entry> parents = file.contacts().stream()
                .filter(Contact::parentalResponsibility)
                .map(Addressees::parent)
                .toList();
        if (parents.isEmpty()) {
            throw new Refusal(
                    "Nobody with parental responsibility is recorded in the case: add the parent before the letter is prepared.");
        }
        return parents;
    }

    private static Entry parent(Contact contact) {
        boolean byEmail =
                contact.preferredChannel() == Channel.EMAIL && contact.emailConsent() && filled(contact.email());
        return new Entry(
                "contact-" + contact.id(),
                contact.name(),
                contact.address(),
                byEmail ? contact.email() : null,
                RecipientRole.ADDRESSEE,
                byEmail ? Channel.EMAIL : Channel.POST);
    }

    private static Entry adviser(Advice advice) {
        return new Entry(
                "advice-" + advice.id(),
                advice.adviserName(),
                advice.adviserAddress(),
                advice.adviserEmail(),
                RecipientRole.ADDRESSEE,
                filled(advice.adviserEmail()) ? Channel.EMAIL : Channel.POST);
    }

    private static Entry body(String key, CouncilSettings.Adviser body) {
        return new Entry(key, body.officer(), body.address(), body.email(), RecipientRole.COPY, Channel.EMAIL);
    }

    private static void setting(Setting setting, List<Entry> entries) {
        if (setting != null) {
            entries.add(new Entry(
                    "setting-" + setting.id(),
                    setting.headName(),
                    under(setting.name(), setting.address()),
                    setting.email(),
                    RecipientRole.COPY,
                    filled(setting.email()) ? Channel.EMAIL : Channel.POST));
        }
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

    private static boolean filled(String value) {
        return value != null && !value.isBlank();
    }
}
