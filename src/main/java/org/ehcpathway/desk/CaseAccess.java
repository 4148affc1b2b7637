package org.ehcpathway.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.pathway.CaseTasks;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.TaskAtHand;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * Who may see which case, for pages, papers, letters and the API alike. Managers, tribunal officers and business support see
 * every case; caseworkers those of their teams; advisers and settings a case only while a task in it is theirs; panel members,
 * unless they are connected with it, a case on the agenda of a sitting of theirs, or while a task in it is theirs.
 * Analysts and administrators see none.
 */
@Component
class CaseAccess {

    private static final Set<String> SEE_ALL = Set.of(Roles.MANAGERS, Roles.TRIBUNAL_OFFICERS, Roles.BUSINESS_SUPPORT);
    private static final Set<String> CLAIM_EXCEPTIONS =
            Set.of(Roles.CASEWORKERS, Roles.MANAGERS, Roles.TRIBUNAL_OFFICERS);
    private static final Set<String> GIVE_ADVICE = Set.of(Roles.ADVISERS, Roles.SETTINGS);

    private final CaseFiles files;
    private final CasesById byId;
    private final CaseTasks tasks;
    private final Colleagues colleagues;
    private final CouncilSettings council;
    private final PanelFiles sittings;

    CaseAccess(
            CaseFiles files,
            CasesById byId,
            CaseTasks tasks,
            Colleagues colleagues,
            CouncilSettings council,
            PanelFiles sittings) {
        this.files = files;
        this.byId = byId;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.council = council;
        this.sittings = sittings;
    }

    /**
     * A case and how much of it the person who asks may see.
     *
     * @param tasks the person's own open tasks in it; filled only where the sight rests on them
     */
    record Seen(EhcCase c, Sight sight, List<TaskAtHand> tasks, Set<String> groups) {

        /** Whether the person may put papers into the file: who works on the case, and advisers for their advice. */
        boolean mayAddPapers() {
            return sight == Sight.WHOLE || sight == Sight.ADVICE || sight == Sight.CONSULTED;
        }

        /** Whether the person may write the plan: the team's caseworkers and managers. */
        boolean mayWritePlan() {
            return groups.contains(Roles.MANAGERS) || groups.contains(Roles.CASEWORKERS) && groups.contains(c.team());
        }

        /** Whether the person may make and answer the working document of an appeal: who writes the plan, and tribunal officers. */
        boolean mayWorkOnAppeals() {
            return mayWritePlan() || sight == Sight.WHOLE && groups.contains(Roles.TRIBUNAL_OFFICERS);
        }

        /** Whether the person may claim an exception to a deadline: who works the whole case, support excepted. */
        boolean mayClaimExceptions() {
            return sight == Sight.WHOLE && groups.stream().anyMatch(CLAIM_EXCEPTIONS::contains);
        }

        /** Whether the person may decide on exceptions: the managers of the case's team. */
        boolean mayDecideOnExceptions(CouncilSettings council) {
            return managesTeam(council);
        }

        /** Whether the person may name the caseworker who holds the case: the managers of its team. */
        boolean mayNameCaseManager(CouncilSettings council) {
            return managesTeam(council);
        }

        private boolean managesTeam(CouncilSettings council) {
            return sight == Sight.WHOLE
                    && groups.contains(Roles.MANAGERS)
                    && council.team(c.team())
                            .map(CouncilSettings.Team::managerGroup)
                            .filter(groups::contains)
                            .isPresent();
        }

        /** Whether the person may prepare letters, and so take a copy for editing: the same people. */
        boolean mayPrepareLetters() {
            return mayWritePlan();
        }
    }

    /** @throws NoSuchThing when there is no such case, or the person may see nothing of it */
    Seen seen(String reference) {
        EhcCase found;
        try {
            found = files.get(reference);
        } catch (Refusal unknown) {
            throw NoSuchThing.ofCase();
        }
        return seen(found);
    }

    /** As {@link #seen(String)}, for papers and letters. */
    Seen seenById(long caseId) {
        return seen(byId.findById(caseId).orElseThrow(NoSuchThing::ofCase));
    }

    /** The teams whose cases the person may list; null for all. */
    Set<String> teamsToList() {
        Set<String> groups = colleagues.groupsOfAsking();
        if (seesAll(groups) || groups.contains(Roles.DATA_OFFICERS)) {
            return null;
        }
        return groups.contains(Roles.CASEWORKERS)
                ? council.teams().stream()
                        .map(CouncilSettings.Team::id)
                        .filter(groups::contains)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Whether lists may name children to this person. */
    boolean seesNames() {
        Set<String> groups = colleagues.groupsOfAsking();
        return seesAll(groups) || groups.contains(Roles.CASEWORKERS);
    }

    /** Whether the person's work includes lists of cases at all. */
    boolean mayList() {
        Set<String> groups = colleagues.groupsOfAsking();
        return seesAll(groups) || groups.contains(Roles.DATA_OFFICERS) || groups.contains(Roles.CASEWORKERS);
    }

    private Seen seen(EhcCase c) {
        Set<String> groups = colleagues.groupsOfAsking();
        boolean caseworker = groups.contains(Roles.CASEWORKERS);
        if (seesAll(groups) || caseworker && groups.contains(c.team())) {
            return new Seen(c, Sight.WHOLE, List.of(), groups);
        }
        boolean adviser = groups.stream().anyMatch(GIVE_ADVICE::contains);
        boolean panel = groups.contains(Roles.PANEL_MEMBERS);
        if (caseworker || adviser || panel) {
            List<TaskAtHand> own = tasks.visibleIn(c.reference());
            Sight sight = own.isEmpty() ? Sight.NONE : sightFor(own, c, caseworker, panel);
            if (sight != Sight.NONE) {
                return new Seen(c, sight, own, groups);
            }
        }
        if (panel && sittings.maySee(colleagues.asking(), c.id())) {
            return new Seen(c, Sight.PANEL, List.of(), groups);
        }
        if (groups.contains(Roles.DATA_OFFICERS)) {
            return new Seen(c, Sight.FIGURES, List.of(), groups);
        }
        throw NoSuchThing.ofCase();
    }

    /** What the person's own tasks need. Who sits on the panel may be asked by such a task in another part, and then gets that part. */
    private Sight sightFor(List<TaskAtHand> own, EhcCase c, boolean caseworker, boolean panel) {
        if (caseworker) {
            // A manager gives a task of another team to a caseworker only for the work of the whole case.
            return Sight.WHOLE;
        }
        if (own.stream().anyMatch(task -> task.adviceId() != null)) {
            return Sight.ADVICE;
        }
        if (!panel || own.stream().anyMatch(Papers::isConsultation)) {
            return Sight.CONSULTED;
        }
        return sittings.isConnected(colleagues.asking(), c.id()) ? Sight.NONE : Sight.PANEL;
    }

    private static boolean seesAll(Set<String> groups) {
        return groups.stream().anyMatch(SEE_ALL::contains);
    }
}
