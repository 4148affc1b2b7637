package org.ehcpathway.pathway.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.NewRecommendation;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.casefile.PanelItemState;
import org.ehcpathway.casefile.PanelMembers;
import org.ehcpathway.casefile.PanelRole;
import org.ehcpathway.casefile.PanelSitting;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.pathway.PanelMeetings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The panel of the demo council: it sits whenever one of the children comes to it, and next by its regular calendar. */
@Component
@Profile("demo")
class DemoPanel {

    private static final String CHAIR = "panel";
    private static final String CLERK = "support";

    private final PathwayDriver people;
    private final PanelMeetings meetings;
    private final PanelSittings sittings;
    private final PanelAgenda agenda;
    private final PanelFiles files;
    private final PanelMembers members;
    private final Clock clock;
    private final Map<String, DemoLife> lives = new HashMap<>();
    private String going;

    DemoPanel(
            PathwayDriver people,
            PanelMeetings meetings,
            PanelSittings sittings,
            PanelAgenda agenda,
            PanelFiles files,
            PanelMembers members,
            Clock clock) {
        this.people = people;
        this.meetings = meetings;
        this.sittings = sittings;
        this.agenda = agenda;
        this.files = files;
        this.members = members;
        this.clock = clock;
    }

    void moveIn() {
        members.enrol(CHAIR, "Pat Nowak", PanelRole.SEN_MANAGER, true, null);
        members.enrol("panelpsychology", "Noor Haddad", PanelRole.EDUCATIONAL_PSYCHOLOGY, false, null);
        members.enrol("panelhealth", "Bola Adeyemi", PanelRole.HEALTH, false, null);
        members.enrol("panelsocial", "Wren Castell", PanelRole.SOCIAL_CARE, false, null);
        members.enrol("panelhead", "Grace Holloway", PanelRole.SCHOOL_HEAD, false, "100001");
    }

    /** Tells the panel how the case of a child will go. */
    void knows(DemoLife life) {
        lives.put(life.reference(), life);
    }

    /** Recommends in this case today, unless an earlier sitting had it; in the others on the agenda as well. */
    void recommend(DemoLife life) {
        Optional<PanelFiles.Waiting> waits = files.waiting().stream()
                .filter(waiting -> waiting.c().reference().equals(life.reference()))
                .findFirst();
        if (waits.isEmpty()) {
            return;
        }
        String sitting = sittingOfToday();
        if (agenda.get(waits.get().item().id()).state() == PanelItemState.WAITING) {
            agenda.addLate(sitting, waits.get().item().id(), CLERK);
        }
        for (PanelFile.Entry entry : files.read(sitting).entries()) {
            DemoLife its = lives.get(entry.c().reference());
            if (entry.isOpen() && its.steps().contains(DemoStep.RECOMMEND)) {
                recommend(sitting, entry.item().id(), its.road() != DemoLife.Road.NO_PLAN);
            }
        }
        people.runJobs();
    }

    private void recommend(String sitting, long item, boolean plan) {
        meetings.recommend(
                sitting,
                item,
                new NewRecommendation(
                        plan,
                        "The advice agrees on what is needed and how much of it.",
                        plan ? "Small-group teaching every day by a trained assistant" : null,
                        null,
                        plan ? new BigDecimal(15) : null),
                CLERK);
    }

    /** Closes a sitting whose day is over; the chair approves its minutes. */
    void closeWhatIsOver() {
        if (going == null || !sittings.get(going).sitsOn().isBefore(LocalDate.now(clock))) {
            return;
        }
        String over = going;
        going = null;
        people.complete(CLERK, over, "userTask_holdSitting", Map.of("over", true));
        people.complete(CHAIR, over, "userTask_approveMinutes", Map.of("verdict", "APPROVE"));
    }

    /** Convenes the sittings ahead; the papers of the first one are out, if cases wait for it. */
    void meetNext() {
        closeWhatIsOver();
        meetings.conveneWhatIsDue();
        people.runJobs();
        sittings.all().stream()
                .filter(sitting -> sitting.state() == PanelSitting.State.AGENDA)
                .forEach(sitting -> sendPapers(sitting.reference()));
    }

    private String sittingOfToday() {
        LocalDate today = LocalDate.now(clock);
        if (going == null) {
            going = meetings.convene(today, null).reference();
            people.runJobs();
            sendPapers(going);
            people.moveTo(sittings.get(going).begins());
            sittings.attendance(
                    going,
                    files.read(going).takingPart().stream()
                            .map(seat -> seat.member().id())
                            .collect(Collectors.toSet()));
        }
        return going;
    }

    private void sendPapers(String sitting) {
        if (!people.tasks(sitting, "userTask_checkAgenda").isEmpty()) {
            people.complete(CLERK, sitting, "userTask_checkAgenda", Map.of("checked", true));
        }
    }
}
