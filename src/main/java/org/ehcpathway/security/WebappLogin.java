package org.ehcpathway.security;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

/**
 * Tells Tasklist, Cockpit, Admin and Welcome who signed in on our own login page, so that they ask nobody again. Made by
 * Camunda from its class name; the groups stay unset, because the webapps read them from the identity tables themselves.
 */
public class WebappLogin extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        String userId = SignedIn.person().userId();
        return userId.isEmpty() ? AuthenticationResult.unsuccessful() : AuthenticationResult.successful(userId);
    }
}
