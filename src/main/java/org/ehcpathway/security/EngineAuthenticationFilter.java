package org.ehcpathway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the engine know who asks, for the length of one request, so that its own authorisations apply to the REST API and to
 * our pages. Without it the engine takes a request for its own work and shows everything. The groups are read anew each
 * time: a right taken away is gone with the next request.
 */
class EngineAuthenticationFilter extends OncePerRequestFilter {

    private final IdentityService identities;

    EngineAuthenticationFilter(IdentityService identities) {
        this.identities = identities;
    }

    /** Camunda's webapps have a filter of their own for this, and style sheets need none. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/camunda/") || path.startsWith("/public/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String userId = SignedIn.person().userId();
        if (userId.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        List<String> groups = identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(userId, groups);
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }
}
