package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ehcpathway.letter.LetterValues.AdviceText;
import org.ehcpathway.letter.LetterValues.Council;
import org.ehcpathway.letter.LetterValues.Dates;
import org.ehcpathway.letter.LetterValues.DecisionText;
import org.ehcpathway.letter.LetterValues.Recipient;
import org.ehcpathway.letter.LetterValues.Representation;
import org.ehcpathway.letter.LetterValues.Request;
import org.ehcpathway.letter.LetterValues.Service;
import org.ehcpathway.letter.LetterValues.Signature;
import org.ehcpathway.letter.LetterValues.Subject;
import org.ehcpathway.letter.LetterValues.Translation;
import org.ehcpathway.statute.AppealRights;
import org.ehcpathway.statute.Persons;

/** Complete letters of every kind in every case that the law treats differently, sent on Monday 26 October 2026. */
final class LetterSamples {

    static final LocalDate SENT = LocalDate.of(2026, 10, 26);

    private static final LetterContentTable CONTENTS = LetterContentTable.fromClasspath();

    static final Council COUNCIL = new Council(
            "Wolds and Fens County Council",
            "Special educational needs and disability service",
            List.of("County Hall", "Market Street", "Fenbridge", "FB1 2AA"),
            "01632 960100",
            "sen@woldsandfens.example",
            "www.woldsandfens.example/sen",
            null,
            new Service(
                    "Harbour Mediation",
                    List.of(),
                    "01632 960201",
                    "hello@harbour-mediation.example",
                    "www.harbour-mediation.example"),
            new Service(
                    "Priya Nair, mediation officer", List.of(), "01632 960102", "mediation@woldsandfens.example", null),
            new Service(
                    "Common Ground Disagreement Resolution",
                    List.of(),
                    "01632 960301",
                    "post@common-ground.example",
                    "www.common-ground.example"),
            new Service(
                    "Wolds and Fens SENDIASS",
                    List.of(),
                    "01632 960401",
                    "advice@woldsandfens-sendiass.example",
                    "www.woldsandfens-sendiass.example"),
            new Service(
                    "First-tier Tribunal (Special Educational Needs and Disability)",
                    List.of("1st Floor, Darlington Magistrates’ Court", "Parkgate", "Darlington", "DL1 1RU"),
                    "01325 289350",
                    "send@justice.gov.uk",
                    "www.gov.uk/appeal-ehc-plan-decision"),
            "www.woldsandfens.example/schools",
            "www.woldsandfens.example/local-offer");

    static final Subject CHILD = new Subject(false, "Sam Oliver O’Neill", "Sam", LocalDate.of(2017, 3, 3), false);
    static final Subject YOUNG_PERSON = new Subject(true, "Aled Tŷ Gwyn", "Aled", LocalDate.of(2009, 5, 4), true);

    private static final Recipient JO =
            new Recipient("Mrs Jo O’Neill", List.of("12 Alder Close", "Fenbridge", "FB3 7QT"));
    private static final Recipient ALED =
            new Recipient("Aled Tŷ Gwyn", List.of("Flat 3", "The Old Mill", "48 Quay Road", "Fenbridge", "FB1 9ZZ"));
    private static final Recipient DEPUTY =
            new Recipient("Ms Ruth Marlow", List.of("Marlow and Co", "3 Corn Street", "Fenbridge", "FB1 3AA"));

    /** What is the case, beside the kind: each gets a letter of every kind that can go to such a reader. */
    enum Variant {
        PARENT(CHILD, JO, null),
        YOUNG_PERSON(LetterSamples.YOUNG_PERSON, ALED, null),
        PARENTS_REPRESENTATIVE(CHILD, DEPUTY, "Mrs Jo O’Neill"),
        ALTERNATIVE_PERSON(
                new Subject(false, "Aled Tŷ Gwyn", "Aled", LocalDate.of(2009, 5, 4), true), DEPUTY, "Aled Tŷ Gwyn"),
        EARLY_YEARS(new Subject(false, "Mina Rose Akhtar", "Mina", LocalDate.of(2023, 6, 1), false), JO, null),
        YEAR_NINE(new Subject(false, "Theo Park", "Theo", LocalDate.of(2012, 10, 9), false), JO, null),
        POST_16(new Subject(true, "Bea Lindqvist", "Bea", LocalDate.of(2006, 1, 2), true), ALED, null),
        INTERPRETER(CHILD, JO, null),
        TRANSLATED(CHILD, JO, null),
        AFTER_AN_ORDER(CHILD, JO, null),
        AFTER_AN_UNOPPOSED_APPEAL(CHILD, JO, null),
        DIRECT_PAYMENTS(LetterSamples.YOUNG_PERSON, ALED, null);

