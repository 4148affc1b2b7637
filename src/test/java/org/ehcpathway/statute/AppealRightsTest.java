package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ehcpathway.statute.CouncilDecision.CEASE;
import static org.ehcpathway.statute.CouncilDecision.NOT_TO_AMEND;
import static org.ehcpathway.statute.CouncilDecision.NOT_TO_ASSESS;
import static org.ehcpathway.statute.CouncilDecision.NOT_TO_REASSESS;
import static org.ehcpathway.statute.CouncilDecision.NO_PLAN;
import static org.ehcpathway.statute.CouncilDecision.PLAN_AFTER_REASSESSMENT;
import static org.ehcpathway.statute.CouncilDecision.PLAN_AMENDED;
import static org.ehcpathway.statute.CouncilDecision.PLAN_FINALISED;
import static org.ehcpathway.statute.DecisionOrigin.COUNCIL;
import static org.ehcpathway.statute.DecisionOrigin.MEDIATION_AGREEMENT;
import static org.ehcpathway.statute.DecisionOrigin.TRIBUNAL_ORDER;
import static org.ehcpathway.statute.DecisionOrigin.UNOPPOSED_APPEAL;
import static org.ehcpathway.statute.SectionsInDispute.B_OR_F;
import static org.ehcpathway.statute.SectionsInDispute.HEALTH_OR_SOCIAL_CARE_ONLY;
import static org.ehcpathway.statute.SectionsInDispute.I_ONLY;
import static org.ehcpathway.statute.SectionsInDispute.NO_APPEALABLE_SECTION;
import static org.ehcpathway.statute.SectionsInDispute.WHOLE_DECISION;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AppealRightsTest {

    private static final LocalDate SENT = LocalDate.of(2026, 10, 1);

    @Test
    void refusalToAssess_headA_certificateNeeded_noRecommendations() {
        AppealRights rights = AppealRights.of(NOT_TO_ASSESS, SENT);

        assertThat(rights.appealable()).isTrue();
        assertThat(rights.head()).isEqualTo("section 51(2)(a)");
        assertThat(rights.decision()).isEqualTo(NOT_TO_ASSESS);
        assertThat(rights.origin()).isEqualTo(COUNCIL);
        assertThat(rights.sections()).isEqualTo(WHOLE_DECISION);
        assertThat(rights.sentOn()).isEqualTo(SENT);
        assertThat(rights.certificateNeeded()).isTrue();
        assertThat(rights.mediationOffered()).isTrue();
        assertThat(rights.contactMediationAdviserBy()).isEqualTo("2026-12-01");
        assertThat(rights.appealBy()).isEqualTo("2026-12-01");
        assertThat(rights.recommendations()).isFalse();
        assertThat(rights.reason())
                .isEqualTo(
                        "A refusal to carry out an EHC needs assessment can be appealed, and an appeal needs a mediation"
                                + " certificate; the tribunal cannot recommend on health and social care in such an appeal.");
        assertThat(rights.source()).startsWith("CFA 2014 ss.51(2)(a), 52, 55");
    }

    @ParameterizedTest(name = "{0}: head {1}")
    @CsvSource({
        "NOT_TO_ASSESS, a, false",
        "NO_PLAN, b, true",
        "PLAN_FINALISED, c, true",
        "PLAN_AMENDED, c, true",
        "PLAN_AFTER_REASSESSMENT, c, true",
        "NOT_TO_REASSESS, d, true",
        "NOT_TO_AMEND, e, true",
        "CEASE, f, true",
    })
    void everyHeadOfTheSectionIsThere_andOnlyARefusalToAssessIsWithoutRecommendations(
            CouncilDecision decision, String head, boolean recommendations) {
        AppealRights rights = AppealRights.of(decision, SENT);

        assertThat(rights.head()).isEqualTo("section 51(2)(" + head + ")");
        assertThat(rights.certificateNeeded()).isTrue();
        assertThat(rights.recommendations()).isEqualTo(recommendations);
        assertThat(AppealRights.of(decision, MEDIATION_AGREEMENT, WHOLE_DECISION, SENT, null)
                        .head())
                .isEqualTo(rights.head());
    }

    @ParameterizedTest
    @EnumSource(
            value = CouncilDecision.class,
            names = {
                "CONSIDERING_ASSESSMENT",
                "TO_ASSESS",
                "TO_ISSUE_PLAN",
                "DRAFT_PLAN",
                "AMENDMENT_NOTICE",
                "TO_REASSESS",
                "TRANSFER_IN",
                "CONSIDERING_CEASING",
                "DIRECT_PAYMENTS_REFUSED",
                "NOT_YET_DECIDED"
            })
    void theOtherDecisionsCarryNone_andTheAnswerSaysWhy(CouncilDecision decision) {
        AppealRights rights = AppealRights.of(decision, SENT);

        assertThat(rights.appealable()).isFalse();
        assertThat(rights.head()).isNull();
        assertThat(rights.certificateNeeded()).isFalse();
        assertThat(rights.mediationOffered()).isFalse();
        assertThat(rights.contactMediationAdviserBy()).isNull();
        assertThat(rights.appealBy()).isNull();
        assertThat(rights.recommendations()).isFalse();
        assertThat(rights.reason()).endsWith(".").hasSizeGreaterThan(60);
        assertThat(rights.source()).isNotBlank();
    }

    @Test
    void x17_sentAtTheMonthsEnd_sectionIOnly_noCertificate_andTheSundayMovesToMonday() {
        AppealRights rights = AppealRights.aboutSectionIOnly(LocalDate.of(2026, 12, 31));

        assertThat(rights.head()).isEqualTo("section 51(2)(c)(iii) and (iv)");
        assertThat(rights.certificateNeeded()).isFalse();
        assertThat(rights.mediationOffered()).isTrue();
        assertThat(rights.contactMediationAdviserBy()).isNull();
        assertThat(rights.appealBy()).isEqualTo("2027-03-01");
        assertThat(rights.recommendations()).isTrue();
    }

    @Test
    void x17_theSameDecisionAboutBAndF_twoMonthsForTheAdviserAreNotMovedFromTheSunday() {
        AppealRights rights = AppealRights.of(PLAN_FINALISED, LocalDate.of(2026, 12, 31));

        assertThat(rights.contactMediationAdviserBy()).isEqualTo("2027-02-28");
        assertThat(rights.appealBy()).isEqualTo("2027-03-01");
    }

    @ParameterizedTest(name = "{0}: {1} sent on {2}, certificate {3}: adviser by {4}, appeal by {5}")
    @CsvSource({
        "X-19,  NO_PLAN,         2026-10-01, 2026-11-29, 2026-12-01, 2027-01-04",
        "X-19b, PLAN_FINALISED,  2026-10-26, 2026-12-02, 2026-12-26, 2027-01-04",
        "X-19c, NOT_TO_ASSESS,   2027-01-30, 2027-01-31, 2027-03-30, 2027-03-30",
        "X-20c, NOT_TO_REASSESS, 2026-05-31, 2026-07-20, 2026-07-31, 2026-09-01",
    })
    void theLaterOfTwoMonthsFromTheDecisionAndOneFromTheCertificate(
            String example,
            CouncilDecision decision,
            LocalDate sent,
            LocalDate certificate,
            LocalDate adviserBy,
            LocalDate appealBy) {
        AppealRights rights = AppealRights.of(decision, sent, certificate);

        assertThat(rights.contactMediationAdviserBy()).isEqualTo(adviserBy);
        assertThat(rights.appealBy()).isEqualTo(appealBy);
    }

    @Test
    void x20_twoMonthsEndInAugust_aboutSectionIOfAnAmendedPlan() {
        AppealRights rights = AppealRights.of(PLAN_AMENDED, COUNCIL, I_ONLY, LocalDate.of(2026, 6, 20), null);

        assertThat(rights.contactMediationAdviserBy()).isNull();
        assertThat(rights.appealBy()).isEqualTo("2026-09-01");
    }

    @Test
    void theTribunalsCalendarDoesNotMoveTheMediationAdvisersTwoMonths() {
        AppealRights rights = AppealRights.of(NO_PLAN, LocalDate.of(2026, 6, 20));

        assertThat(rights.contactMediationAdviserBy()).isEqualTo("2026-08-20");
        assertThat(rights.appealBy()).isEqualTo("2026-09-01");
    }

    @Test
    void x28_ceaseDecisionOf19March2027_andALaterCertificateMovesTheAppeal() {
        LocalDate sent = LocalDate.of(2027, 3, 19);

        assertThat(AppealRights.of(CEASE, sent).appealBy()).isEqualTo("2027-05-19");
        assertThat(AppealRights.of(CEASE, sent, LocalDate.of(2027, 5, 10)).appealBy())
                .isEqualTo("2027-06-10");
    }

    @Test
    void sectionIOnlyNeedsNoCertificate_whicheverHeadItIsBroughtUnder() {
        for (CouncilDecision decision : List.of(PLAN_FINALISED, PLAN_AMENDED, PLAN_AFTER_REASSESSMENT, NOT_TO_AMEND)) {
            AppealRights rights = AppealRights.of(decision, COUNCIL, I_ONLY, SENT, null);

            assertThat(rights.appealable()).isTrue();
            assertThat(rights.certificateNeeded()).isFalse();
            assertThat(rights.mediationOffered()).isTrue();
            assertThat(rights.reason()).contains("section I");
        }
        assertThat(AppealRights.of(NOT_TO_AMEND, COUNCIL, I_ONLY, SENT, null).head())
                .isEqualTo("section 51(2)(e)");
        assertThat(AppealRights.of(CEASE, COUNCIL, I_ONLY, SENT, null).certificateNeeded())
                .isTrue();
    }

    @Test
    void aCertificateThatNobodyNeeds_movesNothing() {
        LocalDate certificate = LocalDate.of(2026, 11, 29);

        assertThat(AppealRights.of(PLAN_FINALISED, COUNCIL, I_ONLY, SENT, certificate)
                        .appealBy())
                .isEqualTo("2026-12-01");
    }

    @Test
    void aPlanAmendedToComplyWithAnOrderOrUnopposed_carriesNoNewRight_butMediationIsOffered() {
        for (SectionsInDispute sections : SectionsInDispute.values()) {
            AppealRights ordered = AppealRights.of(PLAN_AMENDED, TRIBUNAL_ORDER, sections, SENT, null);
            AppealRights unopposed = AppealRights.of(PLAN_AMENDED, UNOPPOSED_APPEAL, sections, SENT, null);

            assertThat(ordered.appealable()).isFalse();
            assertThat(ordered.mediationOffered()).isTrue();
            assertThat(ordered.reason()).contains("comply with the tribunal's order");
            assertThat(unopposed.appealable()).isFalse();
            assertThat(unopposed.reason()).contains("did not oppose the appeal");
        }
    }

    @Test
    void whatTheCouncilDecidesAfterAnOrder_carriesItsOwnRight() {
        for (DecisionOrigin origin : List.of(TRIBUNAL_ORDER, UNOPPOSED_APPEAL)) {
            assertThat(AppealRights.of(PLAN_FINALISED, origin, B_OR_F, SENT, null)
                            .head())
                    .isEqualTo("section 51(2)(c)");
            assertThat(AppealRights.of(PLAN_FINALISED, origin, I_ONLY, SENT, null)
                            .certificateNeeded())
                    .isFalse();
            assertThat(AppealRights.of(NO_PLAN, origin, WHOLE_DECISION, SENT, null)
                            .head())
                    .isEqualTo("section 51(2)(b)");
            assertThat(AppealRights.of(PLAN_AFTER_REASSESSMENT, origin, WHOLE_DECISION, SENT, null)
                            .head())
                    .isEqualTo("section 51(2)(c)");
            assertThat(AppealRights.of(NOT_TO_AMEND, origin, WHOLE_DECISION, SENT, null)
                            .head())
                    .isEqualTo("section 51(2)(e)");
        }
    }

    @Test
    void aPlanAmendedByAMediationAgreement_canBeAppealed_becauseNothingTakesTheRightAway() {
        AppealRights rights = AppealRights.of(PLAN_AMENDED, MEDIATION_AGREEMENT, B_OR_F, SENT, null);

        assertThat(rights.head()).isEqualTo("section 51(2)(c)");
        assertThat(rights.certificateNeeded()).isTrue();
        assertThat(rights.reason()).contains("nothing in regulation 42 takes the right away");
    }

    @Test
    void healthOrSocialCareAlone_noHead_noRecommendations_butMediation() {
        for (CouncilDecision decision : List.of(PLAN_FINALISED, PLAN_AMENDED, PLAN_AFTER_REASSESSMENT, NOT_TO_AMEND)) {
            AppealRights health = AppealRights.of(decision, COUNCIL, HEALTH_OR_SOCIAL_CARE_ONLY, SENT, null);
            AppealRights outcomes = AppealRights.of(decision, COUNCIL, NO_APPEALABLE_SECTION, SENT, null);

            assertThat(health.appealable()).isFalse();
            assertThat(health.recommendations()).isFalse();
            assertThat(health.mediationOffered()).isTrue();
            assertThat(health.appealBy()).isNull();
            assertThat(health.reason()).contains("only in an appeal about B, F or I", "mediation is offered");
            assertThat(outcomes.appealable()).isFalse();
            assertThat(outcomes.mediationOffered()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CouncilDecision.class,
            names = {"NO_PLAN", "PLAN_FINALISED", "PLAN_AMENDED", "NOT_TO_REASSESS", "NOT_TO_AMEND", "CEASE"})
    void recommendationsCameWithTheRegulationsOf2017(CouncilDecision decision) {
        assertThat(AppealRights.of(decision, LocalDate.of(2018, 4, 2)).recommendations())
                .isFalse();
        assertThat(AppealRights.of(decision, LocalDate.of(2018, 4, 3)).recommendations())
                .isTrue();
    }

    @ParameterizedTest(name = "sections {0}: {1}")
    @CsvSource({
        "'', WHOLE_DECISION",
        "B, B_OR_F",
        "F I, B_OR_F",
        "B C I, B_OR_F",
        "I, I_ONLY",
        "I C, I_ONLY",
        "I E, I_ONLY",
        "C, HEALTH_OR_SOCIAL_CARE_ONLY",
        "D G H1 H2 H, HEALTH_OR_SOCIAL_CARE_ONLY",
        "E G, HEALTH_OR_SOCIAL_CARE_ONLY",
        "E, NO_APPEALABLE_SECTION",
        "A J K, NO_APPEALABLE_SECTION",
    })
    void theSectionsInDispute(String letters, SectionsInDispute expected) {
        Set<String> sections = letters.isEmpty() ? Set.of() : Set.of(letters.split(" "));

        assertThat(SectionsInDispute.of(sections)).isEqualTo(expected);
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThatThrownBy(() -> AppealRights.of(CEASE, SENT, SENT.minusDays(1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AppealRights.of(CEASE, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AppealRights.of(CouncilDecision.TO_ASSESS, LocalDate.of(2013, 12, 31)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("outside the years 2014 to 2100");
        assertThatThrownBy(() -> AppealRights.of(NOT_TO_ASSESS, TRIBUNAL_ORDER, WHOLE_DECISION, SENT, null))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Check what the decision comes from: a tribunal's order leaves no room for the decision not to"
                                + " assess.");
        assertThatThrownBy(() -> AppealRights.of(NOT_TO_REASSESS, UNOPPOSED_APPEAL, WHOLE_DECISION, SENT, null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> AppealRights.of(CEASE, UNOPPOSED_APPEAL, WHOLE_DECISION, SENT, null))
                .isInstanceOf(Refusal.class);
        assertThat(AppealRights.of(CEASE, TRIBUNAL_ORDER, WHOLE_DECISION, SENT, null)
                        .reason())
                .contains("dismissed the appeal");
        assertThatThrownBy(() -> SectionsInDispute.of(List.of("F", "L")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no section \"L\"");
    }
}
