package org.ehcpathway.plan.tribunal;

import java.util.ArrayList;
import java.util.List;

/** Words with what they are. */
public record Marked(Mark mark, String words) {

    /** The same text in as few pieces as possible; pieces without words are left out. */
    static List<Marked> joined(List<Marked> pieces) {
        List<Marked> out = new ArrayList<>();
        for (Marked piece : pieces) {
            int last = out.size() - 1;
            if (last >= 0 && out.get(last).mark() == piece.mark()) {
                out.set(last, new Marked(piece.mark(), out.get(last).words() + piece.words()));
            } else if (!piece.words().isEmpty()) {
                out.add(piece);
            }
        }
        return List.copyOf(out);
    }
}
