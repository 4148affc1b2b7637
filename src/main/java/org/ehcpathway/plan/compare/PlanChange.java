package org.ehcpathway.plan.compare;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.SortedSet;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanPart;

/** One thing in which a later version of a plan differs from an earlier one. As JSON it says what kind of change it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(PlanChange.SectionWords.class),
    @JsonSubTypes.Type(PlanChange.ItemAdded.class),
    @JsonSubTypes.Type(PlanChange.ItemRemoved.class),
    @JsonSubTypes.Type(PlanChange.ItemMoved.class),
    @JsonSubTypes.Type(PlanChange.ItemAnswer.class),
    @JsonSubTypes.Type(PlanChange.ItemTies.class),
    @JsonSubTypes.Type(PlanChange.ItemAdvice.class),
    @JsonSubTypes.Type(PlanChange.QuoteAdded.class),
    @JsonSubTypes.Type(PlanChange.QuoteRemoved.class),
    @JsonSubTypes.Type(PlanChange.SettingNamed.class),
    @JsonSubTypes.Type(PlanChange.AppendixAdded.class),
    @JsonSubTypes.Type(PlanChange.AppendixRemoved.class),
    @JsonSubTypes.Type(PlanChange.AppendixChanged.class)
})
public sealed interface PlanChange {

    /** A change of one item. */
    sealed interface OfItem extends PlanChange {

        PlanPart part();

        long line();

        /** Where the item stands in the later version, from 0, when the change puts it there; else -1. */
        default int place() {
            return -1;
        }

        /** The item after this change. */
        default PlanContent.Item changed(PlanContent.Item item) {
            return item;
        }
    }

    /** Other words of a section itself. */
    record SectionWords(PlanPart part, String from, String to) implements PlanChange {}

    record ItemAdded(PlanPart part, int place, PlanContent.Item item) implements OfItem {

        @Override
        public long line() {
            return item.line();
        }
    }

    record ItemRemoved(PlanPart part, PlanContent.Item item) implements OfItem {

        @Override
        public long line() {
            return item.line();
        }
    }

    /** Another place among the items that both versions have. */
    record ItemMoved(PlanPart part, long line, int place) implements OfItem {}

    /** @param from null for nothing, a code by its name; so is {@code to} */
    record ItemAnswer(PlanPart part, long line, ItemField field, String from, String to) implements OfItem {

        @Override
        public PlanContent.Item changed(PlanContent.Item item) {
            return new PlanContent.Item(item.line(), field.in(item.says(), to), item.ties(), item.advice());
        }
    }

    /** Other ties of the golden thread. */
    record ItemTies(PlanPart part, long line, SortedSet<Long> from, SortedSet<Long> to) implements OfItem {

        @Override
        public PlanContent.Item changed(PlanContent.Item item) {
            return new PlanContent.Item(item.line(), item.says(), to, item.advice());
        }
    }

    /** Other advice the item comes from. */
    record ItemAdvice(PlanPart part, long line, SortedSet<Long> from, SortedSet<Long> to) implements OfItem {

        @Override
        public PlanContent.Item changed(PlanContent.Item item) {
            return new PlanContent.Item(item.line(), item.says(), item.ties(), to);
        }
    }

    record QuoteAdded(long view) implements PlanChange {}

    record QuoteRemoved(long view) implements PlanChange {}

    /** Section I names something else; null for nothing. */
    record SettingNamed(Naming from, Naming to) implements PlanChange {}

    record AppendixAdded(PlanContent.Appendix appendix) implements PlanChange {}

    record AppendixRemoved(PlanContent.Appendix appendix) implements PlanChange {}

    record AppendixChanged(PlanContent.Appendix from, PlanContent.Appendix to) implements PlanChange {}
}
