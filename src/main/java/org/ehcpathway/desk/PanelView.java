package org.ehcpathway.desk;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelSitting;

/**
 * A sitting as one person may see it. What the person may not see is null or an empty list.
 *
 * @param rows the agenda; empty before the papers are out, for those who do not prepare the panel
 * @param waiting cases that may still be added
 * @param correction what the chair wants corrected in the minutes; null when nothing
 */
record PanelView(
        PanelSitting sitting,
        List<PanelFile.Seat> seats,
        List<Row> rows,
        List<Waits> waiting,
        List<Paper> papers,
        Paper minutes,
        String approved,
        String correction,
        boolean organises,
        boolean records,
        boolean begun,
        boolean attendanceTaken,
        Long memberId) {

    /**
     * A case on the agenda.
     *
     * @param reference null for one the reader is connected with
     * @param outcome what was recommended, or what happened to it, in words
     * @param connections who on the rota is connected and how; only for those who prepare the panel
     * @param open whether the panel still has to say something
     */
    record Row(
            int number,
            long itemId,
            String reference,
            String child,
            String question,
            boolean aboutPlan,
            String yes,
            String no,
            String rule,
            LocalDate legalDate,
            String outcome,
            String reasons,
            String provision,
            String funding,
            String missing,
            List<String> connections,
            List<String> left,
            boolean open) {}

    record Waits(
            long itemId,
            String reference,
            String child,
            String question,
            LocalDate legalDate,
            LocalDate toManagerOn,
            String missing) {}

    /** @param sha256 fingerprint of the bytes */
    record Paper(String reader, String address, String sha256) {}
}
