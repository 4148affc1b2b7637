package org.ehcpathway.plan.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.plan.PlanAppendix;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSource;
import org.ehcpathway.plan.PlanText;

/** Whether everything comes from somewhere, and all the advice went into something. */
final class AdviceChecks {

    private static final Pattern APPENDIX = Pattern.compile("\\bK(\\d{1,2})\\b");

    private AdviceChecks() {}

    static void check(Findings findings, PlanFacts facts) {
        PlanText text = findings.text();
        for (PlanItem item : text.items()) {
            sources(findings, item);
            for (FieldText field : FieldText.of(item)) {
                listed(findings, item, field);
            }
        }
        for (PlanPart part : PlanPart.values()) {
            String words = text.section(part).words();
            unlisted(text, words)
                    .ifPresent(label -> findings.add(
                            PlanRule.ADVICE_NOT_LISTED,
                            Severity.STYLE,
                            part,
                            Place.Field.WORDS,
                            "Section " + part + " names " + label
                                    + ", but section K has no such line. Name the advice it means.",
                            words));
        }
        unused(findings, facts);
    }

    private static void sources(Findings findings, PlanItem item) {
        PlanText text = findings.text();
        boolean none = text.sourcesOf(item).isEmpty();
        if (none && item.says().otherSource() == null) {
            findings.add(
                    PlanRule.ITEM_WITHOUT_SOURCE,
                    Severity.STYLE,
                    item,
                    Place.Field.ADVICE,
                    "names no source. Choose the advice it comes from, or write another source.",
                    item.says().words());
        }
        for (PlanAppendix appendix : text.sourcesOf(item)) {
            if (appendix.state() != AdviceState.RECEIVED) {
                findings.add(
                        PlanRule.SOURCE_NOT_RECEIVED,
                        Severity.LEGAL,
                        item,
                        Place.Field.ADVICE,
                        "names " + appendix.label() + ", " + lowered(appendix.title())
                                + ", which has not been received. Choose the advice it really comes from.",
                        appendix.label());
            }
        }
    }

    private static void listed(Findings findings, PlanItem item, FieldText field) {
        unlisted(findings.text(), field.text())
                .ifPresent(label -> findings.add(
                        PlanRule.ADVICE_NOT_LISTED,
                        Severity.STYLE,
                        item,
                        field.field(),
                        "names " + label + ", but section K has no such line. Name the advice it means.",
                        field.text()));
    }

    private static Optional<String> unlisted(PlanText text, String words) {
        if (words.indexOf('K') < 0) {
            return Optional.empty();
        }
        Matcher named = APPENDIX.matcher(words);
        while (named.find()) {
            int number = Integer.parseInt(named.group(1));
            if (text.appendices().stream().noneMatch(appendix -> appendix.number() == number)) {
                return Optional.of(named.group());
            }
        }
        return Optional.empty();
    }

    private static void unused(Findings findings, PlanFacts facts) {
        PlanText text = findings.text();
        Set<Long> used =
                text.sources().stream().map(PlanSource::adviceId).collect(Collectors.toCollection(HashSet::new));
        for (PlanAppendix appendix : text.appendices()) {
            if (appendix.state() == AdviceState.RECEIVED
                    && !used.contains(appendix.adviceId())
                    && !speaksForItself(text, facts.advice().get(appendix.adviceId()))) {
                findings.add(new Finding(
                        PlanRule.ADVICE_NOT_USED,
                        Severity.STYLE,
                        new Place("K", null, Place.Field.ADVICE),
                        appendix.label(),
                        appendix.label() + ", " + lowered(appendix.title())
                                + ", was received, but no item comes from it. Choose it where it was used, or say why not.",
                        appendix.adviceId() + " " + appendix.title()));
            }
        }
    }

    /** What the family says goes into section A; advice that found nothing, into the words which say so in C or D. */
    private static boolean speaksForItself(PlanText text, AdviceKind kind) {
        if (kind == null) {
            return false;
        }
        return switch (kind) {
            case FAMILY -> !text.isEmpty(PlanPart.A);
            case MEDICAL -> saysNone(text, PlanPart.C);
            case SOCIAL_CARE -> saysNone(text, PlanPart.D);
            default -> false;
        };
    }

    private static boolean saysNone(PlanText text, PlanPart part) {
        return text.items(part).isEmpty() && !text.section(part).words().isBlank();
    }

    private static String lowered(String title) {
        return title.substring(0, 1).toLowerCase(Locale.UK) + title.substring(1);
    }
}
