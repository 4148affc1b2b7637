package org.ehcpathway.pathway.form;

import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.CameBy;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Enquiries;
import org.ehcpathway.casefile.Enquiry;
import org.ehcpathway.casefile.NewEnquiry;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Records what somebody asks the service, and names who deals with it (S-08). */
@Component
class RecordEnquiryForm implements CaseForm {

    private final Enquiries enquiries;
    private final CaseFiles files;
    private final CouncilSettings council;
    private final Colleagues colleagues;

    RecordEnquiryForm(Enquiries enquiries, CaseFiles files, CouncilSettings council, Colleagues colleagues) {
        this.enquiries = enquiries;
        this.files = files;
        this.council = council;
        this.colleagues = colleagues;
    }

    @Override
    public String id() {
        return "record-enquiry";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor(
                "Enquiries are recorded by caseworkers and business support.",
                Roles.CASEWORKERS,
                Roles.BUSINESS_SUPPORT,
                Roles.MANAGERS);
        String reference = entry.text("reference", "Case it is about");
        String chosenTeam = entry.text("team", "Team that answers");
        String owner = entry.text("owner", "Who deals with it");
        NewEnquiry typed = new NewEnquiry(
                reference,
                null,
                entry.requiredDate("receivedOn", "Received on"),
                entry.requiredText("askedBy", "Who asks"),
                entry.requiredText("reach", "How to reach them"),
                entry.choice("cameBy", "How it came", CameBy.class),
                entry.requiredWords("words", "What is asked, word for word"),
                null);
        if (chosenTeam != null && council.team(chosenTeam).isEmpty()) {
            throw noTeam();
        }
        CouncilSettings.Team team = team(entry, reference, chosenTeam);
        String named = owner(entry, owner, team);
        Enquiry enquiry = enquiries.record(
                new NewEnquiry(
                        reference,
                        team.id(),
                        typed.receivedOn(),
                        typed.askedBy(),
                        typed.reach(),
                        typed.cameBy(),
                        typed.words(),
                        named),
                entry.user());
        Map<String, Object> variables = new HashMap<>();
        if (reference != null) {
            variables.put(Vars.CASE, reference);
        }
        variables.put(Vars.TEAM, team.id());
        variables.put(Vars.MANAGER_TEAM, team.managerGroup());
        variables.put(Vars.ENQUIRY, enquiry.reference());
        variables.put(Vars.ENQUIRY_ID, enquiry.id());
        variables.put(Vars.ENQUIRY_OWNER, named);
        variables.put("enquiryDue", Moments.due(enquiry.due()));
        variables.put(Vars.ENQUIRY_LATE_AT, Moments.over(enquiry.due()));
        return variables;
    }

    private CouncilSettings.Team team(FormEntry entry, String reference, String chosen) {
        if (reference != null) {
            String held = files.get(reference).team();
            boolean mayKnow = entry.groups().contains(held)
                    || entry.groups().contains(Roles.BUSINESS_SUPPORT)
                    || entry.groups().contains(Roles.MANAGERS);
            if (!mayKnow) {
                throw new NotAllowed("This case is held by another team. Ask a colleague there.");
            }
            return council.team(held).orElseThrow(RecordEnquiryForm::noTeam);
        }
        if (chosen != null) {
            return council.team(chosen).orElseThrow(RecordEnquiryForm::noTeam);
        }
        return council.teams().stream()
                .filter(team -> entry.groups().contains(team.id()))
                .findFirst()
                .orElseThrow(RecordEnquiryForm::noTeam);
    }

    private static Refusal noTeam() {
        return new Refusal("Please choose the team that answers.");
    }

    /** A person of the team or its managers; whoever records it, unless another is named. */
    private String owner(FormEntry entry, String named, CouncilSettings.Team team) {
        if (named == null) {
            if (entry.groups().contains(team.id()) || entry.groups().contains(team.managerGroup())) {
                return entry.user();
            }
            throw new Refusal("Name who deals with the enquiry: the log-in of somebody in the team.");
        }
        colleagues.refuseUnlessIn(named, team.id(), team.managerGroup());
        return named;
    }
}
