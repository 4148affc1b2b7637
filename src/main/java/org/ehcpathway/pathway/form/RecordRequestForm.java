package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.CameBy;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.NewContact;
import org.ehcpathway.casefile.NewRequest;
import org.ehcpathway.casefile.RequestDetails;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Opens a case from a request, and starts the clocks that run from the day the council received it. */
@Component
class RecordRequestForm implements CaseForm {

    /** The rules whose clock starts with the receipt of a request, whichever way the case goes. */
    private static final List<String> CLOCKS = List.of("REQ-04", "PLAN-01", "PLAN-06");

    private final CaseFiles files;
    private final RequestDetails details;
    private final Deadlines deadlines;
    private final CouncilSettings council;

    RecordRequestForm(CaseFiles files, RequestDetails details, Deadlines deadlines, CouncilSettings council) {
        this.files = files;
        this.details = details;
        this.deadlines = deadlines;
        this.council = council;
    }

    @Override
    public String id() {
        return "record-request";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor(
                "Requests are recorded by caseworkers and business support.",
                Roles.CASEWORKERS,
                Roles.BUSINESS_SUPPORT,
                Roles.MANAGERS);
        NewRequest request = request(entry);
        String words = entry.words("familyWords", "What the family says");
        String sayer = entry.text("familyWordsBy", "Who in the family says it");
        CameBy cameBy = entry.choice("cameBy", "How it came", CameBy.class);
        String cycles = entry.text("supportCycles", "Cycles of assess, plan, do, review");
        LocalDate since = entry.date("supportSince", "SEN support since");
        String tried = entry.words("supportTried", "What was tried, and what came of it");
        String costs = entry.text("supportCosts", "What is known of its costs");
        boolean byTheFamily =
                request.source() == RequestSource.PARENT || request.source() == RequestSource.YOUNG_PERSON;
        if (words != null && sayer == null && !byTheFamily) {
            throw new Refusal("Say who in the family spoke these words: the request was made by somebody else.");
        }
        if (words == null && sayer != null) {
            throw new Refusal("Write what the family says, or leave out who says it.");
        }
        EhcCase opened = files.open(request, entry.user());
        details.keep(opened.reference(), cameBy, cycles, since, tried, costs, entry.user());
        if (words != null) {
            files.keepView(
                    opened.reference(),
                    ViewTopic.REQUEST,
                    sayer == null ? request.requestedBy() : sayer,
                    request.receivedOn(),
                    words,
                    entry.user());
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.CASE, opened.reference());
        variables.put(Vars.TEAM, opened.team());
        variables.put(
                Vars.MANAGER_TEAM, council.team(opened.team()).orElseThrow().managerGroup());
        for (String rule : CLOCKS) {
            Deadline deadline = deadlines.start(opened.reference(), rule, request.receivedOn());
            String name = rule.toLowerCase(java.util.Locale.ROOT).replace("-", "");
            variables.put(name + "Due", Moments.due(deadline.due()));
            variables.put(name + "WarnAt", Moments.warning(deadline.warnOn()));
            variables.put(name + "MissedAt", Moments.over(deadline.due()));
        }
        return variables;
    }

    private NewRequest request(FormEntry entry) {
        LocalDate receivedOn = entry.requiredDate("receivedOn", "Received by the council on");
        List<NewContact> contacts = new ArrayList<>();
        NewContact first = contact(entry, "contact1", "first");
        NewContact second = contact(entry, "contact2", "second");
        boolean secondGiven = entry.ticked("secondContact", "There is a second parent or carer to write to");
        if (first != null) {
            contacts.add(first);
        }
        if (secondGiven) {
            if (second == null) {
                throw new Refusal("Give the name of the second parent or carer, or take the tick away.");
            }
            contacts.add(second);
        }
        return new NewRequest(
                entry.requiredText("firstNames", "First names"),
                entry.requiredText("lastName", "Last name"),
                entry.text("knownAs", "Known as"),
                entry.requiredDate("birthDate", "Date of birth"),
                entry.text("upn", "Unique pupil number"),
                entry.text("nhsNumber", "NHS number"),
                new Address(
                        entry.requiredText("addressLine1", "Address line 1"),
                        entry.text("addressLine2", "Address line 2"),
                        entry.requiredText("town", "Town"),
                        null,
                        entry.requiredText("postcode", "Postcode")),
                entry.requiredText("firstLanguage", "First language"),
                entry.text("interpreter", "Interpreter needed"),
                entry.text("accessNeeds", "Access needs"),
                contacts,
                entry.text("settingUrn", "URN of the setting"),
                team(entry),
                receivedOn,
                entry.requiredChoice("source", "Who asks", RequestSource.class),
                entry.requiredText("requestedBy", "Name of the person who asks"),
                entry.requiredWords("requestSummary", "What the request says"));
    }

    /** A contact whose name was left empty is none, whatever the form sends along by itself. */
    private static NewContact contact(FormEntry entry, String prefix, String which) {
        String name = entry.text(prefix + "Name", "Full name of the " + which + " contact");
        String relationship = entry.text(prefix + "Relationship", "Relationship of the " + which + " contact");
        boolean responsibility = entry.ticked(prefix + "Responsibility", "Has parental responsibility");
        Channel channel = entry.choice(prefix + "Channel", "Letters go by", Channel.class);
        boolean consent = entry.ticked(prefix + "EmailConsent", "Has agreed to get letters by e-mail");
        String email = entry.text(prefix + "Email", "E-mail address of the " + which + " contact");
        String phone = entry.text(prefix + "Phone", "Telephone of the " + which + " contact");
        boolean sameAddress = entry.ticked(prefix + "SameAddress", "Lives at the child's address");
        String line1 = entry.text(prefix + "AddressLine1", "Address line 1 of the " + which + " contact");
        String line2 = entry.text(prefix + "AddressLine2", "Address line 2 of the " + which + " contact");
        String town = entry.text(prefix + "Town", "Town of the " + which + " contact");
        String postcode = entry.text(prefix + "Postcode", "Postcode of the " + which + " contact");
        if (name == null) {
            if (Stream.of(relationship, email, phone, line1, line2, town, postcode)
                    .anyMatch(Objects::nonNull)) {
                throw new Refusal(
                        "Give the full name of the " + which + " contact, or leave out what is written of them.");
            }
            return null;
        }
        Address address = sameAddress ? null : new Address(line1, line2, town, null, postcode);
        return new NewContact(
                name,
                relationship,
                responsibility,
                channel == null ? Channel.POST : channel,
                consent,
                email,
                phone,
                address);
    }

    private String team(FormEntry entry) {
        String chosen = entry.text("team", "Team");
        if (chosen != null) {
            return chosen;
        }
        List<String> own = council.teams().stream()
                .map(CouncilSettings.Team::id)
                .filter(entry.groups()::contains)
                .toList();
        if (own.size() != 1) {
            throw new Refusal("Please choose the team that takes this case.");
        }
        return own.get(0);
    }
}
