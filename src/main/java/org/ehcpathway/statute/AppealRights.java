package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a family may do about one decision, and by when: the rights that a letter prints, computed and never typed.
 *
 * @param decision the decision
 * @param head where the right stands: "section 51(2)(a)"
 * @param sentOn the day the written decision was sent, which starts every clock here
 * @param certificateNeeded whether an appeal needs a mediation certificate (s.55)
 * @param contactMediationAdviserBy last day to contact the mediation adviser (MED-02); null where no certificate is needed
 * @param appealBy last day on which the tribunal must have received the appeal, by 5pm (APP-01 to APP-03). Without a
 *     certificate's date this is the earliest it can be; a later certificate may move it
 * @param recommendations whether the tribunal may also recommend on health and social care
 */
public record AppealRights(
        AppealableDecision decision,
        String head,
        LocalDate sentOn,
        boolean certificateNeeded,
        LocalDate contactMediationAdviserBy,
        LocalDate appealBy,
        boolean recommendations) {

    /**
     * The rights on the day the decision is sent, before there is a certificate.
     *
     * <p>For a final plan these are the rights about sections B and F, with or without I; for section I alone see
     * {@link #aboutSectionIOnly}.
     *
     * @throws Refusal when the day lies outside the years in which the law holds
     */
    public static AppealRights of(AppealableDecision decision, LocalDate sentOn) {
        return withCertificate(decision, sentOn, Map.of());
    }

    /**
     * The rights once the mediation certificate is there.
     *
     * @param certificateIssuedOn the certificate's date of issue; null while there is none
     * @throws Refusal when a day lies outside the years in which the law holds, or the certificate before the decision
     */
    public static AppealRights of(AppealableDecision decision, LocalDate sentOn, LocalDate certificateIssuedOn) {
        return withCertificate(
                decision, sentOn, certificateIssuedOn == null ? Map.of() : Map.of("certificate", certificateIssuedOn));
    }

    /**
     * The rights about section I only, the setting or type of setting named or none named, in a final plan: no certificate is
     * needed (s.55(2)), and mediation is still offered.
     *
     * @throws Refusal when the day lies outside the years in which the law holds
     */
    public static AppealRights aboutSectionIOnly(LocalDate sentOn) {
        AppealableDecision decision = AppealableDecision.PLAN_FINALISED;
        return new AppealRights(
                decision,
                "section 51(2)(c)(iii) and (iv)",
                sentOn,
                false,
                null,
                Timescales.fromClasspath().due("APP-01", sentOn).due(),
                decision.recommendations(sentOn));
    }

    private static AppealRights withCertificate(
            AppealableDecision decision, LocalDate sentOn, Map<String, LocalDate> certificate) {
        Timescales timescales = Timescales.fromClasspath();
        return new AppealRights(
                decision,
                "section 51(2)(" + decision.head() + ")",
                sentOn,
                true,
                timescales.due("MED-02", sentOn).due(),
                timescales.due("APP-01", sentOn, certificate).due(),
                decision.recommendations(sentOn));
    }
}
