package org.ehcpathway.pathway.demo;

/** The steps of the pathway in their order, with the day after the request on which a demo life takes them. */
enum DemoStep {
    REQUEST(0),
    SIGN_CONSULTATION(2),
    CONSIDER(11),
    INVITE_VIEWS(12),
    DECIDE_TO_ASSESS(23),
    SIGN_ASSESSMENT_DECISION(24),
    /** Only after a refusal to assess. */
    TALK_AFTER_NOT_ASSESSING(26),
    CHOOSE_ADVISERS(25),
    NAME_CASE_MANAGER(26),
    INTRODUCE_CASE_MANAGER(26),
    SIGN_ADVICE_REQUESTS(26),
    FIRST_ADVICE(41),
    SECOND_ADVICE(48),
    THIRD_ADVICE(55),
    LAST_ADVICE(62),
    RECOMMEND(75),
    DECIDE_ON_PLAN(80),
    SIGN_PLAN_DECISION(82),
    /** Only after a refusal to issue a plan. */
    TALK_AFTER_NO_PLAN(84),
    WRITE_DRAFT(98),
    SIGN_DRAFT(100),
    RECORD_REPRESENTATIONS(112),
    PREPARE_FINAL(121),
    NAME_SETTING(123),
    SIGN_FINAL(125);

    private final int day;

    DemoStep(int day) {
        this.day = day;
    }

    int day() {
        return day;
    }
}
