package org.ehcpathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CasefileConfiguration;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.Requests;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.ReadPdf;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.DataRoom;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.SamplePlan;
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
        PlanWriting writing;

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

            assertThat(plans.faults(rowan))
                    .containsExactly(
                            "B1 is met by no provision. Write provision for it in section F, or tie it to what is there.",
                            "Section F is empty. Where nothing was found, write that.");
            assertThatThrownBy(() -> plans.issueDraft(rowan)).isInstanceOf(Refusal.class);
            assertThat(plans.of(rowan)).extracting(PlanVersion::state).containsExactly(PlanState.WORKING);
        }

        @Test
        void aStaleSaveIsRefusedAndChangesNothing() {
            aPlanIsDecidedOn();
            int counter = section(PlanPart.B).counter();
            writing.write(rowan, PlanPart.B, "What Casey wrote.", counter, "casey");

            assertThatThrownBy(() -> writing.write(rowan, PlanPart.B, "What Rowena wrote.", counter, "rowena"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("changed by casey");
            assertThat(section(PlanPart.B).words()).isEqualTo("What Casey wrote.");
        }

        @Test
        void textFromWordIsCleanedAndWhatCannotBePrintedIsRefused() {
            aPlanIsDecidedOn();
            writing.write(rowan, PlanPart.B, "well\u2011known\u00a0needs\u0007", 0, "casey");
            assertThat(section(PlanPart.B).words()).isEqualTo("well-known needs");

            assertThatThrownBy(() -> writing.write(rowan, PlanPart.C, "\u0645\u0631\u062d\u0628\u0627", 0, "casey"))
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

            PlanItem need = text().items(PlanPart.B).get(0);
            add(
                    PlanPart.F,
                    Typed.of(ItemWords.provision(
                                    "Swimming with a coach.",
                                    "30 minutes each week",
                                    "39 weeks",
                                    "A coach",
                                    null,
                                    null))
                            .tiedTo(need));
            assertThatThrownBy(() -> propose(null, SettingReply.ACCEPTS))
                    .as("a setting must be consulted before it is named (SCH-01)")
                    .isInstanceOf(Refusal.class);
            propose(LocalDate.of(2026, 11, 10), SettingReply.ACCEPTS);
            assertThatThrownBy(() -> plans.issueFinal(rowan)).hasMessageContaining("not been signed");
            plans.sign(rowan, "morgan", "Morgan Ellery", "SEN team manager");

            byte[] last = documents.content(plans.issueFinal(rowan).documentId());
            assertThat(ReadPdf.spoken(last))
                    .contains("Birchwood School", "maintained special school", "Swimming with a coach.")
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
                    "update plan_item set words = 'less' where version_id = " + id,
                    "delete from plan_link where version_id = " + id,
                    "insert into plan_item (version_id, part, line, place, words, counter, edited_by, edited_at)"
                            + " select version_id, 'F', (select max(line) from plan_item where version_id <> " + id
                            + "), 9, 'more', 0, 'x', current_timestamp from plan_item where version_id = " + id
                            + " and part = 'F'",
                    "update plan_version set kind = 'FINAL' where id = " + id,
                    "delete from plan_version where id = " + id)) {
                assertThatThrownBy(() -> sql.update(change)).as(change).isInstanceOf(DataAccessException.class);
            }
        }

        @Test
        void needsOutcomesAndProvisionAreTiedAndKeepTheirTiesInTheNextVersion() {
            aPlanIsDecidedOn();
            PlanItem reading = add(PlanPart.B, Typed.of(ItemWords.need("Reading.", AreaOfNeed.COGNITION_AND_LEARNING)));
            PlanItem group = add(PlanPart.B, Typed.of(ItemWords.of("Groups.")));
            PlanItem reads = add(
                    PlanPart.E,
                    Typed.of(ItemWords.outcome("Reads.", "July", "Aloud")).tiedTo(reading));
            PlanItem taught = add(
                    PlanPart.F,
                    Typed.of(ItemWords.provision("Teaching.", "Daily", "A year", "A teacher", "A diploma", "Termly"))
                            .tiedTo(reading, reads));

            assertThatThrownBy(() ->
                            add(PlanPart.B, Typed.of(ItemWords.of("Tied.")).tiedTo(taught)))
                    .hasMessage("An item of section B cannot be tied to one of section F.");
            assertThat(text().tiesOf(taught)).containsExactly(reading, reads);
            assertThat(text().tiedTo(reading)).containsExactly(reads, taught);
            assertThat(text().tiedTo(group)).isEmpty();
            assertThat(labels()).containsExactly("B1 Reading.", "B2 Groups.", "E1 Reads.", "F1 Teaching.");

            writing.move(rowan, group.line(), 0, "casey");
            assertThat(labels()).startsWith("B1 Groups.", "B2 Reading.");

            writing.remove(rowan, group.line(), 0, "casey");
            writeAllBut(PlanPart.J);
            plans.issueDraft(rowan);
            assertThat(plans.working(rowan).kind()).isEqualTo(PlanKind.FINAL);
            PlanItem again = text().item(taught.line()).orElseThrow();
            assertThat(text().tiesOf(again)).extracting(PlanItem::line).containsExactly(reading.line(), reads.line());
            assertThat(again.says()).isEqualTo(taught.says());
        }

        @Test
        void anItemIsSplitMergedTakenOutAndTakenBackAndNothingOfItIsLost() {
            aPlanIsDecidedOn();
            PlanItem need = add(PlanPart.B, Typed.of(ItemWords.of("Reads late. Fears groups.")));
            PlanItem other = add(PlanPart.B, Typed.of(ItemWords.of("Hears badly.")));
            PlanItem provision =
                    add(PlanPart.F, Typed.of(ItemWords.of("Teaching.")).tiedTo(need));

            PlanItem second = writing.split(rowan, need.line(), "Reads late.", "Fears groups.", 0, "casey");
            assertThat(labels())
                    .containsExactly("B1 Reads late.", "B2 Fears groups.", "B3 Hears badly.", "F1 Teaching.");
            assertThat(text().tiesOf(provision))
                    .extracting(PlanItem::line)
                    .as("what met the whole need meets both halves")
                    .containsExactly(need.line(), second.line());

            writing.merge(rowan, second.line(), 0, other.line(), 0, "casey");
            assertThat(labels()).containsExactly("B1 Reads late.", "B2 Hears badly.\nFears groups.", "F1 Teaching.");
            assertThat(text().tiesOf(provision)).extracting(PlanItem::line).containsExactly(need.line(), other.line());

            writing.remove(rowan, need.line(), 1, "casey");
            assertThat(labels()).containsExactly("B1 Hears badly.\nFears groups.", "F1 Teaching.");
            assertThat(writing.earlier(plans.working(rowan)))
                    .extracting(EarlierWords::what)
                    .containsExactly(
                            EarlierWords.What.SPLIT,
                            EarlierWords.What.MERGED,
                            EarlierWords.What.MERGED,
                            EarlierWords.What.REMOVED);
            EarlierWords removed = writing.earlier(plans.working(rowan)).get(3);
            writing.takeBack(rowan, removed.id(), "casey");
            assertThat(labels())
                    .as("where it stood")
                    .containsExactly("B1 Reads late.", "B2 Hears badly.\nFears groups.", "F1 Teaching.");
            assertThat(text().tiesOf(provision))
                    .as("with what was tied to it")
                    .extracting(PlanItem::line)
                    .containsExactly(need.line(), other.line());
        }

        @Test
        void aStaleItemIsRefusedAndWhatSomebodyElseWritesOverIsKept() {
            aPlanIsDecidedOn();
            PlanItem need = add(PlanPart.B, Typed.of(ItemWords.of("What Casey wrote.")));
            writing.write(rowan, need.line(), Typed.of(ItemWords.of("What Rowena wrote.")), 0, "rowena");

            assertThatThrownBy(
                            () -> writing.write(rowan, need.line(), Typed.of(ItemWords.of("Casey again.")), 0, "casey"))
                    .isInstanceOf(StaleSave.class)
                    .hasMessageContaining("changed by rowena");
            assertThatThrownBy(() -> writing.remove(rowan, need.line(), 0, "casey"))
                    .isInstanceOf(StaleSave.class);
            assertThat(labels()).containsExactly("B1 What Rowena wrote.");
            assertThat(writing.earlier(plans.working(rowan))).singleElement().satisfies(kept -> assertThat(
                            writing.says(kept).says().words())
                    .isEqualTo("What Casey wrote."));
        }

        @Test
        void sectionARepeatsWhatTheFamilySaidWordForWord() {
            FamilyView said = files.keepView(
                    rowan, ViewTopic.ASPIRATIONS, "Rowan", LocalDate.of(2026, 11, 1), "I want to  be a vet!", "casey");
            FamilyView complaint = files.keepView(
                    rowan, ViewTopic.OTHER, "Maya", LocalDate.of(2026, 11, 2), "You never call. \uD83D\uDE20", "casey");
            aPlanIsDecidedOn();

            assertThat(text().quotes()).containsExactly(said);
            writing.quote(rowan, Set.of(said.id(), complaint.id()), "casey");
            assertThat(text().quotes())
                    .extracting(FamilyView::words)
                    .containsExactly("I want to  be a vet!", "You never call. \uD83D\uDE20");
            assertThatThrownBy(() -> writing.quote(rowan, Set.of(-1L), "casey")).isInstanceOf(Refusal.class);
        }

        @Test
        void aDraftTheCouncilChangedIsServedAgainAndAPlanInForceIsAmendedByAProposalFirst() {
            aPlanIsDecidedOn();
            writeAllBut(null);
            assertThat(plans.issueDraft(rowan).number()).isEqualTo(1);
            assertThat(plans.working(rowan).kind()).isEqualTo(PlanKind.FINAL);
            propose(LocalDate.of(2026, 11, 10), SettingReply.ACCEPTS);

            PlanVersion second = plans.draftAgain(rowan);
            assertThat(second.kind()).isEqualTo(PlanKind.DRAFT);
            assertThat(second.settingType())
                    .as("a draft names nothing (s.38(5))")
                    .isNull();
            assertThat(plans.issueDraft(rowan).number()).isEqualTo(2);

            propose(LocalDate.of(2026, 11, 10), SettingReply.ACCEPTS);
            assertThatThrownBy(() -> plans.proposeAmendments(rowan)).hasMessageContaining("no final plan to amend");
            plans.sign(rowan, "morgan", "Morgan Ellery", "SEN team manager");
            plans.issueFinal(rowan);

            assertThat(plans.proposeAmendments(rowan).kind()).isEqualTo(PlanKind.PROPOSED_AMENDMENT);
            assertThatThrownBy(() -> plans.proposeAmendments(rowan)).hasMessageContaining("being written already");
            plans.issueDraft(rowan);
            propose(LocalDate.of(2026, 11, 10), SettingReply.ACCEPTS);
            plans.sign(rowan, "morgan", "Morgan Ellery", "SEN team manager");
            plans.issueFinal(rowan);
            assertThat(plans.of(rowan))
                    .extracting(PlanVersion::kind)
                    .containsExactly(
                            PlanKind.DRAFT,
                            PlanKind.DRAFT,
                            PlanKind.FINAL,
                            PlanKind.PROPOSED_AMENDMENT,
                            PlanKind.FINAL_AMENDED);
            assertThat(plans.inForce(rowan))
                    .get()
                    .extracting(PlanVersion::number)
                    .isEqualTo(5);
            assertThatThrownBy(() -> plans.working(rowan)).hasMessageContaining("The plan is signed");
        }

        private PlanItem add(PlanPart part, Typed typed) {
            return writing.add(rowan, part, typed, "casey");
        }

        private List<String> labels() {
            PlanText text = text();
            return text.items().stream()
                    .map(item -> text.label(item) + " " + item.says().words())
                    .toList();
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
            new SamplePlan(plans, writing, advice).writeAllBut(left, rowan, "casey");
        }

        private PlanText text() {
            return plans.text(rowan, plans.working(rowan));
        }

        private PlanSection section(PlanPart part) {
            return text().sections().stream()
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
