package org.ehcpathway.letter;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.ehcpathway.letter.SendingEvent.What;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what mail servers report of letters by email that were sent (RFC 3464), from a mailbox of the council's. A letter is known by
 * the id of its message. What is no report stays in the mailbox for people to read.
 */
@Component
class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
    private static final int AT_ONCE = 200;

    private final SendingSettings.Bounces settings;
    private final AfterSending after;
    private final Session session;

    BounceMailbox(SendingSettings settings, AfterSending after) {
        this.settings = settings.smtp().bounces();
        this.after = after;
        this.session = Session.getInstance(
                properties(Long.toString(settings.smtp().timeout().toMillis())));
    }

    /** Takes in every report that has not been read; nothing when the council has named no mailbox. */
    void read() {
        if (settings.host().isBlank()) {
            return;
        }
        try (Store store = session.getStore(settings.tls() ? "imaps" : "imap")) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = 0; i < Math.min(unread.length, AT_ONCE); i++) {
                    take(unread[i]);
                }
            }
        } catch (MessagingException e) {
            LOG.warn(
                    "The mailbox of undelivered letters cannot be read ({}); it is read again.",
                    e.getClass().getSimpleName());
        }
    }

    /** Marked as read only afterwards, so that a report is taken in again after a stop. */
    private void take(Message message) throws MessagingException {
        try {
            if (message.isMimeType("multipart/report") && message.getContent() instanceof MultipartReport report) {
                take(report);
            }
        } catch (IOException | MessagingException | ClassCastException unreadable) {
            LOG.warn("A message in the mailbox of undelivered letters cannot be read; it stays there for people.");
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }

    private void take(MultipartReport report) throws MessagingException {
        if (!(report.getReport() instanceof DeliveryStatus status)) {
            return;
        }
        Optional<String> key = keyOf(report);
        for (int i = 0; i < status.getRecipientDSNCount() && key.isPresent(); i++) {
            InternetHeaders told = status.getRecipientDSN(i);
            switch (header(told, "Action").toLowerCase(Locale.ROOT)) {
                case "failed" ->
                    after.toldByMail(
                            key.get(),
                            What.CAME_BACK,
                            "The email came back: %s (%s)."
                                    .formatted(inWords(header(told, "Status")), header(told, "Status")));
                case "delayed" ->
                    after.toldByMail(
                            key.get(), What.ON_ITS_WAY, "The recipient’s mail server has not taken the email yet.");
                case "delivered" -> after.toldByMail(key.get(), What.DELIVERED, null);
                default -> {
                    // Handed on to a server that reports no further.
                }
            }
        }
    }

    private static Optional<String> keyOf(MultipartReport report) throws MessagingException {
        MimeMessage returned = report.getReturnedMessage();
        return returned == null ? Optional.empty() : OutgoingMail.keyOf(returned.getHeader("Message-ID", null));
    }

    private static String header(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        String first = value == null ? "" : value.strip().split("[\\s(;]")[0];
        return first.length() > 20 ? first.substring(0, 20) : first;
    }

    /** The classes of RFC 3463 that a caseworker can act on; a server's own words may repeat the address and stay out. */
    private static String inWords(String status) {
        return switch (status.length() > 4 ? status.substring(1, 4) : status) {
            case ".1." -> "the address is wrong or no longer used";
            case ".2." -> "the mailbox is full or closed";
            case ".7." -> "the recipient’s mail server does not take our messages";
            default -> "the recipient’s mail server could not deliver it";
        };
    }

    private static Properties properties(String wait) {
        Properties properties = new Properties();
        for (String protocol : new String[] {"imap", "imaps"}) {
            properties.setProperty("mail." + protocol + ".connectiontimeout", wait);
            properties.setProperty("mail." + protocol + ".timeout", wait);
            properties.setProperty("mail." + protocol + ".writetimeout", wait);
            properties.setProperty("mail." + protocol + ".peek", "true");
            properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        return properties;
    }
}
