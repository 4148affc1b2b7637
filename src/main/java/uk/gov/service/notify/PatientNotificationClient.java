package uk.gov.service.notify;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;

/**
 * The official client, with an end to its patience: it waits for ever for a server that hangs, and the one place to say otherwise
 * is open to its own package only.
 */
public final class PatientNotificationClient extends NotificationClient {

    private final int milliseconds;

    /** @param timeout how long to wait for the connection, and then for each answer */
    public PatientNotificationClient(String apiKey, String baseUrl, Duration timeout) {
        super(apiKey, baseUrl);
        this.milliseconds = Math.toIntExact(timeout.toMillis());
    }

    @Override
    HttpURLConnection getConnection(URL url) throws IOException {
        HttpURLConnection connection = super.getConnection(url);
        connection.setConnectTimeout(milliseconds);
        connection.setReadTimeout(milliseconds);
        return connection;
    }
}
