package org.ehcpathway.pathway;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the engine without the signed-in person's rights, for what a page shows of a case after it was settled that the person
 * may see the case.
 */
@Component
class AsNobody {

    private final IdentityService identities;

    AsNobody(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    <T> T ask(Supplier<T> question) {
        Authentication person = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (person != null) {
                identities.setAuthentication(person);
            }
        }
    }
}
