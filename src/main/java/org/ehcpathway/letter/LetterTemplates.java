package org.ehcpathway.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Puts a letter's values into the words of its template, {@code letters/<kind>/<version>/letter.html}.
 *
 * <p>Its engine is its own and no bean, so that the web pages keep theirs: letters are well-formed XML, without the entities of HTML.
 */
@Component
class LetterTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final PdfRenderer renderer;
    private final LetterContentTable contents = LetterContentTable.fromClasspath();

    LetterTemplates(PdfRenderer renderer) {
        this.renderer = renderer;
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        resolver.setPrefix("letters/");
        resolver.setSuffix(".html");
        // In the mode of XML every letter beyond ASCII would become a reference, and could not be checked for a glyph.
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        engine.setEnableSpringELCompiler(true);
        engine.addDialect(new BlockMarkers());
    }

    /** What the table wants in this letter. */
    LetterContent content(LetterKind kind, Situation situation) {
        return contents.of(kind, situation);
    }

    /** The letter as XHTML. Refuses values that make no letter, and a letter that is not what the table wants. */
    String xhtml(LetterValues values) {
        LetterContent content = content(values.kind(), values.situation());
        values.check(content);
        renderer.checkWindow(values.recipient().windowLines(), values.names());
        Map<String, Object> model = new HashMap<>();
        model.put(BlockMarkers.CONTENT, content);
        model.put("v", values);
        model.put("child", values.child());
        model.put("council", values.council());
        model.put("dates", values.dates());
        model.put("rights", values.rights());
        model.put("facts", values.facts());
        model.put("f", new LetterDates());
        String xhtml = engine.process(
                values.kind().id() + "/" + values.templateVersion() + "/letter", new Context(Locale.UK, model));
        ComposedLetter composed = ComposedLetter.of(xhtml);
        composed.check(values.kind(), content, values.typedLines());
        composed.checkHidden(values.hidden(), values.recipient().name());
        return xhtml;
    }

    /** A paper with what a family said, as XHTML. */
    String familysWords(String reference, String child, String title, List<LetterValues.Representation> words) {
        Map<String, Object> model = new HashMap<>();
        model.put("reference", reference);
        model.put("child", child);
        model.put("title", title);
        model.put("words", words);
        model.put("f", new LetterDates());
        return engine.process("shared/familys-words", new Context(Locale.UK, model));
    }

    /** A letter in words and as PDF. */
    record Made(LetterWords words, byte[] pdf) {}

    LetterWords words(LetterValues values) {
        return new LetterWords(xhtml(values), values.date(), values.names());
    }

    /** The letter made on its date. */
    Made make(LetterValues values) {
        LetterWords words = words(values);
        return new Made(words, renderer.renderForEnvelope(words.xhtml(), words.date(), words.names()));
    }

    /** The letter as PDF, made on the letter's date. */
    byte[] pdf(LetterValues values) {
        return make(values).pdf();
    }
}
