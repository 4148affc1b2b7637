package org.ehcpathway.pathway.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A synthetic child's way so far.
 *
 * @param stopBefore the step that has not been taken although its day has come; null when nothing holds the case up
 */
final class DemoLife {

    /** How the case goes where the pathway parts. */
    enum Road {
        PLAN,
        NOT_ASSESSED,
        NO_PLAN,
        /** The caseworker is unsure, and the panel is asked whether to assess. */
        REFERRED
    }

    private final Map<String, Object> request;
    private final LocalDate receivedOn;
    private final Road road;
    private final DemoStep stopBefore;
    private final String childsName;
    private final String familyName;
    private String reference;

    DemoLife(
            Map<String, Object> request,
            LocalDate receivedOn,
            Road road,
            DemoStep stopBefore,
            String childsName,
            String familyName) {
        this.request = request;
        this.receivedOn = receivedOn;
        this.road = road;
        this.stopBefore = stopBefore;
        this.childsName = childsName;
        this.familyName = familyName;
    }

    /** The steps that this road has, up to the one the case waits for. */
    List<DemoStep> steps() {
        DemoStep last =
                switch (road) {
                    case PLAN -> DemoStep.SIGN_FINAL;
                    case NOT_ASSESSED -> DemoStep.TALK_AFTER_NOT_ASSESSING;
                    case NO_PLAN -> DemoStep.TALK_AFTER_NO_PLAN;
                    case REFERRED -> DemoStep.INVITE_VIEWS;
                };
        return Arrays.stream(DemoStep.values())
                .filter(step -> step.compareTo(last) <= 0)
                .filter(step -> step != DemoStep.TALK_AFTER_NOT_ASSESSING || road == Road.NOT_ASSESSED)
                .filter(step -> step != DemoStep.TALK_AFTER_NO_PLAN || road == Road.NO_PLAN)
                .filter(step -> stopBefore == null || step.compareTo(stopBefore) < 0)
                .toList();
    }

    Map<String, Object> request() {
        return request;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    Road road() {
        return road;
    }

    String childsName() {
        return childsName;
    }

    /** Who speaks for the family in the records. */
    String familyName() {
        return familyName;
    }

    boolean inTheNorth() {
        return "team-north".equals(request.get("team"));
    }

    String caseworker() {
        return inTheNorth() ? "caseworker" : "caseworkersouth";
    }

    String manager() {
        return inTheNorth() ? "manager" : "managersouth";
    }

    String settingUrn() {
        return (String) request.get("settingUrn");
    }

    String reference() {
        return reference;
    }

    void opened(String newReference) {
        reference = newReference;
    }
}
