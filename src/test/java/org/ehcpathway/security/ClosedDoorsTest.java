package org.ehcpathway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Nobody gets in without signing in, at whatever address they knock. */
@RunningApplication
class ClosedDoorsTest {

    /** What a person needs before signing in, and what watches over the application. */
    private static final Set<String> OPEN = Set.of("GET /login", "GET /actuator/health", "GET /actuator/health/1");

    private static final List<String> ENGINE = Stream.of(
                    "engine",
                    "engine/default/task",
                    "version",
                    "openapi.json",
                    "process-definition",
                    "process-definition/key/needs-assessment/start",
                    "process-definition/key/needs-assessment/submit-form",
                    "process-instance",
                    "task",
                    "task/1/complete",
                    "task/1/form-variables",
                    "variable-instance",
                    "history/process-instance",
                    "history/variable-instance",
                    "history/task",
                    "history/user-operation",
                    "deployment",
                    "deployment/create",
                    "decision-definition",
                    "execution",
                    "external-task/fetchAndLock",
                    "filter",
                    "group",
                    "group/create",
                    "user",
                    "user/create",
                    "user/1/profile",
                    "identity/verify",
                    "authorization",
                    "authorization/create",
                    "message",
                    "signal",
                    "job",
                    "incident",
                    "batch",
                    "metrics",
                    "schema/log",
                    "telemetry/configuration",
                    "tenant")
            .map("/"::concat)
            .toList();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    private Visitor stranger;

    @BeforeEach
    void aStrangerComes() {
        stranger = Visitor.at(port);
    }

    @Test
    void everyMappedAddressAsksTheStrangerToSignIn() {
        List<String> knocks = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping : application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()) {
            mapping.getHandlerMethods().keySet().forEach(info -> knocks.addAll(knocksOn(info)));
        }

