package org.ehcpathway.plan;

import java.time.LocalDate;

/** Who signed a final plan for the council, and when (regulation 12 with Code of Practice 9.125; PLAN-10). */
public record Signature(String signedBy, String signerName, String signerTitle, LocalDate signedOn) {}
