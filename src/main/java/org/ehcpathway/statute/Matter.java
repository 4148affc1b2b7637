package org.ehcpathway.statute;

/**
 * What is to be decided or sent: it settles whether a stand-in replaces a young person who lacks capacity or joins them
 * (SI 2014/1530 reg 64 and Schedule 3).
 */
public enum Matter {
    /** Requests, notices, rights and representations: the alternative person replaces the young person (Parts 2 and 4). */
    RIGHTS_AND_NOTICES,
    /**
     * Principles of s.19, advice and information of s.32, consulting and engaging in assessment and review, section A, and the
     * facts behind exceptions: both count (Parts 1 and 3).
     */
    VIEWS_AND_CIRCUMSTANCES,
    /** What stands in no list: the notice after a transfer in (reg 15(4), L-20), regulations 29, 30 and 47. Both. */
    IN_NO_LIST,
    /** Direct payments and their notices: only a representative stands in, no parent as such (SI 2014/1652 reg 16). */
    PERSONAL_BUDGET
}
