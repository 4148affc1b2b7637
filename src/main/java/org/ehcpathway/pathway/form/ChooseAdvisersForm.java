package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Settles whom to ask for advice: everybody the table {@code advice-required} names on the facts, and everybody the family
 * reasonably asks for (regulation 6).
 */
@Component
class ChooseAdvisersForm implements CaseForm {

    private static final String OTHER_ADVISERS = "advisers-other";

    private final CaseFiles files;
    private final AdviceRegister register;
    private final CouncilSettings council;
    private final DecisionService decisions;
    private final Clock clock;

    ChooseAdvisersForm(
            CaseFiles files,
            AdviceRegister register,
            CouncilSettings council,
            @Lazy DecisionService decisions,
            Clock clock) {
        this.files = files;
        this.register = register;
        this.council = council;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "choose-advisers";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        boolean hearing = entry.ticked("hearingImpaired", "Hearing impaired");
        boolean sight = entry.ticked("visuallyImpaired", "Visually impaired");
        boolean serving = entry.ticked("parentServing", "A parent is serving in the armed forces");
        String askedFor = entry.text("requestedAdvisers", "Others the family asks for");
        String others = entry.text("otherAdvisers", "Others we think appropriate");

        CaseFile file = files.whole(entry.reference());
        String afterConsulting = afterConsulting(hearing, sight);
        for (DmnDecisionRuleResult row : required(file, serving)) {
            ask(file, AdviceKind.valueOf(row.getEntry("kind")), row.getEntry("from"), afterConsulting);
        }
        for (Named named : named(askedFor)) {
            askNamed(file, AdviceKind.REQUESTED_BY_FAMILY, named);
        }
        for (Named named : named(others)) {
            askNamed(file, AdviceKind.OTHER, named);
        }
        return Map.of();
    }

    private List<DmnDecisionRuleResult> required(CaseFile file, boolean parentServing) {
        LocalDate today = LocalDate.now(clock);
        return decisions
                .evaluateDecisionTableByKey(
                        "advice-required",
                        Variables.createVariables()
                                .putValue("attendsSetting", file.setting() != null)
                                .putValue(
                                        "yearNineOrBeyond",
                                        Persons.inOrBeyondYearNine(file.person().birthDate(), today))
                                .putValue("parentServing", parentServing))
                .stream()
                .toList();
    }

    private Advice ask(CaseFile file, AdviceKind kind, String from, String afterConsulting) {
        return switch (from) {
            case "FAMILY" -> askFamily(file, kind);
            case "SETTING" -> askSetting(file, kind, afterConsulting);
            case "TEACHER" -> askBody(file, kind, council.specialistTeaching(), afterConsulting);
            case "SERVICE_CHILDREN" -> askBody(file, kind, council.serviceChildrenBody(), "");
            case "HEALTH" -> askBody(file, kind, council.responsibleCommissioningBody(), "");
            case "PSYCHOLOGIST" -> askBody(file, kind, council.psychologyService(), "");
            case "SOCIAL_CARE" -> askBody(file, kind, council.socialCare(), "");
            default -> throw new IllegalStateException("The table advice-required names an unknown adviser: " + from);
        };
    }

    /** The family's own advice is entered by the caseworker's team, in the family's words. */
    private Advice askFamily(CaseFile file, AdviceKind kind) {
        Person person = file.person();
        boolean youngPerson = Persons.speaksForThemself(person.birthDate(), LocalDate.now(clock));
        Contact parent = file.contacts().stream()
                .filter(Contact::parentalResponsibility)
                .findFirst()
                .orElse(null);
        String team = file.c().team();
        String reference = file.c().reference();
        return youngPerson || parent == null
                ? register.plan(reference, kind, person.fullName(), null, person.address(), null, team)
                : register.plan(
                        reference, kind, parent.name(), parent.relationship(), parent.address(), parent.email(), team);
    }

    private Advice askSetting(CaseFile file, AdviceKind kind, String afterConsulting) {
        Setting setting = file.setting();
        return register.plan(
                file.c().reference(),
                kind,
                setting.headName(),
                "Head of " + setting.name() + afterConsulting,
                setting.address(),
                setting.email(),
                setting.adviserGroup());
    }

    private Advice askBody(CaseFile file, AdviceKind kind, CouncilSettings.Adviser body, String afterConsulting) {
        return register.plan(
                file.c().reference(),
                kind,
                body.officer(),
                body.officerTitle() + ", " + body.name() + afterConsulting,
                body.address(),
                body.email(),
                body.group());
    }

    private void askNamed(CaseFile file, AdviceKind kind, Named named) {
        register.plan(file.c().reference(), kind, named.name, null, named.address, null, OTHER_ADVISERS);
    }

    /** Regulation 6(2): educational advice for a sensory impairment is given after consulting a qualified teacher. */
    private static String afterConsulting(boolean hearing, boolean sight) {
        if (!hearing && !sight) {
            return "";
        }
        String whom =
                hearing && sight ? "hearing and visually impaired" : hearing ? "hearing impaired" : "visually impaired";
        return ", after consulting a qualified teacher of the " + whom + " (regulation 6(2))";
    }

    private record Named(String name, Address address) {}

    private static List<Named> named(String lines) {
        List<Named> named = new ArrayList<>();
        if (lines == null) {
            return named;
        }
        for (String line : lines.split("\n")) {
            if (line.isBlank()) {
                continue;
            }
            List<String> parts =
                    Arrays.stream(line.split(";")).map(String::strip).toList();
            if (parts.size() != 4 || parts.stream().anyMatch(String::isEmpty)) {
                throw new Refusal("Write each further adviser as: name or office; address; town; postcode. Check “"
                        + line.strip() + "”.");
            }
            named.add(new Named(parts.get(0), new Address(parts.get(1), null, parts.get(2), null, parts.get(3))));
        }
        return named;
    }
}
