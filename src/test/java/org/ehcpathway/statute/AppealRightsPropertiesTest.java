package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

/** What holds for every decision, whenever it was sent. */
class AppealRightsPropertiesTest {

    @Property
    void noRightMeansNoDays_andAHeadMeansADay(
            @ForAll CouncilDecision decision,
            @ForAll SectionsInDispute sections,
            @ForAll @DateRange(min = "2014-09-01", max = "2095-12-31") LocalDate sent) {
        AppealRights rights = AppealRights.of(decision, DecisionOrigin.COUNCIL, sections, sent, null);

        assertThat(rights.appealBy() != null).isEqualTo(rights.appealable());
        assertThat(rights.contactMediationAdviserBy() != null).isEqualTo(rights.certificateNeeded());
        if (!rights.appealable()) {
            assertThat(rights.certificateNeeded() || rights.recommendations()).isFalse();
        } else {
            assertThat(rights.mediationOffered()).isTrue();
            assertThat(rights.appealBy()).isAfterOrEqualTo(sent.plusMonths(2));
        }
    }

    @Property
    void aCertificateNeverShortensTheTime_andALaterOneNeverGivesLess(
            @ForAll CouncilDecision decision,
            @ForAll @DateRange(min = "2014-09-01", max = "2095-12-31") LocalDate sent,
            @ForAll @IntRange(max = 120) int daysToTheCertificate) {
        AppealRights without = AppealRights.of(decision, sent);
        if (!without.appealable()) {
            return;
        }
        LocalDate certificate = sent.plusDays(daysToTheCertificate);
        LocalDate appealBy = AppealRights.of(decision, sent, certificate).appealBy();

        assertThat(appealBy).isAfterOrEqualTo(without.appealBy()).isAfterOrEqualTo(certificate.plusMonths(1));
        assertThat(AppealRights.of(decision, sent, certificate.plusDays(1)).appealBy())
                .isAfterOrEqualTo(appealBy);
    }

    @Property
    void aDecisionSentLaterIsNeverToBeAppealedEarlier(
            @ForAll @DateRange(min = "2014-09-01", max = "2095-12-31") LocalDate sent) {
        AppealRights today = AppealRights.of(CouncilDecision.NO_PLAN, sent);
        AppealRights tomorrow = AppealRights.of(CouncilDecision.NO_PLAN, sent.plusDays(1));

        assertThat(tomorrow.appealBy()).isAfterOrEqualTo(today.appealBy());
        assertThat(tomorrow.contactMediationAdviserBy()).isAfterOrEqualTo(today.contactMediationAdviserBy());
    }
}
