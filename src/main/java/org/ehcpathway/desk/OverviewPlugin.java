package org.ehcpathway.desk;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Opens Cockpit with the open cases and what is late; the script in {@code plugin-webapp/ehc-overview} does the work. */
public class OverviewPlugin extends AbstractCockpitPlugin {

    private static final String ID = "ehc-overview";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Files.class);
    }

    /** Serves the plugin's script and style sheet. */
    @Path("plugin/" + ID)
    public static class Files extends AbstractCockpitPluginRootResource {

        public Files() {
            super(ID);
        }
    }
}
