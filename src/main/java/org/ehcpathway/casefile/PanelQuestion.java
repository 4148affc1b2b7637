package org.ehcpathway.casefile;

/** What the panel is asked about a case. It answers with a recommendation; the decision is the manager's. */
public enum PanelQuestion {
    /** Children and Families Act 2014 s.36(8); only where the table panel-referral asks the panel. */
    ASSESS("Whether to assess", "REQ-04", "To carry out an assessment", "Not to carry out an assessment"),
    /** Section 37(1), with provision and funding; every case. */
    ISSUE("Whether to issue a plan", "PLAN-01", "To issue a plan", "Not to issue a plan");

    private final String title;
    private final String rule;
    private final String yes;
    private final String no;

    PanelQuestion(String title, String rule, String yes, String no) {
        this.title = title;
        this.rule = rule;
        this.yes = yes;
        this.no = no;
    }

    public String title() {
        return title;
    }

    /** The rule whose due date is the legal date of the case before the panel. */
    public String rule() {
        return rule;
    }

    /** The recommendation in words. */
    public String answer(boolean inFavour) {
        return inFavour ? yes : no;
    }
}
