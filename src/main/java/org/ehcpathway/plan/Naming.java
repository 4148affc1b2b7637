package org.ehcpathway.plan;

import java.time.LocalDate;

/**
 * What section I names and how its setting was consulted.
 *
 * @param settingId the setting; null where only a type is named
 * @param settingType the type of setting
 * @param consultedOn the day the setting was consulted (SCH-01)
 */
public record Naming(Long settingId, String settingType, LocalDate consultedOn, SettingReply settingReply) {

    /** What section I says where the provision is made outside any school, college or early years place (section 61; SCH-08). */
    public static final String OTHERWISE = "education otherwise than at a school, college or early years setting";
}
