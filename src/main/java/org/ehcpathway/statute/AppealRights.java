package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a family may do about one decision, by when, and why: the rights that a letter prints, computed and never typed.
 *
 * <p>Which rights there are is read from {@code processes/appeal-rights.dmn}, the days from {@link Timescales}. Detained persons
 * have other rights (Children and Families Act 2014 s.73), which are not here.
 *
 * @param decision the decision
 * @param origin what it comes from
 * @param sections what the family disagrees with
 * @param sentOn the day the written decision was sent, which starts every clock here
 * @param head where the right stands, "section 51(2)(a)"; null where there is no right of appeal
 * @param certificateNeeded whether an appeal needs a mediation certificate (s.55)
 * @param mediationOffered whether the family may ask for mediation (s.52), with or without a right of appeal
 * @param contactMediationAdviserBy last day to contact the mediation adviser (MED-02); null where no certificate is needed
 * @param appealBy last day on which the tribunal must have received the appeal, by 5pm (APP-01 to APP-03). Without a
 *     certificate's date this is the earliest it can be; a later certificate may move it. Null where there is no right
 * @param recommendations whether the tribunal may also recommend on health and social care (SI 2017/1306)
 * @param reason why there is a right or none, one or two sentences
 * @param source the provisions
 */
public record AppealRights(
        CouncilDecision decision,
        DecisionOrigin origin,
        SectionsInDispute sections,
        LocalDate sentOn,
        String head,
        boolean certificateNeeded,
        boolean mediationOffered,
        LocalDate contactMediationAdviserBy,
        LocalDate appealBy,
        boolean recommendations,
        String reason,
        String source) {

    /**
     * The rights about a decision of the council itself on the day it is sent, before there is a certificate.
     *
     * <p>For a plan these are the rights about sections B and F, with or without I; for section I alone see
     * {@link #aboutSectionIOnly}.
     *
     * @throws Refusal when the day is missing or lies outside the years in which the law holds
     */
    public static AppealRights of(CouncilDecision decision, LocalDate sentOn) {
        return of(decision, sentOn, null);
    }

    /**
     * The rights about a decision of the council itself once the mediation certificate is there.
     *
     * @param certificateIssuedOn the certificate's date of issue; null while there is none
     * @throws Refusal when a day is missing, lies outside the years in which the law holds, or the certificate lies before the
     *     decision
     */
    public static AppealRights of(CouncilDecision decision, LocalDate sentOn, LocalDate certificateIssuedOn) {
        return of(decision, DecisionOrigin.COUNCIL, SectionsInDispute.WHOLE_DECISION, sentOn, certificateIssuedOn);
    }

    /**
     * The rights about section I only, the setting or type of setting named or none named, in a first final plan: no
     * certificate is needed (s.55(2)), and mediation is still offered.
     *
     * @throws Refusal when the day is missing or lies outside the years in which the law holds
     */
    public static AppealRights aboutSectionIOnly(LocalDate sentOn) {
        return of(CouncilDecision.PLAN_FINALISED, DecisionOrigin.COUNCIL, SectionsInDispute.I_ONLY, sentOn, null);
    }

    /**
     * The rights about any decision.
     *
     * @param certificateIssuedOn the mediation certificate's date of issue; null while there is none. It moves nothing where no
     *     certificate is needed: then APP-01 holds alone, which is never later
     * @throws Refusal when a day is missing, lies outside the years in which the law holds, the certificate lies before the
     *     decision, or such a decision cannot come from there
     */
    public static AppealRights of(
            CouncilDecision decision,
            DecisionOrigin origin,
            SectionsInDispute sections,
            LocalDate sentOn,
            LocalDate certificateIssuedOn) {
        Timescales timescales = Timescales.fromClasspath();
        // Also without a right of appeal: an answer for a day outside the law would be no answer.
        LocalDate withoutCertificate = timescales.due("APP-01", sentOn).due();
        AppealRightsTable.Answer answer = AppealRightsTable.fromClasspath()
                .find(decision, origin, sections, sentOn)
                .orElseThrow(() -> new Refusal("Check what the decision comes from: " + origin.words()
                        + " leaves no room for " + decision.words() + "."));
        boolean moves = answer.certificate() && certificateIssuedOn != null;
        LocalDate appealBy = moves
                ? timescales
                        .due("APP-01", sentOn, Map.of("certificate", certificateIssuedOn))
                        .due()
                : withoutCertificate;
        return new AppealRights(
                decision,
                origin,
                sections,
                sentOn,
                answer.head(),
                answer.certificate(),
                answer.mediation(),
                answer.certificate() ? timescales.due("MED-02", sentOn).due() : null,
                answer.head() == null ? null : appealBy,
                answer.recommendations(),
                answer.reason(),
                answer.source());
    }

    /** Whether the decision can be appealed to the First-tier Tribunal. */
    public boolean appealable() {
        return head != null;
    }
}
