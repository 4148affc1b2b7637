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
import org.ehcpathway.pathway.Vars;
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

    /** What the table {@code advice-required} asks, beside whether a setting is attended and the year group. */
    private record Facts(
            boolean settingCanAdvise,
            boolean teacherCanBeHad,
            boolean parentServing,
            boolean hearing,
            boolean sight,
            boolean adviserQualified) {

        /** Regulation 6(2): educational advice for a sensory impairment is given after consulting a qualified teacher. */
        private String afterConsulting() {
            return !hearing && !sight || adviserQualified
                    ? ""
                    : ", after consulting a qualified teacher of the " + impaired() + " (regulation 6(2))";
        }

        private String impaired() {
            return hearing && sight
                    ? "hearing and visually impaired"
                    : hearing ? "hearing impaired" : "visually impaired";
        }
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        boolean settingSilent = entry.ticked("settingCannotAdvise", "The advice of the setting cannot be had");
        String settingWhy = entry.text("settingReason", "Why it cannot be had");
        boolean noTeacher = entry.ticked("noTeacher", "Nobody with experience of special educational needs can be had");
        String responsible = entry.text("educationResponsible", "Who is responsible for the education");
        Facts facts = new Facts(
                !settingSilent,
                !noTeacher,
                entry.ticked("parentServing", "A parent is serving in the armed forces"),
                entry.ticked("hearingImpaired", "Hearing impaired"),
                entry.ticked("visuallyImpaired", "Visually impaired"),
                entry.ticked("adviserQualified", "Whoever gives the educational advice is qualified"));
        String askedFor = entry.text("requestedAdvisers", "Others the family asks for");
        String others = entry.text("otherAdvisers", "Others we think appropriate");
        Wish wish = Wish.of(entry);
        boolean weigh = entry.ticked("existingAdvice", "There may be sufficient advice already");

        CaseFile file = files.whole(entry.reference());
        check(file, settingSilent, settingWhy, noTeacher);
        for (DmnDecisionRuleResult row : required(file, facts)) {
            ask(file, AdviceKind.valueOf(row.getEntry("kind")), row.getEntry("from"), facts, responsible);
        }
        for (Named named : named(askedFor)) {
            askNamed(file, AdviceKind.REQUESTED_BY_FAMILY, named);
        }
        for (Named named : named(others)) {
            askNamed(file, AdviceKind.OTHER, named);
        }
        if (wish != null) {
            register.refuseToAsk(
                    entry.reference(),
                    wish.whom(),
                    wish.reasons(),
                    wish.toldTo(),
                    wish.toldOn(),
                    wish.toldHow(),
                    entry.user());
        }
        if (settingSilent) {
            files.note(entry.reference(), entry.user(), "Setting’s advice cannot be had", settingWhy);
        }
        return Map.of(Vars.WEIGH_EXISTING_ADVICE, weigh);
    }

    private static void check(CaseFile file, boolean settingSilent, String why, boolean noTeacher) {
        if (settingSilent && file.setting() == null) {
            throw new Refusal("The case names no setting, so leave out that its advice cannot be had.");
        }
        if (settingSilent && (why == null || why.length() < 20)) {
            throw new Refusal(
                    "Write in “Why it cannot be had” why the advice of the setting cannot be had, in at least 20 characters.");
        }
        if (noTeacher && file.setting() != null) {
            throw new Refusal(
                    "Leave out that nobody with experience can be had: the law asks that only where no setting is attended (regulation 6(1)(b)(iii)).");
        }
    }

    /** Whom the family wants asked and the council does not ask, with the reasons and how the family was told. */
    private record Wish(String whom, String reasons, String toldTo, LocalDate toldOn, String toldHow) {

        private static Wish of(FormEntry entry) {
            Wish wish = new Wish(
                    entry.text("refusedWish", "Whom the family wants asked and we do not ask"),
                    entry.text("refusedReasons", "Why not"),
                    entry.text("refusedToldTo", "Who of the family was told"),
                    entry.date("refusedToldOn", "Told on"),
                    entry.text("refusedToldHow", "Told how"));
            boolean empty = wish.whom == null
                    && wish.reasons == null
                    && wish.toldTo == null
                    && wish.toldOn == null
                    && wish.toldHow == null;
            return empty ? null : wish;
        }
    }

    private List<DmnDecisionRuleResult> required(CaseFile file, Facts facts) {
        return decisions
                .evaluateDecisionTableByKey(
                        "advice-required",
                        Variables.createVariables()
                                .putValue("attendsSetting", file.setting() != null)
                                .putValue("settingCanAdvise", facts.settingCanAdvise)
                                .putValue("teacherCanBeHad", facts.teacherCanBeHad)
                                .putValue("yearNineOrBeyond", file.person().inOrBeyondYearNine(LocalDate.now(clock)))
                                .putValue("parentServing", facts.parentServing)
                                .putValue("hearingImpaired", facts.hearing)
                                .putValue("visuallyImpaired", facts.sight)
                                .putValue("adviserQualified", facts.adviserQualified))
                .stream()
                .toList();
    }

    private Advice ask(CaseFile file, AdviceKind kind, String from, Facts facts, String responsible) {
        return switch (from) {
            case "FAMILY" -> askFamily(file, kind);
            case "SETTING" -> askSetting(file, kind, facts.afterConsulting());
            case "TEACHER" -> askBody(file, kind, council.specialistTeaching(), facts.afterConsulting());
            case "RESPONSIBLE" -> askResponsible(file, kind, responsible, facts.afterConsulting());
            case "TEACHER_HEARING", "TEACHER_SIGHT", "TEACHER_BOTH" ->
                askBody(
                        file,
                        kind,
                        council.specialistTeaching(),
                        ", as qualified teacher of the " + facts.impaired() + " (regulation 6(2))");
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

    /** Regulation 6(1)(b)(iii): whoever is responsible for the education, such as a parent who teaches at home. */
    private Advice askResponsible(CaseFile file, AdviceKind kind, String line, String afterConsulting) {
        List<Named> named = named(line);
        if (named.size() != 1) {
            throw new Refusal(
                    "Write in “Who is responsible for the education” one person as: name or office; address; town; postcode (regulation 6(1)(b)(iii)).");
        }
        return register.plan(
                file.c().reference(),
                kind,
                named.get(0).name,
                "Responsible for the education" + afterConsulting,
                named.get(0).address,
                null,
                OTHER_ADVISERS);
    }

    private record Named(String name, Address address) {}

    private static List<Named> named(String lines) {
        List<Named> named = new ArrayList<>();
        if (lines == null) {
            return named;
        }
        int number = 0;
        for (String line : lines.split("\n")) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<String> parts =
                    Arrays.stream(line.split(";")).map(String::strip).toList();
            if (parts.size() != 4 || parts.stream().anyMatch(String::isEmpty)) {
                throw new Refusal("Write each further adviser as: name or office; address; town; postcode. Check line "
                        + number + ".");
            }
            named.add(new Named(parts.get(0), new Address(parts.get(1), null, parts.get(2), null, parts.get(3))));
        }
        return named;
    }
}
