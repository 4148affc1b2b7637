package org.ehcpathway.casefile;

import java.util.List;

/** What a task shows of its case: who, where it stands, and which limits run. A few look-ups where the whole file takes a dozen. */
public record CaseCard(EhcCase c, Person person, List<Limit> limits) {}
