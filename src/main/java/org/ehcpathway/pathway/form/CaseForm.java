package org.ehcpathway.pathway.form;

import java.util.Map;

/**
 * What happens when a form is sent: everything typed goes into the file, and only codes, ids and dates come back for the
 * process. One for every file in {@code forms/}.
 */
public interface CaseForm {

    /** The id of the form, which is also its file name in {@code forms/} without the ending. */
    String id();

    /**
     * Records what was typed.
     *
     * @return the process variables to set
     * @throws org.ehcpathway.statute.Refusal when something typed cannot stand; nothing has changed then
     * @throws org.ehcpathway.statute.NotAllowed when this person may not do it
     */
    Map<String, Object> record(FormEntry entry);
}
