package org.ehcpathway.plan.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.Signature;

/** What regulation 12 and the Act want of the sections of a plan. */
final class LawChecks {

    private static final Pattern DIRECT_PAYMENT = Pattern.compile("\\bdirect payments?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NONE =
            Pattern.compile("\\b(no|not|none|nor|without|never|declined|refused)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEED_LABEL = Pattern.compile("\\bB\\d+\\b");
    private static final Pattern OUTCOME_LABEL = Pattern.compile("\\bE\\d+\\b");

    private LawChecks() {}

    static void check(Findings findings, PlanFacts facts, Moment moment) {
        sections(findings);
        adulthood(findings, facts);
        h1(findings, facts);
        directPayments(findings);
        naming(findings, moment);
        healthBody(findings, moment);
        signature(findings, moment);
    }

    private static void sections(Findings findings) {
        PlanText text = findings.text();
        for (PlanPart part : PlanPart.values()) {
            if (part.mustBeFilled() && text.isEmpty(part)) {
                findings.add(
                        PlanRule.SECTION_EMPTY,
                        Severity.LEGAL,
                        part,
                        Place.Field.WORDS,
                        "Section " + part + " is empty. Where nothing was found, write that.",
                        "");
            }
        }
        for (PlanPart part : List.of(PlanPart.B, PlanPart.E, PlanPart.F)) {
            if (!text.isEmpty(part) && text.items(part).isEmpty()) {
                findings.add(
                        PlanRule.SECTION_WITHOUT_ITEMS,
                        Severity.STYLE,
                        part,
                        Place.Field.WORDS,
                        "Section " + part + " is written in words only. Make every " + what(part)
                                + " an item, so that it can be followed through the plan and checked.",
                        text.section(part).words());
            }
        }
        for (PlanItem item : text.items()) {
            if (item.says().words().isBlank()) {
                findings.add(
                        PlanRule.ITEM_EMPTY,
                        Severity.LEGAL,
                        item,
                        Place.Field.WORDS,
                        "is empty. Write it, or take it out.",
                        "");
            }
        }
    }

    private static String what(PlanPart part) {
        return switch (part.holds()) {
            case NEEDS -> "need";
            case OUTCOMES -> "outcome";
            case PROVISION -> "piece of provision";
            case WORDS -> "thought";
        };
    }

    /** Regulation 12(3) asks for it within the provision that is specified; where none is, there is nothing to ask it of. */
    private static void adulthood(Findings findings, PlanFacts facts) {
        if (!facts.inOrBeyondYearNine()) {
            return;
        }
        PlanText text = findings.text();
        for (List<PlanPart> parts :
                List.of(List.of(PlanPart.F), List.of(PlanPart.G), List.of(PlanPart.H1, PlanPart.H2))) {
            List<PlanItem> provision =
                    parts.stream().flatMap(part -> text.items(part).stream()).toList();
            if (!provision.isEmpty()
                    && provision.stream().allMatch(item -> item.says().strand() == null)) {
                PlanItem first = provision.get(0);
                findings.add(
                        PlanRule.ADULTHOOD_MISSING,
                        Severity.LEGAL,
                        first.part(),
                        Place.Field.STRAND,
                        "No provision of section "
                                + (parts.size() > 1 ? "H" : parts.get(0).name())
                                + " prepares for adulthood, as it must in and after Year 9. Say of an item what it prepares"
                                + " for, or add one that does.",
                        "");
            }
        }
    }

    private static void h1(Findings findings, PlanFacts facts) {
        if (!facts.mayUseH1()) {
            for (PlanItem item : findings.text().items(PlanPart.H1)) {
                findings.add(
                        PlanRule.H1_FOR_AN_ADULT,
                        Severity.LEGAL,
                        item,
                        Place.Field.WORDS,
                        "stands in section H1, which is for those under 18. Write it in section H2.",
                        item.says().words());
            }
        }
    }

    private static void directPayments(Findings findings) {
        String words = findings.text().section(PlanPart.J).words();
        boolean paid = Stream.of(words.split("(?<=[.!?])\\s|\\n"))
                .anyMatch(sentence -> DIRECT_PAYMENT.matcher(sentence).find()
                        && !NONE.matcher(sentence).find());
        if (paid
                && !(NEED_LABEL.matcher(words).find()
                        && OUTCOME_LABEL.matcher(words).find())) {
            findings.add(
                    PlanRule.DIRECT_PAYMENT_FOR_NOTHING,
                    Severity.STYLE,
                    PlanPart.J,
                    Place.Field.WORDS,
                    "Section J speaks of direct payments. Name the needs and the outcomes they are for, such as B1 and E1.",
                    words);
        }
    }

    private static void naming(Findings findings, Moment moment) {
        boolean named = findings.text().version().naming() != null
                && (findings.text().version().settingId() != null
                        || findings.text().version().settingType() != null);
        boolean isFinal = findings.text().version().kind().isFinal();
        if (findings.text().version().kind() == PlanKind.DRAFT && named) {
            findings.add(new Finding(
                    PlanRule.DRAFT_NAMES_A_SETTING,
                    Severity.LEGAL,
                    new Place("I", null, Place.Field.NAMING),
                    "Section I",
                    "A draft names neither a setting nor a type. Take out what section I names.",
                    ""));
        }
        if (isFinal
                && moment.compareTo(Moment.SIGNING) >= 0
                && (!named || findings.text().version().settingType() == null)) {
            findings.add(new Finding(
                    PlanRule.FINAL_NAMES_NOTHING,
                    Severity.LEGAL,
                    new Place("I", null, Place.Field.NAMING),
                    "Section I",
                    "Section I is empty. The caseworker has to propose a setting or a type first.",
                    ""));
        }
    }

    private static void healthBody(Findings findings, Moment moment) {
        if (findings.text().version().kind().isFinal()
                && moment.compareTo(Moment.SIGNING) >= 0
                && !findings.text().items(PlanPart.G).isEmpty()
                && findings.text().version().healthAgreedOn() == null) {
            findings.add(
                    PlanRule.HEALTH_NOT_AGREED,
                    Severity.LEGAL,
                    PlanPart.G,
                    Place.Field.HEALTH_AGREED_ON,
                    "Section G holds provision that the responsible commissioning body has not agreed. Record the day it"
                            + " agreed, or take the provision out.",
                    "");
        }
    }

    private static void signature(Findings findings, Moment moment) {
        Signature signature = findings.text().version().signature();
        if (findings.text().version().kind().isFinal()
                && moment == Moment.ISSUING
                && (signature == null
                        || signature.signedOn() == null
                        || signature.signerName() == null
                        || signature.signerName().isBlank())) {
            findings.add(new Finding(
                    PlanRule.FINAL_NOT_SIGNED,
                    Severity.LEGAL,
                    new Place("I", null, Place.Field.SIGNATURE),
                    "Signature",
                    "The final plan has no signature or no date. A manager has to sign it.",
                    ""));
        }
    }
}
