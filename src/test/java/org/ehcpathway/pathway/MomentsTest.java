package org.ehcpathway.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day of the law is a whole day by the clock on the wall, also on the two days a year that last 23 or 25 hours. */
class MomentsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest(name = "{0} lasts {1} hours")
    @CsvSource({
        "2026-10-25, 25",
        "2027-03-28, 23",
        "2026-10-26, 24",
        "2028-02-29, 24",
    })
    void aLimitPassesAtMidnightOfItsDay(LocalDate due, int hours) {
        LocalDateTime over = LocalDateTime.parse(Moments.over(due));

        assertThat(over).isEqualTo(due.plusDays(1).atStartOfDay());
        assertThat(Duration.between(due.atStartOfDay(LONDON), over.atZone(LONDON))
                        .toHours())
                .isEqualTo(hours);
        assertThat(LocalDateTime.parse(Moments.due(due)).plusSeconds(1)).isEqualTo(over);
        assertThat(Moments.day(Moments.due(due))).isEqualTo(due);
        assertThat(Moments.day(Moments.warning(due))).isEqualTo(due);
    }
}
