package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.List;
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
import org.ehcpathway.statute.AppealRights;
import org.ehcpathway.statute.CouncilDecision;

/** One complete letter of every kind, to a parent and to a young person, sent on Monday 26 October 2026. */
final class LetterSamples {

    static final LocalDate SENT = LocalDate.of(2026, 10, 26);

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

    static final Subject CHILD = new Subject(false, "Sam Oliver O’Neill", "Sam", LocalDate.of(2017, 3, 3));
    static final Subject YOUNG_PERSON = new Subject(true, "Aled Tŷ Gwyn", "Aled", LocalDate.of(2009, 5, 4));

    private LetterSamples() {}

    static LetterValues toParent(LetterKind kind) {
        return values(
                kind,
                CHILD,
                new Recipient("Mrs Jo O’Neill", List.of("12 Alder Close", "Fenbridge", "FB3 7QT")),
                "Mrs Jo O’Neill");
    }

    static LetterValues toYoungPerson(LetterKind kind) {
        return values(
                kind,
                YOUNG_PERSON,
                new Recipient(
                        "Aled Tŷ Gwyn", List.of("Flat 3", "The Old Mill", "48 Quay Road", "Fenbridge", "FB1 9ZZ")),
                "Aled Tŷ Gwyn");
    }

    static LetterValues toAdviser() {
        LetterValues v = values(
                LetterKind.L_05,
                CHILD,
                new Recipient("Dr Anna Nguyễn", List.of("Child Health", "2 Mill Lane", "Fenbridge", "FB1 4CD")),
                "Dr Anna Nguyễn");
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
                .build();
    }

    static LetterValues readdressed(LetterValues v, Recipient recipient) {
        return change(v).recipient(recipient).salutation(recipient.name()).build();
    }

    static LetterValues sentOn(LetterValues v, LocalDate day) {
        return change(v).date(day).build();
    }

    /** Every kind to a parent and to a young person, a request to an adviser, a copy for information. */
    static Stream<LetterValues> all() {
        return Stream.concat(
                Stream.of(LetterKind.values()).flatMap(kind -> Stream.of(toParent(kind), toYoungPerson(kind))),
                Stream.of(
                        toAdviser(),
                        copyTo(
                                toParent(LetterKind.L_10),
                                "Mr Tom Reed",
                                "Alder Primary School",
                                "Fenbridge",
                                "FB3 7QA")));
    }

    static String describe(LetterValues v) {
        return v.kind().id() + " to " + v.recipient().name();
    }

    private static LetterValues values(LetterKind kind, Subject subject, Recipient recipient, String salutation) {
        return new LetterValues(
                kind,
                1,
                SENT,
                "EHC-2026-00042",
                recipient,
                null,
                salutation,
                COUNCIL,
                subject,
                new Dates(
                        LocalDate.of(2026, 9, 14),
                        LocalDate.of(2026, 10, 26),
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2027, 2, 1),
                        kind == LetterKind.L_08
                                ? LocalDate.of(2026, 11, 11)
                                : kind == LetterKind.L_05 ? LocalDate.of(2026, 12, 7) : null),
                new Request(true, null),
                decision(kind),
                rights(kind),
                kind == LetterKind.L_05
                        ? new AdviceText(
                                "regulation 6(1)(a)", "advice from the parent or young person", true, false, null)
                        : null,
                List.of(),
                List.of(),
                Passage.of(
                        "The school will meet you on 9 November.\n\nThe school plans to:\n- set up a quiet place\n- start a reading group."),
                switch (kind) {
                    case L_08 -> List.of("Draft EHC plan, with the advice in section K");
                    case L_10 -> List.of("Final EHC plan");
                    default -> List.of();
                },
                new Signature("Hannah Price", "SEN team manager"));
    }

    private static DecisionText decision(LetterKind kind) {
        return switch (kind) {
            case L_03, L_04, L_06, L_07, L_10 ->
                new DecisionText(
                        "Children and Families Act 2014 s.36(8)(b): not necessary",
                        Passage.of(
                                "The school has given extra help for one term. The reports show steady progress in reading.\n\nThe school can pay for this help from its own budget."),
                        kind == LetterKind.L_10
                                ? List.of()
                                : Passage.of(
                                        "- the request\n- the school’s support plans\n- the letter from the paediatrician"),
                        kind == LetterKind.L_06
                                ? List.of("Educational advice", "Medical advice", "Psychological advice")
                                : List.of());
            default -> null;
        };
    }

    private static AppealRights rights(LetterKind kind) {
        return switch (kind) {
            case L_03 -> AppealRights.of(CouncilDecision.NOT_TO_ASSESS, SENT);
            case L_06 -> AppealRights.of(CouncilDecision.NO_PLAN, SENT);
            case L_10 -> AppealRights.of(CouncilDecision.PLAN_FINALISED, SENT);
            default -> null;
        };
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
                    signature);
        }
    }
}
