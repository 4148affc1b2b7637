package org.ehcpathway.plan.check;

/** What a plan is checked for. The name is the rule's id in records and answers; its source is the law or guidance it rests on. */
public enum PlanRule {
    SECTION_EMPTY("Section without a word", "Regulation 12(1)"),
    SECTION_WITHOUT_ITEMS("Needs, outcomes or provision that are not items", "Code of Practice 9.69"),
    ITEM_EMPTY("Item without a word", "Regulation 12(1)"),
    NEED_WITHOUT_PROVISION("Need without provision", "Children and Families Act 2014 s.37(2); regulation 12(1)"),
    PROVISION_WITHOUT_NEED("Provision without a need", "Children and Families Act 2014 s.37(2)"),
    PROVISION_WITHOUT_OUTCOME("Provision without an outcome", "Code of Practice 9.69"),
    OUTCOME_WITHOUT_NEED("Outcome without a need", "Code of Practice 9.64 to 9.69"),
    PROVISION_NOT_QUANTIFIED("Provision without how much", "Code of Practice 9.69; regulation 12(1)(f)"),
    AMOUNT_WITHOUT_NUMBER("Amount without a number", "Code of Practice 9.69"),
    AMOUNT_WITHOUT_FREQUENCY("Amount without how often", "Code of Practice 9.69"),
    PROVISION_WITHOUT_DURATION("Provision without for how long", "Code of Practice 9.69"),
    PROVISION_WITHOUT_PROVIDER("Provision without by whom", "Code of Practice 9.69; regulation 12(1)(f)"),
    PROVISION_WITHOUT_TRAINING("Provision without the provider's training", "Code of Practice 9.69"),
    PROVISION_WITHOUT_MONITORING("Provision without monitoring", "Code of Practice 9.69"),
    VAGUE_WORDS("Vague words", "Code of Practice 9.61 and 9.69"),
    OUTCOME_WITHOUT_DATE("Outcome without by when", "Code of Practice 9.66"),
    OUTCOME_NOT_MEASURABLE("Outcome that cannot be measured", "Code of Practice 9.66"),
    ITEM_WITHOUT_SOURCE("Item without a source", "Regulation 12(4); Code of Practice 9.61"),
    SOURCE_NOT_RECEIVED("Source that has not come", "Regulation 12(1)(k) and (4)"),
    ADVICE_NOT_USED("Advice that nothing is taken from", "Regulation 11(a)"),
    ADVICE_NOT_LISTED("Advice named that section K does not list", "Regulation 12(1)(k)"),
    ADULTHOOD_MISSING("Preparation for adulthood missing", "Regulation 12(3)"),
    H1_FOR_AN_ADULT("Section H1 from the 18th birthday", "Children and Families Act 2014 s.37(2)(e)"),
    DRAFT_NAMES_A_SETTING("Section I filled in a draft", "Children and Families Act 2014 s.38(5)"),
    FINAL_NAMES_NOTHING("Section I empty in a final plan", "Regulation 12(1)(i)"),
    HEALTH_NOT_AGREED("Health provision not agreed", "Regulation 12(2)"),
    FINAL_NOT_SIGNED("Final plan without signature or date", "Code of Practice 9.125"),
    DIRECT_PAYMENT_FOR_NOTHING("Direct payment without its needs and outcomes", "Regulation 12(1)(j)"),
    SAME_TEXT_TWICE("The same text twice", "Code of Practice 9.61"),
    LONG_SENTENCE("Long sentence", "Code of Practice 9.61");

    private final String title;
    private final String source;

    PlanRule(String title, String source) {
        this.title = title;
        this.source = source;
    }

    public String title() {
        return title;
    }

    public String source() {
        return source;
    }
}
