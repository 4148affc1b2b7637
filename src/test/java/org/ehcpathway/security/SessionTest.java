package org.ehcpathway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session begins at the login page, cannot be misused from another site, and ends when the person leaves. */
@RunningApplication
class SessionTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @LocalServerPort
    private int port;

    @Test
    void oneLoginOpensTheWebappsAndOurPages() {
        Visitor caseworker = Visitor.at(port).signIn("caseworker");

        assertThat(caseworker.get("/camunda/app/tasklist/default/").statusCode())
                .isEqualTo(200);
        assertThat(caseworker.getJson(TASKS).statusCode()).isEqualTo(200);
        assertThat(caseworker.get("/logout").statusCode()).isEqualTo(302);
    }

    @Test
    void afterTheLoginAPersonStandsWhereThePersonWantedToGo() {
        Visitor caseworker = Visitor.at(port);
        caseworker.get("/cases/EHC-2026-00001");
        caseworker.getJson("/api/cases");

        HttpResponse<String> in = caseworker.tryToSignIn("caseworker", "caseworker");

        assertThat(caseworker.target(in)).isEqualTo("/cases/EHC-2026-00001");
    }

    @Test
    void theLinkLogsOutOfEverything() {
        Visitor caseworker = Visitor.at(port).signIn("caseworker");
        caseworker.get("/camunda/app/tasklist/default/");

        HttpResponse<String> out = caseworker.get("/logout");

        assertThat(caseworker.target(out)).isEqualTo("/login?logout");
        assertThat(caseworker.get("/login?logout").body())
                .contains("You have logged out")
                .contains("/public/signed-out.js");
        assertThat(caseworker.getJson(TASKS).statusCode()).isEqualTo(401);
        assertThat(caseworker.target(caseworker.get("/camunda/app/tasklist/default/")))
                .isEqualTo("/login");
    }

    @Test
    void theButtonLogsOutToo() {
        Visitor caseworker = Visitor.at(port).signIn("caseworker");
        HttpResponse<String> question = caseworker.send("GET", "/logout", "", "Sec-Fetch-Site", "cross-site");
        String token = question.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

        HttpResponse<String> out = caseworker.postFormWithoutToken("/logout", "_csrf=" + token);

        assertThat(question.body()).contains("Log out?");
        assertThat(caseworker.target(out)).isEqualTo("/login?logout");
        assertThat(caseworker.getJson(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSiteCannotLogAPersonOut() {
        Visitor caseworker = Visitor.at(port).signIn("caseworker");

        caseworker.send("GET", "/logout", "", "Sec-Fetch-Site", "cross-site");
        HttpResponse<String> forged = caseworker.postFormWithoutToken("/logout", "");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(caseworker.getJson(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherSiteCannotSendAFormWithTheSessionOfAPerson() {
        Visitor caseworker = Visitor.at(port).signIn("caseworker");

        assertThat(caseworker
                        .postFormWithoutToken("/cases/EHC-2026-00001/documents", "title=x")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> api = caseworker.postFormWithoutToken("/api/cases", "x=y");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void theEnginesRestApiDoesNotLookAtTheSession() {
        Visitor admin = Visitor.at(port).signIn("admin");

        assertThat(admin.getJson("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(admin.postFormWithoutToken("/engine-rest/user/create", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherSiteCannotUseAPasswordThatTheBrowserRemembers() {
        Visitor browser = Visitor.at(port);
        String password = Visitor.basic("admin", "admin");

        assertThat(browser.send("GET", "/engine-rest/engine", "", "Authorization", password)
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.send(
                                "POST",
                                "/engine-rest/user/create",
                                "{}",
                                "Authorization",
                                password,
                                "Content-Type",
                                "application/json",
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSignedInSessionIsANewOne() {
        Visitor caseworker = Visitor.at(port);
        String before =
                caseworker.get("/login").headers().firstValue("Set-Cookie").orElseThrow();

        HttpResponse<String> in = caseworker.tryToSignIn("caseworker", "caseworker");

        assertThat(in.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"))
                .isNotEqualTo(Optional.of(before));
    }

    @Test
    void ourPagesStayOutOfCachesAndForeignFrames() {
        HttpResponse<String> page = Visitor.at(port).signIn("caseworker").get("/cases/EHC-2026-00001");

        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'self'"));
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }
}
