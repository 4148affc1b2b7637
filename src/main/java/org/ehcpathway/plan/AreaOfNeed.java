package org.ehcpathway.plan;

/** The four broad areas of need of the SEND Code of Practice (6.28 to 6.35). */
public enum AreaOfNeed {
    COMMUNICATION_AND_INTERACTION("Communication and interaction"),
    COGNITION_AND_LEARNING("Cognition and learning"),
    SOCIAL_EMOTIONAL_MENTAL_HEALTH("Social, emotional and mental health"),
    SENSORY_OR_PHYSICAL("Sensory or physical");

    private final String title;

    AreaOfNeed(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
