package org.ehcpathway.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator of a council's own installation, from {@code EHC_ADMIN_USER} and {@code EHC_ADMIN_PASSWORD}. Looked
 * at only while there is no administrator.
 *
 * @param user log-in name
 * @param password at least {@value PasswordRules#LEAST_LENGTH} characters
 */
@ConfigurationProperties("ehc.admin")
record AdministratorSettings(String user, String password) {

    AdministratorSettings {
        user = user == null ? "" : user.trim();
        password = password == null ? "" : password;
    }

    /** Leaves the password out of every log. */
    @Override
    public String toString() {
        return "AdministratorSettings[user=" + user + "]";
    }
}
