package org.ehcpathway.security;

import java.util.List;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks a name and password against the engine's identity tables. The engine itself slows guessing down: after each wrong
 * password it refuses every password for a growing time, and after ten it locks the log-in until an administrator opens it.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identities;

    /** Lazily, because the servlet container builds the security filters before the engine is there. */
    EngineLogin(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    /**
     * @throws BadCredentialsException when the name or the password is wrong, or the log-in is held back after wrong
     *     passwords; which of them is not told, so that nobody learns which names exist
     */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName().trim();
        String password = String.valueOf(attempt.getCredentials());
        if (userId.isEmpty() || !matches(userId, password)) {
            throw new BadCredentialsException("The user name and the password do not match.");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, authorities(userId));
    }

    private boolean matches(String userId, String password) {
        try {
            return identities.checkPassword(userId, password);
        } catch (AuthenticationException heldBack) {
            return false;
        }
    }

    private List<SimpleGrantedAuthority> authorities(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream()
                .map(group -> new SimpleGrantedAuthority(SignedIn.AUTHORITY_PREFIX + group.getId()))
                .toList();
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
