package org.ehcpathway.desk;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;

/**
 * A version in the list of versions, {@code cases/plan-versions.html}.
 *
 * @param before the version it began with; null for the first
 * @param address of its PDF; null until it was issued
 */
record PlanVersions(
        int number, String title, String state, LocalDate signedOn, String signedBy, Integer before, String address) {

    static List<PlanVersions> of(List<PlanVersion> versions) {
        return versions.stream()
                .map(version -> new PlanVersions(
                        version.number(),
                        version.kind().title(),
                        version.state().title(),
                        version.signature() == null ? null : version.signature().signedOn(),
                        version.signature() == null ? null : version.signature().signerName(),
                        versions.stream()
                                .filter(earlier -> earlier.id().equals(version.basedOn()))
                                .map(PlanVersion::number)
                                .findFirst()
                                .orElse(null),
                        version.state() == PlanState.ISSUED && version.documentId() != null
                                ? Papers.address(version.documentId())
                                : null))
                .toList();
    }
}
