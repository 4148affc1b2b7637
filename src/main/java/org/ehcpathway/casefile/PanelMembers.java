package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sit on the panel. Whoever calls must have the right to do so. */
@Service
@Transactional
public class PanelMembers {

    private final PanelMemberRepository members;
    private final SettingRepository settings;
    private final Cases cases;

    PanelMembers(PanelMemberRepository members, SettingRepository settings, Cases cases) {
        this.members = members;
        this.settings = settings;
        this.cases = cases;
    }

    /**
     * Puts somebody on the list from which the rota is drawn.
     *
     * @param settingUrn of the school or college a head leads, so that its children are known to be connected; may be null
     *     for everybody else
     */
    public PanelMember enrol(String userId, String name, PanelRole role, boolean mayChair, String settingUrn) {
        String user = Entry.line(userId, "the log-in name of the member", 255);
        if (members.findByUserId(user).isPresent()) {
            throw new Refusal("This person is on the list of the panel already.");
        }
        PanelRole chosen = Entry.chosen(role, "what the member brings to the panel");
        String urn = Entry.optionalLine(settingUrn, "the URN of the setting", 10);
        if (urn == null && chosen == PanelRole.SCHOOL_HEAD) {
            throw new Refusal(
                    "Enter the URN of the setting this head leads: its children are connected with the member.");
        }
        if (urn != null && settings.findByUrn(urn).isEmpty()) {
            throw new Refusal("No setting with this URN is known; check it or choose one from the list.");
        }
        return members.save(new PanelMember(
                null, user, Entry.line(name, "the name of the member", 200), chosen, mayChair, urn, null));
    }

    /** Leaves a member out of every rota made from today on. */
    public void leave(long id) {
        PanelMember member = members.findById(id).orElseThrow(PanelMembers::unknown);
        if (member.serves()) {
            members.save(member.leaving(cases.today()));
        }
    }

    @Transactional(readOnly = true)
    public List<PanelMember> all() {
        return members.findAllByOrderByRoleAscNameAsc();
    }

    @Transactional(readOnly = true)
    public Optional<PanelMember> byUser(String userId) {
        return members.findByUserId(userId);
    }

    static Refusal unknown() {
        return new Refusal("There is no such member of the panel; choose one from the rota.");
    }
}
