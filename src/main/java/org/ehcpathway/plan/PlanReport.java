package org.ehcpathway.plan;

import org.ehcpathway.casefile.Document;

/**
 * A report of section K, as it travels with the plan.
 *
 * @param pages 0 where its type of file does not tell
 * @param attached whether it is inside the plan's PDF; otherwise it is sent as a file of its own
 */
record PlanReport(PlanAppendix appendix, Document paper, int pages, boolean attached) {

    /** The name under which readers of the plan's PDF show and save it. */
    String fileName() {
        String name = paper.fileName();
        return appendix.label() + " " + appendix.title() + name.substring(name.lastIndexOf('.'));
    }

    /** What it is: for those who see the list of attachments only. */
    String description() {
        return appendix.label() + ": " + appendix.title() + " from " + appendix.author();
    }

    /** What the family gets, such as "PDF, 7 pages". */
    String kind() {
        return switch (paper.mediaType()) {
            case "application/pdf" -> "PDF, " + (pages == 1 ? "1 page" : pages + " pages");
            case "image/png", "image/jpeg" -> "picture";
            case "text/plain" -> "plain text";
            default -> "text document";
        };
    }
}
