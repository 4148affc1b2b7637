/**
 * Letters: what each must contain, how it becomes an accessible PDF, and how it is signed, sent and served.
 *
 * <p>{@link org.ehcpathway.letter.LetterPreparation}, {@link org.ehcpathway.letter.LetterSigning}, {@link org.ehcpathway.letter.LetterSending}
 * and {@link org.ehcpathway.letter.LetterReading} are the ways in; {@link org.ehcpathway.letter.PdfRenderer} also makes the plan's PDF. The
 * words are in {@code src/main/resources/letters}.
 */
package org.ehcpathway.letter;
