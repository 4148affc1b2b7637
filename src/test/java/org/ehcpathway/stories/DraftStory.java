package org.ehcpathway.stories;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.plan.PlanVersion;
import org.springframework.beans.factory.annotation.Autowired;

/** Stories that begin with a plan to be drafted: Nell's request of 14 September 2026, decided on 24 November. */
abstract class DraftStory extends Story {

    @Autowired
    SettingConsultations consultations;

    String nell;

    /** 20 weeks end on 1 February 2027. */
    void aPlanIsToBeDrafted() {
        on(2026, 9, 14);
        nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
        people.runJobs();
        sign("caseworker", nell);
        on(2026, 9, 28);
        consider(nell);
        decideToAssess(nell, true, true);
        sign("caseworker", nell);
        on(2026, 9, 29);
        askForAdvice(nell);
        on(2026, 10, 30);
        allAdviceArrives(nell);
        on(2026, 11, 24);
        recommend(nell, true);
        decideOnPlan(nell, true);
        sign("caseworker", nell);
        on(2026, 12, 7);
    }

    /** Posted on Monday 7 December 2026 and served on the 2nd working day after: the 15 days end on 23 December. */
    void theDraftIsServed() {
        aPlanIsToBeDrafted();
        writePlan(nell);
        sign("caseworker", nell);
    }

    Map<String, Object> said(String words) {
        Map<String, Object> form = new HashMap<>();
        form.put("answer", "GIVEN");
        form.put("words", words);
        form.put("saidBy", "Ruth Ashby");
        form.put("saidOn", LocalDate.now(clock).toString());
        form.put("how", "TELEPHONE");
        return form;
    }

    Map<String, Object> asksFor(String urn, String kind) {
        Map<String, Object> form = said("Please name this school.");
        form.put("requestedUrn", urn);
        form.put("requestedKind", kind);
        return form;
    }

    void record(Map<String, Object> form) {
        people.complete("caseworker", nell, "userTask_recordRepresentations", form);
    }

    void recordFurther(Map<String, Object> form) {
        people.complete("caseworker", nell, "userTask_recordFurther", form);
    }

    Map<String, Object> reply(String reply) {
        Map<String, Object> form = new HashMap<>();
        form.put("reply", reply);
        form.put("repliedBy", "Mr Daniel Reeve");
        form.put("repliedOn", LocalDate.now(clock).toString());
        return form;
    }

    Map<String, Object> objects(String ground) {
        Map<String, Object> form = reply("OBJECTS");
        form.put(ground, true);
        form.put("facts", "The class of her year has 34 children and no room for another adult.");
        return form;
    }

    void replies(String user, Map<String, Object> form) {
        people.complete(user, nell, "userTask_recordSettingReply", form);
    }

    Map<String, Object> proposal(String naming, String urn) {
        Map<String, Object> form = new HashMap<>();
        form.put("step", "PROPOSE");
        form.put("naming", naming);
        if (urn != null) {
            form.put("settingUrn", urn);
        }
        if (!naming.equals("OTHERWISE")) {
            form.put("settingType", "maintained special school");
        }
        form.put("noHealthProvision", true);
        form.put("changes", "Nothing but section I.");
        return form;
    }

    void prepare(Map<String, Object> form) {
        people.complete("caseworker", nell, "userTask_prepareFinalPlan", form);
    }

    Map<String, Object> signature(String ground, String mainstream) {
        Map<String, Object> form = new HashMap<>();
        form.put("verdict", "SIGN");
        form.put("ground", ground);
        if (mainstream != null) {
            form.put("mainstream", mainstream);
        }
        form.put("reasons", "The replies of the schools and the words of the family were considered.");
        return form;
    }

    void nameAndSign(String ground, String mainstream) {
        people.complete("manager", nell, "userTask_nameSettingAndSign", signature(ground, mainstream));
        sign("manager", nell);
    }

    SettingConsultation consultation() {
        List<SettingConsultation> all = consultations.of(nell);
        if (all.size() != 1) {
            throw new AssertionError("There are " + all.size() + " consultations, not one");
        }
        return all.get(0);
    }

    PlanVersion finalPlan() {
        return plans.inForce(nell).orElseThrow();
    }

    /** The ground on which section I names what it names. */
    String ground() {
        return file(nell).latest(DecisionKind.NAME_SETTING).orElseThrow().ground();
    }

    List<String> consulted() {
        return recipients(nell, LetterKind.L_09).stream()
                .map(LetterRecipient::name)
                .toList();
    }

    List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .sorted()
                .toList();
    }
}
