package org.ehcpathway.stories;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.ConsultationState;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.casefile.ExistingAdvice;
import org.ehcpathway.casefile.NewRecommendation;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.SettingRequest;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.AgeLimits;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.ehcpathway.testing.SamplePlan;

/** Random answers that the forms take: every choice a person has is made now and then, and nothing a form refuses is typed. */
final class WalkersAnswers {

    private static final String[] FIRST = {
        "Nell", "Zoë", "Kofi-Ian", "Seán", "Mei", "D’Arcy", "Anaïs", "Łukasz", "Jo", "Maximiliane"
    };
    private static final String[] LAST = {"Ashby", "O’Brien", "Núñez", "van der Berg", "Żak", "Smith-Jones", "Eze"};
    private static final String[] WORDS = {
        "He is happy at home and afraid of school.",
        "She says: “I am stupid.” She is not & never was.",
        "We have asked for help three times; nobody answered <at all>.",
        "Nothing more to add."
    };
    private static final String REASONS = "The reports agree on what is needed, how much of it, and who can give it.";

    private final Story story;
    private final Random random;
    private final SettingConsultations consultations;
    private final RequestsForSettings requests;
    private final Endings endings;
    private byte[] report;

    WalkersAnswers(Story story, SettingConsultations consultations, Random random) {
        this.story = story;
        this.consultations = consultations;
        this.requests = story.requestsForSettings;
        this.endings = story.endings;
        this.random = random;
    }

    /** Who completes a task with what. */
    record Answer(String person, Map<String, Object> form) {}

    Map<String, Object> request(LocalDate today) {
        LocalDate received = today.minusDays(random.nextInt(4));
        int age = random.nextInt(24);
        LocalDate birth = received.minusYears(age).minusDays(1L + random.nextInt(360));
        boolean youngPerson = Persons.isYoungPerson(birth, received);
        String first = one(FIRST);
        String last = one(LAST);
        String parent = one(FIRST) + " " + last;
        String source = one("PARENT", "SETTING", "OTHER", youngPerson ? "YOUNG_PERSON" : "PARENT");
        Map<String, Object> form = new HashMap<>();
        form.put("receivedOn", received.toString());
        form.put("source", source);
        form.put("requestedBy", source.equals("YOUNG_PERSON") ? first + " " + last : parent);
        form.put("requestSummary", one(WORDS));
        if (chance(60)) {
            form.put("familyWords", one(WORDS));
            form.put("familyWordsBy", parent);
        }
        form.put("firstNames", first);
        form.put("lastName", last);
        form.put("birthDate", birth.toString());
        form.put("addressLine1", (1 + random.nextInt(200)) + " Mill Lane");
        form.put("town", "Exampleton");
        form.put("postcode", "ZX1 4QQ");
        form.put("firstLanguage", one("English", "Polish", "Urdu"));
        if (chance(20)) {
            form.put("interpreter", "Polish");
        }
        if (chance(20)) {
            form.put("accessNeeds", "Large print");
        }
        if (!youngPerson || chance(70)) {
            contact(form, "contact1", parent);
        }
        if (form.containsKey("contact1Name") && chance(30)) {
            form.put("secondContact", true);
            contact(form, "contact2", one(FIRST) + " " + one(LAST));
        }
        if (chance(75)) {
            form.put("settingUrn", one("100001", "100002"));
        }
        form.put("team", one("team-north", "team-south"));
        return form;
    }

    private void contact(Map<String, Object> form, String which, String name) {
        form.put(which + "Name", name);
        form.put(which + "Relationship", one("Mother", "Father", "Guardian"));
        form.put(which + "Responsibility", true);
        boolean email = chance(40);
        form.put(which + "Channel", email ? "EMAIL" : "POST");
        if (email) {
            form.put(which + "Email", "family@example.org");
            form.put(which + "EmailConsent", true);
        }
        boolean home = chance(70);
        form.put(which + "SameAddress", home);
        if (!home) {
            form.put(which + "AddressLine1", "9 Quay Street");
            form.put(which + "Town", "Otherham");
            form.put(which + "Postcode", "ZX3 3AA");
        }
    }

