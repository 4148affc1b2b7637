package org.ehcpathway.plan;

import java.time.LocalDate;

/**
 * What section I names and how its setting was consulted.
 *
 * @param settingId the setting; null where only a type is named
 * @param settingType the type of setting
 * @param consultedOn the day the setting was consulted (SCH-01)
 * @param startsOn from that day section I names it, as after a phase transfer (regulation 18); null where it names it at once
 * @param untilThen what section I named before and names until that day; null where nothing changes on a day to come
 */
public record Naming(
        Long settingId,
        String settingType,
        LocalDate consultedOn,
        SettingReply settingReply,
        LocalDate startsOn,
        String untilThen) {

    /** A setting, or a type where there is none, that section I names at once. */
    public static Naming atOnce(Long settingId, String settingType, LocalDate consultedOn, SettingReply settingReply) {
        return new Naming(settingId, settingType, consultedOn, settingReply, null, null);
    }

    /** What section I says where the provision is made outside any school, college or early years place (section 61; SCH-08). */
    public static final String OTHERWISE = "education otherwise than at a school, college or early years setting";
}
