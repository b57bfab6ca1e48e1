package io.raceboard.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;

/**
 * Ends a start whose port is taken before anything else happens. The web server itself would find out last, when the
 * store has been opened, written to and closed again.
 */
public class FreePort implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var settings = event.getEnvironment();
        int port = settings.getProperty("server.port", Integer.class, 0);
        if (port <= 0 || event.getSpringApplication().getWebApplicationType() == WebApplicationType.NONE) {
            return;
        }
        try {
            new ServerSocket(port, 1, settings.getProperty("server.address", InetAddress.class)).close();
        } catch (IOException taken) {
            throw new PortInUseException(port, taken);
        }
    }
}
