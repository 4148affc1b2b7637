package org.ehcpathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CasefileConfiguration;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.Requests;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.ReadPdf;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.DataRoom;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A plan from the first word to the issued document. */
class PlansTest {

    @DataRoom
    @ComponentScan(
            basePackageClasses = {CasefileConfiguration.class, LetterReading.class, Plans.class},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Room|Test)(\\$.*)?"))
    @AutoConfigurationPackage(basePackageClasses = {CasefileConfiguration.class, Plans.class})
    static class PlanRoom {}

    @SpringBootTest(
            classes = PlanRoom.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = "spring.config.import=classpath:council-demo.yaml")
    abstract static class Told {

        @Autowired
        Plans plans;

        @Autowired
        CaseFiles files;

        @Autowired
        AdviceRegister advice;

        @Autowired
        SettingRegister settings;

        @Autowired
        Documents documents;

        @Autowired
        JdbcTemplate sql;

        @Autowired
        TestClock clock;

        String rowan;

        @BeforeEach
        void aPlanIsToBeMade() {
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
            clock.setTo(LocalDate.of(2026, 11, 30));
        }

        @Test
        void nothingCanBeWrittenBeforeAPlanIsDecidedOn() {
            assertThatThrownBy(() -> plans.working(rowan))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("not been decided to issue one");
        }

        @Test
        void anEmptySectionKeepsTheDraftFromGoingOut() {
            aPlanIsDecidedOn();
            writeAllBut(PlanPart.F);

            assertThat(plans.faults(rowan)).containsExactly("Section F is empty. Where nothing was found, write that.");
            assertThatThrownBy(() -> plans.issueDraft(rowan)).isInstanceOf(Refusal.class);
            assertThat(plans.of(rowan)).extracting(PlanVersion::state).containsExactly(PlanState.WORKING);
        }

        @Test
        void aStaleSaveIsRefusedAndChangesNothing() {
            aPlanIsDecidedOn();
            int counter = section(PlanPart.B).counter();
            plans.write(rowan, PlanPart.B, "What Casey wrote.", counter, "casey");

            assertThatThrownBy(() -> plans.write(rowan, PlanPart.B, "What Rowena wrote.", counter, "rowena"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("changed by casey");
            assertThat(section(PlanPart.B).words()).isEqualTo("What Casey wrote.");
        }

        @Test
        void textFromWordIsCleanedAndWhatCannotBePrintedIsRefused() {
            aPlanIsDecidedOn();
            plans.write(rowan, PlanPart.B, "well\u2011known\u00a0needs\u0007", 0, "casey");
            assertThat(section(PlanPart.B).words()).isEqualTo("well-known needs");

            assertThatThrownBy(() -> plans.write(rowan, PlanPart.C, "\u0645\u0631\u062d\u0628\u0627", 0, "casey"))
                    .isInstanceOf(Refusal.class);
        }

        @Test
        void theDraftNamesNoSettingAndTheFinalPlanDoes() throws Exception {
            aPlanIsDecidedOn();
            long family = advice.plan(
                            rowan,
                            AdviceKind.FAMILY,
                            "Maya Ashdown",
                            "Mother",
                            new Address("7 Mill Lane", null, "Exampleton", null, "ZX1 1AB"),
                            null,
                            "team-north")
                    .id();
            advice.receive(family, LocalDate.of(2026, 11, 2), null, "Please listen to <him> & to us.", "casey");
            writeAllBut(PlanPart.J);

            byte[] draft = documents.content(plans.issueDraft(rowan).documentId());
            assertThat(ReadPdf.spoken(draft))
                    .contains("Rowan Lee Ashdown", rowan, "Draft EHC plan", "Left empty in a draft")
                    .contains("word for word", "Please listen to <him> & to us.")
                    .doesNotContain("Birchwood");
            assertAccessibleAndLasting(draft);

            plans.write(rowan, PlanPart.F, "Swimming, 30 minutes each week.", 0, "casey");
            assertThatThrownBy(() -> propose(null, SettingReply.ACCEPTS))
                    .as("a setting must be consulted before it is named (SCH-01)")
                    .isInstanceOf(Refusal.class);
            propose(LocalDate.of(2026, 11, 10), SettingReply.ACCEPTS);
            assertThatThrownBy(() -> plans.issueFinal(rowan)).hasMessageContaining("not been signed");
            plans.sign(rowan, "morgan", "Morgan Ellery", "SEN team manager");

            byte[] last = documents.content(plans.issueFinal(rowan).documentId());
            assertThat(ReadPdf.spoken(last))
                    .contains("Birchwood School", "maintained special school", "Swimming, 30 minutes each week.")
                    .contains("Signed for the council by Morgan Ellery, SEN team manager, on 30 November 2026.");
            assertAccessibleAndLasting(last);
            assertThat(plans.namedSetting(rowan)).get().extracting("urn").isEqualTo("100002");
            assertThat(plans.issueFinal(rowan).number())
                    .as("asked again after a failure, it is not made again")
                    .isEqualTo(2);
            assertThat(plans.of(rowan)).hasSize(2);
        }

        @Test
        void anIssuedPlanStaysAsItWasWhoeverWritesSql() {
            aPlanIsDecidedOn();
            writeAllBut(PlanPart.J);
            long id = plans.issueDraft(rowan).id();

            for (String change : List.of(
                    "update plan_section set words = 'less' where version_id = " + id,
                    "delete from plan_section where version_id = " + id,
                    "update plan_version set kind = 'FINAL' where id = " + id,
                    "delete from plan_version where id = " + id)) {
                assertThatThrownBy(() -> sql.update(change)).as(change).isInstanceOf(DataAccessException.class);
            }
        }

        private void aPlanIsDecidedOn() {
            files.decide(
                    rowan,
                    DecisionKind.ISSUE_PLAN,
                    "section 37(1)",
                    "Rowan needs more than a school can give.",
                    null,
                    "morgan");
        }

        private void writeAllBut(PlanPart left) {
            for (PlanSection section : plans.sections(plans.working(rowan))) {
                if (section.part() != left) {
                    plans.write(rowan, section.part(), "The words of section " + section.part() + ".", 0, "casey");
                }
            }
        }

        private PlanSection section(PlanPart part) {
            return plans.sections(plans.working(rowan)).stream()
                    .filter(candidate -> candidate.part() == part)
                    .findFirst()
                    .orElseThrow();
        }

        private void propose(LocalDate consultedOn, SettingReply reply) {
            plans.propose(
                    rowan,
                    "100002",
                    "maintained special school",
                    consultedOn,
                    reply,
                    LocalDate.of(2026, 11, 20),
                    "Swimming was asked for.");
        }

        private static void assertAccessibleAndLasting(byte[] pdf) throws Exception {
            assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
            assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
