package org.ehcpathway.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What becomes of the engine's own words when a form fails. */
class RefusalFilterTest {

    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock = Clock.fixed(
            LocalDateTime.of(2026, 9, 14, 9, 30).atZone(AdjustableClock.ENGLAND).toInstant(), AdjustableClock.ENGLAND);
    private final RefusalFilter filter = new RefusalFilter(json, clock);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aTaskThatSomebodyElseHasJustChangedIsAConflict() throws Exception {
        JsonNode answer = sent(
                500,
                "{\"type\":\"RestException\",\"message\":\"Cannot submit task form 1: ENGINE-03005 Execution of 'DELETE"
                        + " TaskEntity[1]' failed. Entity was updated by another transaction concurrently.\"}");

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(answer.path("message").asText())
                .isEqualTo("Somebody else has just changed this task. Load it again.");
    }

    @Test
    void ourOwnFaultIsToldWithTheTimeAndWithoutTheWordsOfTheEngine() throws Exception {
        JsonNode answer = sent(500, "{\"type\":\"RestException\",\"message\":\"internal boom with Nell in it\"}");

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(answer.path("message").asText())
                .isEqualTo(
                        "Something went wrong on our side. Nothing was saved. Please try again or tell the administrator"
                                + " the time: 14 September 2026, 09:30:00.");
    }

    @Test
    void aFieldOfAnAnalystsFormIsNamed() throws Exception {
        JsonNode answer = sent(
                500,
                "{\"type\":\"RestException\",\"message\":\"Cannot complete task 1: The field assess is the pathway's own and"
                        + " cannot be set by a form.\"}");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(answer.path("message").asText())
                .isEqualTo("The field assess is the pathway's own and cannot be set by a form. Nothing was saved.");
    }

    @Test
    void whatWentWellStaysAsItWas() throws Exception {
        JsonNode answer = sent(200, "{\"id\":\"1\"}");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(answer.path("id").asText()).isEqualTo("1");
    }

    private JsonNode sent(int status, String body) throws Exception {
        FilterChain engine = (request, answer) -> {
            ((jakarta.servlet.http.HttpServletResponse) answer).setStatus(status);
            answer.setContentType("application/json");
            answer.getWriter().write(body);
        };
        filter.doFilter(new MockHttpServletRequest("POST", "/engine-rest/task/1/submit-form"), response, engine);
        return json.readTree(response.getContentAsByteArray());
    }
}