    /** The answer to a task; null when whoever has it would wait at this moment. */
    Answer to(Task task, EhcCase c) {
        String form = task.getTaskDefinitionKey();
        Map<String, Object> filled =
                switch (form) {
                    case "userTask_checkAndSign" -> sign(task);
                    case "userTask_decideAtFirstLook" -> decideAtFirstLook();
                    case "userTask_nameCaseManager" -> Map.of();
                    case "userTask_offerConversation" -> offerConversation();
                    case "userTask_reconsiderDecision" -> reconsider(c);
                    case "userTask_considerRequest" -> consider();
                    case "userTask_decideWhetherToAssess" -> isTooOldForAPlan(c) ? null : decideToAssess();
                    case "userTask_chooseAdvisers" -> chooseAdvisers(c);
                    case "userTask_settleExistingAdvice" -> settleExistingAdvice(c);
                    case "userTask_chaseLateAdvice" -> chase();
                    case "userTask_lookAtLateAdvice" ->
                        Map.of("whatFollows", "NOTHING", "why", "It says what the others say.");
                    case "userTask_signAdviceRequests" -> Map.of("sign", true);
                    case "userTask_provideAdvice" -> provideAdvice(task, c);
                    case "userTask_decideWhetherToIssue" -> isTooOldForAPlan(c) ? null : decideToIssue(c);
                    case "userTask_writeDraft" -> writeDraft(c);
                    case "userTask_recordRepresentations", "userTask_recordFurther" -> representations(task);
                    case "userTask_arrangeMeeting" -> arrangeMeeting();
                    case "userTask_recordSettingReply" -> settingReply();
                    case "userTask_prepareFinalPlan" -> prepareFinal(c);
                    case "userTask_nameSettingAndSign" -> isTooOldForAPlan(c) ? null : nameAndSign(c);
                    case "userTask_explainDelay" -> explainDelay();
                    case "userTask_confirmEnd" -> confirmEnd(task, c);
                    case "userTask_writeInPerson" ->
                        Map.of("doneOn", today().toString(), "done", "A card was written by hand.");
                    case "userTask_checkDuplicate" ->
                        Map.of("verdict", one("NOT_SAME", "NOTHING_LEFT"), "reasons", REASONS);
                    case "userTask_answerEnquiry" -> answerEnquiry(task);
                    default -> throw new AssertionError("The walker does not know the task " + form + " yet.");
                };
        if (filled == null) {
            return null;
        }
        if ("NOT_AVAILABLE".equals(filled.get("outcome")) && isClosedByASecondPerson(task)) {
            story.people.as("manager", () -> {
                story.tasks.setAssignee(task.getId(), "manager");
                return null;
            });
            return new Answer("manager", filled);
        }
        return by(task, filled);
    }

    /** As somebody sends it who may. */
    Answer by(Task task, Map<String, Object> filled) {
        if (task.getAssignee() != null) {
            // A task that was given to somebody is theirs.
            return new Answer(task.getAssignee(), filled);
        }
        String signer = task.getTaskDefinitionKey().equals("userTask_checkAndSign") ? signerOf(task) : null;
        return new Answer(signer == null ? person(task) : anybodyFor(task, signer), filled);
    }

    /** Who signed a letter that a second person has to agree to. */
    private String signerOf(Task task) {
        return story.reading
                .get((Long) story.tasks.getVariable(task.getId(), Vars.LETTER))
                .signedBy();
    }

    /** Anybody of a group that may take the task; where the stories have nobody in it, the caseworker who holds the case. */
    private String person(Task task) {
        List<String> people = story.tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .flatMap(group -> story.identities.createUserQuery().memberOfGroup(group).list().stream())
                .map(User::getId)
                .distinct()
                .sorted()
                .toList();
        return people.isEmpty() ? "caseworker" : people.get(random.nextInt(people.size()));
    }

    /** As {@link #person}, but never this one, who did what the task is to check. */
    String anybodyFor(Task task, String butNot) {
        for (int i = 0; i < 50; i++) {
            String one = person(task);
            if (!one.equals(butNot)) {
                return one;
            }
        }
        throw new AssertionError("Nobody but " + butNot + " can do " + task.getTaskDefinitionKey());
    }