        private final Subject subject;
        private final Recipient recipient;
        private final String standsFor;

        Variant(Subject subject, Recipient recipient, String standsFor) {
            this.subject = subject;
            this.recipient = recipient;
            this.standsFor = standsFor;
        }

        /** Those that can make a difference to a letter of this kind. */
        static List<Variant> of(LetterKind kind) {
            List<String> facts = LetterFolder.of(kind, 1).facts().stream()
                    .map(FactAsked::name)
                    .toList();
            return Stream.of(values())
                    .filter(variant -> switch (variant) {
                        case PARENTS_REPRESENTATIVE, INTERPRETER, TRANSLATED -> speaksToFamily(kind);
                        case AFTER_AN_ORDER, AFTER_AN_UNOPPOSED_APPEAL -> facts.contains("origin");
                        case DIRECT_PAYMENTS -> facts.contains("directPayments");
                        default -> true;
                    })
                    .toList();
        }
    }

    private LetterSamples() {}

    static LetterValues toParent(LetterKind kind) {
        return of(kind, Variant.PARENT);
    }

    static LetterValues toYoungPerson(LetterKind kind) {
        return of(kind, Variant.YOUNG_PERSON);
    }

    /** Whether the words of the kind speak to the family; otherwise to a body, a setting or the Tribunal. */
    static boolean speaksToFamily(LetterKind kind) {
        return switch (kind) {
            case L_02N,
                    L_09,
                    L_10N,
                    L_21_CHANGE,
                    L_22_ISSUES,
                    L_22_UNABLE,
                    L_23_UNOPPOSED,
                    L_23_RESPONSE,
                    L_26_COPY,
                    O_06 -> false;
            default -> true;
        };
    }

    /** The letter of this kind in this case: to the family, or to the professional whom it speaks to. */
    static LetterValues of(LetterKind kind, Variant variant) {
        return speaksToFamily(kind) ? toFamily(kind, variant) : toProfessional(kind, variant);
    }

    private static LetterValues toFamily(LetterKind kind, Variant variant) {
        Set<Situation.Condition> conditions = conditions(variant);
        boolean told = kind == LetterKind.L_25N;
        Subject subject = variant.subject;
        if (told && subject.youngPerson()) {
            subject = new Subject(false, subject.fullName(), subject.firstName(), subject.birthDate(), true);
        }
        if (kind == LetterKind.L_05) {
            conditions.add(Situation.Condition.FAMILY_ASKED);
        }
        if (variant.standsFor != null) {
            conditions.add(Situation.Condition.STANDS_FOR);
        }
        if (variant == Variant.INTERPRETER) {
            conditions.add(Situation.Condition.INTERPRETER);
        }
        if (variant == Variant.TRANSLATED) {
            conditions.add(Situation.Condition.TRANSLATED);
        }
        return values(
                kind,
                new Situation(Reader.FAMILY, conditions),
                subject,
                told && variant.subject.youngPerson() ? JO : variant.recipient,
                variant);
    }

    /** The letter as the head of a school, an officer of the health body or the Tribunal gets it in their own right. */
    static LetterValues toProfessional(LetterKind kind, Variant variant) {
        Subject subject = variant.subject;
        return values(
                kind,
                new Situation(Reader.PROFESSIONAL, conditions(variant)),
                new Subject(
                        false, subject.fullName(), subject.firstName(), subject.birthDate(), subject.overSchoolAge()),
                new Recipient(
                        "Dr Samir Anand",
                        List.of("Integrated Care Board", "Riverside Health Centre", "Fenbridge", "FB1 1AA")),
                variant);
    }

    private static Set<Situation.Condition> conditions(Variant variant) {
        Set<Situation.Condition> conditions = EnumSet.noneOf(Situation.Condition.class);
        if (Persons.inOrBeyondYearNine(variant.subject.birthDate(), SENT)) {
            conditions.add(Situation.Condition.YEAR_NINE);
        }
        conditions.add(
                variant == Variant.AFTER_AN_ORDER || variant == Variant.AFTER_AN_UNOPPOSED_APPEAL
                        ? Situation.Condition.CHANGE_AFTER_APPEAL
                        : Situation.Condition.COUNCILS_OWN_CHANGE);
        if (variant == Variant.DIRECT_PAYMENTS) {
            conditions.add(Situation.Condition.DIRECT_PAYMENTS);
        }
        if (!variant.subject.overSchoolAge()) {
            conditions.add(Situation.Condition.PARENTS_APPEAL);
        }
        return conditions;
    }

