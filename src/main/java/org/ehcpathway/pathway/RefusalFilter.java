package org.ehcpathway.pathway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ehcpathway.pathway.form.CaseForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes sentences of what Tasklist and the REST API answer when a form cannot be taken. The engine wraps every refusal into
 * its own words and often into a 500; people need the sentence, and programs a status they can tell apart.
 */
class RefusalFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
    private static final Pattern SENDS_A_FORM = Pattern.compile(".*/(submit-form|complete|resolve|start)/?");

    /** What our forms say of fields that an analyst's own form must not send; the engine puts words before it. */
    private static final Pattern FIELD_OF_AN_ANALYST = Pattern.compile(
            "The field \\S{1,64} (is the pathway's own and cannot be set by a form\\.|of task \\S+ holds free text, [^.]*\\.)");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);

    private final ObjectMapper json;
    private final Clock clock;

    RefusalFilter(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    private record Answer(HttpStatus status, String sentence) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !SENDS_A_FORM.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        CaseForms.takeRefusal();
        try {
            chain.doFilter(request, answer);
        } catch (IOException | ServletException | RuntimeException failure) {
            LOG.error("Sending a form failed", failure);
            answer.resetBuffer();
            answer.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
        String refusal = CaseForms.takeRefusal();
        if (answer.getStatus() >= 400 && !response.isCommitted()) {
            rewrite(request, answer, refusal);
        }
        answer.copyBodyToResponse();
    }

    private void rewrite(HttpServletRequest request, ContentCachingResponseWrapper answer, String refusal)
            throws IOException {
        ObjectNode body = body(answer);
        Answer better = better(answer.getStatus(), body, refusal);
        if (better.status().is5xxServerError()) {
            // The engine's own words may repeat what was typed; they stay out of the log, the stack trace is the
            // engine's.
            LOG.error(
                    "A form sent to {} failed with {} {}",
                    request.getRequestURI(),
                    body.path("type").asText("no type"),
                    body.path("code").asText(""));
        }
        body.put("message", better.sentence());
        byte[] rewritten = json.writeValueAsBytes(body);
        answer.resetBuffer();
        answer.setStatus(better.status().value());
        answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answer.setCharacterEncoding("UTF-8");
        answer.getOutputStream().write(rewritten);
    }

    private Answer better(int status, JsonNode body, String refusal) {
        String engineSays = body.path("message").asText("");
        if (refusal != null) {
            return new Answer(status == 403 ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST, refusal);
        }
        if (isChangedByAnother(body, engineSays)) {
            return new Answer(HttpStatus.CONFLICT, "Somebody else has just changed this task. Load it again.");
        }
        if (isPastTheForm(engineSays)) {
            return new Answer(
                    HttpStatus.BAD_REQUEST,
                    "A task is completed, and a pathway started, by sending its form. Nothing was saved.");
        }
        Matcher field = FIELD_OF_AN_ANALYST.matcher(engineSays);
        if (field.find()) {
            return new Answer(HttpStatus.BAD_REQUEST, field.group() + " Nothing was saved.");
        }
        if (isNoForm(engineSays)) {
            return better(400, json.createObjectNode(), null);
        }
        if (isGone(status, engineSays)) {
            return new Answer(
                    HttpStatus.NOT_FOUND,
                    "There is no such task or process any more, or it is not yours. Load the list again.");
        }
        return switch (status) {
            case 400 ->
                new Answer(
                        HttpStatus.BAD_REQUEST,
                        "What was sent cannot be read: a value has the wrong type, or the request is not well-formed. Nothing was"
                                + " saved.");
            case 401 -> new Answer(HttpStatus.UNAUTHORIZED, "Please sign in again. Nothing was saved.");
            case 403 -> new Answer(HttpStatus.FORBIDDEN, "Your log-in does not allow this. Nothing was saved.");
            case 404 -> new Answer(HttpStatus.NOT_FOUND, "There is nothing at this address. Nothing was saved.");
            default ->
                status < 500
                        ? new Answer(
                                HttpStatus.valueOf(status), "The request could not be understood. Nothing was saved.")
                        : new Answer(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "Something went wrong on our side. Nothing was saved. Please try again or tell the"
                                        + " administrator the time: " + TIME.format(ZonedDateTime.now(clock)) + ".");
        };
    }

    private static boolean isChangedByAnother(JsonNode body, String engineSays) {
        return body.path("type").asText("").contains("OptimisticLocking") || engineSays.contains("ENGINE-03005");
    }

    /** Started without its form, a pathway lacks its dates; the engine misses them before our own listener can refuse. */
    private static boolean isPastTheForm(String engineSays) {
        return engineSays.contains("by sending its form.")
                || engineSays.contains("Unknown property used in expression: ${") && engineSays.contains("instantiate");
    }

    /** A request without a body, or a field without a value: the engine falls over it while it reads the request. */
    private static boolean isNoForm(String engineSays) {
        return engineSays.startsWith("Cannot invoke \"org.camunda.bpm.engine.rest.dto.");
    }

    private static boolean isGone(int status, String engineSays) {
        return status == 404
                || engineSays.contains("Cannot find task with id")
                || engineSays.contains("task is null")
                || engineSays.contains("no deployed process definition found");
    }

    private ObjectNode body(ContentCachingResponseWrapper answer) {
        try {
            if (json.readTree(answer.getContentAsByteArray()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException notJson) {
            // An answer of the container's own; its text is not kept either way.
        }
        return json.createObjectNode();
    }
}
