package org.ehcpathway.letter;

import java.util.HashMap;
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
 * <p>Its engine is its own and no bean, so that the web pages keep theirs: letters are XML, without the entities of HTML.
 */
@Component
class LetterTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final PdfRenderer renderer;

    LetterTemplates(PdfRenderer renderer) {
        this.renderer = renderer;
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        resolver.setPrefix("letters/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        engine.setEnableSpringELCompiler(true);
    }

    /** The letter as XHTML. Refuses values that make no letter. */
    String xhtml(LetterValues values) {
        values.check();
        Map<String, Object> model = new HashMap<>();
        model.put("v", values);
        model.put("child", values.child());
        model.put("council", values.council());
        model.put("dates", values.dates());
        model.put("rights", values.rights());
        model.put("f", new LetterDates());
        return engine.process(
                values.kind().id() + "/" + values.templateVersion() + "/letter", new Context(Locale.UK, model));
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
