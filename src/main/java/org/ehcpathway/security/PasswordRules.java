package org.ehcpathway.security;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Outside the demo a password is long and says nothing of its owner. Kinds of characters are not asked for: they make
 * passwords hard to remember and no harder to guess.
 */
@Component
@Profile("!" + DemoStaysLocal.PROFILE)
class PasswordRules extends AbstractProcessEnginePlugin {

    static final int LEAST_LENGTH = 12;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordPolicy(
                () -> List.of(new PasswordPolicyLengthRuleImpl(LEAST_LENGTH), new PasswordPolicyUserDataRuleImpl()));
        engine.setEnablePasswordPolicy(true);
    }
}
