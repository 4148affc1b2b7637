package org.ehcpathway.letter;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.CouncilSettings;
import org.springframework.stereotype.Component;

/**
 * The council's mail server. The letter is attached only for mailboxes the council holds safe; others get a notice that names
 * nobody, and the letter by post.
 *
 * <p>SMTP has no way to ask what became of a message. When the line breaks after the last byte and before the answer, the letter
 * may have left, so that try is {@link Unconfirmed} and never repeated by itself.
 */
@Component
class SmtpCarrier implements Carrier {

    private final SendingSettings.Smtp settings;
    private final CouncilSettings council;
    private final Session session;

    SmtpCarrier(SendingSettings settings, CouncilSettings council) {
        this.settings = settings.smtp();
        this.council = council;
        this.session = Session.getInstance(properties(settings.smtp()));
    }

    @Override
    public String id() {
        return "smtp";
    }

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.EMAIL;
    }

    @Override
    public Optional<String> lacks(Channel channel) {
        if (settings.host().isBlank()) {
            return Optional.of("ehc.letters.smtp.host names no mail server.");
        }
        if (settings.from().isBlank()) {
            return Optional.of("ehc.letters.smtp.from gives no sender.");
        }
        return Optional.empty();
    }

    @Override
    public boolean keepsTrace() {
        return false;
    }

    @Override
    public Optional<HandedOver> handedOver(Sought sought) {
        return Optional.empty();
    }

    /** Whether a mailbox may hold the letter itself. */
    boolean isSafe(String email) {
        if (settings.letterTo() == SendingSettings.LetterTo.EVERYBODY) {
            return true;
        }
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return settings.safeDomains().stream()
                .map(safe -> safe.toLowerCase(Locale.ROOT))
                .anyMatch(safe -> domain.equals(safe) || domain.endsWith("." + safe));
    }

    @Override
    public HandedOver handOver(Consignment letter) {
        OutgoingMail mail = new OutgoingMail(session, letter.key());
        try {
            envelope(mail, letter.email(), "Letter from " + council.serviceName());
            MimeMultipart parts = new MimeMultipart();
            parts.addBodyPart(text("""
                    %s has sent you a letter. It is attached to this message as a PDF.

                    If this message is not for you, please tell us and delete it: %s, %s.
                    """.formatted(council.serviceName(), council.phone(), council.email())));
            parts.addBodyPart(file("letter.pdf", "application/pdf", letter.pdf()));
            for (int i = 0; i < letter.enclosures().size(); i++) {
                Consignment.Paper paper = letter.enclosures().get(i);
                parts.addBodyPart(file(
                        "enclosure-%d%s".formatted(i + 1, ending(paper.fileName())),
                        paper.mediaType(),
                        paper.content()));
            }
            mail.setContent(parts);
            mail.saveChanges();
        } catch (MessagingException e) {
            throw new RecipientRefused("The email address cannot be written to: check it with the recipient.", e);
        }
        send(mail);
        return new HandedOver(letter.sentOn(), mail.getMessageIdOfKey());
    }

    /** Tells somebody without a safe mailbox that a letter comes by post. Names neither child nor case. */
    void sendNotice(Consignment letter) {
        OutgoingMail mail = new OutgoingMail(session, letter.key() + "_notice");
        try {
            envelope(mail, letter.email(), "A letter is on its way to you");
            mail.setText("""
                    %s has sent you a letter by post today. It does not come by email, because email to this address is not
                    safe enough for what it says.

                    If it does not arrive within five working days, please tell us: %s, %s.
                    """.formatted(council.serviceName(), council.phone(), council.email()), "UTF-8");
            mail.saveChanges();
        } catch (MessagingException e) {
            throw new RecipientRefused("The email address cannot be written to: check it with the recipient.", e);
        }
        send(mail);
    }

    private void envelope(OutgoingMail mail, String to, String subject) throws MessagingException {
        mail.setFrom(new InternetAddress(settings.from(), true));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(subject, "UTF-8");
        mail.setSentDate(new Date());
    }

    private void send(OutgoingMail mail) {
        Transport transport;
        try {
            transport = session.getTransport("smtp");
            String user = settings.username().isBlank() ? null : settings.username();
            transport.connect(settings.host(), settings.port(), user, user == null ? null : settings.password());
        } catch (MessagingException e) {
            throw unavailable(e);
        }
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            throw failure(mail, e);
        } finally {
            close(transport);
        }
    }

    private static RuntimeException failure(OutgoingMail mail, MessagingException e) {
        int answer = SmtpAnswers.code(e);
        Exception cause = SmtpAnswers.withoutWords(e);
        if (answer >= 500) {
            return new RecipientRefused(
                    "The mail server refused the letter for this address (answer %d).".formatted(answer), cause);
        }
        if (answer >= 400 || !mail.isWrittenToTheEnd()) {
            return unavailable(e);
        }
        return new Unconfirmed(
                "The mail server broke off after it had been given the whole letter: it may have left or not. Ask the recipient whether it"
                        + " came.",
                cause);
    }

    private static ChannelUnavailable unavailable(MessagingException e) {
        return new ChannelUnavailable(
                "The mail server did not take the letter. The letter is tried again.", SmtpAnswers.withoutWords(e));
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException ignored) {
            // The letter's fate is known by then; the server's goodbye changes nothing.
        }
    }

    private static MimeBodyPart text(String words) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, "UTF-8");
        return part;
    }

    private static MimeBodyPart file(String name, String mediaType, byte[] content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, mediaType)));
        part.setFileName(name);
        return part;
    }

    private static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static Properties properties(SendingSettings.Smtp settings) {
        String wait = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", wait);
        properties.setProperty("mail.smtp.timeout", wait);
        properties.setProperty("mail.smtp.writetimeout", wait);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.username().isBlank()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (!settings.bounces().address().isBlank()) {
            properties.setProperty("mail.smtp.from", settings.bounces().address());
        }
        properties.setProperty("mail.mime.charset", StandardCharsets.UTF_8.name());
        return properties;
    }
}
