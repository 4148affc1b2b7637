package org.ehcpathway.plan;

import java.time.LocalDate;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CasefileConfiguration;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.Requests;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.testing.DataRoom;
import org.ehcpathway.testing.SamplePlan;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rowan Ashdown's plan, without engine and web, on Monday 30 November 2026. */
@SpringBootTest(
        classes = PlanStory.InForceRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.config.import=classpath:council-demo.yaml")
public abstract class PlanStory {

    @DataRoom
    @ComponentScan(
            basePackageClasses = {CasefileConfiguration.class, LetterReading.class, Plans.class},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Room|Test)(\\$.*)?"))
    @AutoConfigurationPackage(basePackageClasses = {CasefileConfiguration.class, Plans.class})
    static class InForceRoom {}

    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Autowired
    protected Plans plans;

    @Autowired
    protected PlanWriting writing;

    @Autowired
    protected CaseFiles files;

    @Autowired
    protected AdviceRegister advice;

    @Autowired
    protected Documents documents;

    @Autowired
    protected JdbcTemplate sql;

    @Autowired
    SettingRegister settings;

    @Autowired
    protected TestClock clock;

    protected String rowan;

    @BeforeEach
    void aPlanIsDecidedOn() {
        clock.setTo(LocalDate.of(2026, 9, 14));
        rowan = files.open(Requests.rowans(), "casey").reference();
        if (settings.all().isEmpty()) {
            settings.add(
                    "100002",
                    "Birchwood School",
                    "Mr Daniel Reeve",
                    "office@birchwood.example.org",
                    new Address("Birch Road", null, "Exampleton", null, "ZX4 2BB"));
        }
        clock.setTo(TODAY);
        files.decide(
                rowan,
                DecisionKind.ISSUE_PLAN,
                "section 37(1)",
                "Rowan needs more than a school can give.",
                null,
                "morgan");
    }

    /** The sample plan, served, signed and issued: version 2. */
    protected void thePlanIsInForce() {
        new SamplePlan(plans, writing, advice).write(rowan, "casey");
        plans.issueDraft(rowan);
        sign();
    }

    protected void sign() {
        plans.propose(
                rowan,
                "100002",
                "maintained special school",
                LocalDate.of(2026, 11, 10),
                SettingReply.ACCEPTS,
                LocalDate.of(2026, 11, 20),
                "Nothing was asked for.");
        plans.sign(rowan, "morgan", "Morgan Ellery", "SEN team manager");
        plans.issueFinal(rowan);
    }

    protected PlanText text() {
        return plans.text(rowan, plans.working(rowan));
    }

    protected PlanItem first(PlanPart part) {
        return text().items(part).get(0);
    }
}
