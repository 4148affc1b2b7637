package org.ehcpathway.pathway.demo;

import static org.ehcpathway.pathway.demo.DemoLife.Road.NOT_ASSESSED;
import static org.ehcpathway.pathway.demo.DemoLife.Road.NO_PLAN;
import static org.ehcpathway.pathway.demo.DemoLife.Road.PLAN;
import static org.ehcpathway.pathway.demo.DemoLife.Road.REFERRED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.SettingRegister;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Invents the children and schools of the demo council: from one seed, nobody real, every stage of the pathway. */
@Component
@Profile("demo")
class DemoPeople {

    private static final long SEED = 20260914;

    private static final String[] FIRST = {
        "Nell", "Theo", "Amina", "Kofi", "Isla", "Rafael", "Mei", "Oskar", "Zahra", "Finn", "Bronwen", "Tariq", "Edie",
        "Jonah", "Anya", "Luca", "Seren", "Idris", "Poppy", "Emeka"
    };
    private static final String[] LAST = {
        "Ashby", "Brackenridge", "Chowdhury", "Dalgleish", "Eze", "Farrant", "Grzelak", "Hollins", "Iqbal", "Jessop",
        "Kaczmarek", "Lindqvist", "Mbeki", "Nightingale", "Ormond", "Pryce", "Quigley", "Rashid", "Sorrell", "Tennant"
    };
    private static final String[] PARENT = {
        "Ruth", "Samuel", "Fatima", "Grace", "Tomasz", "Helen", "David", "Ngozi", "Marek", "Lin"
    };
    private static final String[] STREET = {
        "Mill Lane", "Quarry Road", "Orchard Close", "Station Road", "Beech Avenue", "Canal Street"
    };
    private static final String[] LANGUAGE = {
        "English", "English", "English", "Polish", "Urdu", "Welsh", "English", "Igbo"
    };
    private static final String[] NEED = {
        "finds reading and writing very hard and is far behind classmates",
        "does not speak at school and is very anxious",
        "cannot sit with others for long and is often sent out of class",
        "has a hearing loss and misses much of what is said",
        "uses a wheelchair and tires quickly",
        "understands language well below their age"
    };

    /** How many days ago the request came, which way the case goes, and where it waits. */
    private record Plan(int daysAgo, DemoLife.Road road, DemoStep stopBefore) {}

    /** The first ones show every stage and limit once, so that a smaller council shows them too. */
    private static final List<Plan> PLANS = List.of(
            new Plan(0, PLAN, DemoStep.SIGN_CONSULTATION),
            new Plan(42, PLAN, DemoStep.DECIDE_TO_ASSESS),
            new Plan(43, PLAN, DemoStep.DECIDE_TO_ASSESS),
            new Plan(16, REFERRED, null),
            new Plan(60, PLAN, null),
            new Plan(112, PLAN, DemoStep.DECIDE_ON_PLAN),
            new Plan(113, PLAN, DemoStep.DECIDE_ON_PLAN),
            new Plan(140, PLAN, DemoStep.NAME_SETTING),
            new Plan(147, PLAN, DemoStep.SIGN_FINAL),
            new Plan(125, PLAN, DemoStep.RECORD_REPRESENTATIONS),
            new Plan(40, NOT_ASSESSED, null),
            new Plan(100, NO_PLAN, null),
            new Plan(150, PLAN, null),
            new Plan(66, PLAN, DemoStep.RECOMMEND),
            new Plan(97, PLAN, DemoStep.WRITE_DRAFT),
            new Plan(1, PLAN, DemoStep.SIGN_CONSULTATION),
            new Plan(6, PLAN, null),
            new Plan(15, PLAN, DemoStep.CONSIDER),
            new Plan(20, PLAN, null),
            new Plan(41, NOT_ASSESSED, DemoStep.SIGN_ASSESSMENT_DECISION),
            new Plan(55, PLAN, DemoStep.CONSIDER),
            new Plan(24, PLAN, null),
            new Plan(30, PLAN, DemoStep.CHOOSE_ADVISERS),
            new Plan(33, PLAN, DemoStep.SIGN_ADVICE_REQUESTS),
            new Plan(45, PLAN, null),
            new Plan(52, PLAN, null),
            new Plan(85, PLAN, DemoStep.LAST_ADVICE),
            new Plan(78, PLAN, null),
            new Plan(103, PLAN, DemoStep.DECIDE_ON_PLAN),
            new Plan(111, NO_PLAN, DemoStep.SIGN_PLAN_DECISION),
            new Plan(84, PLAN, DemoStep.SIGN_PLAN_DECISION),
            new Plan(118, PLAN, DemoStep.WRITE_DRAFT),
            new Plan(139, PLAN, DemoStep.WRITE_DRAFT),
            new Plan(101, PLAN, DemoStep.SIGN_DRAFT),
            new Plan(106, PLAN, null),
            new Plan(130, PLAN, DemoStep.PREPARE_FINAL),
            new Plan(160, NOT_ASSESSED, null),
            new Plan(170, NO_PLAN, null),
            new Plan(190, PLAN, null),
            new Plan(230, PLAN, null));