    private Map<String, Object> sign(Task task) {
        Map<String, Object> form = new HashMap<>();
        boolean mayGoBack = story.tasks.getVariable(task.getId(), Vars.DECISION_MAY_GO_BACK) != null;
        if (mayGoBack && chance(15)) {
            form.put("verdict", "BACK");
            form.put("why", "The reasons do not say what the school gives already.");
            return form;
        }
        form.put("verdict", chance(85) ? "SIGN" : "AGAIN");
        if (chance(20)) {
            form.put("nextSteps", "Your case manager will ring you next week.");
        }
        return form;
    }

    private Map<String, Object> consider() {
        Map<String, Object> form = new HashMap<>();
        if (chance(60)) {
            form.put("familyWords", one(WORDS));
            form.put("familyWordsBy", "The parent");
            form.put("familyWordsOn", today().toString());
        }
        form.put("evidence", "The records of the school and of the health visitor.");
        form.put("planMayBeNecessary", chance(85) ? "YES" : "NO");
        if (chance(10)) {
            form.put("assessedOn", today().minusDays(random.nextInt(400)).toString());
        }
        form.put("advice", one("ASSESS", "NOT_ASSESS", "UNSURE"));
        return form;
    }

    private Map<String, Object> decideAtFirstLook() {
        Map<String, Object> form = beside();
        String verdict = one("MAY_BE_NECESSARY", "NOT_NECESSARY", "ASSESSED_LATELY");
        form.put("verdict", verdict);
        if (verdict.equals("ASSESSED_LATELY")) {
            form.put("assessedOn", today().minusDays(random.nextInt(150)).toString());
        }
        form.put("reasons", REASONS);
        form.put("evidence", "The request and what the family told us.");
        return form;
    }

    private Map<String, Object> offerConversation() {
        Map<String, Object> form = new HashMap<>();
        String answer = one("HELD", "NOT_WANTED", "NOT_REACHED");
        form.put("answer", answer);
        form.put("onDay", today().toString());
        if (answer.equals("HELD")) {
            form.put("way", one("CALL", "MEETING"));
            form.put("tookPart", "The parent and the case manager");
        }
        form.put("missed", one(WORDS));
        form.put("outcome", chance(40) ? "NEW_EVIDENCE" : "NOTHING_NEW");
        return form;
    }

    private Map<String, Object> reconsider(EhcCase c) {
        Map<String, Object> form = beside();
        form.remove("beforeAnswer");
        form.put("verdict", isTooOldForAPlan(c) ? "STANDS" : one("STANDS", "CHANGED"));
        form.put("toldHow", "by telephone, to the parent");
        form.put("reasons", REASONS);
        form.put("evidence", "The new report that the family brought.");
        return form;
    }

    /** What a form asks for only in some cases; given in all it does no harm. */
    private static Map<String, Object> beside() {
        Map<String, Object> form = new HashMap<>();
        form.put("beforeAnswer", "The family said that it has nothing to add.");
        form.put("moreTimeConsidered", true);
        form.put("moreTime", "The college says that another year will be needed.");
        return form;
    }

    private Map<String, Object> decideToAssess() {
        boolean assess = chance(75);
        Map<String, Object> form = beside();
        form.put("hasSen", assess || chance(70) ? "YES" : "NO");
        form.put("planMayBeNecessary", assess ? "YES" : "NO");
        form.put("reasons", REASONS);
        form.put("evidence", "The request and what the family told us.");
        return form;
    }

    private Map<String, Object> chooseAdvisers(EhcCase c) {
        Map<String, Object> form = new HashMap<>();
        if (c.settingId() != null && chance(10)) {
            form.put("settingCannotAdvise", true);
            form.put("settingReason", "The school was shut for good in September.");
        }
        if (c.settingId() == null && chance(30)) {
            form.put("noTeacher", true);
            form.put("educationResponsible", "The tutor at home; 7 Mill Lane; Exampleton; ZX1 4QQ");
        }
        form.put("adviserQualified", chance(20));
        form.put("existingAdvice", chance(20));
        if (chance(15)) {
            form.put("refusedWish", "A graphologist");
            form.put("refusedReasons", "Nothing that anybody says of the child calls for it.");
            form.put("refusedToldTo", "The parent");
            form.put("refusedToldOn", today().toString());
            form.put("refusedToldHow", "By telephone");
        }
        form.put("hearingImpaired", chance(15));
        form.put("visuallyImpaired", chance(15));
        form.put("parentServing", chance(15));
        if (chance(25)) {
            form.put("requestedAdvisers", "Speech Clinic; 3 Well Road; Exampleton; ZX2 2BB");
        }
        if (chance(15)) {
            form.put("otherAdvisers", "Youth Club; 4 Well Road; Exampleton; ZX2 2BB");
        }
        return form;
    }

