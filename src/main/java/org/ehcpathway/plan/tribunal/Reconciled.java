package org.ehcpathway.plan.tribunal;

import java.util.List;

/** What becomes of a place, and what a person should look at. */
record Reconciled(List<Marked> pieces, List<Note> notes) {}
