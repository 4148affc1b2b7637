package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter in words, before it becomes a PDF or anything else.
 *
 * @param xhtml as the template made it, with its style for A4 paper
 * @param names names that no line may tear apart
 */
record LetterWords(String xhtml, LocalDate date, List<String> names) {}
