package org.ehcpathway.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser for tests: keeps its cookies, follows no redirect, signs in on the login page as a person does. Start it with
 * {@code Visitor.at(port)}; {@code signIn("caseworker")} uses the demo password.
 */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(cookies)
            .build();

    private Visitor(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    public static Visitor at(int port) {
        return new Visitor(port);
    }

    /** Signs in with the demo council's password. */
    public Visitor signIn(String userId) {
        HttpResponse<String> answer = tryToSignIn(userId, userId);
        if (!target(answer).equals("/")) {
            throw new AssertionError(userId + " could not sign in: " + answer.statusCode() + " " + target(answer));
        }
        return this;
    }

    public HttpResponse<String> tryToSignIn(String userId, String password) {
        return postForm("/login", "username=" + encoded(userId) + "&password=" + encoded(password));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html, */*").GET());
    }

    public HttpResponse<String> getJson(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** Posts a form with the token of the session, as our pages do. */
    public HttpResponse<String> postForm(String path, String fields) {
        return postFormWithoutToken(path, fields + "&_csrf=" + encoded(token()));
    }

    public HttpResponse<String> postFormWithoutToken(String path, String fields) {
        return send(request(path)
                .header("Accept", "text/html, */*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** Posts JSON to the API behind Camunda's webapps, with their own token; look at any webapp first. */
    public HttpResponse<String> postToWebapp(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> putToWebapp(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .PUT(BodyPublishers.ofString(json)));
    }

    /** Sends a file as a form with one does. */
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String field, String fileName, byte[] content) {
        String edge = "----the-edge-of-a-part";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Accept", "text/html, */*")
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Any request; {@code header} are names and values in turn. */
    public HttpResponse<String> send(String method, String path, String body, String... header) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        return send(header.length == 0 ? request : request.headers(header));
    }

    /** Sends a body that is not in memory, with or without its length announced. */
    public HttpResponse<String> post(String path, HttpRequest.BodyPublisher body, String... header) {
        return send(request(path).POST(body).headers(header));
    }

    /** What is answered, byte for byte. */
    public HttpResponse<byte[]> getBytes(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The value of the header {@code Authorization} for HTTP Basic. */
    public static String basic(String userId, String password) {
        String both = userId + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** Where a redirect leads, as a path of this application; empty when the answer is none. */
    public String target(HttpResponse<?> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return location.startsWith(root) ? location.substring(root.length()) : location;
    }

    private String token() {
        Matcher token = TOKEN.matcher(get("/login").body());
        if (!token.find()) {
            throw new AssertionError("There is no token on the login page");
        }
        return token.group(1);
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue().replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
