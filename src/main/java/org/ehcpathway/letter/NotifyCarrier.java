package org.ehcpathway.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;
import uk.gov.service.notify.PatientNotificationClient;

/**
 * GOV.UK Notify. By post it prints and posts the very PDF; by email it mails the council's own template with a link to the PDF,
 * which the reader opens after confirming the address.
 *
 * <p>Notify keeps our idempotency key as its reference and can be asked for it, so after a broken line the letter is looked up before
 * it is sent again.
 */
@Component
class NotifyCarrier implements Carrier {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** Limits of the service: pages of a letter, and bytes of a file behind a link. */
    private static final int MOST_PAGES = 10;

    private static final int MOST_BYTES = 2_000_000;

    private static final int WRONG_REQUEST = 400;
    private static final int UNKNOWN = 404;

    private static final String RECEIPT = "notify ";

    private final SendingSettings.Notify settings;
    private final NotificationClient client;

    NotifyCarrier(SendingSettings settings) {
        this.settings = settings.govukNotify();
        this.client = settings.govukNotify().apiKey().isBlank()
                ? null
                : new PatientNotificationClient(
                        settings.govukNotify().apiKey(),
                        settings.govukNotify().baseUrl(),
                        settings.govukNotify().timeout());
    }

    @Override
    public String id() {
        return "notify";
    }

    @Override
    public boolean carries(Channel channel) {
        return true;
    }

    @Override
    public Optional<String> lacks(Channel channel) {
        if (client == null) {
            return Optional.of("EHC_LETTERS_GOVUKNOTIFY_APIKEY gives no key.");
        }
        return channel == Channel.EMAIL && settings.emailTemplate().isBlank()
                ? Optional.of("ehc.letters.govuk-notify.email-template names no template.")
                : Optional.empty();
    }

    @Override
    public Optional<String> cannotTake(Consignment letter) {
        if (letter.enclosures().stream().anyMatch(paper -> !paper.isPdf())) {
            return Optional.of("GOV.UK Notify takes PDFs only, and the letter has another paper with it.");
        }
        byte[] whole = whole(letter);
        if (letter.channel() == Channel.POST && PdfBundle.pages(whole) > MOST_PAGES) {
            return Optional.of("With its papers the letter is longer than the 10 pages that GOV.UK Notify prints.");
        }
        if (letter.channel() == Channel.POST) {
            return outsideTheZones(letter, whole);
        }
        return whole.length > MOST_BYTES
                ? Optional.of("With its papers the letter is larger than the 2 MB that GOV.UK Notify takes.")
                : Optional.empty();
    }

    @Override
    public boolean keepsTrace() {
        return true;
    }

    @Override
    public boolean tellsLater() {
        return true;
    }

    /**
     * What the service says of a letter or an email that it was given, such as accepted or delivered.
     *
     * @param receipt as it was given with {@link #handOver}
     * @return empty when the service does not know it any more
     * @throws ChannelUnavailable when it cannot be asked now
     */
    Optional<String> status(String receipt) {
        if (client == null) {
            throw new ChannelUnavailable("GOV.UK Notify cannot be asked without its key.", null);
        }
        try {
            return Optional.of(client.getNotificationById(receipt.substring(RECEIPT.length()))
                    .getStatus());
        } catch (NotificationClientException e) {
            if (e.getHttpResult() == UNKNOWN) {
                return Optional.empty();
            }
            throw unavailable(e);
        }
    }

    @Override
    public Optional<HandedOver> handedOver(Sought sought) {
        try {
            return client
                    .getNotifications(null, sought.channel() == Channel.EMAIL ? "email" : "letter", sought.key(), null)
                    .getNotifications()
                    .stream()
                    .filter(notification ->
                            sought.key().equals(notification.getReference().orElse(null)))
                    .filter(notification -> !notification.getStatus().endsWith("failure"))
                    .findFirst()
                    .map(NotifyCarrier::handedOver);
        } catch (NotificationClientException e) {
            throw unavailable(e);
        }
    }

    @Override
    public HandedOver handOver(Consignment letter) {
        try {
            String id = letter.channel() == Channel.EMAIL ? mail(letter) : post(letter);
            return new HandedOver(letter.sentOn(), RECEIPT + id);
        } catch (NotificationClientException e) {
            if (e.getHttpResult() == WRONG_REQUEST) {
                throw new RecipientRefused(
                        "GOV.UK Notify refused the letter for this recipient: check the address.", withoutWords(e));
            }
            throw unavailable(e);
        }
    }

    private String post(Consignment letter) throws NotificationClientException {
        return client.sendPrecompiledLetterWithInputStream(
                        letter.key(), new ByteArrayInputStream(whole(letter)), settings.postage())
                .getNotificationId()
                .toString();
    }

    private String mail(Consignment letter) throws NotificationClientException {
        Map<String, Object> values = new HashMap<>();
        values.put("letter", letter.title());
        values.put("link_to_letter", NotificationClient.prepareUpload(whole(letter), letter.kind() + ".pdf"));
        return client.sendEmail(settings.emailTemplate(), letter.email(), values, letter.key())
                .getNotificationId()
                .toString();
    }

    /** What the service would find only after it has taken the letter: an address it cannot read, or print where it needs white. */
    private static Optional<String> outsideTheZones(Consignment letter, byte[] whole) {
        try {
            List<String> window = new ArrayList<>();
            window.add(letter.name());
            window.addAll(letter.addressLines());
            Envelope.checkAddress(window);
            Envelope.check(PrintedPdf.of(whole));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    private static byte[] whole(Consignment letter) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(letter.pdf());
        letter.enclosures().forEach(paper -> parts.add(paper.content()));
        return PdfBundle.of(parts);
    }

    private static HandedOver handedOver(Notification notification) {
        LocalDate day = notification.getCreatedAt().withZoneSameInstant(ENGLAND).toLocalDate();
        return new HandedOver(day, RECEIPT + notification.getId());
    }

    private static ChannelUnavailable unavailable(NotificationClientException e) {
        return new ChannelUnavailable(
                "GOV.UK Notify did not take the letter. The letter is tried again.", withoutWords(e));
    }

    /** The failure for the log. The service's own words may repeat what was sent, so they stay out. */
    private static IOException withoutWords(NotificationClientException e) {
        Throwable nearest = e.getCause() == null ? e : e.getCause();
        return new IOException(nearest.getClass().getSimpleName() + ", HTTP status " + e.getHttpResult());
    }
}