        assertThat(knocks).contains("GET /", "GET /logout", "GET /actuator/prometheus");
        assertAllClosed(knocks);
    }

    @Test
    void theWebappsAskTheStrangerToSignIn() throws IOException {
        List<String> knocks = new ArrayList<>(List.of("GET /camunda", "GET /camunda/", "GET /camunda/app/"));
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            knocks.add("GET /camunda/app/" + app);
            knocks.add("GET /camunda/app/" + app + "/default/");
            knocks.add("GET /camunda/api/" + app + "/plugin/" + app + "Plugins/static/app/plugin.js");
        }
        knocks.add("GET /camunda/api/tasklist/plugin/ehc-case/static/app/plugin.js");
        knocks.add("GET /camunda/api/cockpit/plugin/ehc-overview/static/app/plugin.js");
        knocks.add("GET /camunda/api/cockpit/plugin/base/default/process-instance");
        knocks.add("GET /camunda/api/admin/auth/user/default");
        knocks.add("POST /camunda/api/admin/auth/user/default/login/tasklist");
        knocks.add("POST /camunda/api/admin/auth/user/default/logout");
        knocks.add("POST /camunda/api/admin/setup/default/user/create");
        ENGINE.forEach(path -> {
            knocks.add("GET /camunda/api/engine" + path);
            knocks.add("GET /camunda/api/engine/engine/default" + path);
            knocks.add("POST /camunda/api/engine/engine/default" + path);
        });
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:/META-INF/resources/webjars/camunda/**/*.*")) {
            String url = file.getURL().toString();
            knocks.add("GET " + url.substring(url.indexOf("/webjars/camunda/") + "/webjars".length()));
            knocks.add("GET " + url.substring(url.indexOf("/webjars/camunda/")));
        }

        assertThat(knocks).contains("GET /camunda/lib/deps.js");
        assertAllClosed(knocks);
    }

    @Test
    void theEnginesRestApiAsksTheStrangerForAPassword() {
        for (String path : ENGINE) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
                HttpResponse<String> answer = stranger.send(method.name(), "/engine-rest" + path, "");

                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
            }
        }
    }

    @Test
    void addressesThatDoNotExistTellNothing() {
        assertAllClosed(List.of(
                "GET /nothing",
                "GET /h2-console",
                "GET /actuator",
                "GET /actuator/env",
                "GET /actuator/heapdump",
                "POST /actuator/shutdown",
                "GET /error",
                "GET /v3/api-docs",
                "GET /api",
                "GET /api/openapi",
                "GET /api/nothing",
                "POST /api/cases",
                "GET /application.yaml",
                "GET /webjars/x",
                "GET /cases/EHC-2026-00001",
                "POST /cases/EHC-2026-00001/documents",
                "POST /cases/EHC-2026-00001/case-manager",
                "GET /documents/1",
                "GET /letters/1/recipients/1.pdf",
                "GET /timescales",
                "GET /camunda-welcome",
                "GET /public/..%2fapplication.yaml"));
    }

    @Test
    void theApiAnswersStrangersWithProblemDetails() {
        HttpResponse<String> answer = stranger.get("/api/cases");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"status\":401").contains("Sign in first");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void theHealthCheckIsOpenAndSaysNothingMore() {
        HttpResponse<String> answer = stranger.getJson("/actuator/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"status\":\"UP\"").doesNotContain("details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseworker", "nobody", "", "admin' or '1'='1"})
    void aWrongPasswordLeadsBackToTheLoginPage(String userId) {
        HttpResponse<String> answer = stranger.tryToSignIn(userId, "wrong");

        assertThat(stranger.target(answer)).isEqualTo("/login?error");
        assertThat(stranger.get("/login?error").body()).contains("do not match");
        assertThat(stranger.target(stranger.get("/"))).isEqualTo("/login");
    }

    @Test
    void aWrongPasswordIsRefusedByHttpBasicToo() {
        String wrong = Visitor.basic("analyst", "wrong");

        assertThat(stranger.send("GET", "/engine-rest/engine", "", "Authorization", wrong)
                        .statusCode())
                .isEqualTo(401);
        assertThat(stranger.send("GET", "/api/cases", "", "Authorization", wrong)
                        .statusCode())
                .isEqualTo(401);
        assertThat(stranger.send("GET", "/actuator/prometheus", "", "Authorization", wrong)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFormFromAnotherSiteSignsNobodyIn() {
        HttpResponse<String> answer =
                stranger.postFormWithoutToken("/login", "username=caseworker&password=caseworker");

        assertThat(stranger.target(answer)).isEqualTo("/login");
        assertThat(stranger.target(stranger.get("/"))).isEqualTo("/login");
    }

    @Test
    void theLoginPageIsReadyForScreenReadersAndNamesTheDemoLogIns() {
        String page = stranger.get("/login").body();

        assertThat(page)
                .contains("<html lang=\"en-GB\">", "<title>Sign in - EHC pathway</title>")
                .contains("<label for=\"username\">", "<label for=\"password\">", "<h1>Sign in</h1>")
                .contains("<code>caseworkersouth</code>");
        assertThat(stranger.get("/login").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe-inline"));
    }

    private void assertAllClosed(List<String> knocks) {
        Map<String, String> open = new TreeMap<>();
        for (String knock : new TreeSet<>(knocks)) {
            if (OPEN.contains(knock)) {
                continue;
            }
            String[] methodAndPath = knock.split(" ");
            HttpResponse<String> answer = stranger.send(methodAndPath[0], methodAndPath[1], "", "Accept", "text/html");
            boolean asksToSignIn = answer.statusCode() == 401
                    || answer.statusCode() == 302 && stranger.target(answer).startsWith("/login");
            // The firewall refuses crooked addresses before anybody asks who is there.
            boolean isCrooked = answer.statusCode() == 400 && methodAndPath[1].contains("..%2f");
            if (!asksToSignIn && !isCrooked) {
                open.put(knock, answer.statusCode() + " " + stranger.target(answer));
            }
        }
        assertThat(open).isEmpty();
    }

    private static List<String> knocksOn(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET", "POST")
                : methods.stream().map(RequestMethod::name).toList();
        return info.getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^}]+}", "1").replace("**", "1"))
                .flatMap(path -> names.stream().map(method -> method + " " + (path.isEmpty() ? "/" : path)))
                .toList();
    }
}
