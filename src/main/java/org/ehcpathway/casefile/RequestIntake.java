package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.ehcpathway.statute.AgeLimits;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns a request as it was typed into person, contacts and case, or refuses it with the first thing that is wrong. */
@Component
class RequestIntake {

    /** Part 3 of the Children and Families Act 2014 came into force; before this day nobody could ask for an EHC plan. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2014, Month.SEPTEMBER, 1);

    private static final String THE_CHILD = "the child or young person";

    private final PersonRepository persons;
    private final ContactRepository contacts;
    private final SettingRegister settings;
    private final CaseReferences references;
    private final CouncilSettings council;
    private final Cases cases;

    RequestIntake(
            PersonRepository persons,
            ContactRepository contacts,
            SettingRegister settings,
            CaseReferences references,
            CouncilSettings council,
            Cases cases) {
        this.persons = persons;
        this.contacts = contacts;
        this.settings = settings;
        this.references = references;
        this.council = council;
        this.cases = cases;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    EhcCase open(NewRequest request, String by) {
        Person person = checkedPerson(request);
        List<Contact> around = checkedContacts(request, person);
        Setting setting = isBlank(request.settingUrn()) ? null : settings.get(request.settingUrn());
        String team = checkedTeam(request.team());
        RequestSource source = Entry.chosen(request.source(), "who made the request");
        String requestedBy = Entry.line(request.requestedBy(), "the name of the person who made the request", 200);
        String summary = Entry.text(request.requestSummary(), "what the request says");
        String openedBy = Entry.line(by, "who opens the case", 255);

        Long personId = persons.save(person).id();
        around.forEach(contact -> contacts.save(of(personId, contact)));
        return cases.save(new EhcCase(
                null,
                references.next(request.receivedOn().getYear()),
                personId,
                setting == null ? null : setting.id(),
                null,
                team,
                Stage.REQUEST,
                request.receivedOn(),
                source,
                requestedBy,
                summary,
                null,
                cases.now(),
                openedBy,
                null,
                null));
    }

    private Person checkedPerson(NewRequest request) {
        String firstNames = Entry.line(request.firstNames(), "the first names of " + THE_CHILD, Entry.NAME);
        String lastName = Entry.line(request.lastName(), "the last name of " + THE_CHILD, Entry.NAME);
        String knownAs = Entry.optionalLine(request.knownAs(), "the name that " + THE_CHILD + " uses", Entry.NAME);
        checkDates(request.birthDate(), request.receivedOn());
        return new Person(
                null,
                firstNames,
                lastName,
                knownAs,
                request.birthDate(),
                isBlank(request.upn()) ? null : Upn.checked(request.upn()),
                isBlank(request.nhsNumber()) ? null : NhsNumber.checked(request.nhsNumber()),
                Entry.address(request.address(), THE_CHILD),
                Entry.line(request.firstLanguage(), "the first language of " + THE_CHILD, Entry.NAME),
                Entry.optionalLine(request.interpreter(), "which interpreter is needed", 200),
                Entry.optionalLine(request.accessNeeds(), "the access needs", 2000),
                null,
                Channel.POST,
                false,
                null,
                false,
                null,
                null,
                null,
                0);
    }

    private void checkDates(LocalDate birthDate, LocalDate receivedOn) {
        if (Entry.date(birthDate, "the date of birth").isAfter(cases.today())) {
            throw new Refusal("Check the date of birth; it is in the future, and a child not yet born has no request.");
        }
        if (Entry.date(receivedOn, "the date the request was received").isAfter(cases.today())) {
            throw new Refusal("Check the date the request was received; it is in the future.");
        }
        if (receivedOn.isBefore(birthDate)) {
            throw new Refusal("Check both dates; the request cannot have been received before the birth.");
        }
        if (receivedOn.isBefore(FIRST_DAY)) {
            throw new Refusal("Check the date the request was received; there were no EHC plans before "
                    + Entry.inWords(FIRST_DAY) + ".");
        }
        if (!AgeLimits.newPlanMayBeMade(birthDate, receivedOn)) {
            throw new Refusal(
                    "Check the date of birth; an EHC needs assessment can be requested only for a person under 25.");
        }
    }

    private List<Contact> checkedContacts(NewRequest request, Person person) {
        List<NewContact> typed = request.contacts() == null ? List.of() : request.contacts();
        boolean someoneResponsible = typed.stream().anyMatch(NewContact::parentalResponsibility);
        if (!someoneResponsible && !Persons.isYoungPerson(request.birthDate(), request.receivedOn())) {
            throw new Refusal("Enter at least one person who has parental responsibility for the child.");
        }
        return typed.stream().map(contact -> checked(contact, person.address())).toList();
    }

    private static Contact checked(NewContact typed, Address home) {
        String name = Entry.line(typed.name(), "the name of each contact", Entry.NAME);
        Channel channel = Entry.chosen(typed.preferredChannel(), "how each contact wants to get letters");
        boolean byEmail = channel == Channel.EMAIL;
        if (byEmail && !typed.emailConsent()) {
            throw new Refusal("Choose post for this contact, or record the written consent to get notices by e-mail.");
        }
        String email = byEmail || !isBlank(typed.email())
                ? Entry.email(typed.email(), "the e-mail address of the contact")
                : null;
        return new Contact(
                null,
                null,
                name,
                Entry.line(typed.relationship(), "how each contact is related to " + THE_CHILD, Entry.NAME),
                typed.parentalResponsibility(),
                channel,
                typed.emailConsent(),
                email,
                Entry.optionalPhone(typed.phone(), "the telephone number of the contact"),
                typed.address() == null ? home : Entry.address(typed.address(), "the contact"),
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    private String checkedTeam(String typed) {
        String id = Entry.line(typed, "the team that takes the case", 64);
        return council.team(id)
                .orElseThrow(() -> new Refusal("Choose one of the council's teams; the team given is not one of them."))
                .id();
    }

    private static Contact of(Long personId, Contact c) {
        return new Contact(
                null,
                personId,
                c.name(),
                c.relationship(),
                c.parentalResponsibility(),
                c.preferredChannel(),
                c.emailConsent(),
                c.email(),
                c.phone(),
                c.address(),
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    private static boolean isBlank(String typed) {
        return typed == null || typed.isBlank();
    }
}
