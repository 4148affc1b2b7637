package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AppealRightsTest {

    private static final LocalDate SENT = LocalDate.of(2026, 10, 1);

    @Test
    void refusalToAssess_headA_certificateNeeded_noRecommendations() {
        AppealRights rights = AppealRights.of(AppealableDecision.NOT_TO_ASSESS, SENT);

        assertThat(rights.head()).isEqualTo("section 51(2)(a)");
        assertThat(rights.sentOn()).isEqualTo(SENT);
        assertThat(rights.certificateNeeded()).isTrue();
        assertThat(rights.contactMediationAdviserBy()).isEqualTo("2026-12-01");
        assertThat(rights.appealBy()).isEqualTo("2026-12-01");
        assertThat(rights.recommendations()).isFalse();
    }

    @Test
    void noPlan_headB_withRecommendations_andALaterCertificateMovesTheAppealOnly() {
        AppealRights rights = AppealRights.of(AppealableDecision.NO_PLAN, SENT, LocalDate.of(2026, 11, 29));

        assertThat(rights.head()).isEqualTo("section 51(2)(b)");
        assertThat(rights.contactMediationAdviserBy()).isEqualTo("2026-12-01");
        assertThat(rights.appealBy()).isEqualTo("2027-01-04");
        assertThat(rights.recommendations()).isTrue();
    }

    @Test
    void finalPlan_headC_andForTheSettingAloneNoCertificate() {
        AppealRights rights = AppealRights.of(AppealableDecision.PLAN_FINALISED, LocalDate.of(2026, 12, 31), null);
        AppealRights settingOnly = AppealRights.aboutSectionIOnly(LocalDate.of(2026, 12, 31));

        assertThat(rights.head()).isEqualTo("section 51(2)(c)");
        assertThat(rights.certificateNeeded()).isTrue();
        assertThat(rights.contactMediationAdviserBy()).isEqualTo("2027-02-28");
        assertThat(settingOnly.certificateNeeded()).isFalse();
        assertThat(settingOnly.contactMediationAdviserBy()).isNull();
        assertThat(settingOnly.appealBy()).isEqualTo("2027-03-01");
        assertThat(settingOnly.recommendations()).isTrue();
    }

    @Test
    void everyHeadOfTheSectionIsThere_andOnlyARefusalToAssessIsWithoutRecommendations() {
        assertThat(Arrays.stream(AppealableDecision.values()).map(AppealableDecision::head))
                .containsExactly('a', 'b', 'c', 'd', 'e', 'f');
        assertThat(AppealableDecision.values())
                .filteredOn(decision -> !decision.recommendations(SENT))
                .containsExactly(AppealableDecision.NOT_TO_ASSESS);
    }

    @Test
    void recommendationsCameWithTheRegulationsOf2017() {
        assertThat(AppealableDecision.NO_PLAN.recommendations(LocalDate.of(2018, 4, 2)))
                .isFalse();
        assertThat(AppealableDecision.NO_PLAN.recommendations(LocalDate.of(2018, 4, 3)))
                .isTrue();
    }

    @Test
    void aCertificateOlderThanTheDecision_isRefused() {
        assertThatThrownBy(() -> AppealRights.of(AppealableDecision.CEASE, SENT, SENT.minusDays(1)))
                .isInstanceOf(Refusal.class);
    }
}
