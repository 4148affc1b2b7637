package org.ehcpathway.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person behind the request at hand.
 *
 * @param userId the log-in name; empty outside a request, for example in a job of the engine
 * @param groups roles and teams as they were when the person signed in
 */
public record SignedIn(String userId, Set<String> groups) {

    static final String AUTHORITY_PREFIX = "ROLE_";

    /** The person of this request, or nobody (empty user id, no groups). */
    public static SignedIn person() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            return new SignedIn("", Set.of());
        }
        Set<String> groups = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(AUTHORITY_PREFIX))
                .map(authority -> authority.substring(AUTHORITY_PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
        return new SignedIn(login.getName(), groups);
    }

    /** Whether the person has at least one of these roles or teams. */
    public boolean isOneOf(String... someGroups) {
        for (String group : someGroups) {
            if (groups.contains(group)) {
                return true;
            }
        }
        return false;
    }
}
