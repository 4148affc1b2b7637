package org.ehcpathway.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.plan.check.Severity;

/**
 * What the checks find in a plan, for its page and for programs.
 *
 * @param title the version that was checked; null when there is none
 * @param writing whether it can still be changed
 * @param mayOverride whether this person may let warnings stand now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanQualityView(String title, boolean writing, boolean mayOverride, List<Row> findings) {

    /**
     * @param id of the finding, as {@link org.ehcpathway.plan.check.Finding#fingerprint}
     * @param line of the item; null when it is about the section
     * @param href the field it is about, on the Plan page
     * @param reason why it may stand, with who said so and when; null while it is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String id,
            String rule,
            String title,
            String source,
            Severity severity,
            String section,
            Long line,
            String field,
            String label,
            String sentence,
            String href,
            String reason,
            String by,
            Instant at) {

        @JsonIgnore
        public boolean isLegal() {
            return severity == Severity.LEGAL;
        }

        @JsonIgnore
        public boolean isOpen() {
            return !isLegal() && reason == null;
        }
    }

    /** How many legal errors there are. */
    public long legal() {
        return findings.stream().filter(Row::isLegal).count();
    }

    /** How many warnings are open. */
    public long open() {
        return findings.stream().filter(Row::isOpen).count();
    }

    /** By section, in the order of the plan. */
    public Map<String, List<Row>> bySection() {
        Map<String, List<Row>> sections = new LinkedHashMap<>();
        findings.forEach(row -> sections.computeIfAbsent(row.section(), section -> new java.util.ArrayList<>())
                .add(row));
        return sections;
    }
}