    private AdviceKind kindOf(Task task) {
        return story.advice
                .get((Long) story.tasks.getVariable(task.getId(), Vars.ADVICE))
                .kind();
    }

    private boolean isClosedByASecondPerson(Task task) {
        return kindOf(task).isClosedByASecondPerson();
    }

    private Map<String, Object> provideAdvice(Task task, EhcCase c) {
        AdviceKind kind = kindOf(task);
        Map<String, Object> form = new HashMap<>();
        form.put("receivedOn", today().toString());
        int what = random.nextInt(100);
        if (what < 85) {
            form.put("outcome", "RECEIVED");
            if (chance(40)) {
                story.tasks.setVariableLocal(task.getId(), Vars.UPLOADED_DOCUMENT, upload(c));
            } else {
                form.put("words", one(WORDS));
            }
        } else {
            boolean mayDecline =
                    kind == AdviceKind.MEDICAL || kind == AdviceKind.OTHER || kind == AdviceKind.REQUESTED_BY_FAMILY;
            form.put("outcome", mayDecline && what < 93 ? "DECLINED" : "NOT_AVAILABLE");
            form.put("reasons", "Three appointments were offered and nobody could come.");
        }
        return form;
    }

    private Long upload(EhcCase c) {
        if (report == null) {
            report = story.report("A report");
        }
        return story.documents
                .add(c.reference(), DocumentKind.ADVICE, "Report", "report.pdf", report, "caseworker")
                .id();
    }

    /** The panel sits today: it recommends in most cases on its agenda, and defers some. */
    void holdThePanel() {
        String sitting = story.sittingOfToday();
        // On the agenda cases of one day stand in the order in which they came, and that may be another every time.
        List<PanelFile.Entry> agenda = story.panel.read(sitting).entries().stream()
                .sorted(Comparator.comparing(entry -> entry.c().reference()))
                .toList();
        for (PanelFile.Entry entry : agenda) {
            if (!entry.isOpen()) {
                continue;
            }
            if (chance(85)) {
                story.meetings.recommend(
                        sitting,
                        entry.item().id(),
                        new NewRecommendation(chance(75), REASONS, one(WORDS), null, null),
                        "support");
            } else {
                story.meetings.defer(sitting, entry.item().id(), "What the school gives now.", "support");
            }
        }
        story.people.complete("support", sitting, "userTask_holdSitting", PanelStory.over("Nothing to add."));
    }

    private Map<String, Object> decideToIssue(EhcCase c) {
        Map<String, Object> form = new HashMap<>();
        form.put("planNecessary", chance(75) ? "YES" : "NO");
        form.put("reasons", REASONS);
        form.put("evidence", "All the advice.");
        if (!story.advice.missing(c.reference()).isEmpty()) {
            form.put("withoutAdvice", "It was chased four times; what has come is enough to decide.");
        }
        return form;
    }

    private Map<String, Object> chase() {
        Map<String, Object> form = new HashMap<>();
        form.put("spokenWith", "The office of the adviser");
        form.put("said", one(WORDS));
        if (chance(50)) {
            form.put("expectedOn", today().plusDays(random.nextInt(20)).toString());
        }
        return form;
    }

    /** Now and then a report of last year is enough for everybody. */
    private Map<String, Object> settleExistingAdvice(EhcCase c) {
        story.advice.of(c.reference()).stream()
                .filter(one -> one.kind() != AdviceKind.FAMILY && one.state() == AdviceState.TO_BE_ASKED)
                .filter(one -> chance(40))
                .forEach(one -> {
                    ExistingAdvice.Satisfied satisfied =
                            new ExistingAdvice.Satisfied("Somebody", today(), "By telephone");
                    story.existing.reuse(one.id(), upload(c), satisfied, satisfied, satisfied, "caseworker");
                });
        return Map.of("settled", true);
    }

