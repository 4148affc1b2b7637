package org.ehcpathway.letter;

import java.util.Set;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * The attribute {@code ehc:block="RA"} of the templates: the element is in the letter when the table wants or allows the block, and
 * leaves a mark, {@code data-block="RA"}, by which the finished letter is checked. So a template cannot decide against the table.
 */
final class BlockMarkers extends AbstractProcessorDialect {

    /** The mark in the finished letter. */
    static final String MARK = "data-block";

    /** The variable of the templates that holds the content of this letter. */
    static final String CONTENT = "content";

    /** Before th:if, which may look at values that only this block needs. */
    private static final int BEFORE_CONDITIONS = 250;

    BlockMarkers() {
        super("Blocks of letters", "ehc", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new BlockProcessor(prefix));
    }

    private static final class BlockProcessor extends AbstractAttributeTagProcessor {

        BlockProcessor(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "block", true, BEFORE_CONDITIONS, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler handler) {
            LetterContent content = (LetterContent) context.getVariable(CONTENT);
            if (content.allows(Block.valueOf(value))) {
                handler.setAttribute(MARK, value);
            } else {
                handler.removeElement();
            }
        }
    }
}
