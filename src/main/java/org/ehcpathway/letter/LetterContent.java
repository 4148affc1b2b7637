package org.ehcpathway.letter;

import java.util.Set;
import org.ehcpathway.statute.CouncilDecision;

/**
 * What one letter to one reader must hold, may hold and must not hold.
 *
 * @param decision the decision whose rights of appeal the letter prints; null when there are none
 * @param must the blocks without which it is not sent
 * @param may the blocks that it has when there is something to say
 */
record LetterContent(CouncilDecision decision, Set<Block> must, Set<Block> may) {

    boolean allows(Block block) {
        return must.contains(block) || may.contains(block);
    }
}