    private Map<String, Object> writeDraft(EhcCase c) {
        Map<String, Object> form = new HashMap<>();
        form.put("complete", true);
        if (story.plans.of(c.reference()).isEmpty()) {
            new SamplePlan(story.plans, story.writing, story.advice).write(c.reference(), "caseworker");
            if (chance(20)) {
                setting(form, "considered");
            }
        } else {
            letWarningsStand(c);
        }
        return form;
    }

    private Map<String, Object> representations(Task task) {
        LocalDate lastDay = LocalDate.parse(story.tasks
                .getVariable(task.getId(), Vars.WINDOW_LAST_DAY)
                .toString()
                .substring(0, 10));
        boolean over = today().isAfter(lastDay);
        if (!over && chance(50)) {
            return null;
        }
        if (over && chance(50)) {
            return Map.of("answer", "NONE");
        }
        Map<String, Object> form = new HashMap<>();
        form.put("answer", "GIVEN");
        form.put("words", one(WORDS));
        form.put("saidBy", "The parent");
        form.put("saidOn", today().toString());
        form.put("how", one("LETTER", "EMAIL", "TELEPHONE", "IN_PERSON", "OTHER"));
        if (!over && chance(15)) {
            form.put("answer", "MORE_TIME");
            form.put("extendTo", lastDay.plusDays(1 + random.nextInt(10)).toString());
            return form;
        }
        int asks = random.nextInt(100);
        if (asks < 20) {
            form.put("requestedSetting", "Birchwood School");
        } else if (asks < 60) {
            setting(form, "requested");
        }
        if (chance(30)) {
            form.put("meetingWanted", true);
            if (chance(50)) {
                form.put("meetingHeldOn", today().toString());
            }
        }
        if (chance(20)) {
            setting(form, "considered");
        }
        if (chance(25)) {
            form.put("moreMayCome", true);
        }
        return form;
    }

    private void setting(Map<String, Object> form, String prefix) {
        String kind = one("MAINTAINED_SCHOOL", "ACADEMY", "INDEPENDENT", "SECTION_41");
        form.put(prefix + "Urn", one("100001", "100002"));
        form.put(prefix + "Kind", kind);
        if (kind.equals("MAINTAINED_SCHOOL") && chance(50)) {
            form.put(prefix + "Council", "SEN Service, Otherham Council\nsen@otherham.example.org");
        }
    }

    private Map<String, Object> arrangeMeeting() {
        Map<String, Object> form = new HashMap<>();
        String outcome = one("ARRANGED", "HELD", "HELD", "WITHDRAWN");
        form.put("outcome", outcome);
        form.put("onDay", today().toString());
        switch (outcome) {
            case "ARRANGED" -> form.put("place", "Council House");
            case "WITHDRAWN" -> form.put("who", "The parent");
            default -> {
                form.put("who", "The parent; an officer");
                form.put("result", "It was agreed what is added to the plan.");
                form.put("words", one(WORDS));
            }
        }
        return form;
    }

    private Map<String, Object> settingReply() {
        Map<String, Object> form = new HashMap<>();
        String reply = one("ACCEPTS", "OBJECTS");
        form.put("reply", reply);
        form.put("repliedBy", "The head");
        form.put("repliedOn", today().toString());
        if (reply.equals("OBJECTS")) {
            form.put(one("unsuitable", "educationOfOthers", "useOfResources"), true);
            form.put("facts", REASONS);
        }
        return form;
    }

    /** Advice that came after the plan was written is in none of its items, and need not be. */
    void letWarningsStand(EhcCase c) {
        Set<String> open = story.quality.of(c.reference(), story.plans.working(c.reference())).stream()
                .filter(judged -> judged.isOpen() && !judged.finding().isLegal())
                .map(judged -> judged.finding().fingerprint())
                .collect(Collectors.toSet());
        if (!open.isEmpty()) {
            story.quality.override(c.reference(), open, REASONS, "caseworker");
        }
    }

