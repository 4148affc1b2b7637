package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ehcpathway.statute.SettingKind;
import org.springframework.data.annotation.Id;

/**
 * The consultation of one setting on naming it in the plan (SCH-01 to SCH-03).
 *
 * @param kind what the setting is in law; null where nobody said
 * @param otherCouncil the other council that maintains it and is asked too: name, then lines of an address, or an email address;
 *     null where it is this council's or no council's
 * @param letterId the letter L-09; null where the setting was consulted in another way
 * @param consultedOn the day the letter was sent
 * @param receivedOn the day the setting got it
 * @param dueOn the day the reply is due: 15 calendar days after that (SCH-02, guidance)
 * @param unsuitable whether the setting objects that it is unsuitable for the age, ability, aptitude or special educational needs
 * @param educationOfOthers whether it objects for the efficient education of others
 * @param useOfResources whether it objects for the efficient use of resources
 * @param facts the setting's own words
 * @param councilReply what the other council said; may be null
 */
public record SettingConsultation(
        @Id Long id,
        Long caseId,
        Long settingId,
        SettingKind kind,
        ConsultationReason why,
        String otherCouncil,
        ConsultationState state,
        Long letterId,
        LocalDate consultedOn,
        LocalDate receivedOn,
        LocalDate dueOn,
        ConsultationReply reply,
        boolean unsuitable,
        boolean educationOfOthers,
        boolean useOfResources,
        String facts,
        LocalDate repliedOn,
        String repliedBy,
        String councilReply,
        String recordedBy,
        Instant recordedAt) {

    /** Whether the setting has been consulted, whatever it said. */
    public boolean isConsulted() {
        return consultedOn != null;
    }

    /** Whether its instance runs or is to run still. */
    public boolean isOpen() {
        return state != ConsultationState.REPLIED && state != ConsultationState.CLOSED;
    }

    /** Whether it was asked, has not replied, and still has its time on this day. */
    public boolean isAwaited(LocalDate day) {
        return state == ConsultationState.CONSULTED && !day.isAfter(dueOn);
    }

    /** The grounds of section 39(4) on which it objects, in words. */
    public List<String> grounds() {
        return Stream.of(
                        unsuitable ? "unsuitable for the age, ability, aptitude or special educational needs" : null,
                        educationOfOthers ? "incompatible with the efficient education of others" : null,
                        useOfResources ? "incompatible with the efficient use of resources" : null)
                .filter(ground -> ground != null)
                .toList();
    }

    SettingConsultation begun(Long letter) {
        return with(ConsultationState.BEGUN, letter, consultedOn, receivedOn, dueOn);
    }

    SettingConsultation consulted(LocalDate sent, LocalDate received, LocalDate due) {
        return with(ConsultationState.CONSULTED, letterId, sent, received, due);
    }

    SettingConsultation closed() {
        return with(ConsultationState.CLOSED, letterId, consultedOn, receivedOn, dueOn);
    }

    private SettingConsultation with(
            ConsultationState newState, Long letter, LocalDate sent, LocalDate received, LocalDate due) {
        return new SettingConsultation(
                id,
                caseId,
                settingId,
                kind,
                why,
                otherCouncil,
                newState,
                letter,
                sent,
                received,
                due,
                reply,
                unsuitable,
                educationOfOthers,
                useOfResources,
                facts,
                repliedOn,
                repliedBy,
                councilReply,
                recordedBy,
                recordedAt);
    }

    SettingConsultation replied(NewReply given, LocalDate on) {
        return new SettingConsultation(
                id,
                caseId,
                settingId,
                kind,
                why,
                otherCouncil,
                ConsultationState.REPLIED,
                letterId,
                consultedOn,
                receivedOn,
                dueOn,
                given.reply(),
                given.unsuitable(),
                given.educationOfOthers(),
                given.useOfResources(),
                given.facts(),
                on,
                given.by(),
                given.councilReply(),
                recordedBy,
                recordedAt);
    }
}
