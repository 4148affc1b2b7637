package org.ehcpathway.pathway.form;

/** The answer to a question of the law: there is no third, and none is given beforehand. */
enum Answer {
    YES,
    NO
}