    private Map<String, Object> prepareFinal(EhcCase c) {
        letWarningsStand(c);
        Map<String, Object> form = new HashMap<>();
        int step = random.nextInt(100);
        if (step < 10) {
            form.put("step", "CONSULT");
            setting(form, "considered");
            return form;
        }
        form.put("changes", "Swimming was added because the family asked for it.");
        if (step < 18) {
            form.put("step", "SERVE_AGAIN");
            return form;
        }
        form.put("step", "PROPOSE");
        settleRequests(c);
        String urn = one("100001", "100002");
        Long id = story.settings.get(urn).id();
        Optional<SettingConsultation> held = consultations.held(c.reference(), id);
        boolean open = consultations.of(c.reference()).stream()
                .anyMatch(one -> one.isOpen() && one.settingId().equals(id));
        boolean mayBeNamed = held.isPresent()
                ? held.get().state() != ConsultationState.CONSULTED
                        || today().isAfter(held.get().dueOn())
                : !open;
        boolean asked = !consultations.requestsOfRight(c.reference()).isEmpty();
        boolean follows = isAskedFor(c, id);
        boolean heard = isHeard(c);
        if (asked && !heard && !(follows && mayBeNamed)) {
            return null;
        }
        boolean setting = mayBeNamed && (asked && !heard || chance(80));
        form.put("naming", setting ? "SETTING" : "TYPE");
        form.put("settingType", "maintained special school");
        if (setting) {
            form.put("settingUrn", urn);
            if (held.isEmpty()) {
                String reply = one("ACCEPTS", "OBJECTS", "NONE");
                int ago = reply.equals("NONE") ? 16 : random.nextInt(5);
                form.put("consultedOn", today().minusDays(ago).toString());
                form.put("settingReply", reply);
                form.put("settingKind", one("ACADEMY", "SECTION_41", "INDEPENDENT"));
            }
        }
        if (chance(50)) {
            form.put("noHealthProvision", true);
        } else {
            form.put("healthAgreedOn", today().toString());
            form.put("healthAgreedBy", "An officer of the health body");
        }
        return form;
    }

    private Map<String, Object> nameAndSign(EhcCase c) {
        letWarningsStand(c);
        Map<String, Object> form = new HashMap<>();
        form.put("reasons", REASONS);
        boolean asked = !consultations.requestsOfRight(c.reference()).isEmpty();
        Optional<Setting> proposed = story.plans.namedSetting(c.reference());
        boolean setting = proposed.isPresent();
        boolean follows = setting && isAskedFor(c, proposed.get().id());
        if (asked && !follows && !isHeard(c) || chance(15)) {
            form.put("verdict", "SEND_BACK");
            return form;
        }
        form.put("verdict", "SIGN");
        String ground = asked
                ? (follows ? "REQUESTED" : one("UNSUITABLE", "INCOMPATIBLE"))
                : setting ? "APPROPRIATE" : "TYPE_NO_REQUEST";
        form.put("ground", ground);
        if (!ground.equals("REQUESTED")) {
            form.put("mainstream", one("MAINSTREAM", "FAMILY_WISH", "INCOMPATIBLE"));
        }
        return form;
    }

    /** Which setting a request meant that named no register number; now and then none. */
    private void settleRequests(EhcCase c) {
        for (SettingRequest asked : consultations.requestsOfRight(c.reference())) {
            if (!consultations.isSettled(asked)) {
                boolean none = chance(30);
                requests.settle(
                        c.reference(),
                        asked.id(),
                        new RequestsForSettings.Wanted(none ? null : "100002", none ? null : SettingKind.ACADEMY, null),
                        none ? "The parent said by telephone that no school in particular was meant." : null,
                        "caseworker");
            }
        }
    }

    private boolean isAskedFor(EhcCase c, Long setting) {
        return consultations.requestsOfRight(c.reference()).stream()
                .anyMatch(asked -> setting.equals(asked.settingId()));
    }

    private boolean isHeard(EhcCase c) {
        try {
            consultations.requireHeard(c.reference(), null);
            return true;
        } catch (Refusal notYet) {
            return false;
        }
    }

    private Map<String, Object> explainDelay() {
        return Map.of(
                "reason",
                "The psychologist was ill for six weeks.",
                "toldHow",
                "By telephone, to the mother",
                "toldOn",
                today().toString(),
                "newTarget",
                today().plusDays(1 + random.nextInt(20)).toString());
    }

