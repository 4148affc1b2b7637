package org.ehcpathway.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.UnknownRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every failure below {@code /api} with problem details (RFC 9457). A resolver and no advice, because advice limited
 * to controllers does not see an unknown address or a wrong method, and advice for all would answer pages too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblemWriter implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblemWriter.class);

    private final ObjectMapper json;

    ApiProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    static boolean isOfApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!isOfApi(path)) {
            return null;
        }
        if (failure instanceof ErrorResponse spring) {
            HttpHeaders headers = spring.getHeaders();
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        write(response, path, problem(failure, path));
        return new ModelAndView();
    }

    void write(HttpServletResponse response, String path, ProblemDetail problem) {
        problem.setInstance(URI.create(path));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemDetail problem(Exception failure, String path) {
        if (failure instanceof NoSuchThing || failure instanceof UnknownRule) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, failure.getMessage());
        }
        if (failure instanceof Refusal) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, failure.getMessage());
        }
        if (failure instanceof NotAllowed) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, failure.getMessage());
        }
        if (failure instanceof TypeMismatchException mismatch) {
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST,
                    "The value of \"" + mismatch.getPropertyName() + "\" cannot be read; check it.");
        }
        if (failure instanceof ErrorResponse spring) {
            return inOurWords(spring.getStatusCode(), spring.getBody());
        }
        LOG.error("Request to {} failed", path, failure);
        return ofStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    static ProblemDetail ofStatus(HttpStatusCode status) {
        return ProblemDetail.forStatusAndDetail(
                status,
                switch (status.value()) {
                    case 404 -> "There is nothing at this address.";
                    case 405 -> "This address does not take requests of this method.";
                    case 500 -> "Something went wrong on our side. Please try again, or tell the administrator.";
                    default -> "The request could not be understood.";
                });
    }

    private static ProblemDetail inOurWords(HttpStatusCode status, ProblemDetail spring) {
        return status.value() == 404 || status.value() == 405 ? ofStatus(status) : spring;
    }
}
