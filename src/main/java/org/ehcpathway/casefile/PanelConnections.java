package org.ehcpathway.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is connected with whom: what the file itself shows (the head of the child's setting or of one that is consulted, the writer
 * of advice, a relative of the same name) and what members declare. Nobody of the child's own family or setting takes part in its case (S-14).
 */
@Service
@Transactional
public class PanelConnections {

    private final Cases cases;
    private final PanelConnectionRepository declared;
    private final PanelMemberRepository members;
    private final SettingRepository settings;
    private final SettingConsultationRepository consultations;
    private final ContactRepository contacts;
    private final AdviceRepository advice;
    private final DocumentRepository documents;

    PanelConnections(
            Cases cases,
            PanelConnectionRepository declared,
            PanelMemberRepository members,
            SettingRepository settings,
            SettingConsultationRepository consultations,
            ContactRepository contacts,
            AdviceRepository advice,
            DocumentRepository documents) {
        this.cases = cases;
        this.declared = declared;
        this.members = members;
        this.settings = settings;
        this.consultations = consultations;
        this.contacts = contacts;
        this.advice = advice;
        this.documents = documents;
    }

    /**
     * A connection of a member with a case.
     *
     * @param found whether the file shows it; otherwise it was declared
     */
    public record Connected(Long memberId, Long caseId, PanelConnection.Kind kind, String words, boolean found) {}

    /** Every connection of these members with a case. */
    @Transactional(readOnly = true)
    public List<Connected> with(EhcCase ehcCase, List<PanelMember> asked) {
        Stream<Long> consulted = consultations.findByCaseIdOrderById(ehcCase.id()).stream()
                .filter(one -> one.state() != ConsultationState.CLOSED)
                .map(SettingConsultation::settingId);
        List<Setting> itsSettings = Stream.concat(Stream.of(ehcCase.settingId(), ehcCase.namedSettingId()), consulted)
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> settings.findById(id).orElseThrow())
                .toList();
        List<Contact> family = contacts.findByPersonIdOrderById(ehcCase.personId());
        List<Advice> given = advice.findByCaseIdOrderById(ehcCase.id());
        List<Document> papers = documents.findByCaseIdOrderById(ehcCase.id());
        List<Connected> connected = new ArrayList<>();
        for (PanelMember member : asked) {
            for (Setting setting : itsSettings) {
                if (setting.urn().equals(member.settingUrn()) || isSameName(setting.headName(), member.name())) {
                    connected.add(found(member, ehcCase, PanelConnection.Kind.HEAD_OF_SETTING, setting.name()));
                }
            }
            given.stream()
                    .filter(one -> isSameName(one.adviserName(), member.name()) || isUploadedBy(member, one, papers))
                    .findFirst()
                    .ifPresent(one -> connected.add(found(
                            member,
                            ehcCase,
                            PanelConnection.Kind.ADVISER,
                            one.kind().title())));
            family.stream()
                    .filter(contact -> isSameName(contact.name(), member.name()))
                    .findFirst()
                    .ifPresent(contact -> connected.add(
                            found(member, ehcCase, PanelConnection.Kind.RELATIVE, contact.relationship())));
            declared.findByMemberIdOrderById(member.id()).stream()
                    .filter(one -> ehcCase.id().equals(one.caseId())
                            || itsSettings.stream()
                                    .anyMatch(setting -> setting.id().equals(one.settingId())))
                    .forEach(one ->
                            connected.add(new Connected(member.id(), ehcCase.id(), one.kind(), one.words(), false)));
        }
        return connected;
    }

    /** Records that a member is connected with one child. */
    public void declare(long memberId, String reference, PanelConnection.Kind kind, String words, String by) {
        EhcCase held = cases.hold(reference);
        keep(memberId, held.id(), null, kind, words, by);
    }

    /** Records that a member is connected with a setting, and so with every child there, now and later. */
    public void declareOfSetting(long memberId, String urn, PanelConnection.Kind kind, String words, String by) {
        Setting setting = settings.findByUrn(urn == null ? "" : urn.strip())
                .orElseThrow(
                        () -> new Refusal("No setting with this URN is known; check it or choose one from the list."));
        keep(memberId, null, setting.id(), kind, words, by);
    }

    /** What a member has declared, in its order. */
    @Transactional(readOnly = true)
    public List<PanelConnection> declaredBy(long memberId) {
        return declared.findByMemberIdOrderById(memberId);
    }

    private void keep(long memberId, Long caseId, Long settingId, PanelConnection.Kind kind, String words, String by) {
        PanelMember member = members.findById(memberId).orElseThrow(PanelMembers::unknown);
        declared.save(new PanelConnection(
                null,
                member.id(),
                caseId,
                settingId,
                Entry.chosen(kind, "how the member is connected"),
                Entry.line(words, "how the member is connected, in a few words", 500),
                Entry.line(by, "who declares it", 255),
                cases.now()));
    }

    private static boolean isUploadedBy(PanelMember member, Advice one, List<Document> papers) {
        return papers.stream()
                .anyMatch(paper ->
                        paper.id().equals(one.documentId()) && paper.addedBy().equals(member.userId()));
    }

    private static Connected found(PanelMember member, EhcCase ehcCase, PanelConnection.Kind kind, String words) {
        return new Connected(member.id(), ehcCase.id(), kind, words, true);
    }

    /** Titles such as Mrs or Dr are written sometimes and sometimes not. */
    private static boolean isSameName(String one, String other) {
        return one != null && other != null && plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.UK)
                .replaceAll("^\\s*(mrs|mr|ms|miss|mx|dr|prof|professor)\\.?\\s+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
