package org.ehcpathway.letter;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ehcpathway.statute.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works off a run: a chunk of letters at a time on every core, each letter by the same steps as in its own process, which are safe to
 * repeat. A letter that fails stops no other.
 */
@Component
public class LetterRunWork {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRunWork.class);
    private static final int CHUNK = 100;

    private final LetterRuns runs;
    private final LetterSending sending;

    LetterRunWork(LetterRuns runs, LetterSending sending) {
        this.runs = runs;
        this.sending = sending;
    }

    /** Works off every run that nobody is at: new ones, and those whose worker has died. Comes back when they are done. */
    public void takeUp() {
        for (long run : runs.running()) {
            if (runs.take(run)) {
                work(run);
            }
        }
    }

    private void work(long run) {
        ExecutorService cores = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), made -> new Thread(made, "letter-run-" + run));
        try {
            List<Long> chunk = runs.waiting(run, CHUNK);
            while (!chunk.isEmpty() && runs.stay(run)) {
                List<Callable<Void>> work = chunk.stream()
                        .<Callable<Void>>map(letter -> () -> {
                            make(run, letter);
                            return null;
                        })
                        .toList();
                for (Future<Void> done : cores.invokeAll(work)) {
                    done.get();
                }
                chunk = runs.waiting(run, CHUNK);
            }
            if (chunk.isEmpty()) {
                runs.end(run, "FINISHED");
            }
        } catch (InterruptedException stopped) {
            // The run is taken up again where it stands, here or on another node.
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("A run of letters stopped and is taken up again later", e.getCause());
        } finally {
            cores.shutdownNow();
        }
    }

    private void make(long run, long letter) {
        if (!runs.goesOn(run)) {
            return;
        }
        try {
            sending.render(letter);
            Dispatched dispatched = sending.dispatch(letter);
            if (dispatched.how() == Dispatched.How.TO_BE_SETTLED) {
                runs.failed(run, letter, "Nobody knows whether an earlier try has left: settle it in its task.");
            } else {
                runs.ready(run, letter);
            }
        } catch (Refusal | ChannelUnavailable expected) {
            runs.failed(run, letter, expected.getMessage());
        } catch (RuntimeException unexpected) {
            LOG.error("A letter of a run was not made", unexpected);
            runs.failed(run, letter, "Something went wrong on our side. The letter is tried again by its own process.");
        }
    }
}
