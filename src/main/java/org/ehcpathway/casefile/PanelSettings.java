package org.ehcpathway.casefile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this council's panel works ({@code ehc.panel}); what is not set is as here.
 *
 * @param days the weekdays of its sittings; on a bank holiday there is none
 * @param startsAt hour and minute, such as 09:30
 * @param place where it meets
 * @param capacity how many cases an agenda takes
 * @param papersWorkingDays how many working days before a sitting its agenda is closed and its papers go out
 * @param managerWorkingDays how many working days before its legal date a case goes to the manager without the panel
 * @param weeksAhead how many weeks ahead sittings are convened, with their rota; calendar weeks
 * @param seats who sits, one member for each; the rota changes with every sitting
 * @param quorum how many members have to be there, for every case
 * @param address web address of this application, for links in papers; null for none
 * @param bands the funding bands a recommendation may name; empty where the council counts in hours only
 */
@Validated
@ConfigurationProperties("ehc.panel")
public record PanelSettings(
        @NotEmpty @DefaultValue({"TUESDAY", "THURSDAY"}) List<DayOfWeek> days,

        @NotBlank @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") @DefaultValue("09:30")
        String startsAt,

        @NotBlank @DefaultValue("To be announced") String place,
        @Min(1) @DefaultValue("12") int capacity,
        @Min(1) @Max(20) @DefaultValue("3") int papersWorkingDays,
        @Min(1) @Max(20) @DefaultValue("3") int managerWorkingDays,
        @Min(1) @Max(26) @DefaultValue("3") int weeksAhead,

        @NotEmpty
        @DefaultValue({
            "SEN_MANAGER",
            "EDUCATIONAL_PSYCHOLOGY",
            "HEALTH",
            "SOCIAL_CARE",
            "SPECIALIST_TEACHER",
            "SCHOOL_HEAD"
        })
        List<PanelRole> seats,

        @Min(2) @DefaultValue("3") int quorum,
        String address,

        @DefaultValue({"Band 1", "Band 2", "Band 3", "Band 4", "Band 5"})
        List<@NotBlank String> bands) {}
