package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CaseReferenceTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    @CasefileRoom.Test
    abstract static class Story {

        @Autowired
        CaseFiles files;

        @Autowired
        PlatformTransactionManager transactions;

        @Test
        void eightPeopleOpenCasesAtOnce_inAYearThatNobodyUsedYet_everyReferenceIsGivenOnce() throws Exception {
            int people = 8;
            int casesEach = 5;
            CyclicBarrier together = new CyclicBarrier(people);
            ExecutorService office = Executors.newFixedThreadPool(people);
            List<Future<List<String>>> work = IntStream.range(0, people)
                    .mapToObj(person -> office.submit(() -> {
                        together.await(10, TimeUnit.SECONDS);
                        List<String> opened = new ArrayList<>();
                        for (int i = 0; i < casesEach; i++) {
                            opened.add(openedIn(2025));
                        }
                        return opened;
                    }))
                    .toList();
            List<String> all = new ArrayList<>();
            for (Future<List<String>> done : work) {
                all.addAll(done.get(60, TimeUnit.SECONDS));
            }
            office.shutdown();

            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, people * casesEach)
                            .mapToObj("EHC-2025-%05d"::formatted)
                            .toList());
        }

        @Test
        void aCaseThatIsNotOpenedAfterAll_leavesNoGap() {
            assertThat(openedIn(2024)).isEqualTo("EHC-2024-00001");
            new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                assertThat(openedIn(2024)).isEqualTo("EHC-2024-00002");
                transaction.setRollbackOnly();
            });
            assertThat(openedIn(2024)).isEqualTo("EHC-2024-00002");
            assertThat(openedIn(2023)).isEqualTo("EHC-2023-00001");
        }

        @Test
        void aReferenceThatWasNeverGiven_isSaidToBeUnknown() {
            assertThatThrownBy(() -> files.get("EHC-2022-00042"))
                    .hasMessage("There is no case EHC-2022-00042; check the reference.");
            assertThatThrownBy(() -> files.whole("<script>"))
                    .hasMessage("There is no such case; a reference looks like EHC-2026-00042.");
        }

        private String openedIn(int year) {
            return files.open(Requests.rowans(r -> r.receivedOn = LocalDate.of(year, 10, 1)), "caseworker")
                    .reference();
        }
    }
}
