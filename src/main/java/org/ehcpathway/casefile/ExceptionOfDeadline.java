package org.ehcpathway.casefile;

/** A claimed exception with what was decided on it; {@code decision} is null while it waits for a manager. */
public record ExceptionOfDeadline(ClaimedException claim, ExceptionDecision decision) {

    public boolean isWaiting() {
        return decision == null;
    }

    public boolean isApproved() {
        return decision != null && decision.approved();
    }
}
