package org.ehcpathway.plan.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.SettingReply;
import org.ehcpathway.plan.compare.PlanContent.Appendix;
import org.ehcpathway.plan.compare.PlanContent.Item;

/** The changes of a plan are all that makes the one of the other, and no more. */
class PlanChangesTest {

    private static final List<String> WORDS = List.of("Daily.", "Weekly.", "Once a term.", "Two lines.\nThe second.");

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Property
    void theChangesAppliedToTheOldPlanGiveTheNew(@ForAll long one, @ForAll long other) throws JsonProcessingException {
        PlanContent before = plan(new Random(one), new Random(one));
        PlanContent after = plan(new Random(one), new Random(other));

        List<PlanChange> changes = PlanChanges.between(before, after);

        assertThat(before.after(changes)).isEqualTo(after);
        String kept = json.writerFor(new TypeReference<List<PlanChange>>() {}).writeValueAsString(changes);
        assertThat(json.readValue(kept, new TypeReference<List<PlanChange>>() {}))
                .as("read back from JSON")
                .isEqualTo(changes);
        assertThat(changes).allSatisfy(change -> {
            List<PlanChange> without = new ArrayList<>(changes);
            without.remove(change);
            if (!(change instanceof PlanChange.ItemMoved)) {
                // One place less moves what stands behind it, so the places of others would not hold.
                without.removeIf(rest -> rest instanceof PlanChange.OfItem item && item.place() >= 0);
            }
            assertThat(before.after(without))
                    .as("%s is not changed anyway", change)
                    .isNotEqualTo(after);
        });
    }

    @Property
    void aPlanThatSaysTheSameHasNoChanges(@ForAll long seed) {
        assertThat(PlanChanges.between(
                        plan(new Random(seed), new Random(seed)), plan(new Random(seed), new Random(seed))))
                .isEmpty();
    }

    /** Lines come from {@code lines}, so that two plans have some in common; all else from {@code chance}. */
    private static PlanContent plan(Random lines, Random chance) {
        Map<PlanPart, String> words = new EnumMap<>(PlanPart.class);
        Map<PlanPart, List<Item>> items = new EnumMap<>(PlanPart.class);
        for (PlanPart part : PlanPart.values()) {
            words.put(part, chance.nextInt(3) == 0 ? pick(chance) : "");
            if (part.hasItems()) {
                List<Item> inPart = new ArrayList<>();
                int from = part.ordinal() * 10;
                for (int line = from; line < from + 1 + lines.nextInt(6); line++) {
                    if (chance.nextInt(4) > 0) {
                        inPart.add(new Item(line, says(chance), some(chance), some(chance)));
                    }
                }
                java.util.Collections.shuffle(inPart, chance);
                items.put(part, List.copyOf(inPart));
            }
        }
        Naming naming = chance.nextBoolean()
                ? null
                : Naming.atOnce((long) chance.nextInt(2), "special", LocalDate.of(2026, 11, 10), SettingReply.ACCEPTS);
        List<Appendix> appendices = new ArrayList<>();
        for (long advice = 1; advice < 5; advice++) {
            if (chance.nextBoolean()) {
                appendices.add(new Appendix(
                        advice,
                        appendices.size() + 1,
                        "Advice",
                        "Dr " + chance.nextInt(2),
                        null,
                        AdviceState.RECEIVED,
                        LocalDate.of(2026, 10, 1 + chance.nextInt(2)),
                        null,
                        null));
            }
        }
        appendices.sort(Comparator.comparing(Appendix::number));
        return new PlanContent(words, items, some(chance), naming, appendices);
    }

    private static ItemWords says(Random chance) {
        ItemWords says = ItemWords.of(pick(chance));
        for (ItemField field : List.of(ItemField.AMOUNT, ItemField.BY_WHOM, ItemField.MONITORING)) {
            says = field.in(says, chance.nextBoolean() ? null : pick(chance));
        }
        return ItemField.AREA.in(says, chance.nextBoolean() ? null : "SENSORY_OR_PHYSICAL");
    }

    private static SortedSet<Long> some(Random chance) {
        SortedSet<Long> some = new TreeSet<>();
        for (long id = 1; id < 4; id++) {
            if (chance.nextBoolean()) {
                some.add(id);
            }
        }
        return some;
    }

    private static String pick(Random chance) {
        return WORDS.get(chance.nextInt(WORDS.size()));
    }
}
