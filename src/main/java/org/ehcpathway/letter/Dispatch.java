package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.letter.Carrier.HandedOver;
import org.ehcpathway.letter.SendingEvent.What;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of one letter to each of its recipients. Every step is written down before and after, in a transaction of its own, so that
 * after a stop at any moment it can be told what has left, what has not, and what nobody can know.
 */
@Component
class Dispatch {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** Lines after which a recipient waits for another try, and the way may be asked what became of the last one. */
    private static final Set<What> BEGUN = Set.of(What.STARTED, What.NOT_TAKEN);

    private final LetterStore store;
    private final SendingLog log;
    private final Carriers carriers;
    private final SmtpCarrier smtp;
    private final Consignments consignments;
    private final LetterDeliveries deliveries;
    private final Clock clock;
    private final TransactionTemplate alone;

    Dispatch(
            LetterStore store,
            SendingLog log,
            Carriers carriers,
            SmtpCarrier smtp,
            Consignments consignments,
            LetterDeliveries deliveries,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.log = log;
        this.carriers = carriers;
        this.smtp = smtp;
        this.consignments = consignments;
        this.deliveries = deliveries;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What came of trying every recipient once.
     *
     * @param fellBack whether somebody is to get the letter by post instead, and it must be made anew for that
     * @param again when the rest can leave, if a way takes nothing more today; null otherwise
     * @param failure the first way that was closed or full; null when none was
     */
    record Round(boolean fellBack, LocalDateTime again, ChannelUnavailable failure) {}

    /** Those who have still to get the letter, without those of whom nobody knows whether they got it. */
    List<LetterRecipient> open(long letterId) {
        Map<Long, SendingEvent> last = log.last(letterId);
        return store.recipients(letterId).stream()
                .filter(recipient -> !recipient.isSent() && !isUnconfirmed(last.get(recipient.id())))
                .toList();
    }

    /** Those who may have got the letter or not: the way did not confirm it, or it was stopped while it was being handed over. */
    List<LetterRecipient> inDoubt(long letterId) {
        Map<Long, SendingEvent> last = log.last(letterId);
        return store.recipients(letterId).stream()
                .filter(recipient -> !recipient.isSent())
                .filter(recipient -> isUnconfirmed(last.get(recipient.id())) || isStarted(last.get(recipient.id())))
                .toList();
    }

    List<LetterRecipient> unconfirmed(long letterId) {
        Map<Long, SendingEvent> last = log.last(letterId);
        return store.recipients(letterId).stream()
                .filter(recipient -> !recipient.isSent() && isUnconfirmed(last.get(recipient.id())))
                .toList();
    }

    /** The channel that the letter really takes: no email where the table or the mailbox forbids it. */
    Addressees.Entry onItsWay(Addressees.Entry entry, boolean onlyByPost) {
        boolean byEmail = entry.channel() == Channel.EMAIL;
        if (!byEmail || entry.address() == null) {
            return entry;
        }
        return onlyByPost || onlyNotice(entry.email())
                ? new Addressees.Entry(
                        entry.key(),
                        entry.name(),
                        entry.address(),
                        entry.email(),
                        entry.role(),
                        Channel.POST,
                        entry.reader(),
                        entry.standsFor())
                : entry;
    }

    /** After a stop between handing over and recording: what left yesterday was sent yesterday. */
    void takeUpWhatWasBegun(Letter letter) {
        Map<Long, SendingEvent> last = log.last(letter.id());
        for (LetterRecipient recipient : store.recipients(letter.id())) {
            SendingEvent event = last.get(recipient.id());
            boolean begun = event == null || BEGUN.contains(event.what());
            if (recipient.isSent() || recipient.idempotencyKey() == null || !begun) {
                continue;
            }
            Carrier carrier =
                    event == null ? carriers.of(recipient.channel()) : carriers.ofId(event.way(), recipient.channel());
            if (carrier.keepsTrace()) {
                lookedUp(carrier, recipient).ifPresent(found -> sent(carrier, recipient, What.CAME_THROUGH, found));
            } else if (event != null && event.what() == What.STARTED) {
                tell(
                        recipient,
                        carrier,
                        What.UNCONFIRMED,
                        "The application stopped while the letter was being handed over: it may have left or not. Ask the recipient whether"
                                + " it came.");
            }
        }
    }

    Round round(Letter letter, LocalDate today, boolean lastTry) {
        boolean fellBack = false;
        LocalDateTime again = null;
        ChannelUnavailable failure = null;
        for (LetterRecipient recipient : open(letter.id())) {
            try {
                fellBack |= !send(letter, recipient, today);
            } catch (ChannelUnavailable unavailable) {
                if (lastTry && mayFallBack(recipient)) {
                    fallBack(recipient, unavailable.getMessage());
                    fellBack = true;
                } else if (failure == null) {
                    failure = unavailable;
                }
            } catch (NotToday later) {
                again = later.opens();
            } catch (Unconfirmed nobodyKnows) {
                // It is written down; the others still get theirs.
            }
        }
        return new Round(fellBack, again, failure);
    }

    /** @return whether it left; if not, it goes by post, and has to be made anew first */
    private boolean send(Letter letter, LetterRecipient recipient, LocalDate today) {
        Consignment consignment = consignments.of(letter, recipient, today);
        Carrier carrier = carriers.of(consignment);
        Optional<String> cannot = carrier.cannotTake(consignment);
        if (cannot.isPresent()) {
            return instead(recipient, cannot.get());
        }
        alone.executeWithoutResult(status -> {
            store.keepIdempotencyKey(recipient.id(), consignment.key());
            log.tell(recipient, consignment.key(), carrier.id(), What.STARTED, null, SendingLog.PROCESS);
        });
        try {
            HandedOver handedOver = carrier.handOver(consignment);
            alone.executeWithoutResult(
                    status -> sent(carrier, keyed(recipient, consignment.key()), What.HANDED_OVER, handedOver));
        } catch (RecipientRefused refused) {
            alone.executeWithoutResult(
                    status -> tell(keyed(recipient, consignment.key()), carrier, What.REFUSED, refused.getMessage()));
            return instead(recipient, refused.getMessage());
        } catch (ChannelUnavailable | Unconfirmed | NotToday notSent) {
            What what = notSent instanceof Unconfirmed ? What.UNCONFIRMED : What.NOT_TAKEN;
            alone.executeWithoutResult(
                    status -> tell(keyed(recipient, consignment.key()), carrier, what, notSent.getMessage()));
            throw notSent;
        }
        notice(recipient, consignment);
        return true;
    }

    private boolean instead(LetterRecipient recipient, String why) {
        if (!mayFallBack(recipient)) {
            throw new ChannelUnavailable(
                    why + " There is no other way: correct the address in the case, or choose another way.", null);
        }
        fallBack(recipient, why);
        return false;
    }

    private static boolean mayFallBack(LetterRecipient recipient) {
        return recipient.channel() == Channel.EMAIL && recipient.address() != null;
    }

    private void fallBack(LetterRecipient recipient, String why) {
        alone.executeWithoutResult(status -> {
            String key = store.recipient(recipient.id()).idempotencyKey();
            String other = key == null ? consignments.key(recipient) + "_post" : key + "_post";
            store.rekey(recipient.id(), other);
            store.toPost(recipient.id());
            log.tell(
                    recipient,
                    other,
                    carriers.of(Channel.POST).id(),
                    What.FELL_BACK,
                    "Email failed, so the letter goes by post. " + why,
                    SendingLog.PROCESS);
        });
    }

    void settle(LetterRecipient recipient, boolean hasLeft, String by) {
        SendingEvent event = log.last(recipient.letterId()).get(recipient.id());
        if (hasLeft) {
            LocalDate day = log.started(recipient.id(), event.key())
                    .orElse(event)
                    .at()
                    .atZone(ENGLAND)
                    .toLocalDate();
            store.sent(recipient.id(), clock.instant(), day, "found to have left, by " + by);
            log.tell(recipient, event.key(), event.way(), What.CAME_THROUGH, null, by);
        } else {
            store.rekey(recipient.id(), event.key() + "_again");
            log.tell(recipient, event.key(), event.way(), What.CAME_TO_NOTHING, null, by);
        }
    }

    List<LetterRecipient> toFollowUp(long letterId) {
        return asked(letterId, Set.of(What.FELL_BACK, What.CAME_BACK));
    }

    /** As {@link #toFollowUp}, only those for whom the letter failed after it had been handed over. */
    List<LetterRecipient> cameBack(long letterId) {
        return asked(letterId, Set.of(What.CAME_BACK));
    }

    /** Those to whom something of this happened after the last time a task asked why. */
    private List<LetterRecipient> asked(long letterId, Set<What> troubles) {
        Set<Long> open = new HashSet<>();
        for (SendingEvent event : log.of(letterId)) {
            if (troubles.contains(event.what())) {
                open.add(event.recipientId());
            } else if (event.what() == What.FOLLOWED_UP) {
                open.remove(event.recipientId());
            }
        }
        return store.recipients(letterId).stream()
                .filter(recipient -> open.contains(recipient.id()))
                .toList();
    }

    void followedUp(LetterRecipient recipient) {
        log.tell(
                recipient,
                recipient.idempotencyKey(),
                carriers.of(recipient.channel()).id(),
                What.FOLLOWED_UP,
                null,
                SendingLog.PROCESS);
    }

    private Set<Long> recipientsWith(long letterId, What what) {
        return log.of(letterId).stream()
                .filter(event -> event.what() == what)
                .map(SendingEvent::recipientId)
                .collect(Collectors.toSet());
    }

    /** A courtesy beside the letter: whatever becomes of it, the letter itself is on its way by post. */
    private void notice(LetterRecipient recipient, Consignment letter) {
        boolean wanted = recipient.channel() == Channel.POST
                && recipient.email() != null
                && onlyNotice(recipient.email())
                && !recipientsWith(recipient.letterId(), What.FELL_BACK).contains(recipient.id());
        if (wanted) {
            try {
                smtp.sendNotice(letter);
                alone.executeWithoutResult(status -> log.tell(
                        recipient,
                        letter.key(),
                        smtp.id(),
                        What.NOTICE_SENT,
                        "The mailbox is not held safe, so the letter goes by post and a notice by email.",
                        SendingLog.PROCESS));
            } catch (ChannelUnavailable | RecipientRefused | Unconfirmed notNoticed) {
                // Nothing hangs on it.
            }
        }
    }

    private boolean onlyNotice(String email) {
        return carriers.of(Channel.EMAIL) == smtp && !smtp.isSafe(email);
    }

    private Optional<HandedOver> lookedUp(Carrier carrier, LetterRecipient recipient) {
        return carrier.handedOver(
                new Carrier.Sought(recipient.idempotencyKey(), recipient.sha256(), recipient.channel()));
    }

    private void sent(Carrier carrier, LetterRecipient recipient, What what, HandedOver handedOver) {
        store.sent(recipient.id(), clock.instant(), handedOver.on(), handedOver.receipt());
        if (carrier.tellsLater()) {
            deliveries.watch(recipient, recipient.idempotencyKey(), carrier.id(), handedOver.receipt());
        }
        tell(recipient, carrier, what, null);
    }

    private void tell(LetterRecipient recipient, Carrier carrier, What what, String sentence) {
        log.tell(recipient, recipient.idempotencyKey(), carrier.id(), what, sentence, SendingLog.PROCESS);
    }

    private static LetterRecipient keyed(LetterRecipient recipient, String key) {
        return new LetterRecipient(
                recipient.id(),
                recipient.letterId(),
                recipient.name(),
                recipient.address(),
                recipient.email(),
                recipient.role(),
                recipient.channel(),
                recipient.documentId(),
                recipient.sha256(),
                key,
                recipient.sentAt(),
                recipient.sentOn(),
                recipient.servedOn(),
                recipient.receipt(),
                recipient.reader(),
                recipient.standsFor());
    }

    private static boolean isStarted(SendingEvent event) {
        return event != null && event.what() == What.STARTED;
    }

    private static boolean isUnconfirmed(SendingEvent event) {
        return event != null && event.what() == What.UNCONFIRMED;
    }
}
