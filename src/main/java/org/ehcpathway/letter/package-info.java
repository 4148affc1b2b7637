/**
 * Letters: what each must contain, how it becomes an accessible PDF, and how it is signed, sent and served.
 *
 * <p>{@link org.ehcpathway.letter.Letters} is the way in; {@link org.ehcpathway.letter.PdfRenderer} also makes the plan's PDF. The
 * words are in {@code src/main/resources/letters}.
 */
package org.ehcpathway.letter;
