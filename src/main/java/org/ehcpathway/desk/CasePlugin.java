package org.ehcpathway.desk;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Brings the Case tab into Tasklist; the script in {@code plugin-webapp/ehc-case} does the work. */
public class CasePlugin extends AbstractTasklistPlugin {

    private static final String ID = "ehc-case";

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
    public static class Files extends AbstractTasklistPluginRootResource {

        public Files() {
            super(ID);
        }
    }
}