    static LetterValues toAdviser() {
        LetterValues v = values(
                LetterKind.L_05,
                new Situation(Reader.PROFESSIONAL, Set.of(Situation.Condition.COUNCILS_OWN_CHANGE)),
                CHILD,
                new Recipient("Dr Anna Nguyễn", List.of("Child Health", "2 Mill Lane", "Fenbridge", "FB1 4CD")),
                Variant.PARENT);
        return change(v)
                .advice(new AdviceText("regulation 6(1)(c)", "medical advice", false, true, null))
                .representations(List.of(
                        new Representation(
                                "Jo O’Neill",
                                LocalDate.of(2026, 9, 14),
                                Passage.wordForWord(
                                        "He cries every morning before school.\n- his words: \"too loud, too many\"\n\nWe are worn out.")),
                        new Representation("Sam", LocalDate.of(2026, 9, 14), Passage.wordForWord("I like trains."))))
                .evidence(List.of("Request for an EHC needs assessment, with the school’s support plans"))
                .build();
    }

    static LetterValues copyTo(LetterValues v, String name, String... lines) {
        return change(v)
                .recipient(new Recipient(name, List.of(lines)))
                .copyOf(v.salutation())
                .situation(new Situation(Reader.COPY, Set.of(Situation.Condition.COUNCILS_OWN_CHANGE)))
                .build();
    }

    static LetterValues readdressed(LetterValues v, Recipient recipient) {
        return change(v).recipient(recipient).salutation(recipient.name()).build();
    }

    static LetterValues sentOn(LetterValues v, LocalDate day) {
        return change(v).date(day).build();
    }

    /** Every kind once, and what is different in its making: a request to an adviser, a copy, a translation, a young person. */
    static Stream<LetterValues> all() {
        return Stream.concat(
                Stream.of(LetterKind.values()).map(LetterSamples::toParent),
                Stream.of(
                        toAdviser(),
                        toYoungPerson(LetterKind.L_10),
                        of(LetterKind.L_08, Variant.TRANSLATED),
                        of(LetterKind.L_16, Variant.AFTER_AN_ORDER),
                        of(LetterKind.L_25, Variant.DIRECT_PAYMENTS),
                        toProfessional(LetterKind.L_11, Variant.YEAR_NINE),
                        copyTo(
                                toParent(LetterKind.L_13),
                                "Mr Tom Reed",
                                "Alder Primary School",
                                "Fenbridge",
                                "FB3 7QA")));
    }

    static String describe(LetterValues v) {
        return v.kind().id() + " to " + v.recipient().name();
    }

