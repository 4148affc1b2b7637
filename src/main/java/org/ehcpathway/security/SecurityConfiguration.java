package org.ehcpathway.security;

import static org.ehcpathway.security.Roles.ADMINISTRATORS;
import static org.ehcpathway.security.Roles.DATA_OFFICERS;
import static org.ehcpathway.security.Roles.MANAGERS;
import static org.springframework.http.HttpHeaders.AUTHORIZATION;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors of the application. What is not named here is closed. Programs come in by HTTP Basic and leave no session;
 * people sign in once, on our own page, for everything.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** For our own pages. Camunda's webapps send a policy of their own. Frames of ourselves: the Case tab of Tasklist. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'self';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static final ApiProblems PROBLEMS = new ApiProblems();

    private static final RequestMatcher API = withDefaults().matcher("/api/**");
    private static final RequestMatcher ENGINE_REST = withDefaults().matcher("/engine-rest/**");
    private static final RequestMatcher ACTUATOR = withDefaults().matcher("/actuator/**");
    private static final RequestMatcher WEBAPPS = withDefaults().matcher("/camunda/**");
    private static final RequestMatcher WEBAPP_API = withDefaults().matcher("/camunda/api/**");

    /** Files of Camunda that change only with its version, which is part of each of their addresses. */
    private static final RequestMatcher WEBAPP_FILES = new OrRequestMatcher(
            withDefaults().matcher(GET, "/camunda/lib/**"),
            withDefaults().matcher(GET, "/camunda/assets/**"),
            withDefaults().matcher(GET, "/camunda/app/*/camunda-*-bootstrap.js"),
            withDefaults().matcher(GET, "/camunda/app/*/camunda-*-bootstrap.css"));

    @Bean
    static DemoStaysLocal demoStaysLocal(Environment environment) {
        return new DemoStaysLocal(environment);
    }

    /**
     * Matches whole paths. The default matchers cut off the path of Camunda's Jersey servlets and then never match, so that
     * rules for {@code /engine-rest} and {@code /camunda/api} would silently not apply.
     */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Programs: the engine's REST API always, our API and the metrics when the request brings HTTP Basic. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, EngineLogin login, @Lazy IdentityService identities)
            throws Exception {
        RequestMatcher basic = new AndRequestMatcher(
                new RequestHeaderRequestMatcher(AUTHORIZATION), new OrRequestMatcher(API, ACTUATOR));
        BasicAuthenticationEntryPoint askForPassword = new BasicAuthenticationEntryPoint();
        askForPassword.setRealmName("EHC pathway");
        AuthenticationEntryPoint challenge = (request, response, refused) -> {
            if (API.matches(request)) {
                PROBLEMS.commence(request, response, refused);
            } else {
                askForPassword.commence(request, response, refused);
            }
        };
        return http.securityMatcher(new OrRequestMatcher(ENGINE_REST, basic))
                .authenticationProvider(login)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie is looked at here, so there is none to forge with; a browser that remembers a Basic
                // password is caught by the rule on other sites below.
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(SecurityConfiguration::comesFromAnotherSite)
                        .denyAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAnyRole(ADMINISTRATORS, MANAGERS, DATA_OFFICERS)
                        .requestMatchers("/engine-rest/**", "/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .httpBasic(httpBasic -> httpBasic.authenticationEntryPoint(challenge))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(denials(challenge)))
                .addFilterAfter(new EngineAuthenticationFilter(identities), AuthorizationFilter.class)
                .build();
    }

    /** People: one login page, one session for the webapps, our pages and our API. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, EngineLogin login, @Lazy IdentityService identities)
            throws Exception {
        HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
        pagesOnly.setRequestMatcher(SecurityConfiguration::isAPageToComeBackTo);
        pagesOnly.setMatchingRequestParameterName(null);
        DelegatingAuthenticationEntryPoint wayIn = new DelegatingAuthenticationEntryPoint(new LinkedHashMap<>(Map.of(
                API,
                PROBLEMS,
                new OrRequestMatcher(WEBAPP_API, ACTUATOR),
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))));
        wayIn.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"));
        return http.authenticationProvider(login)
                .formLogin(form -> form.loginPage("/login"))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(cache -> cache.requestCache(pagesOnly))
                // Camunda's webapps bring their own token and check it themselves.
                .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPP_API))
                .headers(SecurityConfiguration::headers)
                .logout(logout -> logout.logoutRequestMatcher(SecurityConfiguration::leavesNow)
                        .logoutSuccessUrl("/login?logout"))
                .authorizeHttpRequests(doors -> doors.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/public/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAnyRole(ADMINISTRATORS, MANAGERS, DATA_OFFICERS)
                        // A second login behind the first, and the making of administrators by whoever comes first.
                        .requestMatchers("/camunda/api/admin/auth/user/*/login/**", "/camunda/api/admin/setup/**")
                        .denyAll()
                        .requestMatchers(
                                "/",
                                "/logout",
                                "/timescales",
                                "/audits",
                                "/phase-transfers",
                                "/enquiries",
                                "/camunda",
                                "/camunda/**")
                        .authenticated()
                        .requestMatchers(
                                "/cases/**",
                                "/documents/**",
                                "/letters/**",
                                "/panel/**",
                                "/audits/**",
                                "/phase-transfers/**",
                                "/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(wayIn).accessDeniedHandler(denials(wayIn)))
                .addFilterAfter(new EngineAuthenticationFilter(identities), AuthorizationFilter.class)
                .build();
    }

    /** Hands the person over to Camunda's webapps, after our own filters have made sure who it is. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLogin() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, WebappLogin.class.getName()));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        return filter;
    }

    /**
     * Who is not signed in is asked to, whatever was wrong with the request besides: a form sent after the session ended
     * leads to the login page. Who is signed in hears that it is not allowed.
     */
    private static AccessDeniedHandler denials(AuthenticationEntryPoint wayIn) {
        AccessDeniedHandler page = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            if (SignedIn.person().userId().isEmpty()) {
                wayIn.commence(request, response, new InsufficientAuthenticationException("Not signed in", denied));
            } else if (API.matches(request)) {
                PROBLEMS.handle(request, response, denied);
            } else {
                page.handle(request, response, denied);
            }
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frames -> frames.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .addHeaderWriter(
                        unless(WEBAPPS, new StaticHeadersWriter("Content-Security-Policy", CONTENT_SECURITY_POLICY)))
                // A child's case must not stay in the browser's cache; Camunda's big scripts may.
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(unless(WEBAPP_FILES, new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        WEBAPP_FILES, new StaticHeadersWriter("Cache-Control", "private, max-age=86400")));
    }

    private static HeaderWriter unless(RequestMatcher matcher, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(matcher), writer);
    }

    /** Browsers tell where a request was made; programs such as the Modeler or curl do not send this header. */
    private static boolean comesFromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** A link logs out as well as the button does, unless another site set the link. */
    private static boolean leavesNow(HttpServletRequest request) {
        return withDefaults().matcher(POST, "/logout").matches(request)
                || withDefaults().matcher(GET, "/logout").matches(request) && !comesFromAnotherSite(request);
    }

    /** After the login a person wants the page asked for, not a script of it, nor a page inside the Case tab. */
    private static boolean isAPageToComeBackTo(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return GET.matches(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && !"iframe".equals(request.getHeader("Sec-Fetch-Dest"))
                && !API.matches(request)
                && !WEBAPP_API.matches(request);
    }
}
