package org.ehcpathway.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what stood in a plan before it is taken out, split, merged or written over by somebody else. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeptItems {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EarlierWordsRepository earlier;
    private final PlanStore store;
    private final Clock clock;

    KeptItems(EarlierWordsRepository earlier, PlanStore store, Clock clock) {
        this.earlier = earlier;
        this.store = store;
        this.clock = clock;
    }

    /**
     * An item as it was, with all that is needed to put it back.
     *
     * @param place it had in its section; null in what was kept before places were
     * @param tiedTo lines of the outcomes and provision that were tied to it; null likewise
     */
    record Kept(ItemWords says, Set<Long> ties, Set<Long> advice, Integer place, Set<Long> tiedTo) {

        Typed typed() {
            return new Typed(says, ties, advice);
        }
    }

    List<EarlierWords> of(PlanVersion version) {
        return earlier.findByVersionIdOrderById(version.id());
    }

    Optional<EarlierWords> find(long id) {
        return earlier.findById(id);
    }

    static Kept read(EarlierWords words) {
        try {
            return JSON.readValue(words.words(), Kept.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Earlier words of a plan cannot be read.", broken);
        }
    }

    void keep(PlanSection section, String by) {
        earlier.save(new EarlierWords(
                null,
                section.versionId(),
                section.part(),
                null,
                EarlierWords.What.WRITTEN_OVER,
                section.words(),
                section.editedBy(),
                section.editedAt(),
                by,
                clock.instant()));
    }

    void keep(PlanItem item, EarlierWords.What what, String by) {
        earlier.save(new EarlierWords(
                null,
                item.versionId(),
                item.part(),
                item.line(),
                what,
                written(new Kept(
                        item.says(),
                        store.tiesFrom(item),
                        store.sourcesOf(item),
                        store.inOrder(item.versionId(), item.part()).indexOf(item),
                        store.tiesTo(item))),
                item.editedBy(),
                item.editedAt(),
                by,
                clock.instant()));
    }

    private static String written(Kept kept) {
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An item of a plan cannot be written as JSON.", impossible);
        }
    }
}
