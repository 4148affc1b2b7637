package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.Optional;
import org.ehcpathway.casefile.Channel;

/**
 * A way on which letters leave the house: the outbox folder, the council's mail server, GOV.UK Notify, the print room.
 *
 * <p>Before {@link #handOver} is called, the idempotency key and the fact that it is about to be called have been stored.
 */
interface Carrier {

    /** Its name in the settings and in the record of what was sent. Never change it. */
    String id();

    boolean carries(Channel channel);

    /** Why the way is not ready for this channel, as a sentence for who runs the application; empty when it is. */
    Optional<String> lacks(Channel channel);

    /** Why this consignment cannot go this way at all, as a sentence for the caseworker; empty when it can. */
    default Optional<String> cannotTake(Consignment consignment) {
        return Optional.empty();
    }

    /**
     * Whether the way can be asked what became of an earlier try. If not, a try that ended without an answer is for a person to
     * settle, because trying again might send the letter twice.
     */
    boolean keepsTrace();

    /** Whether the way can be asked later whether the letter arrived. */
    default boolean tellsLater() {
        return false;
    }

    /**
     * What became of an earlier try; empty when it surely did not come through.
     *
     * @throws ChannelUnavailable when the way cannot be asked now
     */
    Optional<HandedOver> handedOver(Sought sought);

    /**
     * Hands the letter over.
     *
     * @throws ChannelUnavailable when it has not been taken; trying again later is right
     * @throws RecipientRefused when it will never be taken for this recipient
     * @throws Unconfirmed when nobody can tell whether it was taken
     * @throws NotToday when this way takes nothing more today
     */
    HandedOver handOver(Consignment consignment);

    /** @param receipt where it can be looked up later, at most 500 characters */
    record HandedOver(LocalDate on, String receipt) {}

    /** An earlier try. {@code sha256} is that of the letter's PDF. */
    record Sought(String key, String sha256, Channel channel) {}
}
