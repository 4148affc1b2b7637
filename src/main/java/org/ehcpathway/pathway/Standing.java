package org.ehcpathway.pathway;

/**
 * A place where the pathway of a case stands now, in the words of the diagrams.
 *
 * @param process name of the process
 * @param step name of the step in it
 * @param waiting whether the step is an event the process waits for, rather than work that is being done
 */
public record Standing(String process, String step, boolean waiting) {}
