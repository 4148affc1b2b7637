package org.ehcpathway.letter;

import java.util.Locale;

/**
 * A letter again in the family's language, as a translator wrote it.
 *
 * @param language its tag (BCP 47), such as pl or pa-Guru
 * @param words paragraphs and lists, as they are printed
 * @param suppliedBy the translator or the agency
 */
public record TranslatedLetter(String language, String words, String suppliedBy) {

    /** The language in English, such as Polish. */
    public String languageName() {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.UK);
    }
}
