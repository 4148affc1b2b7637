package org.ehcpathway.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this council reminds its advisers ({@code ehc.advice}); what is not set is as here.
 *
 * @param firstReminderWorkingDays how many working days before the advice is due the adviser is reminded
 * @param lastReminderWorkingDays how many working days before the advice is due the adviser is reminded again
 * @param chaseWithinWorkingDays how soon after the due date, and after each new date, the caseworker chases it; working days
 * @param weeksBeforePlan01 how many weeks before the limit of PLAN-01 the case goes on without what has not come; null for the day
 *     on which that limit is warned of
 * @param managers who answers for the advisers of a group, by the group's id; a group that is left out has nobody
 */
@Validated
@ConfigurationProperties("ehc.advice")
public record AdviceSettings(
        @Min(1) @Max(25) @DefaultValue("10") int firstReminderWorkingDays,
        @Min(1) @Max(25) @DefaultValue("3") int lastReminderWorkingDays,
        @Min(1) @Max(25) @DefaultValue("2") int chaseWithinWorkingDays,
        @Min(1) @Max(15) Integer weeksBeforePlan01,
        @NotNull @DefaultValue Map<String, @Valid Manager> managers) {

    /** Who answers for a group of advisers; written to by email. */
    public record Manager(
            @NotBlank String name,
            @NotBlank String title,
            @NotBlank @Email String email) {}

    /** Who answers for the advisers of this group. */
    public Optional<Manager> managerOf(String group) {
        return Optional.ofNullable(managers.get(group));
    }
}
