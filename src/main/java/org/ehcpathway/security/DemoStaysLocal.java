package org.ehcpathway.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The passwords of the demo council are public, so it may run on its embedded database and this machine alone. Looked at
 * before anything opens a database or a port.
 */
class DemoStaysLocal implements BeanFactoryPostProcessor {

    static final String PROFILE = "demo";

    private final Environment environment;

    DemoStaysLocal(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
            return;
        }
        if (environment.acceptsProfiles(Profiles.of("postgresql"))) {
            throw new StartRefused("The profiles demo and postgresql cannot run together, because the demo council's"
                    + " passwords are public: start with spring.profiles.active=postgresql alone.");
        }
        String database = environment.getProperty("spring.datasource.url", "jdbc:h2:");
        if (!database.startsWith("jdbc:h2:")) {
            throw new StartRefused("The demo council runs on its embedded H2 database only: to use the database that"
                    + " spring.datasource.url names, start with spring.profiles.active=postgresql.");
        }
        String address = environment.getProperty("server.address", "");
        if (!isThisMachineAlone(address)) {
            throw new StartRefused("The demo council's passwords are public, so it listens on this machine alone: leave"
                    + " server.address at 127.0.0.1 (it is '" + address + "') or start without the profile demo.");
        }
    }

    private static boolean isThisMachineAlone(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
