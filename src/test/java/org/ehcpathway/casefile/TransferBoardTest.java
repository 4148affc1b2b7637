package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ehcpathway.casefile.TransferRow.Progress;
import org.ehcpathway.casefile.TransferRow.Risk;
import org.ehcpathway.statute.PhaseTransfer;
import org.ehcpathway.testing.NhsNumbers;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board of a year of phase transfers, as large as one of a big council, in one statement. */
class TransferBoardTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    /** Transfers of September 2028; the plan names the setting by 14 February, the notice goes out by 20 December. */
    @CasefileRoom.Test
    abstract static class Story {

        private static final LocalDate SEPTEMBER = LocalDate.of(2028, 9, 1);

        @Autowired
        CaseFiles files;

        @Autowired
        SettingRegister settings;

        @Autowired
        PlanRegister register;

        @Autowired
        PhaseTransfers transfers;

        @Autowired
        Episodes episodes;

        @Autowired
        RegisterSweep due;

        @Autowired
        TransferBoard board;

        @Autowired
        TestClock clock;

        @Test
        void aThousandTransfersAreOnTheBoardAtOnce_thoseMissedFirst() {
            clock.setTo(LocalDate.of(2027, 9, 14));
            settings.add(
                    "100001",
                    "Ashdown Primary School",
                    "Mrs Grace Holloway",
                    "office@example.org",
                    new Address("Ashdown Lane", null, "Exampleton", null, "ZX4 1AA"));
            assertThat(board.withoutAges()).isEmpty();
            String first = transferring();
            assertThat(board.withoutAges())
                    .containsExactly(new TransferBoard.WithoutAges("100001", "Ashdown Primary School", 1));
            settings.teaches("100001", 4, 11);
            for (int i = 1; i < 1000; i++) {
                transferring();
            }
            LocalDate day = PhaseTransfer.day(2028);
            assertThat(due.withoutTransfer(day)).as("planned already").isEmpty();
            assertThat(due.withoutTransfer(PhaseTransfer.day(2029))).hasSize(1000);

            List<TransferRow> rows = board.of(2028, null);
            assertThat(rows).hasSize(1000).allSatisfy(row -> {
                assertThat(row.progress()).isEqualTo(Progress.TO_ASK);
                assertThat(row.risk()).isEqualTo(Risk.ON_TRACK);
                assertThat(row.due()).isEqualTo("2028-02-14");
                assertThat(row.noticeBy()).isEqualTo("2027-12-20");
                assertThat(row.daysLeft()).isEqualTo(153);
                assertThat(row.from()).isEqualTo("Ashdown Primary School");
            });
            assertThat(board.of(2028, Set.of("team-south"))).isEmpty();
            assertThat(board.of(2027, null)).isEmpty();

            clock.setTo(LocalDate.of(2028, 2, 10));
            assertThat(transfers.named(first, SEPTEMBER, LocalDate.of(2028, 2, 9), "manager"))
                    .hasSize(1);
            assertThat(board.of(2028, null)).extracting(TransferRow::risk).containsOnly(Risk.AT_RISK, Risk.MET);
            clock.setTo(LocalDate.of(2028, 2, 16));
            List<TransferRow> late = board.of(2028, null);
            assertThat(late.get(0).risk()).isEqualTo(Risk.MISSED);
            assertThat(late.get(0).daysLeft()).isEqualTo(-2);
            assertThat(late.get(999).progress()).isEqualTo(Progress.NAMED);
            assertThat(late.get(999).daysLeft()).isNull();
            String second = late.get(0).reference();
            transfers.named(second, SEPTEMBER, LocalDate.of(2028, 2, 16), "manager");
            assertThat(board.of(2028, null))
                    .filteredOn(row -> row.reference().equals(second))
                    .extracting(TransferRow::risk)
                    .containsExactly(Risk.MET_LATE);
        }

        private String transferring() {
            String reference = files.open(
                            Requests.rowans(r -> {
                                r.birthDate = LocalDate.of(2017, 3, 9);
                                r.upn = null;
                                r.nhsNumber = NhsNumbers.next();
                                r.settingUrn = "100001";
                            }),
                            "caseworker")
                    .reference();
            register.made(reference, LocalDate.of(2027, 1, 5));
            Episode planned = transfers.plan(
                    reference,
                    PhaseTransfer.PRIMARY_TO_SECONDARY,
                    SEPTEMBER,
                    settings.get("100001").id(),
                    7);
            assertThat(episodes.open(planned.id(), "process")).isTrue();
            return reference;
        }
    }
}
