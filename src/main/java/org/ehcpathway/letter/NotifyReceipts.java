package org.ehcpathway.letter;

import java.util.Map;
import java.util.Set;
import org.ehcpathway.letter.LetterDeliveries.Delivery;
import org.ehcpathway.letter.SendingEvent.What;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks GOV.UK Notify what became of the letters and emails it was given, until each has arrived or failed. Source: GOV.UK Notify, API
 * documentation, statuses of emails and of precompiled letters.
 */
@Component
class NotifyReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(NotifyReceipts.class);

    /** Far below what the service answers in a minute. */
    private static final int AT_ONCE = 200;

    /** The provider has printed and posted a letter when it is received. */
    private static final Set<String> ARRIVED = Set.of("delivered", "received");

    private static final Map<String, String> FAILED = Map.of(
            "permanent-failure", "GOV.UK Notify could not deliver it: the address does not exist or takes no letters.",
            "temporary-failure", "GOV.UK Notify could not deliver it: the mailbox took no message for days.",
            "technical-failure", "GOV.UK Notify could not deliver it because of a fault between it and its provider.",
            "validation-failed",
                    "GOV.UK Notify did not print it: the address or something in the margin is not as the post needs it.",
            "virus-scan-failed", "GOV.UK Notify did not print it: its check for viruses found something in it.",
            "cancelled", "Somebody cancelled it in GOV.UK Notify.");

    private static final String GONE = "gone";

    private final NotifyCarrier notify;
    private final LetterDeliveries deliveries;
    private final AfterSending after;

    NotifyReceipts(NotifyCarrier notify, LetterDeliveries deliveries, AfterSending after) {
        this.notify = notify;
        this.deliveries = deliveries;
        this.after = after;
    }

    /** Asks for every letter that is still on its way, as many as can be asked for at once. */
    void ask() {
        for (Delivery delivery : deliveries.open(notify.id(), AT_ONCE)) {
            try {
                deliveries.asked(delivery.key());
                notify.status(delivery.receipt())
                        .ifPresentOrElse(
                                status -> told(delivery, status), () -> deliveries.told(delivery.key(), GONE, true));
            } catch (ChannelUnavailable closed) {
                LOG.warn("GOV.UK Notify cannot be asked what became of letters; it is asked again.");
                return;
            }
        }
    }

    private void told(Delivery delivery, String status) {
        if (FAILED.containsKey(status)) {
            told(delivery, status, What.CAME_BACK, FAILED.get(status));
        } else if (ARRIVED.contains(status)) {
            told(delivery, status, What.DELIVERED, null);
        } else {
            told(delivery, status, What.ON_ITS_WAY, "GOV.UK Notify says: " + status + ".");
        }
    }

    private void told(Delivery delivery, String status, What what, String sentence) {
        after.told(delivery.recipientId(), delivery.key(), notify.id(), status, what, sentence);
    }
}