    private static LetterValues values(
            LetterKind kind, Situation situation, Subject subject, Recipient recipient, Variant variant) {
        LetterContent content = CONTENTS.of(kind, situation);
        return new LetterValues(
                kind,
                kind.templateVersion(),
                SENT,
                "EHC-2026-00042",
                recipient,
                null,
                recipient.name(),
                COUNCIL,
                subject,
                new Dates(
                        LocalDate.of(2026, 9, 14),
                        LocalDate.of(2026, 10, 26),
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2027, 2, 1),
                        switch (kind) {
                            case L_01, L_02 -> LocalDate.of(2026, 11, 10);
                            case L_08, L_15 -> LocalDate.of(2026, 11, 11);
                            case L_05 -> LocalDate.of(2026, 12, 7);
                            // given with the letter: see SampleFacts
                            case L_09, O_04 -> LocalDate.of(2026, 11, 30);
                            case O_06 -> LocalDate.of(2026, 10, 19);
                            default -> null;
                        },
                        switch (kind) {
                            case L_12 -> LocalDate.of(2026, 11, 2);
                            case L_15 -> LocalDate.of(2026, 12, 21);
                            case L_18_AGREED -> LocalDate.of(2027, 2, 1);
                            default -> null;
                        },
                        List.of()),
                new Request(true, null),
                decision(kind),
                content.decision() == null ? null : AppealRights.of(content.decision(), SENT),
                kind == LetterKind.L_05
                        ? new AdviceText(
                                "regulation 6(1)(a)", "advice from the parent or young person", true, false, null)
                        : null,
                List.of(),
                List.of(),
                Passage.of(
                        "The school will meet you on 9 November.\n\nThe school plans to:\n- set up a quiet place\n- start a reading group."),
                kind.neededEnclosure().map(LetterSamples::enclosed).stream().toList(),
                new Signature("Hannah Price", "SEN team manager"),
                situation,
                variant.standsFor,
                situation.conditions().contains(Situation.Condition.INTERPRETER) ? "British Sign Language" : null,
                SampleFacts.of(kind, variant),
                situation.conditions().contains(Situation.Condition.TRANSLATED)
                        ? new Translation(
                                "pl",
                                "Polish",
                                Passage.wordForWord(
                                        "Szanowna Pani,\nbędzie to nasza łączna odpowiedź.\n\nProszę do nas zadzwonić."),
                                "Fenbridge Translators")
                        : null,
                List.of());
    }

    private static String enclosed(String paper) {
        return switch (paper) {
            case "the draft plan" -> "Draft EHC plan, with the advice in section K";
            case "the final plan", "the amended plan" -> "Final EHC plan";
            case "the plan as it is now" -> "EHC plan as it is now";
            case "the reply" -> "Reply of the council of 20 October 2026";
            default -> "Advice that was gathered for the review";
        };
    }

    private static DecisionText decision(LetterKind kind) {
        boolean given = LetterFolder.of(kind, 1).facts().stream()
                .anyMatch(fact -> fact.name().equals("reasons"));
        if (kind.decision().isEmpty() && !given) {
            return null;
        }
        return new DecisionText(
                "Children and Families Act 2014 s.36(8)(b): not necessary",
                Passage.of(
                        "The school has given extra help for one term. The reports show steady progress in reading.\n\nThe school can pay for this help from its own budget."),
                kind == LetterKind.L_10 || given
                        ? List.of()
                        : Passage.of(
                                "- the request\n- the school’s support plans\n- the letter from the paediatrician"),
                kind == LetterKind.L_06
                        ? List.of("Educational advice", "Medical advice", "Psychological advice")
                        : List.of(),
                List.of());
    }

    static Council withLogo(String picture) {
        return new Council(
                COUNCIL.name(),
                COUNCIL.serviceName(),
                COUNCIL.addressLines(),
                COUNCIL.phone(),
                COUNCIL.email(),
                COUNCIL.website(),
                picture,
                COUNCIL.mediationAdviser(),
                COUNCIL.mediationOfficer(),
                COUNCIL.disagreementResolution(),
                COUNCIL.informationService(),
                COUNCIL.tribunal(),
                COUNCIL.schoolsInformation(),
                COUNCIL.localOffer());
    }

    /** A letter with one thing changed. */
    static Change change(LetterValues letter) {
        return new Change(letter);
    }

    static final class Change {

        private final LetterValues v;
        private LocalDate date;
        private Recipient recipient;
        private String copyOf;
        private String salutation;
        private Council council;
        private DecisionText decision;
        private AppealRights rights;
        private AdviceText advice;
        private List<Representation> representations;
        private List<String> evidence;
        private List<String> enclosures;
        private Signature signature;
        private Situation situation;
        private LetterFacts facts;
        private List<String> hidden;

        private Change(LetterValues letter) {
            v = letter;
            date = v.date();
            recipient = v.recipient();
            copyOf = v.copyOf();
            salutation = v.salutation();
            council = v.council();
            decision = v.decision();
            rights = v.rights();
            advice = v.advice();
            representations = v.representations();
            evidence = v.evidence();
            enclosures = v.enclosures();
            signature = v.signature();
            situation = v.situation();
            facts = v.facts();
            hidden = v.hidden();
        }

        Change date(LocalDate value) {
            date = value;
            return this;
        }

        Change recipient(Recipient value) {
            recipient = value;
            return this;
        }

        Change copyOf(String value) {
            copyOf = value;
            return this;
        }

        Change salutation(String value) {
            salutation = value;
            return this;
        }

        Change council(Council value) {
            council = value;
            return this;
        }

        Change decision(DecisionText value) {
            decision = value;
            return this;
        }

        Change rights(AppealRights value) {
            rights = value;
            return this;
        }

        Change advice(AdviceText value) {
            advice = value;
            return this;
        }

        Change representations(List<Representation> value) {
            representations = value;
            return this;
        }

        Change evidence(List<String> value) {
            evidence = value;
            return this;
        }

        Change enclosures(List<String> value) {
            enclosures = value;
            return this;
        }

        Change signature(Signature value) {
            signature = value;
            return this;
        }

        Change situation(Situation value) {
            situation = value;
            return this;
        }

        Change facts(LetterFacts value) {
            facts = value;
            return this;
        }

        Change hidden(String... lines) {
            hidden = List.of(lines);
            return this;
        }

        LetterValues build() {
            return new LetterValues(
                    v.kind(),
                    v.templateVersion(),
                    date,
                    v.reference(),
                    recipient,
                    copyOf,
                    salutation,
                    council,
                    v.child(),
                    v.dates(),
                    v.request(),
                    decision,
                    rights,
                    advice,
                    representations,
                    evidence,
                    v.nextSteps(),
                    enclosures,
                    signature,
                    situation,
                    v.standsFor(),
                    v.interpreter(),
                    facts,
                    v.translation(),
                    hidden);
        }
    }
}
