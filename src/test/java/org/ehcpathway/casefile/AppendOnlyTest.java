package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is written stays, even for somebody who reaches the database with SQL. */
class AppendOnlyTest {

    /** Counters, claims and runs of the machine, who has a page open, and a seat that somebody gives up: nothing of the file. */
    private static final Set<String> MAY_LOSE_ROWS = Set.of(
            "case_reference",
            "letter_claim",
            "letter_delivery",
            "letter_handling",
            "letter_run",
            "letter_run_item",
            "panel_seat",
            "plan_line",
            "plan_open",
            "print_run",
            "signing_batch",
            "signing_batch_letter");

    /** What has a state, or is put right, as the case goes on; its history tells what it was. */
    private static final Set<String> CHANGES = Set.of(
            "advice",
            "contact",
            "ehc_case",
            "panel_item",
            "panel_member",
            "panel_sitting",
            "person",
            "setting",
            "setting_consultation",
            // An entry of the register ends once; an episode is planned, opened and closed.
            "held_plan",
            "episode");

    @Nested
    @OnH2
    class InH2 extends Story {

        @Override
        Collection<String> withATriggerOn(String event) {
            return jdbc.queryForList("""
                    select distinct lower(event_object_table) from information_schema.triggers
                    where action_timing = 'BEFORE' and event_manipulation like ?
                    """, String.class, "%" + event + "%");
        }
    }