    /** Whether the request can still end in another way than by its decision, and nobody has asked for that yet. */
    boolean mayEnd(EhcCase c) {
        return c.isOpen()
                && !isTold(c)
                && story.people.tasks(c.reference(), "userTask_confirmEnd").isEmpty();
    }

    private boolean isTold(EhcCase c) {
        return story.reading.of(c.reference()).stream()
                .filter(letter -> List.of(LetterKind.L_03, LetterKind.L_06, LetterKind.L_10)
                        .contains(letter.kind()))
                .anyMatch(
                        letter -> story.reading.recipients(letter.id()).stream().anyMatch(to -> to.sentAt() != null));
    }

    Map<String, Object> askToEnd(EhcCase c) {
        Map<String, Object> form = new HashMap<>();
        form.put("reference", c.reference());
        form.put(
                "ground",
                isPlanPromised(c) ? one("MOVED_AWAY", "DIED") : one("WITHDRAWN", "WITHDRAWN", "MOVED_AWAY", "DIED"));
        form.put("happenedOn", today().toString());
        form.put("toldBy", whoeverDecides(c));
        form.put("toldHow", "by telephone");
        if (form.get("ground").equals("MOVED_AWAY")) {
            form.put("otherCouncil", "Otherham Council");
        }
        return form;
    }

    private Map<String, Object> confirmEnd(Task task, EhcCase c) {
        boolean ends = c.isInAssessment() && !isTold(c) && (isTooOldForAPlan(c) || chance(70));
        Map<String, Object> form = new HashMap<>();
        if (ends && story.tasks.getVariable(task.getId(), Vars.END_GROUND).equals("WITHDRAWN")) {
            ends = !isPlanPromised(c) && mayTakeBack(task, c);
            form.put("noPlanDecision", "The family wants none, and nothing shows that one is needed.");
        }
        form.put("verdict", ends ? "END" : "GO_ON");
        form.put("reasons", REASONS);
        return form;
    }

    /** A child may have become a young person between the word and the manager's decision. */
    private boolean mayTakeBack(Task task, EhcCase c) {
        long ending = (Long) story.tasks.getVariable(task.getId(), Vars.ENDING);
        return endings.get(ending).toldBy().equals(whoeverDecides(c));
    }

    private boolean isPlanPromised(EhcCase c) {
        return story.reading.of(c.reference()).stream()
                .filter(letter -> letter.kind() == LetterKind.L_07)
                .anyMatch(
                        letter -> story.reading.recipients(letter.id()).stream().anyMatch(to -> to.sentAt() != null));
    }

    private String whoeverDecides(EhcCase c) {
        CaseFile file = story.files.whole(c.reference());
        return Persons.speaksForThemself(file.person().birthDate(), today())
                ? file.person().fullName()
                : file.contacts().stream()
                        .filter(Contact::parentalResponsibility)
                        .findFirst()
                        .orElseThrow()
                        .name();
    }

    /** From the 25th birthday nobody decides towards a plan; the end of the request is before a manager. */
    private boolean isTooOldForAPlan(EhcCase c) {
        return !AgeLimits.newPlanMayBeMade(story.file(c.reference()).person().birthDate(), today());
    }

    Map<String, Object> enquiry(EhcCase c) {
        return Map.of(
                "receivedOn", today().toString(),
                "askedBy", "The mother",
                "reach", "by telephone",
                "reference", c.reference(),
                "words", one(WORDS));
    }

    private Map<String, Object> answerEnquiry(Task task) {
        Map<String, Object> form = new HashMap<>();
        form.put("words", one(WORDS));
        form.put("toldHow", "by telephone");
        form.put("toldOn", today().toString());
        String outcome = one("ANSWERED", "ANSWERED", "COLLEAGUE", "ELSEWHERE");
        form.put("outcome", outcome);
        if (outcome.equals("COLLEAGUE")) {
            form.put("toWhom", person(task));
        }
        if (outcome.equals("ELSEWHERE")) {
            form.put("toWhom", "School transport");
        }
        return form;
    }

    private LocalDate today() {
        return LocalDate.now(story.clock);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