    private final SettingRegister settings;

    DemoPeople(SettingRegister settings) {
        this.settings = settings;
    }

    void moveSchoolsIn() {
        school("100001", "Ashdown Primary School", "Mrs Grace Holloway", "Ashdown Lane", "ZX4 1AA", 4, 11);
        school("100002", "Birchwood School", "Mr Daniel Reeve", "Birch Road", "ZX4 2BB", 4, 19);
        school("100003", "Castle Hill Academy", "Dr Miriam Stone", "Castle Hill", "ZX4 3DD", 11, 16);
        school("100004", "Dovecote Nursery School", "Ms Anna Petrov", "Dovecote Yard", "ZX4 4EE", 2, 4);
        school("100005", "Elmbridge College", "Mr Yusuf Demir", "College Way", "ZX4 5FF", 16, 19);
    }

    private void school(String urn, String name, String head, String street, String postcode, int lowest, int highest) {
        settings.add(
                urn,
                name,
                head,
                "office-" + urn + "@example.org",
                new Address(street, null, "Exampleton", null, postcode));
        settings.teaches(urn, lowest, highest);
    }

    /** The lives of as many children as asked for; more than the list has live like those at its beginning. */
    List<DemoLife> lives(LocalDate today, int children) {
        Random random = new Random(SEED);
        List<DemoLife> lives = new ArrayList<>();
        for (int i = 0; i < children; i++) {
            lives.add(life(i, PLANS.get(i % PLANS.size()), today, random));
        }
        return lives;
    }

    private static DemoLife life(int number, Plan plan, LocalDate today, Random random) {
        LocalDate receivedOn = today.minusDays(plan.daysAgo());
        boolean youngPerson = number % 13 == 12;
        String first = FIRST[number % FIRST.length];
        String last = LAST[(number * 7 + number / 20) % LAST.length];
        int age = youngPerson ? 17 : 3 + random.nextInt(12);
        LocalDate birth = today.minusYears(age).minusDays(30L + random.nextInt(300));
        int parentNumber = random.nextInt(PARENT.length);
        String parent = PARENT[parentNumber] + " " + last;
        String language = LANGUAGE[random.nextInt(LANGUAGE.length)];
        Map<String, Object> form = new HashMap<>();
        form.put("receivedOn", receivedOn.toString());
        form.put("source", youngPerson ? "YOUNG_PERSON" : number % 3 == 0 ? "SETTING" : "PARENT");
        form.put(
                "requestedBy",
                youngPerson ? first + " " + last : number % 3 == 0 ? "The special needs coordinator" : parent);
        form.put(
                "requestSummary",
                first + " " + NEED[random.nextInt(NEED.length)]
                        + ". Three cycles of assess, plan, do, review at school have brought little progress.");
        form.put("familyWords", "We know " + first + " can do more. Please help us find out what works.");
        if (!youngPerson) {
            form.put("familyWordsBy", parent);
        }
        form.put("firstNames", first);
        form.put("lastName", last);
        form.put("birthDate", birth.toString());
        form.put("addressLine1", (1 + random.nextInt(90)) + " " + STREET[random.nextInt(STREET.length)]);
        form.put("town", "Exampleton");
        form.put("postcode", "ZX" + (1 + random.nextInt(8)) + " " + (1 + random.nextInt(8)) + "QT");
        form.put("firstLanguage", language);
        if (!language.equals("English") && random.nextBoolean()) {
            form.put("interpreter", language);
        }
        if (number % 9 == 4) {
            form.put("accessNeeds", "Large print, and a step-free meeting place");
        }
        form.put("contact1Name", parent);
        form.put("contact1Relationship", parentNumber % 2 == 0 ? "Mother" : "Father");
        form.put("contact1Responsibility", true);
        form.put("contact1SameAddress", true);
        boolean email = number % 4 == 1;
        form.put("contact1Channel", email ? "EMAIL" : "POST");
        if (email) {
            form.put("contact1Email", "family" + number + "@example.org");
            form.put("contact1EmailConsent", true);
        }
        form.put("team", number % 5 < 3 ? "team-north" : "team-south");
        if (!youngPerson && age < 5) {
            form.put("settingUrn", "100004");
        } else if (youngPerson) {
            form.put("settingUrn", "100005");
        } else if (number % 11 != 7) {
            form.put("settingUrn", age < 11 ? "100001" : "100003");
        }
        return new DemoLife(
                form, receivedOn, plan.road(), plan.stopBefore(), first, youngPerson ? first + " " + last : parent);
    }
}
