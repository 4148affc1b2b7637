package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.letter.Carrier.HandedOver;
import org.ehcpathway.letter.SendingEvent.What;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of letters after they were handed over. One that comes back goes another way as the very letter it was, and somebody
 * is asked to look. What was sent stays as it was sent: its dates count from the first way until it is sent again.
 */
@Service
public class AfterSending {

    private final LetterStore store;
    private final SendingLog log;
    private final LetterDeliveries deliveries;
    private final Dispatch dispatch;
    private final Carriers carriers;
    private final Consignments consignments;
    private final LetterClaims claims;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;

    AfterSending(
            LetterStore store,
            SendingLog log,
            LetterDeliveries deliveries,
            Dispatch dispatch,
            Carriers carriers,
            Consignments consignments,
            LetterClaims claims,
            JdbcTemplate jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.log = log;
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.carriers = carriers;
        this.consignments = consignments;
        this.claims = claims;
        this.jdbc = jdbc;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Letters that came back, and nobody has been asked to look at it yet.
     *
     * @param caseReference of the case
     */
    public record CameBack(long letterId, String caseReference) {}

    /** At most 100, the oldest first. */
    public List<CameBack> toLookAt() {
        return jdbc.query("""
                        select distinct s.letter_id, c.reference from letter_sending s
                        join letter l on l.id = s.letter_id join ehc_case c on c.id = l.case_id
                        where s.what = 'CAME_BACK' and not exists (select 1 from letter_sending later
                            where later.recipient_id = s.recipient_id and later.what = 'FOLLOWED_UP' and later.id > s.id)
                        order by s.letter_id fetch first 100 rows only""", (row, i) -> new CameBack(row.getLong(1), row.getString(2)));
    }

    /**
     * Lets somebody ask for each recipient to whom the letter did not come; once, also when two nodes try.
     *
     * @param asking begins the task, in the transaction that notes it
     */
    public void look(long letterId, Consumer<LetterRecipient> asking) {
        try {
            claims.holding(letterId, () -> {
                alone.executeWithoutResult(status -> dispatch.cameBack(letterId).forEach(recipient -> {
                    asking.accept(recipient);
                    dispatch.followedUp(recipient);
                }));
                return null;
            });
        } catch (ChannelUnavailable anotherNodeIsAtIt) {
            // It asks for all of them.
        }
    }

    /** Notes what the way of a letter told, once. */
    void told(long recipientId, String key, String way, String status, What what, String sentence) {
        alone.executeWithoutResult(tx -> {
            if (deliveries.told(key, status, what != What.ON_ITS_WAY)) {
                log.tell(store.recipient(recipientId), key, way, what, sentence, SendingLog.PROCESS);
            }
        });
    }

    /** Notes what a mail server told of a letter that was sent under this key, once; nothing of what is not known or not sent. */
    boolean toldByMail(String key, What what, String sentence) {
        Optional<LetterRecipient> sent =
                log.handedOver(key).map(store::recipient).filter(LetterRecipient::isSent);
        sent.ifPresent(recipient -> alone.executeWithoutResult(status -> {
            if (!log.knows(recipient.id(), key, what)) {
                log.tell(recipient, key, "smtp", what, sentence, SendingLog.PROCESS);
            }
        }));
        return sent.isPresent();
    }

    /** Sends every letter that came back, and has another way to go, on that way. What is closed now is tried again the next time. */
    void sendInstead() {
        for (SendingEvent lost : log.cameBackAndNotSentInstead()) {
            try {
                claims.holding(lost.letterId(), () -> {
                    sendInstead(lost);
                    return null;
                });
            } catch (ChannelUnavailable closed) {
                // Tried again the next time.
            }
        }
    }

    private void sendInstead(SendingEvent lost) {
        LetterRecipient recipient = store.recipient(lost.recipientId());
        String key = lost.key() + "_instead";
        if (recipient.address() == null || lost.key().endsWith("_instead")) {
            return;
        }
        Letter letter = store.letter(recipient.letterId());
        LocalDate today = LocalDate.now(clock);
        Consignment consignment = consignments.of(letter, recipient, Channel.POST, key, today);
        Carrier carrier = recipient.channel() == Channel.POST
                ? carriers.instead(consignment, lost.way())
                : carriers.of(consignment);
        if (recipient.channel() == Channel.POST && carrier.id().equals(lost.way())) {
            return;
        }
        if (log.started(recipient.id(), key).isEmpty()) {
            tell(
                    recipient,
                    key,
                    carrier,
                    What.FELL_BACK,
                    "It did not arrive, so the same letter goes by post on %s. Its dates count from %s: send it again if they must count from the day of posting."
                            .formatted(new LetterDates().day(today), new LetterDates().day(recipient.sentOn())));
        } else {
            Optional<HandedOver> found =
                    carrier.handedOver(new Carrier.Sought(key, consignment.sha256(), Channel.POST));
            if (found.isPresent()) {
                handedOver(recipient, key, carrier, What.CAME_THROUGH, found.get());
                return;
            }
        }
        tell(recipient, key, carrier, What.STARTED, null);
        try {
            handedOver(recipient, key, carrier, What.HANDED_OVER, carrier.handOver(consignment));
        } catch (ChannelUnavailable | NotToday later) {
            tell(recipient, key, carrier, What.NOT_TAKEN, later.getMessage());
        } catch (RecipientRefused refused) {
            tell(recipient, key, carrier, What.REFUSED, refused.getMessage());
        } catch (Unconfirmed nobodyKnows) {
            tell(recipient, key, carrier, What.UNCONFIRMED, nobodyKnows.getMessage());
        }
    }

    private void handedOver(LetterRecipient recipient, String key, Carrier carrier, What what, HandedOver handedOver) {
        alone.executeWithoutResult(status -> {
            log.tell(recipient, key, carrier.id(), what, null, SendingLog.PROCESS);
            if (carrier.tellsLater()) {
                deliveries.watch(recipient, key, carrier.id(), handedOver.receipt());
            }
        });
    }

    private void tell(LetterRecipient recipient, String key, Carrier carrier, What what, String sentence) {
        alone.executeWithoutResult(
                status -> log.tell(recipient, key, carrier.id(), what, sentence, SendingLog.PROCESS));
    }
}