    @Nested
    @OnPostgres
    class InPostgres extends Story {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "decision",
                    "document_content",
                    "case_event",
                    "deadline",
                    "advice",
                    "claimed_exception",
                    "exception_decision",
                    "panel_event",
                    "panel_paper_content",
                    "panel_item",
                    "advice_step"
                })
        void aTableIsNotEmptied(String table) {
            assertThatThrownBy(() -> jdbc.execute("truncate table " + table + " cascade"))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("are kept as they were written");
        }

        @Test
        void everyTableOfTheFileIsKeptFromBeingEmptied() {
            assertThat(tables())
                    .filteredOn(table -> !MAY_LOSE_ROWS.contains(table))
                    .isSubsetOf(jdbc.queryForList("""
                            select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                            where not t.tgisinternal and t.tgtype & 32 <> 0
                            """, String.class));
        }

        @Override
        Collection<String> withATriggerOn(String event) {
            return jdbc.queryForList("""
                    select distinct lower(event_object_table) from information_schema.triggers
                    where trigger_schema = current_schema() and action_timing = 'BEFORE' and event_manipulation = ?
                    """, String.class, event);
        }
    }

    @CasefileRoom.Test
    abstract static class Story {

        @Autowired
        CaseFiles files;

        @Autowired
        Deadlines deadlines;

        @Autowired
        DeadlineExceptions exceptions;

        @Autowired
        AdviceRegister advice;

        @Autowired
        Documents documents;

        @Autowired
        JdbcTemplate jdbc;

        private EhcCase ehcCase;

        @BeforeEach
        void aFullFile() {
            ehcCase = files.open(Requests.rowans(), "caseworker");
            String reference = ehcCase.reference();
            String reasons = "The school's support does not reach these needs.";
            files.decide(reference, DecisionKind.ASSESS, "CFA s.36(8)", reasons, null, "manager");
            files.recommend(reference, true, reasons, null, "panel");
            files.keepView(
                    reference, ViewTopic.REQUEST, "Maya Ashdown", LocalDate.of(2026, 9, 14), "Please help.", "me");
            documents.add(
                    reference,
                    DocumentKind.REQUEST,
                    "Request",
                    "request.txt",
                    "Please help.".getBytes(StandardCharsets.UTF_8),
                    "caseworker");
            advice.plan(reference, AdviceKind.MEDICAL, "Dr Anand", null, null, null, "advisers-health");
            Deadline deadline = deadlines.start(reference, "REQ-04", ehcCase.receivedOn());
            ClaimedException claim = exceptions.claim(
                    reference, deadline.id(), DeadlineExceptionsTest.away("2026-09-20", "2026-10-20"), "caseworker");
            exceptions.decide(reference, claim.id(), true, "The tickets show the whole journey.", null, "manager");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "decision, reasons = 'Some other reasons that were written afterwards.'",
                    "recommendation, provision = 'Band 1'",
                    "document, title = 'Another title'",
                    "document_content, content = content",
                    "family_view, words = 'Nothing is wrong.'",
                    "case_event, by = 'somebody else'",
                    "claimed_exception, evidence = 'None at all'",
                    "exception_decision, approved = false"
                })
        void whatWasWritten_isNeitherChangedNorDeleted(String table, String change) {
            int before = count(table);

            assertThatThrownBy(() -> jdbc.update("update " + table + " set " + change))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("Rows of " + table + " are kept as they were written: UPDATE refused");
            assertThatThrownBy(() -> jdbc.update("delete from " + table))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("Rows of " + table + " are kept as they were written: DELETE refused");

            assertThat(count(table)).isEqualTo(before).isPositive();
        }

        @ParameterizedTest
        @ValueSource(strings = {"ehc_case", "person", "advice", "deadline"})
        void whatChangesAsTheCaseGoesOn_isStillNeverDeleted(String table) {
            // Without the rows that point to them, so that only the trigger stands in the way.
            String last = "delete from " + table + " where id = (select max(id) from " + table + ")";

            assertThatThrownBy(() -> jdbc.update(last))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("Rows of " + table + " are kept as they were written: DELETE refused");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "due = date '2030-01-01'",
                    "clock_start = date '2026-01-01'",
                    "rule = 'PLAN-06'",
                    "warn_on = date '2026-09-15'",
                    "alternative_due = date '2030-01-01'",
                    "superseded_at = current_timestamp, due = date '2030-01-01'"
                })
        void aDeadlineKeepsItsDates(String change) {
            assertThatThrownBy(() -> change(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("A deadline keeps its dates as they were computed");
        }

        @Test
        void aDeadlineIsMetOnce() {
            change("met_on = date '2026-10-20', met_by = 'caseworker', met_how = 'L-04 sent'");

            assertThatThrownBy(() -> change("met_on = date '2026-10-01'"))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("A deadline is met or superseded once: met_on is already set");
            assertThatThrownBy(() -> change("met_on = null, met_by = null, met_how = null"))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("A deadline is met or superseded once");
            change("superseded_at = current_timestamp");
            assertThatThrownBy(() -> change("superseded_at = null"))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("A deadline is met or superseded once: superseded_at is already set");
        }

        @Test
        void aRuleHasOneCurrentDeadlineInACase() {
            String again = """
                    insert into deadline (case_id, rule, rule_version, clock_start, due, warn_on, computed_at)
                    values (?, 'REQ-04', 'REQ-04@2014-09-01', date '2026-09-15', date '2026-10-27', date '2026-10-20',
                            current_timestamp)
                    """;

            assertThatThrownBy(() -> jdbc.update(again, ehcCase.id())).isInstanceOf(DataAccessException.class);
            change("superseded_at = current_timestamp");
            assertThat(jdbc.update(again, ehcCase.id())).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "stage = 'LOST'",
                    "source = 'NOBODY'",
                    "reference = 'EHC-1'",
                    "stage = 'NO_PLAN'",
                    "closed_on = date '2026-09-20'",
                    "stage = 'NO_PLAN', outcome = 'No plan', closed_on = date '2026-09-13'"
                })
        void whatACaseCannotBe_isNotStored(String change) {
            assertThatThrownBy(() -> jdbc.update("update ehc_case set " + change + " where id = ?", ehcCase.id()))
                    .isInstanceOf(DataAccessException.class);
        }

        /** The tables come from the schema, so that one that is added later cannot be forgotten here. */
        @Test
        void noTableOfTheFileLosesARow() {
            assertThat(tables())
                    .filteredOn(table -> !MAY_LOSE_ROWS.contains(table))
                    .contains("plan_item", "representation", "setting_consultation", "ending", "ending_decision")
                    .isSubsetOf(withATriggerOn("DELETE"));
        }

        @Test
        void onlyWhatChangesAsTheCaseGoesOnIsEverWrittenOver() {
            assertThat(tables())
                    .filteredOn(table -> !MAY_LOSE_ROWS.contains(table) && !CHANGES.contains(table))
                    .contains("representation", "setting_request", "ending", "ending_decision", "draft_change")
                    .isSubsetOf(withATriggerOn("UPDATE"));
        }

        @Test
        void theExceptionsAreTablesThatThereAre() {
            assertThat(tables()).containsAll(MAY_LOSE_ROWS).containsAll(CHANGES);
        }

        /** @param event DELETE or UPDATE */
        abstract Collection<String> withATriggerOn(String event);

        List<String> tables() {
            return jdbc.queryForList("""
                            select lower(table_name) from information_schema.tables
                            where lower(table_schema) = 'public' and table_type like '%TABLE%'
                            """, String.class).stream()
                    .filter(table -> !table.startsWith("act_") && !table.startsWith("flyway"))
                    .toList();
        }

        private void change(String change) {
            jdbc.update("update deadline set " + change + " where case_id = ?", ehcCase.id());
        }

        private int count(String table) {
            return jdbc.queryForObject("select count(*) from " + table, Integer.class);
        }
    }
}
