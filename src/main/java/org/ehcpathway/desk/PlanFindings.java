package org.ehcpathway.desk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ehcpathway.desk.PlanView.Finding;
import org.ehcpathway.plan.Plans;
import org.springframework.stereotype.Component;

/** What the panel Quality beside a plan shows. */
@Component
class PlanFindings {

    private static final Pattern NAMES_A_SECTION = Pattern.compile("Section ([A-Z][12]?)\\b.*");

    private final Plans plans;

    PlanFindings(Plans plans) {
        this.plans = plans;
    }

    /** Of the version being written. */
    List<Finding> of(String reference) {
        return plans.faults(reference).stream().map(PlanFindings::finding).toList();
    }

    private static Finding finding(String sentence) {
        Matcher named = NAMES_A_SECTION.matcher(sentence);
        return named.matches()
                ? new Finding("section-" + named.group(1), "Section " + named.group(1), "BLOCKS", sentence)
                : new Finding(null, null, "BLOCKS", sentence);
    }
}
