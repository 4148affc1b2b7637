package org.ehcpathway.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Writes groups, rights, filters and the first people, before the application answers its first request and before any
 * {@code ApplicationRunner}. Every step can be repeated, so each start does them all.
 */
@Component
class OpeningUp implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningUp.class);

    private final GroupBook groups;
    private final RightsOfRoles rights;
    private final TaskFilters filters;
    private final ObjectProvider<DemoCouncil> demo;
    private final ObjectProvider<FirstAdministrator> administrator;

    OpeningUp(
            GroupBook groups,
            RightsOfRoles rights,
            TaskFilters filters,
            ObjectProvider<DemoCouncil> demo,
            ObjectProvider<FirstAdministrator> administrator) {
        this.groups = groups;
        this.rights = rights;
        this.filters = filters;
        this.demo = demo;
        this.administrator = administrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            openUp();
        } catch (StartRefused refused) {
            throw refused;
        } catch (RuntimeException collision) {
            // Another node that starts at the same moment writes the same rows; the second look finds them there.
            LOG.info("Writing groups and rights a second time, after: {}", collision.getMessage());
            openUp();
        }
    }

    private void openUp() {
        groups.open();
        rights.grant();
        filters.open();
        demo.ifAvailable(council -> council.moveIn(groups));
        administrator.ifAvailable(first -> first.moveIn(groups));
    }
}
